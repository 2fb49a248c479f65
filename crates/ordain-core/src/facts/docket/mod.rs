//! The docket: what the clerk entered, when it was filed and when it was entered.
//! A docket may be a part of the whole (RECAP holds a part of every one), so what
//! is not on it proves nothing unless its table says that it is complete.

pub(in crate::facts) mod acts;
pub mod bind;
mod text;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::assertion::Subject;
use super::closing::Closing;
use super::when::Bounds;
use crate::model::OrderId;
use ordain_base::source::Span;

pub use text::{Said, said_in_text};

/// One entry, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// About one in ten has none: a minute order, a summons.
    pub number: Option<String>,
    pub filed: Option<NaiveDate>,
    /// Of its column, or of the `(Entered: …)` at the end of its text.
    pub entered: Option<NaiveDate>,
    pub served: Option<NaiveDate>,
    pub text: String,
    /// Its text says that it was entered or filed in error.
    pub in_error: bool,
    /// The last day on which its text was changed, where it says so.
    pub modified: Option<NaiveDate>,
    /// Its row, in the texts of the report.
    pub span: Span,
}

impl Entry {
    /// The first day on which it was on the docket.
    #[must_use]
    pub fn known(&self) -> Option<NaiveDate> {
        self.entered.or(self.filed)
    }

    /// `Dkt. 290`, `the docket entry of Thu 2021-08-19`.
    #[must_use]
    pub fn name(&self) -> String {
        match (&self.number, self.filed.or(self.entered)) {
            (Some(n), _) => format!("Dkt. {n}"),
            (None, Some(d)) => format!("the docket entry of {}", ordain_base::words::day(d)),
            (None, None) => "a docket entry without a day".to_owned(),
        }
    }
}

/// Every entry of every docket of the record, the oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docket {
    pub entries: Vec<Entry>,
    /// What its tables are said to be complete for; filings, where nothing is said.
    pub closings: Vec<Closing>,
    /// The orders and papers of the matter, and their entries.
    bound: Vec<(Subject, usize)>,
    /// The entries that some fact cites as itself.
    cited: BTreeSet<usize>,
    /// The orders that are entries without a number: their words are those of the entry.
    minutes: Vec<(OrderId, usize)>,
    /// Through when it is complete for filings by everyone.
    complete: Option<NaiveDate>,
}

impl Docket {
    /// In an order that does not depend on that of the rows.
    #[must_use]
    pub fn new(mut entries: Vec<Entry>, closings: Vec<Closing>) -> Self {
        entries.sort_by(|a, b| {
            let key = |e: &Entry| (e.filed.or(e.entered), e.entered, e.served);
            key(a).cmp(&key(b)).then_with(|| (&a.number, &a.text, a.span).cmp(&(&b.number, &b.text, b.span)))
        });
        let complete = closings.iter().filter(|c| c.by.is_empty()).map(|c| c.through).max();
        Self { entries, closings, complete, ..Self::default() }
    }

    /// Through when it is said to be complete; `None` for a part of a docket.
    #[must_use]
    pub const fn complete(&self) -> Option<NaiveDate> {
        self.complete
    }

    /// The entries with this number; of an attachment (`290-1`), those of the paper it is attached to.
    fn numbered(&self, number: &str) -> Vec<usize> {
        let of = |n: &str| -> Vec<usize> {
            self.entries.iter().enumerate().filter(|(_, e)| e.number.as_deref() == Some(n)).map(|(i, _)| i).collect()
        };
        let own = of(number);
        match number.split_once('-') {
            Some((paper, _)) if own.is_empty() => of(paper),
            _ => own,
        }
    }

    /// The entries of an order or a paper that the matter declares.
    pub fn of(&self, subject: Subject) -> impl Iterator<Item = &Entry> {
        self.bound.iter().filter(move |(s, _)| *s == subject).filter_map(|(_, i)| self.entries.get(*i))
    }

    /// The orders whose own words are the text of an entry, with that entry.
    pub fn minutes(&self) -> impl Iterator<Item = (OrderId, &Entry)> {
        self.minutes.iter().filter_map(|(o, i)| Some((*o, self.entries.get(*i)?)))
    }

    /// The entries that nothing in the matter is said to be.
    pub fn unaccounted(&self) -> impl Iterator<Item = &Entry> {
        let reported = |i: &usize| self.cited.contains(i) || self.bound.iter().any(|(_, b)| b == i);
        self.entries.iter().enumerate().filter(move |(i, _)| !reported(i)).map(|(_, e)| e)
    }
}

/// The number of `Dkt. 290`, `ECF No. 290`, `Docket #290`; nothing of other papers.
#[must_use]
pub fn number_of(paper: &str) -> Option<&str> {
    let rest = ordain_base::words::DOCKET.iter().find_map(|w| paper.strip_prefix(w))?.trim_start();
    let number = rest.strip_prefix("No.").unwrap_or(rest).trim().trim_start_matches('#');
    number.starts_with(|c: char| c.is_ascii_digit()).then_some(number).filter(|n| !n.contains(' '))
}

/// Every day that some entries leave possible, where each gives one.
fn bounds_of_days(days: impl Iterator<Item = Option<NaiveDate>>) -> Option<Bounds> {
    days.flatten().fold(None, |all: Option<Bounds>, day| {
        Some(all.map_or(Bounds::on(day), |b| Bounds {
            first: b.first.min(Some(day)),
            last: b.last.max(Some(day)),
            time: None,
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: &str, filed: Option<(u32, u32)>, entered: Option<(u32, u32)>, row: u32) -> Entry {
        let day = |(month, day): (u32, u32)| NaiveDate::from_ymd_opt(2024, month, day).unwrap();
        Entry {
            number: Some(number.to_owned()),
            filed: filed.map(day),
            entered: entered.map(day),
            served: None,
            text: "ANSWER".to_owned(),
            in_error: false,
            modified: None,
            span: Span::new(row, row + 1),
        }
    }

    /// The oldest first, however the rows are in the file: by the day of filing, and then by that of entry.
    #[test]
    fn entries_are_in_the_order_of_their_days() {
        let rows = [
            entry("4", Some((3, 1)), Some((3, 2)), 0),
            entry("2", None, Some((2, 1)), 1),
            entry("3", Some((3, 1)), Some((3, 1)), 2),
            entry("1", Some((1, 5)), None, 3),
        ];
        let numbers = |rows: Vec<Entry>| -> Vec<String> {
            Docket::new(rows, Vec::new()).entries.into_iter().filter_map(|e| e.number).collect()
        };
        assert_eq!(numbers(rows.to_vec()), ["1", "2", "3", "4"]);
        assert_eq!(numbers(rows.into_iter().rev().collect()), ["1", "2", "3", "4"]);
    }
}
