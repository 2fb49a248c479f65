//! A set of counting rules, version by version, as its file states them.

use chrono::NaiveDate;

use super::gap::Gap;
use super::holiday::Source;
use super::service::Service;
use super::unit::Direction;
use ordain_base::source::Span;

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
        self.name.eq_ignore_ascii_case(name) || self.called.iter().any(|c| c.eq_ignore_ascii_case(name))
    }

    /// The version in force on `day`; `None` before the first.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&Rules> {
        let n = self.versions.partition_point(|v| v.since <= day);
        self.versions.get(n.checked_sub(1)?)
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
    /// The day of the event is not counted.
    pub excluded: Cited,
    /// Every day is counted.
    pub counted: Cited,
    /// A last day that is closed: on which side the next day is looked for.
    pub roll_after: (Direction, Cited),
    /// The same, of a period before an event.
    pub roll_before: (Direction, Cited),
    /// Periods of fewer days than this skip closed days.
    pub short: Option<(u32, Cited)>,
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
