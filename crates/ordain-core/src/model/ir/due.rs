//! When a duty falls due, as the order words it: names resolved, nothing counted.

use chrono::NaiveDate;

use super::anchor::Anchor;
use super::ids::ThingId;
use super::object::Act;
use super::period::{Moment, Period};
use super::series::Series;

/// The due time of a duty.
#[derive(Debug, Clone, PartialEq)]
pub enum Due {
    /// `by D`; `strict` for `before D`. A fixed date: never rolled. `by the close of business on D` says
    /// neither whose close nor at what hour.
    Day { moment: Moment, strict: bool, close_of_business: bool },
    /// `by the hearing`, `before the trial`.
    Event { anchor: Anchor, words: String, strict: bool },
    /// `within 14 days after E`, `at least 7 days before E`.
    Period(Box<Period>),
    /// `the earlier of … and …`, `the later of …`.
    Several { later: bool, arms: Vec<Due> },
    /// `at Status`, `at Status of January 9, 2024`: at an appointment, as it stands.
    At { hearing: ThingId, on: Option<NaiveDate> },
    /// `until D`; whether D is inside is not said unless `inclusive`.
    Until { moment: Moment, inclusive: bool },
    /// `until Ruling`: whether its day is inside is not said unless `inclusive`.
    UntilEvent { anchor: Anchor, words: String, inclusive: bool },
    /// `until 30 days after final disposition`: how long it lasts; whether its last day is inside is not said unless `inclusive`.
    UntilPeriod { period: Box<Period>, inclusive: bool },
    /// `within 48 hours after each Ruling`: the period, once for each time it happens.
    EachTime(Box<Period>),
    /// `without first filing letter`: until whoever is bound has done this.
    UntilDone { act: Box<Act>, words: String },
    /// `promptly` and nothing else.
    Standard,
    /// `no deadline`, `continuing`, `until further order`, `pending E`: the words.
    Open(String),
    /// `every 30 days after E until F`, `first by D and every month thereafter`: one due day after another.
    Series(Box<Series>),
    /// `within 48 hours after each E`: the words.
    Recurring { words: String },
}
