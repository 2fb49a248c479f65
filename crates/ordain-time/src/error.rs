//! Why a count was refused. Each has its own code; the caller says which words to underline.

use chrono::{NaiveDate, NaiveDateTime};

use super::service::Service;
use super::unit::Length;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::time as codes;
use ordain_base::source::Span;

/// What the courts that a name may mean have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// They are those of one state.
    State,
    /// They sit in counties of one name.
    County,
}

/// A refusal to guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeError {
    /// No rule set, court, zone, calendar or way of service of that name; `near` is one that may be meant.
    UnknownRules {
        /// As written.
        name: String,
        /// A name that may be meant.
        near: Option<String>,
        /// All that are known.
        known: Vec<String>,
    },
    /// A court that counts by rules of its own, which nobody has read.
    RulesNotKnown {
        /// Its name in full.
        court: String,
        /// What is known of its rules nevertheless.
        known: Option<String>,
    },
    /// No court of that name.
    UnknownCourt {
        /// As written.
        name: String,
        /// The courts that may be meant, by their citation.
        among: Vec<String>,
        /// What those have in common.
        of: Among,
    },
    /// No time zone of that name.
    UnknownZone {
        /// As written.
        name: String,
        /// A zone that may be meant.
        near: Option<String>,
    },
    /// No calendar of that name.
    UnknownCalendar {
        /// As written.
        name: String,
        /// A calendar that may be meant.
        near: Option<String>,
        /// All that are known.
        known: Vec<String>,
    },
    /// No way of service of that name.
    UnknownService {
        /// As written.
        name: String,
        /// A way that may be meant.
        near: Option<String>,
    },
    /// The period is longer than any order means.
    TooLong {
        /// The period asked for.
        length: Length,
        /// The most of its unit that is counted.
        limit: u32,
    },
    /// A calendar says nothing of the year.
    NotCovered {
        /// Its name.
        calendar: String,
        /// The year that is not covered.
        year: i32,
        /// The first year that is.
        from: i32,
        /// The last year that is.
        to: i32,
    },
    /// The file of the rules begins later than the day of the trigger.
    NotInForce {
        /// The name of the set.
        rules: String,
        /// The day whose rules were wanted.
        day: NaiveDate,
        /// The first day of which the file has rules.
        first: NaiveDate,
        /// A day by whose rules the same count works; only whoever can ask for it tries.
        by_rules_of: Option<NaiveDate>,
    },
    /// Hours run from a clock time, not from a day.
    HoursNeedTime,
    /// Hours run in a zone, and neither a court nor a zone is named.
    HoursNeedZone,
    /// The rules do not say how hours are counted.
    HoursSilent {
        /// The name of the set.
        rules: String,
        /// A day by whose rules the same count works; only whoever can ask for it tries.
        by_rules_of: Option<NaiveDate>,
    },
    /// The clocks went forward over this time.
    NoSuchTime {
        /// The clock time that did not occur.
        at: NaiveDateTime,
        /// The zone in which it did not.
        zone: String,
    },
    /// Nobody names a court or rules.
    NoRules,
    /// Past the last day that can be written.
    OutOfRange,
}

impl TimeError {
    /// The finding, at the words that asked for the impossible.
    #[must_use]
    pub fn diagnostic(&self, span: Span) -> Diagnostic {
        match self {
            Self::UnknownRules { name, near, known } => codes::unknown_rules(span, name, near.as_deref(), known),
            Self::RulesNotKnown { court, known } => codes::rules_not_known(span, court, known.as_deref()),
            Self::UnknownCourt { name, among, of: Among::State } => codes::unknown_court(span, name, among),
            Self::UnknownCourt { name, among, of: Among::County } => codes::court_of_some_county(span, name, among),
            Self::UnknownZone { name, near } => codes::unknown_zone(span, name, near.as_deref()),
            Self::UnknownCalendar { name, near, known } => codes::unknown_calendar(span, name, near.as_deref(), known),
            Self::UnknownService { name, near } => {
                let known: Vec<&str> = Service::ALL.iter().map(|(w, _)| *w).collect();
                codes::unknown_service(span, name, near.as_deref(), &known)
            }
            Self::TooLong { length, limit } => codes::period_too_long(span, &length.to_string(), *limit),
            Self::NotCovered { calendar, year, from, to } => codes::year_not_covered(span, calendar, *year, *from, *to),
            Self::NotInForce { rules, day, first, by_rules_of } => {
                codes::rules_not_in_force(span, rules, *day, *first, *by_rules_of)
            }
            Self::HoursNeedTime => codes::hours_need_time(span),
            Self::HoursNeedZone => codes::hours_need_zone(span),
            Self::HoursSilent { rules, by_rules_of } => codes::hours_silent(span, rules, *by_rules_of),
            Self::NoSuchTime { at, zone } => codes::time_skipped(span, *at, zone),
            Self::NoRules => codes::no_rules(span),
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
