//! The days of one matter or many: a list for a screen, a sheet, JSON, and a calendar file.

mod continued;
mod ics;
mod json;
mod lines;
mod list;
mod sheet;
mod zone;

pub use continued::{CalendarFault, continued};
pub use ics::{Alarm, ics, ics_of_report, ics_of_run};
pub use json::{SCHEMA, json, schema};
pub use list::{plain, terminal};
pub use sheet::csv;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use ordain_core::report::{CalendarDay, DayKind, DayState, Report};

/// The days of several matters, and what was asked of them.
#[derive(Debug)]
pub struct Calendar<'r> {
    /// The matters that were read.
    pub matters: Vec<MatterDays<'r>>,
    /// Those that could not be read: the path as it was given, and why.
    pub not_read: Vec<(&'r str, &'r str)>,
    /// Only what falls due within so many days; all that is to come where `None`.
    pub within: Option<u32>,
    /// The party whose days alone were asked for.
    pub party: Option<&'r str>,
}

/// The days of one matter.
#[derive(Debug)]
pub struct MatterDays<'r> {
    /// The path as it was given.
    pub path: &'r str,
    /// Its report.
    pub report: &'r Report,
    /// Its days, those of others than the party that was asked for left out.
    pub days: Vec<CalendarDay>,
}

/// A day, and the matter it is of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DayOfMatter<'c> {
    pub(crate) matter: &'c MatterDays<'c>,
    pub(crate) day: &'c CalendarDay,
}

impl<'r> MatterDays<'r> {
    /// The days of a report; of one party, those on which it must act, and the hearings.
    #[must_use]
    pub fn of(path: &'r str, report: &'r Report, party: Option<&str>) -> Self {
        let mut days = report.days();
        if let Some(party) = party {
            days.retain(|d| d.kind == DayKind::Hearing || d.bearer.iter().any(|b| b == party));
        }
        Self { path, report, days }
    }

    /// `Doe v. Roe, No. 2:24-cv-00017, W.D. Wash.`
    fn named(&self) -> String {
        let around = [self.report.number.as_deref(), self.report.court.as_deref()];
        std::iter::once(self.report.matter.as_str()).chain(around.into_iter().flatten()).collect::<Vec<_>>().join(", ")
    }
}

impl Calendar<'_> {
    /// What is still to come, nearest first.
    pub(crate) fn ahead(&self) -> Vec<DayOfMatter<'_>> {
        let mut all = Vec::new();
        for matter in &self.matters {
            let today = matter.report.as_of;
            let last = self.within.map(|n| today.checked_add_days(Days::new(u64::from(n))).unwrap_or(NaiveDate::MAX));
            let asked = |d: &&CalendarDay| d.is_ahead(today) && last.is_none_or(|last| d.first() <= last);
            all.extend(matter.days.iter().filter(asked).map(|day| DayOfMatter { matter, day }));
        }
        all.sort_by(|a, b| {
            let key = |d: &DayOfMatter<'_>| (d.day.first(), d.day.on);
            key(a).cmp(&key(b)).then_with(|| a.matter.path.cmp(b.matter.path)).then_with(|| a.day.key.cmp(&b.day.key))
        });
        all
    }

    /// What tells each matter from every other one in a calendar file: its caption, number and court, and its path
    /// where two have the same.
    pub(crate) fn identities(&self) -> Vec<String> {
        let said: Vec<String> = self.matters.iter().map(|m| m.named()).collect();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        said.iter().for_each(|name| *times.entry(name).or_default() += 1);
        let with_path = |(name, m): (&String, &MatterDays<'_>)| match times.get(name.as_str()) {
            Some(2..) => format!("{name}, {}", m.path),
            _ => name.clone(),
        };
        said.iter().zip(&self.matters).map(with_path).collect()
    }

    /// How many days have passed without what was due on them, and in how many matters.
    pub(crate) fn missed(&self) -> (usize, usize) {
        let of = |m: &MatterDays<'_>| m.days.iter().filter(|d| d.state == DayState::Missed).count();
        let each: Vec<usize> = self.matters.iter().map(of).filter(|n| *n > 0).collect();
        (each.iter().sum(), each.len())
    }
}

impl DayOfMatter<'_> {
    /// `MTC ¶ 1 category 4`.
    pub(crate) fn name(&self) -> String {
        match self.day.parts.as_str() {
            "" => self.day.id.clone(),
            parts => format!("{} {parts}", self.day.id),
        }
    }

    /// What has to be done, or the hearing.
    pub(crate) fn what(&self) -> &str {
        match self.day.kind {
            DayKind::Hearing => "hearing",
            DayKind::Duty | DayKind::Permission | DayKind::CutOff => &self.day.text,
        }
    }

    /// How many days from the day of the report.
    pub(crate) fn in_days(&self) -> i64 {
        (self.day.on.day - self.matter.report.as_of).num_days()
    }
}
