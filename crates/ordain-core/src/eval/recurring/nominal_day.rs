//! The day of one instance of a series by the calendar alone: the anchor of the next, never rolled.

use chrono::{Datelike, NaiveDate};

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::model::Every;
use ordain_syntax::ast;
use ordain_syntax::ast::{CalendarPeriod, Length, Unit, YearDays};

/// The event from which the days run.
pub(in crate::eval) struct Start {
    pub(in crate::eval) base: NaiveDate,
    /// The first due day, where it is not a length after the base.
    pub(in crate::eval) first: Option<Deadline>,
    /// The base is the day before a first day, from which months are counted: a month that begins on
    /// March 1 ends on March 31, whatever February's last day is.
    pub(in crate::eval) opens: Option<NaiveDate>,
}

impl Start {
    /// How many lengths after the base instance `n` falls due.
    pub(in crate::eval) const fn lengths(&self, n: u32) -> u32 {
        if self.first.is_some() { n - 1 } else { n }
    }
}

/// The day of instance `n`; never rolled, and by the court's calendar only where the series is in
/// days on which the court sits.
pub(in crate::eval) fn nominal_day(case: &Case<'_>, start: &Start, every: Every, n: u32) -> Option<NaiveDate> {
    let Every::Length(length) = every else { return nominal_by_calendar(start, every, n) };
    if !matches!(length.unit, Unit::CourtDays | Unit::BusinessDays) {
        return nominal_by_calendar(start, every, n);
    }
    let clock = case.model.clock.as_ref()?;
    let days = ordain_time::Length::new(length.n.checked_mul(start.lengths(n))?, length.unit);
    let from = ordain_time::Anchor::Day(start.base);
    let options = ordain_time::Options { filing: false, set_by_order: true, ..ordain_time::Options::default() };
    ordain_time::due_day(&clock.rules, &clock.calendar, from, days, ordain_time::Direction::After, &options).ok()
}

/// The day of instance `n` by the calendar alone, never rolled.
pub(in crate::eval) fn nominal_by_calendar(start: &Start, every: Every, n: u32) -> Option<NaiveDate> {
    let lengths = start.lengths(n);
    match every {
        Every::Length(every) => match start.opens {
            Some(first) => ordain_time::instance(first, time_length(every), lengths)?.pred_opt(),
            None => ordain_time::instance(start.base, time_length(every), lengths),
        },
        Every::DayOfMonth(_)
        | Every::Weekday { .. }
        | Every::BusinessDay(_)
        | Every::DaysOfYear(_)
        | Every::AfterEnd { .. }
            if lengths == 0 =>
        {
            Some(start.base)
        }
        Every::DaysOfYear(days) => day_of_year(start.base, days, lengths),
        Every::AfterEnd { of, length } => {
            period_end(start.base, of, length, lengths).and_then(|end| day_after_period(end, length))
        }
        Every::BusinessDay(nth) => {
            let first = working_day(start.base, 0, nth)?;
            let skip = u32::from(first <= start.base);
            working_day(start.base, lengths - 1 + skip, nth)
        }
        Every::Weekday { day, nth: None } => {
            let next = start.base.iter_days().skip(1).find(|d| d.weekday() == day)?;
            next.checked_add_days(chrono::Days::new(u64::from(lengths - 1) * 7))
        }
        Every::Weekday { day, nth: Some(nth) } => {
            let first = nth_in_month(start.base, 0, day, nth)?;
            let skip = u32::from(first <= start.base);
            nth_in_month(start.base, lengths - 1 + skip, day, nth)
        }
        Every::DayOfMonth(of) => {
            let first = in_month(start.base, 0, of)?;
            let skip = u32::from(first <= start.base);
            in_month(start.base, lengths - 1 + skip, of)
        }
    }
}

/// The `nth` such day of the month that comes `months` after that of `day`; its last for 5.
fn nth_in_month(day: NaiveDate, months: u32, weekday: chrono::Weekday, nth: u8) -> Option<NaiveDate> {
    let first = day.with_day(1)?.checked_add_months(chrono::Months::new(months))?;
    let on = |n| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, n);
    on(nth).or_else(|| on(nth.checked_sub(1)?))
}

/// The `nth` day from Monday to Friday of the month that comes `months` after that of `day`; its last for `None`.
fn working_day(day: NaiveDate, months: u32, nth: Option<u8>) -> Option<NaiveDate> {
    let first = day.with_day(1)?.checked_add_months(chrono::Months::new(months))?;
    let works = |d: &NaiveDate| d.weekday().num_days_from_monday() < 5;
    match nth {
        Some(nth) => first.iter_days().filter(works).nth(usize::from(nth.checked_sub(1)?)),
        None => {
            let next = first.checked_add_months(chrono::Months::new(1))?;
            (1..=3).find_map(|n| next.checked_sub_days(chrono::Days::new(n)).filter(works))
        }
    }
}

/// The `n`th of these days of a year after `base`.
fn day_of_year(base: NaiveDate, days: YearDays, n: u32) -> Option<NaiveDate> {
    let on = |year: i32, at: usize| {
        let (month, day) = *days.list().get(at)?;
        in_month(NaiveDate::from_ymd_opt(year, u32::from(month), 1)?, 0, u32::from(day))
    };
    let each = days.list().len();
    let before = (0..each).filter_map(|at| on(base.year(), at)).filter(|d| *d <= base).count();
    let at = before.checked_add(usize::try_from(n.checked_sub(1)?).ok()?)?;
    let years = i32::try_from(at.checked_div(each)?).ok()?;
    on(base.year().checked_add(years)?, at.checked_rem(each)?)
}

/// The end of the period after whose end instance `n` falls due: the first that falls due after `base`.
pub(in crate::eval) fn period_end(
    base: NaiveDate,
    of: CalendarPeriod,
    length: Option<Length>,
    n: u32,
) -> Option<NaiveDate> {
    let first_month = base.month0() / of.months() * of.months() + 1;
    let opens = NaiveDate::from_ymd_opt(base.year(), first_month, 1)?;
    let end =
        |k: u32| opens.checked_add_months(chrono::Months::new(k.checked_add(1)?.checked_mul(of.months())?))?.pred_opt();
    let before = |k: u32| opens.checked_sub_months(chrono::Months::new(k.checked_mul(of.months())?))?.pred_opt();
    // What ended before the day on which it begins, and falls due after it.
    let late = (0..)
        .take_while(|k| before(*k).and_then(|e| day_after_period(e, length)).is_some_and(|due| due > base))
        .count();
    let late = u32::try_from(late).ok()?;
    let early = u32::from(late == 0 && end(0).and_then(|e| day_after_period(e, length)).is_some_and(|due| due <= base));
    let at = n.checked_sub(1)?;
    if at < late { before(late - 1 - at) } else { end(at - late + early) }
}

/// The day so much after the end of a period by the calendar alone; days of the court are counted as days.
fn day_after_period(end: NaiveDate, length: Option<Length>) -> Option<NaiveDate> {
    let Some(length) = length else { return Some(end) };
    let unit = if matches!(length.unit, Unit::CourtDays | Unit::BusinessDays) { Unit::Days } else { length.unit };
    ordain_time::instance(end, ordain_time::Length::new(length.n, unit), 1)
}

/// Day `of` of the month that comes `months` after that of `day`; its last where it has no such day.
fn in_month(day: NaiveDate, months: u32, of: u32) -> Option<NaiveDate> {
    let first = day.with_day(1)?.checked_add_months(chrono::Months::new(months))?;
    (0..4).find_map(|less| first.with_day(of.checked_sub(less)?))
}

pub(in crate::eval) fn time_length(length: ast::Length) -> ordain_time::Length {
    ordain_time::Length::new(length.n, length.unit)
}
