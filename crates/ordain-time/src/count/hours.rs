//! Hours: elapsed time in the court's zone, to the same clock time of the next
//! open day where the end falls on a closed one.

use chrono::{DateTime, Duration, MappedLocalTime, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use super::job::{Anchor, Job};
use super::trace::{Record, Step, StepKind, closed_days_between, on_dates};
use super::walk::Walk;
use crate::error::TimeError;
use crate::unit::Direction;
use ordain_base::diag::codes::count_notes;
use ordain_base::diag::codes::time::{dated, timed};

/// The instant from which the hours run. A time that occurs twice is taken the
/// first time for a forward count's start: the period then ends no later than it may.
pub(super) fn start_of_hours(job: &Job<'_>, anchor: Anchor) -> Result<(DateTime<Tz>, Tz), TimeError> {
    let Anchor::At(at) = anchor else { return Err(TimeError::HoursNeedTime) };
    let zone = job.calendar.zone.ok_or(TimeError::HoursNeedZone)?;
    if job.rules.hours.is_none() {
        return Err(TimeError::HoursSilent { rules: job.rules.set.clone(), by_rules_of: None });
    }
    match zone.from_local_datetime(&at) {
        MappedLocalTime::Single(t) | MappedLocalTime::Ambiguous(t, _) => Ok((t, zone)),
        MappedLocalTime::None => Err(TimeError::NoSuchTime { at, zone: zone.name().to_owned() }),
    }
}

pub(super) fn run<R: Record>(
    job: &Job<'_>,
    at: DateTime<Tz>,
    zone: Tz,
    rec: &mut R,
) -> Result<DateTime<Tz>, TimeError> {
    let Some(cited) = &job.rules.hours else {
        return Err(TimeError::HoursSilent { rules: job.rules.set.clone(), by_rules_of: None });
    };
    let walk = Walk::new(job);
    let hours = Duration::hours(i64::from(job.length.n));
    let (raw, word) = match job.direction {
        Direction::After => (at.checked_add_signed(hours), "after"),
        Direction::Before => (at.checked_sub_signed(hours), "before"),
    };
    let raw = raw.ok_or(TimeError::OutOfRange)?;
    rec.step(StepKind::Event, at.date_naive(), |place| {
        let why = format!("counting begins at once, at {} ({})", timed(at.naive_local()), zone.name());
        Step::new(place, cited, why).at(at.naive_local())
    });
    if happens_twice(zone, at.naive_local()) {
        rec.notice(|| count_notes::time_twice(at.naive_local(), zone.name()));
    }
    rec.step(StepKind::Count, raw.date_naive(), |place| {
        let mut why = format!("{} {word} that, every hour counted", job.length);
        if raw.naive_local() - at.naive_local() != raw.signed_duration_since(at) {
            why.push_str(
                "; the clocks change within the period, and hours that pass are counted, not the hands of the clock",
            );
        }
        Step::new(place, cited, why).at(raw.naive_local())
    });
    let side = job.rules.roll(job.direction).0;
    // Where the rule on hours is not settled, the other reading ends them on a closed day too.
    let mut day = if job.holds(cited) { walk.open(raw.date_naive(), side)? } else { raw.date_naive() };
    if day != raw.date_naive() {
        let end = same_time(zone, raw, day, rec)?;
        rec.step(StepKind::Roll, day, |place| {
            let closed = closed_days_between(&walk, raw.date_naive(), day, side);
            let why = format!("{}: the period runs to the same time of {}", on_dates(job, &closed), dated(day));
            let step = Step::new(place, cited, why).at(end.naive_local());
            step.unsettled_by(&closed).unsettled_rule(cited).closed_by_state(job, &closed)
        });
    }
    if let Some(rule) =
        job.rules.inaccessible.as_ref().filter(|c| job.holds(c) && job.options.filing && job.inaccessible(day))
    {
        let from = day;
        day = accessible(job, &walk, day)?;
        let end = same_time(zone, raw, day, rec)?;
        rec.step(StepKind::Clerk, day, |place| {
            let why =
                format!("the clerk's office was inaccessible on {}: the same time of {}", dated(from), dated(day));
            Step::new(place, rule, why).at(end.naive_local()).unsettled_rule(rule)
        });
    }
    if day == raw.date_naive() { Ok(raw) } else { same_time(zone, raw, day, rec) }
}

fn accessible(job: &Job<'_>, walk: &Walk<'_>, from: NaiveDate) -> Result<NaiveDate, TimeError> {
    let mut day = from;
    while job.inaccessible(day) {
        day = walk.open(day.succ_opt().ok_or(TimeError::OutOfRange)?, Direction::After)?;
    }
    Ok(day)
}

/// The clock time of `raw` on another day. Where the clocks pass over it, the
/// first time after the gap; where it comes twice, the later: both with a notice.
fn same_time<R: Record>(zone: Tz, raw: DateTime<Tz>, day: NaiveDate, rec: &mut R) -> Result<DateTime<Tz>, TimeError> {
    let local = day.and_time(raw.naive_local().time());
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(t) => Ok(t),
        MappedLocalTime::Ambiguous(_, later) => {
            rec.notice(|| count_notes::time_twice(local, zone.name()));
            Ok(later)
        }
        MappedLocalTime::None => {
            rec.notice(|| count_notes::time_skipped_on_roll(local, zone.name()));
            let later = local.checked_add_signed(Duration::hours(1));
            later.and_then(|l| zone.from_local_datetime(&l).latest()).ok_or(TimeError::OutOfRange)
        }
    }
}

fn happens_twice(zone: Tz, local: NaiveDateTime) -> bool {
    matches!(zone.from_local_datetime(&local), MappedLocalTime::Ambiguous(..))
}
