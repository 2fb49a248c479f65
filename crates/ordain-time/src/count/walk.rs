//! Stepping over the days of a calendar, one way or the other.

use chrono::{Datelike, NaiveDate};

use super::job::Job;
use crate::calendar::{Calendar, Reading};
use crate::dayset::DaySet;
use crate::error::TimeError;
use crate::unit::Direction;

/// The closed days that one count looks at.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) set: &'a DaySet,
    pub(super) direction: Direction,
    supposed: &'a [i32],
}

impl<'a> Walk<'a> {
    pub(super) fn new(job: &Job<'a>, reading: Reading) -> Self {
        let set = job.calendar.set(job.direction, reading);
        Self { calendar: job.calendar, set, direction: job.direction, supposed: job.supposed }
    }
}

impl Walk<'_> {
    pub(super) fn closed(&self, day: i32) -> Result<bool, TimeError> {
        let closed = self.set.contains(day).ok_or_else(|| self.outside(day))?;
        Ok(closed || self.supposed.contains(&day))
    }

    #[cold]
    fn outside(&self, day: i32) -> TimeError {
        let year = NaiveDate::from_num_days_from_ce_opt(day).map(|d| d.year());
        year.map_or(TimeError::OutOfRange, |y| self.calendar.not_covered(y))
    }

    /// The first open day at or beyond `day`, to one side.
    pub(super) fn open(&self, day: NaiveDate, side: Direction) -> Result<NaiveDate, TimeError> {
        let mut n = day.num_days_from_ce();
        if !self.closed(n)? {
            return Ok(day);
        }
        let step = sign(side);
        while self.closed(n)? {
            n += step;
        }
        date(n)
    }

    /// The `count`-th open day beyond `day`; `day` itself is not counted.
    pub(super) fn open_days(&self, day: NaiveDate, count: u32, side: Direction) -> Result<NaiveDate, TimeError> {
        let (mut n, mut left, step) = (day.num_days_from_ce(), count, sign(side));
        while left > 0 {
            n += step;
            if !self.closed(n)? {
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
    NaiveDate::from_num_days_from_ce_opt(n).ok_or(TimeError::OutOfRange)
}

pub(super) fn shift(day: NaiveDate, n: u32, side: Direction) -> Result<NaiveDate, TimeError> {
    let n = i32::try_from(n).map_err(|_| TimeError::OutOfRange)?;
    date(day.num_days_from_ce().checked_add(n * sign(side)).ok_or(TimeError::OutOfRange)?)
}
