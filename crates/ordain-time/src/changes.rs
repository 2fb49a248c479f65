//! What a year of closed days says that the year before did not.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::holidays::{Closed, ClosedDay};
use super::library::Library;
use super::request::{Answered, closed_days_of_year};

/// How the closed days of a court differ from those of the year before.
#[derive(Debug, Clone)]
pub struct Changes {
    /// The court as the table has it, or the name of the calendar.
    pub name: String,
    /// Its name in full.
    pub full: String,
    /// The later year.
    pub year: i32,
    /// In the order of their days, each with what is different.
    pub changes: Vec<Change>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The holiday.
    pub name: String,
    /// What is different.
    pub kind: ChangeKind,
    /// Its days in the later year; in the earlier one where it is gone.
    pub days: Vec<NaiveDate>,
}

/// What is different about a holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// It was no holiday the year before.
    New,
    /// It is one no more.
    Gone,
    /// It falls on a weekend, and another day is kept for it.
    NowObserved,
    /// It was kept on another day the year before, for a weekend.
    NoLongerObserved,
    /// It came to be settled that it closes its day.
    NowSettled,
    /// It is no more settled that it closes its day.
    NowUnsettled,
}

impl ChangeKind {
    /// What the change is called in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::NowObserved => "now observed",
            Self::NoLongerObserved => "no longer observed",
            Self::NowSettled => "now settled",
            Self::NowUnsettled => "now unsettled",
        }
    }
}

/// Compares a year with the one before it.
///
/// # Errors
/// No such court, calendar or rules; a year that is not covered.
pub fn changes_of_year(library: &Library, name: &str, of: i32, rules: Option<&str>) -> Answered<Changes> {
    let now = closed_days_of_year(library, name, of, rules)?;
    let before = closed_days_of_year(library, name, of.saturating_sub(1), rules)?;
    let (new, old) = (by_name(&now.days), by_name(&before.days));
    let mut found = Vec::new();
    for (holiday, days) in &new {
        let Some(was) = old.get(holiday) else {
            found.push(Change { name: (*holiday).to_owned(), kind: ChangeKind::New, days: dates_of(days) });
            continue;
        };
        let kinds = [
            (is_observed(days) && !is_observed(was)).then_some(ChangeKind::NowObserved),
            (!is_observed(days) && is_observed(was)).then_some(ChangeKind::NoLongerObserved),
            (is_settled(days) && !is_settled(was)).then_some(ChangeKind::NowSettled),
            (!is_settled(days) && is_settled(was)).then_some(ChangeKind::NowUnsettled),
        ];
        found.extend(kinds.into_iter().flatten().map(|kind| Change {
            name: (*holiday).to_owned(),
            kind,
            days: dates_of(days),
        }));
    }
    let gone = old.iter().filter(|(holiday, _)| !new.contains_key(*holiday));
    found.extend(gone.map(|(holiday, days)| Change {
        name: (*holiday).to_owned(),
        kind: ChangeKind::Gone,
        days: dates_of(days),
    }));
    // A day of the year before has its place by month and day.
    let day_of_year = |c: &Change| c.days.first().map(|d| d.format("%m-%d").to_string());
    found.sort_by_key(day_of_year);
    Ok(Changes { name: now.name, full: now.full, year: of, changes: found })
}

type Days<'a> = BTreeMap<&'a str, Vec<&'a ClosedDay>>;

fn by_name(days: &[(ClosedDay, bool)]) -> Days<'_> {
    let mut all: Days<'_> = BTreeMap::new();
    for (day, _) in days {
        all.entry(day.name.as_str()).or_default().push(day);
    }
    all
}

/// Each day once, though the country and the state both close it.
fn dates_of(days: &[&ClosedDay]) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = days.iter().map(|d| d.day).collect();
    dates.dedup();
    dates
}

fn is_observed(days: &[&ClosedDay]) -> bool {
    days.iter().any(|d| matches!(d.kind, Closed::Observed(_)))
}

/// Whether the day itself is settled; a weekday kept for a weekend may be less so.
fn is_settled(days: &[&ClosedDay]) -> bool {
    days.iter().any(|d| d.unsettled.is_none())
}
