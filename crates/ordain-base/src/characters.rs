//! Characters that nobody sees, and letters that look like other letters. One
//! list for whatever reads a file and for whatever shows one.

use unicode_script::{Script, UnicodeScript};
use unicode_security::skeleton;

/// Characters that draw nothing, as ranges: Unicode's `Default_Ignorable_Code_Point`,
/// marks that annotate a line, the two separators of lines, the blank pattern of Braille, and the two places at the
/// end of the basic plane that are no characters, which no XML may hold.
const UNSEEN: &[(char, char)] = &[
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFFB}'),
    ('\u{FFFE}', '\u{FFFF}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

/// True of a character that steers a screen or draws nothing. A line feed is one of them.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    // No character between the controls and the soft hyphen, and none of Latin letters.
    if c < '\u{AD}' {
        return c.is_control();
    }
    let after = UNSEEN.partition_point(|(first, _)| *first <= c);
    after.checked_sub(1).and_then(|i| UNSEEN.get(i)).is_some_and(|(_, last)| c <= *last)
}

/// True of a character that draws nothing and takes no place between two letters, though it is read as a space
/// where it is beside one.
#[must_use]
pub fn has_no_width(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// True of an unseen character that changes what is drawn after it or ends the line for an editor: a comment may
/// hold none of these, for what an editor shows there is not what is read.
#[must_use]
pub fn steers_drawing(c: char) -> bool {
    c.is_control() && c != '\t'
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// True of an unseen character that the writing itself needs where it stands: a joiner between letters of a script
/// that joins, the variant of a sign or of a Han character.
#[must_use]
pub fn belongs_to_writing(before: Option<char>, c: char) -> bool {
    let Some(before) = before else { return false };
    let sign = matches!(before, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    match c {
        '\u{200C}' | '\u{200D}' => sign || before == '\u{FE0F}' || uses_joiners(before.script()),
        '\u{FE0E}' | '\u{FE0F}' => sign,
        '\u{FE00}'..='\u{FE02}' | '\u{E0100}'..='\u{E01EF}' => before.script() == Script::Han,
        _ => false,
    }
}

/// The scripts of Iran and India, in which a joiner changes the letters around it.
fn uses_joiners(script: Script) -> bool {
    use Script as S;
    matches!(
        script,
        S::Arabic
            | S::Syriac
            | S::Mongolian
            | S::Devanagari
            | S::Bengali
            | S::Gurmukhi
            | S::Gujarati
            | S::Oriya
            | S::Tamil
            | S::Telugu
            | S::Kannada
            | S::Malayalam
            | S::Sinhala
            | S::Khmer
            | S::Myanmar
    )
}

/// What one letter looks like on the page, in lower case: `т` for a Cyrillic one, and `t` for its capital.
#[must_use]
pub fn look_of_letter(c: char) -> String {
    skeleton(c.encode_utf8(&mut [0; 4])).collect::<String>().to_lowercase()
}

/// What a name looks like: two names with one look are taken for each other. `None` for a name that holds letters
/// and digits of a keyboard only; for these `plain_look` is enough.
#[must_use]
pub fn look_of_name(name: &str) -> String {
    skeleton(&name.to_lowercase()).filter(|c| !is_unseen(*c)).collect::<String>().to_lowercase()
}

/// What a name of ASCII looks like: one and the letter l, zero and the letter o.
fn plain_look(name: &str) -> String {
    let plain = |c: char| match c.to_ascii_lowercase() {
        '1' | '|' => 'l',
        '0' => 'o',
        c => c,
    };
    name.chars().map(plain).collect()
}

/// True of two names that are not the same and look the same.
#[must_use]
pub fn look_alike(a: &str, b: &str) -> bool {
    a != b
        && if a.is_ascii() && b.is_ascii() {
            plain_look(a) == plain_look(b)
        } else {
            look_of_name(a) == look_of_name(b)
        }
}

/// What of `a` is other than in `b`, which looks the same: `its “С” (U+0421) is Cyrillic`.
#[must_use]
pub fn odd_character_between(a: &str, b: &str) -> Option<String> {
    let (of, c) = odd_char(a, b).map(|c| (a, c)).or_else(|| odd_char(b, a).map(|c| (b, c)))?;
    let code = format!("U+{:04X}", u32::from(c));
    Some(match c.script() {
        _ if is_unseen(c) => format!("`{of}` holds {code}, which cannot be seen"),
        Script::Latin | Script::Common | Script::Inherited | Script::Unknown => {
            format!("`{c}` in `{of}` is {code}")
        }
        script => format!("`{c}` in `{of}` is {script} ({code})", script = script.full_name()),
    })
}

/// The first character of `a` that no keyboard for English has, and that `b` has not.
fn odd_char(a: &str, b: &str) -> Option<char> {
    let odd = |c: &char| !b.contains(*c) && (!c.is_ascii() || c.is_control());
    a.chars().find(odd).or_else(|| a.chars().find(|c| c.is_ascii_digit() && !b.contains(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_unicode_lets_a_screen_ignore_is_unseen() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            // A skeleton drops what is ignorable, and nothing else without a trace.
            let ignorable = skeleton(c.encode_utf8(&mut [0; 4])).next().is_none();
            assert!(!ignorable || is_unseen(c), "U+{:04X}", u32::from(c));
        }
        for c in ['a', 'é', '¶', '漢', '\u{A0}', '\u{3000}', '\u{301}', '☃'] {
            assert!(!is_unseen(c), "U+{:04X}", u32::from(c));
        }
        for c in ['\u{1B}', '\u{7F}', '\u{85}', '\u{2028}', '\u{FFF9}', '\u{2800}'] {
            assert!(is_unseen(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn the_ranges_are_in_order() {
        assert!(UNSEEN.iter().all(|(first, last)| first <= last));
        assert!(UNSEEN.windows(2).all(|w| w[0].1 < w[1].0));
    }

    #[test]
    fn joiners_belong_to_scripts_that_join() {
        assert!(belongs_to_writing(Some('ی'), '\u{200C}'));
        assert!(belongs_to_writing(Some('☃'), '\u{FE0F}'));
        for (before, c) in [(Some('e'), '\u{200C}'), (Some('e'), '\u{FE0F}'), (None, '\u{200D}'), (Some('ی'), '\u{AD}')]
        {
            assert!(!belongs_to_writing(before, c), "{before:?} U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn names_that_look_the_same_are_found() {
        let odd =
            ["Ro\u{2063}e", "R\u{43E}e", "Ｒoe", "𝐑oe", "Roe\u{FE0F}", "Roe\u{3164}", "R\u{34F}oe", "Ro\u{E0061}e"];
        for name in odd {
            assert!(look_alike(name, "Roe"), "{}", name.escape_unicode());
            assert!(odd_character_between(name, "Roe").is_some_and(|o| o.contains("U+")), "{}", name.escape_unicode());
        }
        assert!(look_alike("Mu\u{308}ller", "Müller"));
        assert!(look_alike("Co1e", "Cole") && look_alike("D0e", "Doe"));
        for (a, b) in [("Roe", "Roe"), ("Müller", "Muller"), ("Kem", "Kern"), ("Phase I", "Phase 1"), ("Roe", "Doe")] {
            assert!(!look_alike(a, b), "{a} {b}");
        }
        assert_eq!(odd_character_between("\u{421}ole", "Cole").as_deref(), Some("`С` in `Сole` is Cyrillic (U+0421)"));
    }
}
