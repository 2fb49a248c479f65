//! The look of each part. Color is never alone: each part has its label, and lines of several kinds.

use ordain_core::anatomy::Aspect;

/// How a part is drawn.
pub(super) struct Look {
    /// On white, and on the dark page.
    pub(super) light: &'static str,
    pub(super) dark: &'static str,
    /// Of the line beneath, as CSS has it.
    pub(super) line: &'static str,
    /// The same, as SVG has it.
    pub(super) dashes: &'static str,
}

/// Of the page: white and its dark counterpart.
pub(super) const PAPER: [&str; 2] = ["#ffffff", "#16181b"];
pub(super) const INK: [&str; 2] = ["#1b1b1b", "#eeeeee"];

pub(super) const fn look(aspect: Aspect) -> Look {
    let (light, dark, line, dashes) = match aspect {
        Aspect::Bearer => ("#1d4f91", "#93bdf5", "solid", "none"),
        Aspect::Modality => ("#a3161a", "#ff9b9b", "double", "none"),
        Aspect::Act => ("#22662f", "#8fd69d", "solid", "none"),
        Aspect::Object => ("#6a2c91", "#d3a6f5", "solid", "none"),
        Aspect::Recipient => ("#00656e", "#7fd4dd", "dashed", "6 3"),
        Aspect::Deadline => ("#8a4b00", "#f2b866", "solid", "none"),
        Aspect::Trigger => ("#6b5200", "#e0cc6a", "dotted", "2 3"),
        Aspect::Condition => ("#4a4f9c", "#b3b8ff", "dashed", "6 3"),
        Aspect::Exception => ("#9c1f6b", "#ff9fd6", "dotted", "2 3"),
        Aspect::Manner => ("#4c5d1c", "#bfd27f", "dashed", "6 3"),
        Aspect::Consequence => ("#8f3a1f", "#ffb199", "double", "none"),
        Aspect::Source => ("#4d4d4d", "#c0c0c0", "dotted", "2 3"),
    };
    Look { light, dark, line, dashes }
}

#[cfg(test)]
mod tests {
    use super::{INK, PAPER, look};
    use ordain_core::anatomy::Aspect;

    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// WCAG 2.2, 1.4.3: 4.5 to 1 for the letters of labels.
    #[test]
    fn labels_are_read_on_light_and_on_dark() {
        for aspect in Aspect::ALL {
            let look = look(aspect);
            for (color, paper) in [(look.light, PAPER[0]), (look.dark, PAPER[1])] {
                assert!(contrast(color, paper) >= 4.5, "{} on {paper}", aspect.name());
            }
        }
        assert!(contrast(INK[0], PAPER[0]) >= 7.0 && contrast(INK[1], PAPER[1]) >= 7.0);
    }
}
