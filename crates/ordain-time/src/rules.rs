//! A set of counting rules, version by version, as its file states them.

use chrono::{Datelike, NaiveDate};

use super::gap::Gap;
use super::holiday::Source;
use super::service::Service;
use super::unit::Direction;
use ordain_base::source::Span;

/// `New Jersey` and `newjersey` are one name.
pub(super) fn same_letters(a: &str, b: &str) -> bool {
    let letters =
        |s: &str| s.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect::<Vec<_>>();
    letters(a) == letters(b)
}

/// `Fed. R. Civ. P. 6`, with every version that the file carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    /// `frcp`.
    pub name: String,
    /// Other names by which people ask for it: `california`.
    pub called: Vec<String>,
    /// How it is called in a sentence.
    pub title: String,
    /// The calendar whose holidays count, unless the court or the matter names another.
    pub calendar: String,
    /// A second calendar, whose holidays count besides, whichever the first is.
    pub calendar_too: Option<String>,
    /// In order of their first day; never empty.
    pub versions: Vec<Rules>,
    /// What the file says it does not carry.
    pub gaps: Vec<Gap>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Where its heading stands.
    pub span: Span,
}

impl RuleSet {
    /// `ccp`, `california`.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        same_letters(&self.name, name) || self.called.iter().any(|c| same_letters(c, name))
    }

    /// The names of its calendars.
    pub fn calendars(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.calendar.as_str()).chain(self.calendar_too.as_deref())
    }

    /// The version in force on `day`; `None` before the first.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Rules> {
        // They are few, and most counts are of late days.
        self.versions.iter().rev().find(|v| v.since <= day)
    }

    /// The day on which the first version came into force.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.versions.first().map_or(NaiveDate::MAX, |v| v.since)
    }
}

/// Whether a rule is settled, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// `Fed. R. Civ. P. 6(a)(1)(A)`.
    pub rule: String,
    /// Why the law is not settled, where it is not.
    pub unsettled: Option<String>,
}

/// The rules of one stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The name of the set: `frcp`.
    pub set: String,
    /// First day in force.
    pub since: NaiveDate,
    /// Both readings of every rule are one.
    pub settled: bool,
    /// The day of the event is not counted.
    pub excluded: Cited,
    /// Every day is counted.
    pub counted: Cited,
    /// Counting begins on the next open day, which is the first day; else on the next day.
    pub begins: Option<Cited>,
    /// A last day that is closed: on which side the next day is looked for.
    pub roll_after: (Direction, Cited),
    /// Whether only the last day of a filing rolls so.
    pub roll_filing_only: bool,
    /// Where a filing alone rolls so: the last day of another act that is a Sunday moves to the Monday.
    pub other_acts: Option<Cited>,
    /// The same, of a period before an event.
    pub roll_before: (Direction, Cited),
    /// A period before an event is of clear days: neither end is one of them.
    pub clear_before: Option<Cited>,
    /// Days of each year that no period counts.
    pub left_out: Option<LeftOut>,
    /// Periods of so few days that they skip closed days.
    pub short: Option<Short>,
    /// Hours are counted at once and end at the same time of the next open day.
    pub hours: Option<Cited>,
    /// The clerk's office is inaccessible on the last day for filing: forward, whatever the direction.
    pub inaccessible: Option<Cited>,
    /// The last day ends at midnight in the court's zone for an electronic filing.
    pub midnight: Option<Cited>,
    /// Holidays of the court's state close days of forward periods only.
    pub state_forward: Option<Cited>,
    /// For FRAP: also those of the state of the circuit clerk's office.
    pub circuit_state: bool,
    /// What each way of service adds.
    pub service: Vec<ServiceDays>,
    /// Service days are counted backward from a day counted backward.
    pub service_before: Option<Cited>,
    /// No service days on a period that an order sets.
    pub not_for_orders: Option<Cited>,
}

/// `a period of fewer than 7 days skips closed days`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    /// The fewest days of a period that skips closed days.
    pub from: u32,
    /// A period of so many days, or of more, counts every day.
    pub under: u32,
    /// Whether a period before an event counts every day.
    pub after_only: bool,
    /// The rule that says so.
    pub cited: Cited,
}

impl Short {
    /// Whether a period of `n` days on that side of its event skips closed days.
    #[must_use]
    pub fn has(&self, n: u32, direction: Direction) -> bool {
        (self.from..self.under).contains(&n) && !(self.after_only && direction == Direction::Before)
    }
}

/// `days from December 21 to January 7 are left out`: a recess of each year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Month and day of its first day.
    pub from: (u32, u32),
    /// Month and day of its last day; in the next year where that is earlier in the year.
    pub to: (u32, u32),
    /// A period that an order sets counts these days.
    pub not_for_orders: bool,
    /// The rule that says so.
    pub cited: Cited,
}

impl LeftOut {
    /// Whether the day is one of them.
    #[must_use]
    pub fn has(&self, day: NaiveDate) -> bool {
        let at = (day.month(), day.day());
        if self.from <= self.to { self.from <= at && at <= self.to } else { at >= self.from || at <= self.to }
    }
}

/// `service by mail adds 3 days after the period`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceDays {
    /// The way of service.
    pub by: Service,
    /// Only of a period before an event; a line without these words speaks of both sides.
    pub before: bool,
    /// 0 where the file says `adds nothing`.
    pub n: u32,
    /// The days are court days: closed ones are not counted.
    pub court_days: bool,
    /// Where the days are added.
    pub added: Added,
    /// The rule that adds them.
    pub cited: Cited,
}

/// Where the added days go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Added {
    /// After the period has run and rolled; their own last day rolls again.
    AfterThePeriod,
    /// To the period, which rolls once at its end.
    ToThePeriod,
}

impl Rules {
    /// To which side a closed last day moves, and the rule that says so.
    #[must_use]
    pub const fn roll(&self, direction: Direction) -> &(Direction, Cited) {
        match direction {
            Direction::After => &self.roll_after,
            Direction::Before => &self.roll_before,
        }
    }

    /// What the rules say of this way of service, if they say anything.
    #[must_use]
    pub fn service(&self, by: Service, direction: Direction) -> Option<&ServiceDays> {
        let own = self.service.iter().find(|s| s.by == by && s.before && direction == Direction::Before);
        own.or_else(|| self.service.iter().find(|s| s.by == by && !s.before))
    }
}
