//! The instances of a series that have begun by the day asked about, and what comes after them.

use chrono::{Datelike, NaiveDate};

use crate::eval::amended::deadline::{moved_deadline, shifted_day};
use crate::eval::amended::duty::{AmendedDuty, Shift};
use crate::eval::case::Case;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::period::period_deadline;
use crate::eval::duty::instance_matching::Window;
use crate::eval::recurring::nominal_day::{Start, nominal_day, period_end};
use crate::eval::recurring::series_span::{end_of_series, series_start};
use crate::eval::remark::Remark;
use crate::model::{Every, First, Paragraph, Period, Series};
use ordain_syntax::ast;
use ordain_syntax::ast::Unit;

/// No more instances of one duty are decided: five years of days, a lifetime of months.
pub(in crate::eval) const MOST: u32 = 2_000;

/// One due day of many.
pub(in crate::eval) struct Instance {
    /// From 1.
    pub(in crate::eval) n: u32,
    /// The days whose acts are its own.
    pub(in crate::eval) window: Window,
    pub(in crate::eval) deadline: Deadline,
    /// Why the order does not say whether it is owed.
    pub(in crate::eval) doubt: Option<InstanceDoubt>,
}

/// Why an order does not say whether one due day of many is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum InstanceDoubt {
    /// It falls on the very day on which the series ends.
    OnTheEnd,
    /// It is the first, on the very day on which the series begins.
    OnTheStart,
    /// It is for a quarter that had ended when the series began.
    BeforeTheStart,
}

impl InstanceDoubt {
    pub(in crate::eval) const fn why(self) -> &'static str {
        match self {
            Self::OnTheEnd => "the order does not say whether the day on which it ends is inside",
            Self::OnTheStart => {
                "the order does not say whether the first is due on the day on which it begins or one period after it"
            }
            Self::BeforeTheStart => {
                "it is for a period that had ended when this began, and the order does not say whether that one is owed"
            }
        }
    }
}

/// The instances that have begun by the day asked about, and what comes after them.
#[derive(Default)]
pub(in crate::eval) struct Run {
    pub(in crate::eval) instances: Vec<Instance>,
    /// Nominal days of the next three.
    pub(in crate::eval) next: Vec<NaiveDate>,
    /// The day that ended it.
    pub(in crate::eval) ended: Option<NaiveDate>,
    /// Why no due day can be named, or none after those that are.
    pub(in crate::eval) stop: Option<Deadline>,
    /// The last day of those that are decided, where more have fallen due.
    pub(in crate::eval) cut: Option<NaiveDate>,
}

pub(in crate::eval) fn run_of_series(
    case: &Case<'_>,
    paragraph: &Paragraph,
    series: &Series,
    amended: &AmendedDuty<'_>,
) -> Run {
    let mut run = Run::default();
    let start = match series_start(case, paragraph, series) {
        Ok(start) => start,
        Err(stop) => return Run { stop: Some(*stop), ..run },
    };
    let end = end_of_series(case, paragraph, series, &start);
    let past = |day: NaiveDate| end.as_ref().is_some_and(|e| e.last.is_some_and(|last| day > last));
    let mut opens = if start.first.is_some() { NaiveDate::MIN } else { start.base };
    let mut moved = amended.moved.as_ref();
    for n in 1.. {
        let Some(at) = nominal_day(case, &start, series.every, n) else {
            // No day can be named: that is no end, and nothing is lifted by it.
            run.stop = why_uncountable(series, n);
            break;
        };
        if past(at) {
            run.ended = end.as_ref().and_then(|e| e.last);
            break;
        }
        let mut deadline = instance_deadline(case, paragraph, series, &start, n, at);
        // An order that moves the paragraph's date moves that of the instance next due when it was entered.
        if let Some((to, _)) = moved.filter(|(_, by)| by.day.is_none_or(|d| at >= d)) {
            deadline = moved_deadline(case, paragraph, to);
            moved = None;
        }
        if let Some(one) = amended.moved_instances.iter().rev().find(|m| m.n == n) {
            deadline = moved_deadline(case, paragraph, &one.to);
        }
        let shifts = |s: &&Shift| s.only.map_or_else(|| s.by.day.is_none_or(|d| at >= d), |only| only == n);
        for shift in amended.shifts.iter().filter(shifts) {
            if let Some(due) = shifted_day(case, &deadline, shift.length, shift.earlier) {
                deadline = Deadline::By(due);
            }
        }
        let due = deadline.day().unwrap_or(at);
        let doubt = match () {
            () if end.as_ref().is_some_and(|e| e.doubts(at)) => Some(InstanceDoubt::OnTheEnd),
            () if n == 1 && matches!(series.first, First::OnOrAfter(..)) => Some(InstanceDoubt::OnTheStart),
            () if ended_before_start(series, &start, n) => Some(InstanceDoubt::BeforeTheStart),
            () => None,
        };
        // A day that rolls onto the day of the one before is one with it.
        if n < MOST && run.instances.last().is_some_and(|before| due <= before.window.due) {
            continue;
        }
        // `by the 15th of each month beginning May 15`: the first may be done before its day.
        let on_first_day = n == 1 && !matches!(series.every, Every::Length(_)) && due.pred_opt() == Some(opens);
        let opened = if on_first_day { NaiveDate::MIN } else { opens };
        run.instances.push(Instance { n, window: Window { opens: opened, due: due.max(opens) }, deadline, doubt });
        opens = due.max(opens);
        if due >= case.question.as_of {
            let next = (n + 1..=n + 3).map_while(|n| nominal_day(case, &start, series.every, n));
            run.next = next.filter(|d| !past(*d)).collect();
            break;
        }
        if n == MOST {
            case.remark(paragraph, Remark::TooMany { most: MOST, last: due });
            run.cut = Some(due);
            break;
        }
    }
    run
}

/// The due time of instance `n`: the first as it is stated, the others
/// counted from the base by the rules of the court, a day of the month as it is.
fn instance_deadline(
    case: &Case<'_>,
    paragraph: &Paragraph,
    series: &Series,
    start: &Start,
    n: u32,
    nominal: NaiveDate,
) -> Deadline {
    let lengths = start.lengths(n);
    if let (Some(first), 0) = (&start.first, lengths) {
        return first.clone();
    }
    if let Every::BusinessDay(nth) = series.every {
        return business_day(case, paragraph, nth, nominal);
    }
    if let Every::AfterEnd { of, length: Some(length) } = series.every
        && let Some(end) = period_end(start.base, of, Some(length), lengths)
    {
        return counted_from(case, paragraph, end, length, nominal);
    }
    let Every::Length(every) = series.every else { return fixed(nominal, None) };
    let Some(all) = every.n.checked_mul(lengths) else { return fixed(nominal, None) };
    let months = !matches!(every.unit, Unit::Weeks | Unit::Days | Unit::CalendarDays | Unit::Hours)
        && !matches!(every.unit, Unit::CourtDays | Unit::BusinessDays);
    let (all, unit) = match start.opens {
        Some(_) if months => (u32::try_from((nominal - start.base).num_days()).unwrap_or(all), Unit::Days),
        _ => (all, every.unit),
    };
    counted_from(case, paragraph, start.base, ast::Length { n: all, unit, span: every.span }, nominal)
}

/// So much after a day, by the rules of the court.
fn counted_from(
    case: &Case<'_>,
    paragraph: &Paragraph,
    from: NaiveDate,
    length: ast::Length,
    nominal: NaiveDate,
) -> Deadline {
    let period = Period::from_day(length, from, false);
    match period_deadline(case, paragraph, &period) {
        // Not due yet, and it can only come later than this: said once it is past.
        Deadline::Unsettled(_) | Deadline::Uncounted { .. } if nominal >= case.question.as_of => fixed(nominal, None),
        found => found,
    }
}

/// It is for a period that was over when the series began.
fn ended_before_start(series: &Series, start: &Start, n: u32) -> bool {
    let Every::AfterEnd { of, length: Some(length) } = series.every else { return false };
    start.first.is_none() && period_end(start.base, of, Some(length), n).is_some_and(|end| end <= start.base)
}

/// The first business day of the month of `nominal`, by the calendar of the court: counted from
/// the day before the month, and its last from the day after.
fn business_day(case: &Case<'_>, paragraph: &Paragraph, nth: Option<u8>, nominal: NaiveDate) -> Deadline {
    let first = nominal.with_day(1);
    let base = match nth {
        Some(_) => first.and_then(|d| d.pred_opt()),
        None => first.and_then(|d| d.checked_add_months(chrono::Months::new(1))),
    };
    let Some(base) = base else { return fixed(nominal, None) };
    let length = ast::Length { n: u32::from(nth.unwrap_or(1)), unit: Unit::BusinessDays, span: paragraph.span };
    let period = Period::from_day(length, base, nth.is_none());
    // What is counted from a day that is certain has a day, or cannot be counted.
    period_deadline(case, paragraph, &period)
}

/// Why a series of which no instance `n` can be named cannot be counted.
fn why_uncountable(series: &Series, n: u32) -> Option<Deadline> {
    let Every::Length(every) = series.every else { return None };
    let words = &series.words;
    let why = match every.unit {
        Unit::Hours => format!(
            "`{words}` recurs in hours, and the record tells days: the days on which it falls due are not counted"
        ),
        Unit::CourtDays | Unit::BusinessDays => {
            format!("`{words}` recurs in days on which the court sits, and no calendar tells them as far as #{n}")
        }
        _ => return None,
    };
    Some(Deadline::Unsettled(why))
}
