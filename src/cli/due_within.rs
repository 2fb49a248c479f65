//! `--due-within 7d`: a number of days from now, as people write it.

/// So many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DueWithin(pub(super) u32);

/// Reads `7d`, `2w`, or `7 days`.
///
/// # Errors
/// In words for the user.
pub(super) fn due_within(text: &str) -> Result<DueWithin, String> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let days = match unit.trim() {
        "d" | "day" | "days" => 1,
        "w" | "week" | "weeks" => 7,
        _ => 0,
    };
    // Ten years: beyond it, a slip.
    let found = number.parse::<u32>().ok().and_then(|n| n.checked_mul(days)).filter(|n| days > 0 && *n <= 3660);
    found.map(DueWithin).ok_or_else(|| format!("`{text}` is no number of days: write it as `7d` or `2w`"))
}

#[cfg(test)]
mod tests {
    use super::{DueWithin, due_within};

    #[test]
    fn days_and_weeks() {
        for (text, days) in [("7d", 7), ("0d", 0), ("2w", 14), ("7 days", 7), ("1 week", 7), (" 30d ", 30)] {
            assert_eq!(due_within(text), Ok(DueWithin(days)), "{text}");
        }
        for text in ["", "7", "d", "-7d", "7h", "7m", "1.5d", "99999999999d", "5000d", "٧d"] {
            assert!(due_within(text).is_err(), "{text}");
        }
    }
}
