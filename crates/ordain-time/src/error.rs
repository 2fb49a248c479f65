//! Why a count was refused. Each has its own code; the caller says which words to underline.

use chrono::{NaiveDate, NaiveDateTime};

use super::service::Service;
use super::unit::Length;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::time as codes;
use ordain_base::source::Span;

/// A refusal to guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeError {
    /// No rule set, court, zone, calendar or way of service of that name; `near` is one that may be meant.
    UnknownRules {
        name: String,
        near: Option<String>,
        known: Vec<String>,
    },
    UnknownCourt {
        name: String,
        near: Option<String>,
    },
    UnknownZone {
        name: String,
        near: Option<String>,
    },
    UnknownCalendar {
        name: String,
        near: Option<String>,
        known: Vec<String>,
    },
    UnknownService {
        name: String,
        near: Option<String>,
    },
    /// The period is longer than any order means.
    TooLong {
        length: Length,
        limit: u32,
    },
    /// A calendar says nothing of the year.
    NotCovered {
        calendar: String,
        year: i32,
        from: i32,
        to: i32,
    },
    /// The file of the rules begins later than the day of the trigger.
    NotInForce {
        rules: String,
        day: NaiveDate,
        first: NaiveDate,
    },
    /// Hours run from a clock time, not from a day.
    HoursNeedTime,
    /// Hours run in a zone, and neither a court nor a zone is named.
    HoursNeedZone,
    /// The rules do not say how hours are counted.
    HoursSilent {
        rules: String,
    },
    /// The clocks went forward over this time.
    NoSuchTime {
        at: NaiveDateTime,
        zone: String,
    },
    /// Past the last day that can be written.
    OutOfRange,
}

impl TimeError {
    /// The finding, at the words that asked for the impossible.
    #[must_use]
    pub fn diagnostic(&self, span: Span) -> Diagnostic {
        match self {
            Self::UnknownRules { name, near, known } => codes::unknown_rules(span, name, near.as_deref(), known),
            Self::UnknownCourt { name, near } => codes::unknown_court(span, name, near.as_deref()),
            Self::UnknownZone { name, near } => codes::unknown_zone(span, name, near.as_deref()),
            Self::UnknownCalendar { name, near, known } => codes::unknown_calendar(span, name, near.as_deref(), known),
            Self::UnknownService { name, near } => {
                let known: Vec<&str> = Service::ALL.iter().map(|(w, _)| *w).collect();
                codes::unknown_service(span, name, near.as_deref(), &known)
            }
            Self::TooLong { length, limit } => codes::period_too_long(span, &length.to_string(), *limit),
            Self::NotCovered { calendar, year, from, to } => codes::year_not_covered(span, calendar, *year, *from, *to),
            Self::NotInForce { rules, day, first } => codes::rules_not_in_force(span, rules, *day, *first),
            Self::HoursNeedTime => codes::hours_need_time(span),
            Self::HoursNeedZone => codes::hours_need_zone(span),
            Self::HoursSilent { rules } => codes::hours_silent(span, rules),
            Self::NoSuchTime { at, zone } => codes::time_skipped(span, *at, zone),
            Self::OutOfRange => codes::out_of_range(span),
        }
    }
}

impl std::fmt::Display for TimeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.diagnostic(Span::default()).message)
    }
}

impl std::error::Error for TimeError {}
