//! Dates as American lawyers write them, for people: `Fri Dec. 1, 2023`. Machines get them as they
//! are counted, `2023-12-01`.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use ordain_core::verdict::Due;

/// The months as citations abbreviate them.
const MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/// How a format writes a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Months {
    /// `Dec.`, where lines are short.
    Short,
    /// `2023-12-01`: for programs.
    Counted,
    /// `December`, where a program reads aloud: it would stop at each period.
    Full,
}

impl Months {
    /// `Fri Dec. 1, 2023`, `Fri December 1, 2023`.
    pub(crate) fn day(self, date: NaiveDate) -> String {
        let month = match self {
            Self::Counted => return date.to_string(),
            Self::Short => MONTHS.get(date.month0() as usize).map_or_else(String::new, |m| (*m).to_owned()),
            Self::Full => date.format("%B").to_string(),
        };
        format!("{} {month} {}, {}", date.format("%a"), date.day(), date.year())
    }

    /// The same with an hour, where there is one: `Fri Dec. 1, 2023 at 5:00 p.m.`
    pub(crate) fn moment(self, on: NaiveDate, time: Option<NaiveTime>) -> String {
        time.map_or_else(|| self.day(on), |t| format!("{} at {}", self.day(on), hour_in_words(t)))
    }

    /// The same of a due time.
    pub(crate) fn due(self, due: &Due) -> String {
        self.moment(due.day, due.time)
    }
}

/// `Fri Dec. 1, 2023`.
#[must_use]
pub fn day_in_words(date: NaiveDate) -> String {
    Months::Short.day(date)
}

/// `Fri Dec. 1, 2023`, with the hour where the order gives one: `Fri Dec. 1, 2023 at 5:00 p.m.`
#[must_use]
pub fn due_in_words(due: &Due) -> String {
    Months::Short.due(due)
}

/// A sentence of the program with its days as people write them: `Fri Dec. 1, 2023` for `Fri 2023-12-01`. What is to be
/// pasted keeps its days.
#[must_use]
pub fn sentence_in_words(text: &str) -> String {
    text.split('\n').map(|line| for_people(line, Months::Short)).collect::<Vec<_>>().join("\n")
}

/// `5:00 p.m.`
fn hour_in_words(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    format!("{hour}:{:02} {}", time.minute(), if afternoon { "p.m." } else { "a.m." })
}

/// True of a word by which a date of this form begins.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// A sentence whose days are written as messages write them, `Fri 2023-12-01` or `Fri 2023-12-01 17:00`,
/// with those days as people write them. Nothing else of it is touched: a line to paste keeps its `2023-12-01`.
pub(crate) fn for_people(text: &str, months: Months) -> String {
    // A day has two dashes between figures, and most sentences have no dash.
    if !text.contains('-') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside = false;
    while let Some(c) = rest.chars().next() {
        if let Some((said, len)) = day_written_first(rest, months).filter(|_| !inside) {
            out.push_str(&said);
            rest = rest.get(len..).unwrap_or_default();
            inside = true;
            continue;
        }
        inside = c.is_alphanumeric();
        out.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// The day that a text begins with, as people write it, and how many bytes of the text it takes.
fn day_written_first(text: &str, months: Months) -> Option<(String, usize)> {
    const DAY: usize = "Fri 2023-12-01".len();
    const HOUR: usize = " 17:00".len();
    // Not asked of every letter as a calendar would: only where the figures and the dashes are.
    if !matches!(text.as_bytes(), [_, _, _, b' ', b'0'..=b'9', _, _, _, b'-', ..]) {
        return None;
    }
    let weekday = text.get(..4)?;
    let date = NaiveDate::parse_from_str(text.get(4..DAY)?, "%Y-%m-%d").ok()?;
    // The weekday is checked as well, so that only what the program wrote is taken for a day of its own.
    if date.format("%a ").to_string() != weekday {
        return None;
    }
    let ends = |at: usize| !text.get(at..).and_then(|t| t.chars().next()).is_some_and(char::is_alphanumeric);
    let time = text.get(DAY..DAY + HOUR).filter(|_| ends(DAY + HOUR));
    match time.and_then(|t| NaiveTime::parse_from_str(t, " %H:%M").ok()) {
        Some(time) => Some((months.moment(date, Some(time)), DAY + HOUR)),
        None => ends(DAY).then(|| (months.day(date), DAY)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_message_are_written_for_people() {
        for (said, shown) in [
            ("due Fri 2023-12-01", "due Fri Dec. 1, 2023"),
            ("by Sat 2024-06-01 17:30, at the latest", "by Sat June 1, 2024 at 5:30 p.m., at the latest"),
            ("Thu 2024-05-02 00:05", "Thu May 2, 2024 at 12:05 a.m."),
            ("(Mon 2024-09-09)", "(Mon Sept. 9, 2024)"),
            ("between Fri 2024-01-26 and Thu 2024-02-01", "between Fri Jan. 26, 2024 and Thu Feb. 1, 2024"),
        ] {
            assert_eq!(for_people(said, Months::Short), shown);
        }
    }

    #[test]
    fn a_month_is_spelled_out_where_it_is_read_aloud() {
        assert_eq!(for_people("due Fri 2023-12-01", Months::Full), "due Fri December 1, 2023");
    }

    #[test]
    fn what_is_no_day_of_a_message_stays() {
        for said in [
            "the record is complete through 2024-06-03 for filings",
            "Sat 2023-12-01 was no Saturday",
            "Fri 2023-12-011",
            "Fri 2023-12-01T10:00",
            "aFri 2023-12-01",
            "Fri 2023-13-01",
            "¶ 1 “Fri",
        ] {
            assert_eq!(for_people(said, Months::Full), said);
        }
    }
}
