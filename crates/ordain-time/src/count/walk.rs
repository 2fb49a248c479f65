//! Stepping over the days of a calendar, one way or the other.

use chrono::{Datelike, Days, NaiveDate};

use super::job::Job;
use crate::calendar::Calendar;
use crate::dayset::DaySet;
use crate::error::TimeError;
use crate::rules::LeftOut;
use crate::unit::Direction;

/// The closed days that one count looks at.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) set: &'a DaySet,
    pub(super) direction: Direction,
    /// The recess that this period leaves out.
    recess: Option<&'a LeftOut>,
    supposed: &'a [i32],
}

impl<'a> Walk<'a> {
    pub(super) fn new(job: &Job<'a>) -> Self {
        let set = job.calendar.set(job.direction, job.days);
        let recess = job
            .rules
            .left_out
            .as_ref()
            .filter(|l| job.holds(&l.cited) && !(l.not_for_orders && job.options.set_by_order));
        Self { calendar: job.calendar, set, direction: job.direction, recess, supposed: job.supposed }
    }
}

impl Walk<'_> {
    #[inline]
    pub(super) fn closed(&self, day: i32) -> Result<bool, TimeError> {
        let closed = self.set.contains(day).ok_or_else(|| self.outside(day))?;
        Ok(closed || !self.supposed.is_empty() && self.supposed.contains(&day))
    }

    #[cold]
    fn outside(&self, day: i32) -> TimeError {
        let year = NaiveDate::from_num_days_from_ce_opt(day).map(|d| d.year());
        year.map_or(TimeError::OutOfRange, |y| self.calendar.not_covered(y))
    }

    /// Whether the day is one of those that no period counts.
    pub(super) fn left_out(&self, day: i32) -> bool {
        let found = |l: &LeftOut| NaiveDate::from_num_days_from_ce_opt(day).is_some_and(|d| l.has(d));
        self.recess.is_some_and(found)
    }

    /// The recess, where this period leaves one out.
    pub(super) const fn recess(&self) -> Option<&LeftOut> {
        self.recess
    }

    /// The first open day at or beyond `day` that no recess leaves out.
    pub(super) fn open_outside_recess(&self, day: NaiveDate, side: Direction) -> Result<NaiveDate, TimeError> {
        let mut n = day.num_days_from_ce();
        while self.closed(n)? || self.left_out(n) {
            n += sign(side);
        }
        date(n)
    }

    /// The `n`-th day beyond `day`, with the days that are left out passed over.
    pub(super) fn days_beyond(&self, day: NaiveDate, n: u32, side: Direction) -> Result<NaiveDate, TimeError> {
        if self.recess.is_none() { shift(day, n, side) } else { self.days_outside_recess(day, n, side) }
    }

    #[cold]
    fn days_outside_recess(&self, day: NaiveDate, n: u32, side: Direction) -> Result<NaiveDate, TimeError> {
        let (mut at, mut left, step) = (day.num_days_from_ce(), n, sign(side));
        while left > 0 {
            at = at.checked_add(step).ok_or(TimeError::OutOfRange)?;
            date(at)?;
            if !self.left_out(at) {
                left -= 1;
            }
        }
        date(at)
    }

    /// The first open day at or beyond `day`, to one side.
    #[inline]
    pub(super) fn open(&self, day: NaiveDate, side: Direction) -> Result<NaiveDate, TimeError> {
        let n = day.num_days_from_ce();
        let mut past = 0_u32;
        while self.closed(n + past.cast_signed() * sign(side))? {
            past += 1;
        }
        if past == 0 { Ok(day) } else { shift(day, past, side) }
    }

    /// The `count`-th open day beyond `day`; `day` itself is not counted.
    pub(super) fn open_days(&self, day: NaiveDate, count: u32, side: Direction) -> Result<NaiveDate, TimeError> {
        let (mut n, mut left, step) = (day.num_days_from_ce(), count, sign(side));
        while left > 0 {
            n += step;
            if !self.closed(n)? && !self.left_out(n) {
                left -= 1;
            }
        }
        date(n)
    }
}

const fn sign(side: Direction) -> i32 {
    match side {
        Direction::After => 1,
        Direction::Before => -1,
    }
}

pub(super) fn date(n: i32) -> Result<NaiveDate, TimeError> {
    in_range(NaiveDate::from_num_days_from_ce_opt(n))
}

#[inline]
pub(super) fn shift(day: NaiveDate, n: u32, side: Direction) -> Result<NaiveDate, TimeError> {
    let n = Days::new(u64::from(n));
    in_range(match side {
        Direction::After => day.checked_add_days(n),
        Direction::Before => day.checked_sub_days(n),
    })
}

/// The day; the error is made only where there is none.
#[inline]
const fn in_range(day: Option<NaiveDate>) -> Result<NaiveDate, TimeError> {
    match day {
        Some(day) => Ok(day),
        None => Err(TimeError::OutOfRange),
    }
}
