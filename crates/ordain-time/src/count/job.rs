//! What one count is asked: the event, and everything that bears on the days after it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::calendar::{Calendar, Reading};
use crate::rules::{Cited, Rules};
use crate::service::Service;
use crate::unit::{Direction, Length};

/// The event a period is measured from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// A day of which no hour is given.
    Day(NaiveDate),
    /// Clock time of the court's zone; needed for hours.
    At(NaiveDateTime),
}

impl Anchor {
    /// The day of the event, whatever its hour.
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        match self {
            Self::Day(d) => d,
            Self::At(t) => t.date(),
        }
    }
}

/// What else bears on a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How the paper that starts the period was served. Give it only where the
    /// period runs `after service`: no service days otherwise.
    pub service: Option<Service>,
    /// The day whose rules apply; that of the event where `None`.
    pub rules_as_of: Option<NaiveDate>,
    /// Days on which the clerk's office was inaccessible, beside those of the calendar.
    pub clerk_closed: Vec<NaiveDate>,
    /// The act is a filing: only then does an inaccessible clerk's office move the day.
    pub filing: bool,
    /// An order sets the period, not a statute or a rule of court.
    pub set_by_order: bool,
    /// The act is due on the weekday next after the period.
    pub next: Option<NextWeekday>,
}

/// `10:00 on the Monday next after the expiration of 20 days`: the first such weekday strictly later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextWeekday {
    /// The weekday.
    pub weekday: Weekday,
    /// The hour of that day, where one is named.
    pub time: Option<NaiveTime>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            service: None,
            rules_as_of: None,
            clerk_closed: Vec::new(),
            filing: true,
            set_by_order: false,
            next: None,
        }
    }
}

/// One count: everything that does not change while days are stepped over.
pub(super) struct Job<'a> {
    pub(super) rules: &'a Rules,
    pub(super) calendar: &'a Calendar,
    pub(super) length: Length,
    pub(super) direction: Direction,
    pub(super) options: &'a Options,
    /// Which reading of the rules is followed.
    pub(super) reading: Reading,
    /// Which days are closed.
    pub(super) days: Reading,
    /// Days taken to be closed beside those of the calendar, by number: what a gap may hide.
    pub(super) supposed: &'a [i32],
}

impl<'a> Job<'a> {
    /// The count that prevails.
    #[inline]
    pub(super) const fn prevailing(
        rules: &'a Rules,
        calendar: &'a Calendar,
        length: Length,
        direction: Direction,
        options: &'a Options,
    ) -> Self {
        let (reading, days) = (Reading::Prevailing, Reading::Prevailing);
        Self { rules, calendar, length, direction, options, reading, days, supposed: &[] }
    }

    /// Whether this count follows the rule.
    #[inline]
    pub(super) const fn holds(&self, cited: &Cited) -> bool {
        matches!(self.reading, Reading::Prevailing) || cited.unsettled.is_none()
    }

    /// Whether the clerk's office is inaccessible on a day, for an act that is a filing.
    pub(super) fn inaccessible(&self, day: NaiveDate) -> bool {
        self.options.clerk_closed.contains(&day)
            || (self.calendar.has_clerk_closures() && self.calendar.clerk_closed(day).is_some())
    }
}
