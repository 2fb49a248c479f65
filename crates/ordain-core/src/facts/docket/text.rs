//! What the words of an entry say of the entry itself. The clerk's own notes are
//! written in one way everywhere: `(Entered: 01/25/2006)`, `Modified on 3/15/2022`,
//! `ENTERED IN ERROR`; their dates have the month first.

use chrono::NaiveDate;

use ordain_tables::DateOrder;
use ordain_tables::dates::read_date;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    pub entered: Option<NaiveDate>,
    pub modified: Option<NaiveDate>,
    pub in_error: bool,
}

/// Reads the clerk's notes in the text of an entry.
#[must_use]
pub fn said_in_text(text: &str) -> Said {
    Said { entered: date_after(text, "entered:"), modified: date_after(text, "modified"), in_error: in_error(text) }
}

/// The date that follows the last of these words.
fn date_after(text: &str, word: &str) -> Option<NaiveDate> {
    let lower = text.to_ascii_lowercase();
    let mut found = None;
    for (at, _) in lower.match_indices(word) {
        let rest = lower.get(at + word.len()..).unwrap_or("").trim_start();
        let rest = rest.strip_prefix("on ").unwrap_or(rest).trim_start();
        let date: String = rest.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '/' | '-')).collect();
        found = read_date(&date, Some(DateOrder::MonthDayYear)).ok().map(|r| r.day).or(found);
    }
    found
}

/// The mark is in capitals, or opens the text: `filed in error` further on may speak of another paper.
fn in_error(text: &str) -> bool {
    const WORDS: [&str; 4] = ["entered in error", "filed in error", "docketed in error", "entered erroneously"];
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let opens = |w: &str| bare.get(..w.len()).is_some_and(|start| start.eq_ignore_ascii_case(w));
    WORDS.iter().any(|w| opens(w) || text.contains(&w.to_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clerks_notes() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        let order = said_in_text("MINUTE ORDER as to USA. (zjd) Modified on 3/15/2022 (zjd). (Entered: 08/19/2021)");
        assert_eq!(order, Said { entered: day(2021, 8, 19), modified: day(2022, 3, 15), in_error: false });
        assert!(said_in_text("ENTERED IN ERROR.....NOTICE of Appearance").in_error);
        assert!(said_in_text("***FILED IN ERROR*** ANSWER").in_error);
        assert!(!said_in_text("NOTICE of withdrawal of 35, filed in error").in_error);
        assert_eq!(said_in_text("ORDER (Entered: 13/45/2006)").entered, None);
    }
}
