//! Counting a period: from an event to the last day, or the last instant.

mod days;
mod hours;
mod job;
mod trace;
mod walk;

use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Tz;

pub use job::{Anchor, Options};
pub use trace::{Notice, Step, StepKind};

use super::calendar::{Calendar, Reading};
use super::error::TimeError;
use super::rules::{RuleSet, Rules};
use super::unit::{Direction, Length, Unit};
use job::Job;
use ordain_base::diag::codes::time as codes;
use trace::{Record, Silent, Trace};

/// A counted period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The last day on which the act is in time, under the prevailing reading.
    pub due: NaiveDate,
    /// The last second in time, in the court's zone; `None` where no zone is known.
    pub due_instant: Option<DateTime<Tz>>,
    /// Where the law is unsettled: the earlier day that is in time under every reading.
    pub earliest_safe: Option<NaiveDate>,
    /// Every step with its rule; the last one dated `due` by these steps alone.
    pub trace: Vec<Step>,
    /// What a reader must know beside the day, each with its code.
    pub notices: Vec<Notice>,
}

impl Counted {
    /// Whether an act at this instant is in time: an electronic filing has until
    /// midnight in the court's zone, whatever the filer's clock shows, and at
    /// 00:00:00 it is late. `None` where no zone is known.
    #[must_use]
    pub fn in_time(&self, act: DateTime<FixedOffset>) -> Option<bool> {
        self.due_instant.map(|last| act.timestamp() <= last.timestamp())
    }
}

/// Counts `length` from `anchor`, names every step, and gives the earlier safe
/// day beside the prevailing one where the law is unsettled.
///
/// # Errors
/// See [`TimeError`]: a year no calendar covers, rules not yet in force, hours
/// without a time or a zone, a period longer than [`Unit::limit`].
pub fn count(
    set: &RuleSet,
    calendar: &Calendar,
    anchor: Anchor,
    length: Length,
    direction: Direction,
    options: &Options,
) -> Result<Counted, TimeError> {
    let rules = version(set, anchor, length, options)?;
    let job = Job { rules, calendar, length, direction, options };
    let mut trace = Trace::default();
    if length.n == 0 {
        trace.notice(codes::zero_period);
    }
    if options.rules_as_of.is_some() && set.on(anchor.day()) != Some(rules) {
        trace.notice(|| codes::other_rules(&set.name, anchor.day(), rules.since));
    }
    let forward = calendar.forward_gaps.iter().filter(|_| direction == Direction::After);
    for gap in set.gaps.iter().chain(&calendar.gaps).chain(forward) {
        trace.notice(|| codes::gap(gap));
    }
    let (due, due_instant, safe) = if length.unit == Unit::Hours {
        let (at, zone) = hours::start(&job, anchor)?;
        let end = hours::run(&job, at, zone, Reading::Prevailing, &mut trace)?;
        let safe = hours::run(&job, at, zone, Reading::Settled, &mut Silent)?;
        (end.date_naive(), Some(end), safe.date_naive())
    } else {
        let due = days::run(&job, anchor.day(), Reading::Prevailing, &mut trace)?;
        let safe = days::run(&job, anchor.day(), Reading::Settled, &mut Silent)?;
        (due, trace::end_of_day(&job, due, &mut trace), safe)
    };
    let earliest_safe = (safe < due).then_some(safe);
    let (trace, notices) = trace.finish(earliest_safe);
    Ok(Counted { due, due_instant, earliest_safe, trace, notices })
}

/// The last day alone, without trace, notices or a second reading: nothing is
/// allocated. The same day as [`count`] gives.
///
/// # Errors
/// Those of [`count`].
pub fn due_day(
    set: &RuleSet,
    calendar: &Calendar,
    anchor: Anchor,
    length: Length,
    direction: Direction,
    options: &Options,
) -> Result<NaiveDate, TimeError> {
    let rules = version(set, anchor, length, options)?;
    let job = Job { rules, calendar, length, direction, options };
    if length.unit == Unit::Hours {
        let (at, zone) = hours::start(&job, anchor)?;
        return hours::run(&job, at, zone, Reading::Prevailing, &mut Silent).map(|t| t.date_naive());
    }
    days::run(&job, anchor.day(), Reading::Prevailing, &mut Silent)
}

fn version<'a>(set: &'a RuleSet, anchor: Anchor, length: Length, options: &Options) -> Result<&'a Rules, TimeError> {
    let limit = length.unit.limit();
    if length.n > limit {
        return Err(TimeError::TooLong { length, limit });
    }
    let day = options.rules_as_of.unwrap_or(anchor.day());
    let missing = || TimeError::NotInForce { rules: set.name.clone(), day, first: set.first_day() };
    set.on(day).ok_or_else(missing)
}
