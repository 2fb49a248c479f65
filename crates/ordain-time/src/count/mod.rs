//! Counting a period: from an event to the last day, or the last instant.

mod days;
mod extent;
mod hours;
mod job;
mod trace;
mod walk;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use chrono_tz::Tz;

pub use job::{Anchor, NextWeekday, Options};
pub use trace::{Notice, Step, StepKind};

use super::calendar::Calendar;
use super::error::TimeError;
use super::gap::Gap;
use super::rules::{RuleSet, Rules};
use super::unit::{Direction, Length, Unit};
use job::Job;
use ordain_base::diag::codes::count_notes;
use trace::{Record, Silent, Trace};

/// A counted period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The last day on which the act is in time, under the prevailing reading.
    pub due: NaiveDate,
    /// The last second in time, in the court's zone; `None` where no zone is known.
    pub due_instant: Option<DateTime<Tz>>,
    /// Where the law is not settled, or a calendar has a gap: the earlier day that is in time
    /// under every reading and with every day closed that the gap may hide.
    pub earliest_safe: Option<NaiveDate>,
    /// The same to the other side: the later day after which an act is late under every count.
    pub latest: Option<NaiveDate>,
    /// Why the day is between those two and not certain: what a calendar does not know, and what
    /// is not settled.
    pub doubts: Vec<String>,
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
    let job = Job::prevailing(rules, calendar, length, direction, options);
    let mut trace = Trace::default();
    if length.n == 0 {
        trace.notice(count_notes::zero_period);
    }
    if options.rules_as_of.is_some() && set.on(anchor.day()) != Some(rules) {
        trace.notice(|| count_notes::other_rules(&set.name, anchor.day(), rules.since));
    }
    let (due, due_instant) = if length.unit == Unit::Hours {
        let (at, zone) = hours::start_of_hours(&job, anchor)?;
        let end = hours::run(&job, at, zone, &mut trace)?;
        (end.date_naive(), Some(end))
    } else {
        let due = days::run(&job, anchor.day(), &mut trace)?;
        let hour = options.next.and_then(|n| n.time);
        match hour {
            Some(time) => (due, trace::at_hour(&job, due, time, &mut trace)),
            None => (due, trace::end_of_day(&job, due, &mut trace)),
        }
    };
    let (first, last) = (due.min(anchor.day()).year(), due.max(anchor.day()).year());
    let all = set.gaps.iter().chain(calendar.gaps_of(direction));
    let gaps: Vec<&Gap> = all.filter(|g| g.reaches(first, last)).collect();
    let unknown = gaps.iter().map(|g| g.days).fold(0_u32, u32::saturating_add);
    let (first, last) = extent::extent(&job, anchor, due, unknown)?;
    let (earliest_safe, latest) = ((first < due).then_some(first), (last > due).then_some(last));
    let mut doubts: Vec<String> = Vec::new();
    if earliest_safe.is_some() || latest.is_some() {
        doubts.extend(gaps.iter().filter(|g| g.days > 0).map(|g| g.text.clone()));
        doubts.extend(trace.unsettled());
    }
    for gap in gaps {
        trace.notice(|| {
            count_notes::gap(
                &gap.text,
                if gap.days > 0 { earliest_safe.filter(|_| latest.is_none()).or(latest) } else { None },
            )
        });
    }
    let (trace, notices) = trace.finish(earliest_safe);
    Ok(Counted { due, due_instant, earliest_safe, latest, doubts, trace, notices })
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
    let job = Job::prevailing(rules, calendar, length, direction, options);
    extent::last_day(&job, anchor, &mut Silent)
}

fn version<'a>(set: &'a RuleSet, anchor: Anchor, length: Length, options: &Options) -> Result<&'a Rules, TimeError> {
    let limit = length.unit.limit();
    if length.n > limit {
        return Err(TimeError::TooLong { length, limit });
    }
    let day = options.rules_as_of.unwrap_or(anchor.day());
    let missing = || TimeError::NotInForce { rules: set.name.clone(), day, first: set.first_day(), by_rules_of: None };
    set.on(day).ok_or_else(missing)
}
