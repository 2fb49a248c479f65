//! The three kinds of due time. They are three types on purpose: a fixed date
//! has no function that rolls it or adds service days, a standard has no date,
//! and only a period is counted.

use chrono::{Months, NaiveDate, NaiveTime};

use super::calendar::Calendar;
use super::count::{Anchor, Counted, Options, count};
use super::error::TimeError;
use super::rules::RuleSet;
use super::unit::{Direction, Length, Unit};

/// When something is due, before anything is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DueTime {
    /// A day that the order states.
    Fixed(FixedDate),
    /// A period that is counted.
    Period(Period),
    /// A standard that only a person can apply.
    Standard(Standard),
}

/// `by 2023-12-01`, `no later than Friday, April 19, 2024 at 5:00 p.m.`: never
/// rolls, not even from a Sunday (Violette v. P.A. Days, Inc., 427 F.3d 1015
/// (6th Cir. 2005); 2009 Committee Note to Fed. R. Civ. P. 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FixedDate {
    /// The last day on which performance is in time.
    pub day: NaiveDate,
    /// The clock time of the court's zone, where one is set.
    pub time: Option<NaiveTime>,
}

/// `14 days after service`: counted by a set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How long.
    pub length: Length,
    /// To which side of its event.
    pub direction: Direction,
}

impl Period {
    /// The day on which the period ends. See [`count`].
    ///
    /// # Errors
    /// Those of [`count`].
    pub fn count(
        self,
        rules: &RuleSet,
        calendar: &Calendar,
        anchor: Anchor,
        options: &Options,
    ) -> Result<Counted, TimeError> {
        count(rules, calendar, anchor, self.length, self.direction, options)
    }
}

/// `promptly`, `as soon as practicable`: a person decides; only an outer limit has a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    /// `promptly`, as written.
    pub words: String,
    /// The last day that the order sets beside it.
    pub outer: Option<Box<DueTime>>,
}

/// The day of the `k`-th instance (from 0) of `first by D and every N units
/// thereafter`: each is `k` lengths from the first, by the calendar, never
/// rolled and never counted from a rolled or clamped neighbour. `None` for
/// hours, for days that need a court's calendar, and past the end of dates.
#[must_use]
pub fn instance(first: NaiveDate, every: Length, k: u32) -> Option<NaiveDate> {
    let n = every.n.checked_mul(k)?;
    let days = |n: u32| first.checked_add_days(chrono::Days::new(u64::from(n)));
    let months = |n: u32| first.checked_add_months(Months::new(n));
    match every.unit {
        Unit::Days | Unit::CalendarDays => days(n),
        Unit::Weeks => days(n.checked_mul(7)?),
        Unit::Months => months(n),
        Unit::Quarters => months(n.checked_mul(3)?),
        Unit::Years => months(n.checked_mul(12)?),
        Unit::CourtDays | Unit::BusinessDays | Unit::Hours => None,
    }
}
