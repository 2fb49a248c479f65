//! Days and periods, as orders word them: `Thu 2016-08-04 17:00`, `14 days after service`.

use chrono::{NaiveDate, NaiveTime};

use super::anchor::Anchor;
pub use ordain_syntax::ast::unit_word;
use ordain_syntax::ast::{Date, Length, Time};
use ordain_time::Service;

/// A day, with the clock time where one is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub day: NaiveDate,
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// `Thu 2016-08-04`, `Thu 2016-08-04 17:00`.
    #[must_use]
    pub fn in_words(self) -> String {
        ordain_base::words::moment(self.day, self.time)
    }
}

impl From<&Date> for Moment {
    fn from(d: &Date) -> Self {
        Self { day: d.day, time: d.time.and_then(clock_time_of) }
    }
}

/// A period and the event it is counted from.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    pub length: Length,
    pub anchor: Anchor,
    /// The event as the order words it.
    pub words: String,
    /// `at least 7 days before`.
    pub backward: bool,
    /// A date stated beside the period.
    pub stated: Option<NaiveDate>,
    /// Which of the two holds where they differ.
    pub governs: Option<Governs>,
    /// `after service by mail`: where the period runs from the service of a paper, the way in which it is served.
    pub service: Option<ServiceWay>,
}

/// In what way a paper is served, as the order has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceWay {
    /// `after service`.
    Unsaid,
    /// `after service by mail`.
    Stated(Service),
}

impl Period {
    /// So much time after a day, or before it.
    #[must_use]
    pub fn from_day(length: Length, day: NaiveDate, backward: bool) -> Self {
        let words = ordain_base::words::day(day);
        Self { length, anchor: Anchor::Day(day), words, backward, stated: None, governs: None, service: None }
    }

    /// `30 days after final disposition`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let side = if self.backward { "before" } else { "after" };
        format!("{} {} {side} {}", self.length.n, unit_word(self.length), self.words)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Governs {
    Date,
    Period,
}

/// The clock time, where one was written; close of business is a lawyer's 17:00
/// only where a rule says so, so here it stays the day.
#[must_use]
pub const fn clock_time_of(time: Time) -> Option<NaiveTime> {
    match time {
        Time::Clock(t) => Some(t),
        Time::CloseOfBusiness => None,
    }
}
