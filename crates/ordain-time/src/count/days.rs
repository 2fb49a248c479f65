//! Days and longer units: exclude the day of the event, count, roll, add what
//! service adds, roll again, and go past an inaccessible clerk's office.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::job::{Job, NextWeekday};
use super::trace::{Place, Record, Step, StepKind, closed_days_between, names_of_closed_days, on_dates, sentence};
use super::walk::{Walk, shift};
use crate::calendar::Reading;
use crate::error::TimeError;
use crate::rules::{Added, Cited, ServiceDays, Short};
use crate::unit::{Direction, Unit};
use ordain_base::diag::codes::count_notes;
use ordain_base::diag::codes::time::dated;
use ordain_base::diag::plural;

/// The last day under one reading.
pub(super) fn run<R: Record>(job: &Job<'_>, anchor: NaiveDate, rec: &mut R) -> Result<NaiveDate, TimeError> {
    let walk = Walk::new(job);
    rec.step(StepKind::Event, anchor, |place| {
        Step::new(place, &job.rules.excluded, not_counted(job, anchor)).unsettled_rule(&job.rules.excluded)
    });
    let from = begin(job, &walk, anchor, rec)?;
    let mut day = advance(job, &walk, from, rec)?;
    // Where a rule on service is not settled, the other reading adds nothing.
    let added = service(job, rec).filter(|s| job.holds(&s.cited));
    if let Some(s) = added.filter(|s| s.added == Added::ToThePeriod) {
        day = add_service(job, &walk, day, s, rec)?;
    }
    if let Some(next) = job.options.next {
        day = next_weekday(job, day, next, rec)?;
    }
    day = roll(job, &walk, day, rec)?;
    if let Some(s) = added.filter(|s| s.added == Added::AfterThePeriod) {
        day = add_service(job, &walk, day, s, rec)?;
        day = roll(job, &walk, day, rec)?;
    }
    clerk(job, &walk, day, rec)
}

/// The day from which the period is counted: that of the event, or the day before the next open
/// one, where counting begins on that. Where it is not settled that the day of the event is left
/// out, it is the first day under the other reading.
fn begin<R: Record>(job: &Job<'_>, walk: &Walk<'_>, event: NaiveDate, rec: &mut R) -> Result<NaiveDate, TimeError> {
    let counts = job.length.n > 0;
    let begins = job.rules.begins.as_ref().filter(|c| counts && job.holds(c));
    let Some(cited) = begins else {
        let event_counts = counts && !job.holds(&job.rules.excluded);
        return if event_counts { shift(event, 1, opposite(job.direction)) } else { Ok(event) };
    };
    let next = shift(event, 1, job.direction)?;
    let first = walk.open(next, job.direction)?;
    rec.step(StepKind::Begin, first, |place| {
        let closed = closed_days_between(walk, next, first, job.direction);
        let past = if closed.is_empty() { String::new() } else { format!("{}: ", on_dates(job, &closed)) };
        let why = format!("{past}counting begins on {}, the first day", dated(first));
        Step::new(place, cited, why).unsettled_by(&closed).unsettled_rule(cited)
    });
    shift(first, 1, opposite(job.direction))
}

/// The first such weekday strictly after the period.
fn next_weekday<R: Record>(
    job: &Job<'_>,
    day: NaiveDate,
    next: NextWeekday,
    rec: &mut R,
) -> Result<NaiveDate, TimeError> {
    let ahead = next.weekday.days_since(day.weekday());
    let to = shift(day, if ahead == 0 { 7 } else { ahead }, Direction::After)?;
    rec.step(StepKind::Count, to, |place| {
        let why = format!("the period ends on {}, and {} is the {} next after it", dated(day), dated(to), long(to));
        Step::new(place, &job.rules.counted, why)
    });
    Ok(to)
}

fn long(day: NaiveDate) -> String {
    day.format("%A").to_string()
}

/// Counts the period itself, without any roll.
fn advance<R: Record>(job: &Job<'_>, walk: &Walk<'_>, from: NaiveDate, rec: &mut R) -> Result<NaiveDate, TimeError> {
    let (n, side) = (job.length.n, job.direction);
    let short = job.rules.short.as_ref().filter(|s| job.length.unit == Unit::Days && s.has(n, side));
    // Where it is not settled that a short period skips closed days, the other reading counts them.
    let short = short.filter(|s| job.holds(&s.cited));
    let to = match job.length.unit {
        Unit::CourtDays | Unit::BusinessDays => {
            let to = walk.open_days(from, n, side)?;
            rec.step(StepKind::Count, to, |place| skipping(job, walk, (from, place), &job.rules.counted, ""));
            to
        }
        Unit::Days if short.is_some_and(|_| n > 0) => {
            let to = walk.open_days(from, n, side)?;
            if let Some(short) = short {
                rec.step(StepKind::Count, to, |place| {
                    let step = skipping(job, walk, (from, place), &short.cited, &why_short(short));
                    step.unsettled_rule(&short.cited)
                });
            }
            to
        }
        Unit::Days | Unit::CalendarDays | Unit::Hours => plain(job, walk, from, n, rec)?,
        Unit::Weeks => plain(job, walk, from, n.saturating_mul(7), rec)?,
        Unit::Months => months(job, walk, from, n, rec)?,
        Unit::Quarters => months(job, walk, from, n.saturating_mul(3), rec)?,
        Unit::Years => months(job, walk, from, n.saturating_mul(12), rec)?,
    };
    clear(job, to, rec)
}

/// The day before the clear days of a period before an event, where the rules count clear days.
fn clear<R: Record>(job: &Job<'_>, day: NaiveDate, rec: &mut R) -> Result<NaiveDate, TimeError> {
    let days = !matches!(job.length.unit, Unit::Months | Unit::Quarters | Unit::Years | Unit::Hours);
    let applies = days && job.length.n > 0 && job.direction == Direction::Before;
    let Some(cited) = job.rules.clear_before.as_ref().filter(|c| applies && job.holds(c)) else { return Ok(day) };
    let to = shift(day, 1, Direction::Before)?;
    rec.step(StepKind::Count, to, |place| {
        let why = format!("{} is the first of the clear days, so the act comes before it", dated(day));
        Step::new(place, cited, why).unsettled_rule(cited)
    });
    Ok(to)
}

fn why_short(short: &Short) -> String {
    if short.from > 0 {
        return format!(", because the period is of {}", plural(i64::from(short.from), "day"));
    }
    format!(", because the period is shorter than {}", plural(i64::from(short.under), "day"))
}

fn plain<R: Record>(
    job: &Job<'_>,
    walk: &Walk<'_>,
    from: NaiveDate,
    n: u32,
    rec: &mut R,
) -> Result<NaiveDate, TimeError> {
    let to = walk.days_beyond(from, n, job.direction)?;
    rec.step(StepKind::Count, to, |place| {
        let passed = walk.recess().filter(|_| (to - from).num_days().unsigned_abs() != u64::from(n));
        let (cited, how) = match passed {
            Some(recess) => (&recess.cited, "the days of the recess left out"),
            None => (&job.rules.counted, "every day counted"),
        };
        let why = sentence(format_args!("{} {} {}, {how}", job.length, side_word(job.direction), dated(from)));
        Step::new(place, cited, why).unsettled_rule(cited)
    });
    Ok(to)
}

/// The same-numbered day, or the last day of a shorter month.
fn months<R: Record>(
    job: &Job<'_>,
    walk: &Walk<'_>,
    from: NaiveDate,
    n: u32,
    rec: &mut R,
) -> Result<NaiveDate, TimeError> {
    let to = match job.direction {
        Direction::After => from.checked_add_months(Months::new(n)),
        Direction::Before => from.checked_sub_months(Months::new(n)),
    };
    let to = to.ok_or(TimeError::OutOfRange)?;
    rec.step(StepKind::Count, to, |place| {
        let mut why =
            format!("{} {} {}: the day of the same number", job.length, side_word(job.direction), dated(from));
        if to.day() != from.day() {
            why = format!("{why}; the month has no day {}, so its last day is taken", from.day());
        }
        Step::new(place, &job.rules.counted, why)
    });
    if to.day() != from.day() {
        rec.notice(|| count_notes::shorter_month(from, to));
    }
    past_recess(job, walk, from, to, rec)
}

/// A period in months that runs through a recess is longer by the days left out.
fn past_recess<R: Record>(
    job: &Job<'_>,
    walk: &Walk<'_>,
    from: NaiveDate,
    to: NaiveDate,
    rec: &mut R,
) -> Result<NaiveDate, TimeError> {
    let Some(recess) = walk.recess() else { return Ok(to) };
    let (a, z) = (from.min(to).num_days_from_ce(), from.max(to).num_days_from_ce());
    let passed = u32::try_from((a..=z).filter(|d| walk.left_out(*d)).count()).unwrap_or(0);
    if passed == 0 {
        return Ok(to);
    }
    let end = walk.days_beyond(to, passed, job.direction)?;
    rec.step(StepKind::Count, end, |place| {
        let why = format!("{} of the recess are left out", plural(i64::from(passed), "day"));
        Step::new(place, &recess.cited, why).unsettled_rule(&recess.cited)
    });
    Ok(end)
}

/// Days that skip closed ones, with what was skipped.
fn skipping(job: &Job<'_>, walk: &Walk<'_>, (from, place): (NaiveDate, Place), cited: &Cited, why: &str) -> Step {
    let to = place.date;
    let next = if from == to { Ok(from) } else { shift(from, 1, job.direction) };
    let skipped = closed_days_between(walk, next.unwrap_or(from), to, job.direction);
    let list =
        if skipped.is_empty() { String::new() } else { format!("; not counted: {}", names_of_closed_days(&skipped)) };
    let text = format!("{} {} {}, closed days skipped{why}{list}", job.length, side_word(job.direction), dated(from));
    Step::new(place, cited, text).unsettled_by(&skipped)
}

/// Moves a closed last day to the next open one, on the side the rules name.
fn roll<R: Record>(job: &Job<'_>, walk: &Walk<'_>, day: NaiveDate, rec: &mut R) -> Result<NaiveDate, TimeError> {
    let (side, cited) = job.rules.roll(job.direction);
    if job.direction == Direction::After && job.rules.roll_filing_only && !job.options.filing {
        let other = job.rules.other_acts.as_ref();
        // Where the rule on other acts is not settled, the other reading moves them as it moves a filing.
        if other.is_none_or(|o| job.holds(o)) {
            return other_act(day, other.unwrap_or(cited), other.is_some(), rec);
        }
    }
    let side = if job.holds(cited) { *side } else { opposite(*side) };
    let open = walk.open(day, side)?;
    // Whether a day of the recess is the next open day is not settled: the other reading stops there.
    let recess = walk.recess().filter(|_| open != day && walk.left_out(open.num_days_from_ce()));
    let to = if recess.is_some() && job.reading == Reading::Prevailing {
        walk.open_outside_recess(open, side)?
    } else {
        open
    };
    let kind = if to == day { StepKind::LastDay } else { StepKind::Roll };
    rec.step(kind, to, |place| {
        if to == day {
            return Step::new(place, cited, format!("{} is an open day", dated(day)));
        }
        let closed = closed_days_between(walk, day, to, side);
        let verb = match (side, job.direction) {
            (Direction::After, Direction::After) => "the period runs on to",
            (Direction::After, Direction::Before) => "the last day moves forward to",
            (Direction::Before, _) => "counting goes on backward to",
        };
        let why = sentence(format_args!("{}: {verb} {}", on_dates(job, &closed), dated(to)));
        Step::new(place, cited, why)
            .unsettled_by(&closed)
            .unsettled_rule(cited)
            .unsettled_recess(recess, open)
            .closed_by_state(job, &closed)
    });
    Ok(to)
}

/// The last day of an act that is no filing, where the rules move a filing alone: it stays, or moves from a Sunday.
fn other_act<R: Record>(day: NaiveDate, cited: &Cited, from_sunday: bool, rec: &mut R) -> Result<NaiveDate, TimeError> {
    let moves = from_sunday && day.weekday() == Weekday::Sun;
    let to = if moves { shift(day, 1, Direction::After)? } else { day };
    let kind = if moves { StepKind::Roll } else { StepKind::LastDay };
    rec.step(kind, to, |place| {
        let why = match (moves, from_sunday) {
            (true, _) => format!("{} is a Sunday: the period runs on to {}", dated(day), dated(to)),
            (false, true) => {
                format!("{}: the last day of an act that is no filing moves from a Sunday alone", dated(day))
            }
            (false, false) => format!("{}: only the last day of a filing moves", dated(day)),
        };
        Step::new(place, cited, why).unsettled_rule(cited)
    });
    Ok(to)
}

const fn opposite(side: Direction) -> Direction {
    match side {
        Direction::After => Direction::Before,
        Direction::Before => Direction::After,
    }
}

/// The service days that apply, with a notice where they were asked for and do not.
fn service<'a, R: Record>(job: &Job<'a>, rec: &mut R) -> Option<&'a ServiceDays> {
    let by = job.options.service?;
    let Some(s) = job.rules.service(by, job.direction) else {
        rec.notice(|| count_notes::service_not_named(by.phrase(), &job.rules.set));
        return None;
    };
    if s.n == 0 {
        rec.notice(|| count_notes::service_adds_nothing(by.phrase(), &s.cited.rule, job.rules.since));
        return None;
    }
    if job.direction == Direction::Before && job.rules.service_before.is_none() {
        rec.notice(|| count_notes::service_before(by.phrase(), &s.cited.rule));
        return None;
    }
    if let Some(cited) = job.rules.not_for_orders.as_ref().filter(|_| job.options.set_by_order) {
        rec.notice(|| count_notes::service_not_for_orders(by.phrase(), &cited.rule));
        return None;
    }
    Some(s)
}

fn add_service<R: Record>(
    job: &Job<'_>,
    walk: &Walk<'_>,
    day: NaiveDate,
    s: &ServiceDays,
    rec: &mut R,
) -> Result<NaiveDate, TimeError> {
    let to = if s.court_days { walk.open_days(day, s.n, job.direction)? } else { shift(day, s.n, job.direction)? };
    rec.step(StepKind::Service, to, |place| {
        let unit = if s.court_days { "court day" } else { "day" };
        let way = if job.direction == Direction::Before { ", counted on backward" } else { "" };
        let why = format!("{} adds {}{way}", s.by.phrase(), plural(i64::from(s.n), unit));
        let cited = job.rules.service_before.as_ref().filter(|_| job.direction == Direction::Before);
        Step::new(place, cited.unwrap_or(&s.cited), why).unsettled_rule(&s.cited)
    });
    Ok(to)
}

/// An inaccessible clerk's office moves a filing forward, even in a backward count.
fn clerk<R: Record>(job: &Job<'_>, walk: &Walk<'_>, day: NaiveDate, rec: &mut R) -> Result<NaiveDate, TimeError> {
    if !job.options.filing || !job.inaccessible(day) {
        return Ok(day);
    }
    let Some(cited) = &job.rules.inaccessible else {
        rec.notice(|| count_notes::clerk_silent(&job.rules.set, day));
        return Ok(day);
    };
    if !job.holds(cited) {
        return Ok(day);
    }
    let mut to = day;
    while job.inaccessible(to) || walk.closed(to.num_days_from_ce())? {
        to = to.succ_opt().ok_or(TimeError::OutOfRange)?;
    }
    rec.step(StepKind::Clerk, to, |place| {
        let why = job.calendar.clerk_closed(day).map_or(String::new(), |w| format!(" ({w})"));
        let past = closed_days_between(walk, day, to, Direction::After);
        let list = if past.is_empty() { String::new() } else { format!("; {}", on_dates(job, &past)) };
        let text = format!(
            "the clerk's office was inaccessible on {}{why}{list}: the time for filing is extended forward to {}",
            dated(day),
            dated(to)
        );
        Step::new(place, cited, text).unsettled_by(&past).unsettled_rule(cited)
    });
    Ok(to)
}

fn not_counted(job: &Job<'_>, anchor: NaiveDate) -> String {
    let since = dated(job.rules.since);
    sentence(format_args!("the day of the event, {}, is not counted (rules in force since {since})", dated(anchor)))
}

const fn side_word(direction: Direction) -> &'static str {
    match direction {
        Direction::After => "after",
        Direction::Before => "before",
    }
}
