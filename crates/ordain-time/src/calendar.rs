//! The closed days of one court under one set of rules: national holidays,
//! those of the state where the rules say so, and closures of the clerk's office.

use std::sync::Arc;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeZone, Weekday};
use chrono_tz::Tz;

use super::court::Court;
use super::dayset::DaySet;
use super::error::TimeError;
use super::gap::Gap;
use super::holidays::{Closed, ClosedDay, Holidays};
use super::unit::Direction;

/// Which days are closed, to each side of an event. Build one a matter and count with it often.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The court whose days these are; `None` where the matter names none.
    pub court: Option<Arc<Court>>,
    /// The court's zone, or the one the matter names.
    pub zone: Option<Tz>,
    /// What the files do not carry and a reader must know: a state without a calendar, a gap.
    pub gaps: Vec<Gap>,
    /// The same, of forward periods only.
    pub forward_gaps: Vec<Gap>,
    both: Vec<Arc<Holidays>>,
    forward: Vec<Arc<Holidays>>,
    clerk: Vec<(NaiveDate, String)>,
    after: Sets,
    before: Sets,
}

/// Closed days under the prevailing reading, and under the one that leaves open what is unsettled.
#[derive(Debug, Clone)]
struct Sets {
    prevailing: DaySet,
    settled: DaySet,
    /// The two are one.
    alike: bool,
}

/// Which reading of unsettled law a count follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Prevailing,
    /// Only what is settled closes a day.
    Settled,
}

impl Calendar {
    /// `both` closes days in either direction, `forward` only of periods after an event.
    #[must_use]
    pub fn new(both: Vec<Arc<Holidays>>, forward: Vec<Arc<Holidays>>) -> Self {
        let before = Sets::of(&both);
        let after = if forward.is_empty() { before.clone() } else { before.with(&forward) };
        let gaps = both.iter().flat_map(|h| h.gaps.clone()).collect();
        let (from, to) = cover(&both);
        let forward_gaps = forward.iter().flat_map(|h| h.gaps.iter().cloned().chain(h.beyond(from, to))).collect();
        Self { court: None, zone: None, gaps, forward_gaps, both, forward, clerk: Vec::new(), after, before }
    }

    /// The clerk's office was inaccessible on that day.
    pub fn close_clerk(&mut self, day: NaiveDate, why: &str) {
        let at = self.clerk.partition_point(|(d, _)| *d <= day);
        self.clerk.insert(at, (day, why.to_owned()));
    }

    /// What closes the day for a period in that direction, the settled reason first.
    ///
    /// # Errors
    /// [`TimeError::NotCovered`] where no calendar says anything of that year.
    pub fn closed(&self, day: NaiveDate, direction: Direction) -> Result<Option<ClosedDay>, TimeError> {
        if self.set(direction, Reading::Prevailing).contains(day.num_days_from_ce()).is_none() {
            return Err(self.not_covered(day.year()));
        }
        let found: Vec<&ClosedDay> = self.layers(direction).filter_map(|h| h.on(day)).collect();
        let settled = found.iter().find(|c| c.unsettled.is_none()).or(found.first());
        if let Some(c) = settled.filter(|c| c.unsettled.is_none() || !weekend(day)) {
            return Ok(Some((*c).clone()));
        }
        let name = if day.weekday() == Weekday::Sat { "Saturday" } else { "Sunday" };
        Ok(weekend(day).then(|| ClosedDay {
            day,
            name: name.to_owned(),
            kind: Closed::Weekend(day.weekday()),
            unsettled: self.weekend_doubt(day.weekday()).map(str::to_owned),
            source: None,
        }))
    }

    /// Why it is not settled that such a day of the weekend is closed.
    fn weekend_doubt(&self, weekday: Weekday) -> Option<&str> {
        let mut all = self.both.iter().flat_map(|h| &h.weekends);
        all.find(|w| w.weekday == weekday).map(|w| w.why.as_str())
    }

    /// Whether only a holiday of the court's state closes the day, for a period after an event.
    #[must_use]
    pub fn closed_by_state(&self, day: NaiveDate) -> bool {
        !weekend(day)
            && self.both.iter().all(|h| h.on(day).is_none())
            && self.forward.iter().any(|h| h.on(day).is_some())
    }

    /// The gaps that bear on a count in that direction.
    pub(super) fn gaps_of(&self, direction: Direction) -> impl Iterator<Item = &Gap> {
        let forward = if direction == Direction::After { self.forward_gaps.as_slice() } else { &[] };
        self.gaps.iter().chain(forward)
    }

    /// Why the clerk's office was inaccessible on that day, if it was.
    #[must_use]
    pub fn clerk_closed(&self, day: NaiveDate) -> Option<&str> {
        self.clerk.iter().find(|(d, _)| *d == day).map(|(_, why)| why.as_str())
    }

    /// Whether any closure of the clerk's office is known.
    pub(super) fn has_clerk_closures(&self) -> bool {
        !self.clerk.is_empty()
    }

    /// Every closed day of a year in order, weekends apart: what `ordain calendar` prints.
    /// The flag is true for a day that closes forward periods only.
    ///
    /// # Errors
    /// [`TimeError::NotCovered`].
    pub fn year(&self, year: i32) -> Result<Vec<(ClosedDay, bool)>, TimeError> {
        if let Some(h) = self.both.iter().find(|h| !h.covers(year)) {
            return Err(not_covered(h, year));
        }
        let of = |layers: &[Arc<Holidays>], forward: bool| -> Vec<(ClosedDay, bool)> {
            let all = layers.iter().flat_map(|h| h.days().iter().cloned());
            all.filter(|d| d.day.year() == year).map(|d| (d, forward)).collect()
        };
        let mut days = of(&self.both, false);
        let own: Vec<NaiveDate> = days.iter().filter(|(d, _)| d.unsettled.is_none()).map(|(d, _)| d.day).collect();
        days.extend(of(&self.forward, true).into_iter().filter(|(d, _)| !own.contains(&d.day)));
        days.extend(self.clerk.iter().filter(|(d, _)| d.year() == year).map(|(day, why)| {
            (ClosedDay { day: *day, name: why.clone(), kind: Closed::Clerk, unsettled: None, source: None }, false)
        }));
        days.sort_by_key(|(d, forward)| (d.day, *forward));
        Ok(days)
    }

    /// The calendar day of the court on which an instant falls, whatever the clock of the filer shows.
    #[must_use]
    pub fn court_day(&self, instant: DateTime<FixedOffset>) -> Option<NaiveDate> {
        self.zone.map(|z| instant.with_timezone(&z).date_naive())
    }

    /// The instant of a clock time of the court, as `by 5:00 p.m.` sets it. A time that
    /// the clocks show twice is taken the second time: nobody is late at the first.
    ///
    /// # Errors
    /// [`TimeError::HoursNeedZone`] where no zone is known, [`TimeError::NoSuchTime`] where
    /// the clocks went forward over it.
    pub fn instant(&self, day: NaiveDate, time: NaiveTime) -> Result<DateTime<Tz>, TimeError> {
        let zone = self.zone.ok_or(TimeError::HoursNeedZone)?;
        let at = day.and_time(time);
        let found = zone.from_local_datetime(&at).latest();
        found.ok_or_else(|| TimeError::NoSuchTime { at, zone: zone.name().to_owned() })
    }

    /// Whether every closed day to that side of an event is settled.
    pub(super) const fn settled(&self, direction: Direction) -> bool {
        match direction {
            Direction::After => self.after.alike,
            Direction::Before => self.before.alike,
        }
    }

    pub(super) fn set(&self, direction: Direction, reading: Reading) -> &DaySet {
        let sets = match direction {
            Direction::After => &self.after,
            Direction::Before => &self.before,
        };
        match reading {
            Reading::Prevailing => &sets.prevailing,
            Reading::Settled => &sets.settled,
        }
    }

    fn layers(&self, direction: Direction) -> impl Iterator<Item = &Arc<Holidays>> {
        let forward = if direction == Direction::After { self.forward.as_slice() } else { &[] };
        self.both.iter().chain(forward)
    }

    /// The error for a year that one of the calendars does not cover.
    pub(super) fn not_covered(&self, year: i32) -> TimeError {
        let missing = self.both.iter().find(|h| !h.covers(year));
        missing.map_or(TimeError::OutOfRange, |h| not_covered(h, year))
    }
}

fn not_covered(h: &Holidays, year: i32) -> TimeError {
    TimeError::NotCovered { calendar: h.name.clone(), year, from: h.from, to: h.to }
}

/// The years that all of them cover.
fn cover(layers: &[Arc<Holidays>]) -> (i32, i32) {
    (layers.iter().map(|h| h.from).max().unwrap_or(1), layers.iter().map(|h| h.to).min().unwrap_or(0))
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl Sets {
    /// The years that the calendars of the rules cover.
    fn of(both: &[Arc<Holidays>]) -> Self {
        let (from, to) = cover(both);
        let prevailing = DaySet::weekends(from, to, |_| true);
        let open = |day| both.iter().flat_map(|h| &h.weekends).any(|w| w.weekday == day);
        let settled = if open(Weekday::Sat) || open(Weekday::Sun) {
            DaySet::weekends(from, to, |d| !open(d))
        } else {
            prevailing.clone()
        };
        Self { prevailing, settled, alike: true }.with(both)
    }

    /// With the days of some calendars; a state's calendar that covers fewer years leaves a gap in the others.
    fn with(&self, layers: &[Arc<Holidays>]) -> Self {
        let mut sets = self.clone();
        for h in layers {
            h.fill(&mut sets.prevailing, &mut sets.settled);
        }
        sets.alike = sets.prevailing == sets.settled;
        sets
    }
}
