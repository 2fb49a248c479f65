//! What the text of a value shows by itself.

/// True of a number as a spreadsheet writes those that are too long for a cell: `1.23457E+14`.
/// Several numbers are written so, and which one it was is lost.
#[must_use]
pub fn is_rounded(value: &[u8]) -> bool {
    let value = value.trim_ascii();
    let Some(at) = value.windows(2).position(|w| w.eq_ignore_ascii_case(b"E+")) else { return false };
    let (head, power) = (value.get(..at).unwrap_or_default(), value.get(at + 2..).unwrap_or_default());
    let digits = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    let (whole, rest) = match head.iter().position(|b| matches!(b, b'.' | b',')) {
        Some(point) => (head.get(..point).unwrap_or_default(), head.get(point + 1..).unwrap_or_default()),
        None => (head, &b"0"[..]),
    };
    digits(power) && power.len() <= 3 && whole.len() == 1 && digits(whole) && digits(rest)
}

#[cfg(test)]
mod tests {
    use super::is_rounded;

    #[test]
    fn numbers_as_a_spreadsheet_rounds_them() {
        for value in ["1.23457E+14", " 2E+11", "9,87654e+20"] {
            assert!(is_rounded(value.as_bytes()), "{value}");
        }
        for value in ["ABC-1E+14", "123456", "1E14", "12.5E+3", "E+14", "1.2E+", "1E+0001"] {
            assert!(!is_rounded(value.as_bytes()), "{value}");
        }
    }
}
