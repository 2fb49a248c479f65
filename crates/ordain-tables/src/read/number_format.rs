//! The words and zeros that the format of a cell puts around its number: `"ABC-"000000`.

/// A format of nothing but places for figures, and words; any other shows the number as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// In their order; empty where the number stands by itself.
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Word(char),
    /// A place for a figure; `true` where a zero fills it.
    Place(bool),
}

impl NumberFormat {
    pub(super) fn of(code: &str) -> Self {
        // Of positive numbers, negative ones, zero and text the first is that of a number.
        Self { parts: parts_of_format(code).unwrap_or_default() }
    }

    /// A whole number as the cell shows it.
    pub(super) fn shown(&self, number: String) -> String {
        let whole = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let places = self.parts.iter().filter(|p| matches!(p, Part::Place(_))).count();
        if !whole || places == 0 || places > 64 {
            return number;
        }
        let mut left: Vec<char> = number.chars().collect();
        let mut out: Vec<char> = Vec::new();
        let first = self.parts.iter().position(|p| matches!(p, Part::Place(_)));
        for (i, part) in self.parts.iter().enumerate().rev() {
            match part {
                Part::Word(c) => out.push(*c),
                Part::Place(zero) => out.extend(left.pop().or(zero.then_some('0'))),
            }
            // Figures that have no place come before the first.
            if Some(i) == first {
                out.extend(left.drain(..).rev());
            }
        }
        out.reverse();
        out.into_iter().collect()
    }
}

fn parts_of_format(code: &str) -> Option<Vec<Part>> {
    if code.len() > 255 {
        return None;
    }
    let mut parts = Vec::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => parts.extend(chars.by_ref().take_while(|c| *c != '"').map(Part::Word)),
            '\\' => parts.push(Part::Word(chars.next()?)),
            // As wide as the next character, and filled with it: neither is shown as text.
            '_' | '*' => drop(chars.next()?),
            '[' => chars.by_ref().take_while(|c| *c != ']').for_each(drop),
            '0' => parts.push(Part::Place(true)),
            '#' | '?' => parts.push(Part::Place(false)),
            '-' | '+' | '/' | '(' | ')' | ':' | ' ' | '$' => parts.push(Part::Word(c)),
            // A point, thousands, per cent, a date: the number is not whole, or is no name.
            _ => return None,
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;

    #[test]
    fn words_and_zeros_of_a_format() {
        for (code, number, shown) in [
            (r#""ABC-"000000"#, "124", "ABC-000124"),
            ("00000000", "7", "00000007"),
            ("000-00-0000", "123456789", "123-45-6789"),
            (r"\A\B0000;[Red]-0", "12345", "AB12345"),
            ("General", "12", "12"),
            ("#,##0", "1234", "1234"),
            ("0.00", "12", "12"),
            ("0000", "1.5", "1.5"),
        ] {
            assert_eq!(NumberFormat::of(code).shown(number.to_owned()), shown, "{code}");
        }
    }
}
