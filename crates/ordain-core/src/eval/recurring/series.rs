//! A duty that recurs: its due days one after another, each with a verdict of
//! its own. The nominal day of one is the anchor of the next: neither a late
//! performance nor a last day that rolls off a weekend shifts what follows.

use chrono::{Datelike, NaiveDate};

use crate::eval::amended::duty::{AmendedDuty, moved_deadline, shifted_day};
use crate::eval::amount::evaluate;
use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event::anchor_day;
use crate::eval::due::event::disputed_event;
use crate::eval::due::event::orphaned_deadline;
use crate::eval::due::period::period_deadline;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::instance_matching::{NumberedWindow, Window, match_instances};
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::performance::{verdict_without_day, weigh};
use crate::eval::duty::phrasing::object_name;
use crate::eval::duty::task::Task;
use crate::eval::remark::Remark;
use crate::model::object::Act;
use crate::model::{Anchor, Due, End, Every, First, Obligation, Paragraph, Period, Series, Shape};
use crate::verdict::{Kind, Part, Reason};
use ordain_base::words::{day, join};
use ordain_syntax::ast;
use ordain_syntax::ast::Unit;

/// No more instances of one duty are decided: five years of days, a lifetime of months.
const MOST: u32 = 2_000;

/// One due day of many.
pub(in crate::eval) struct Instance {
    /// From 1.
    pub(in crate::eval) n: u32,
    /// The days whose acts are its own.
    pub(in crate::eval) window: Window,
    pub(in crate::eval) deadline: Deadline,
    /// It falls on the very day on which the series ends, and the order does not say whether that day is inside.
    doubtful: bool,
}

/// The instances that have begun by the day asked about, and what comes after them.
#[derive(Default)]
pub(in crate::eval) struct Run {
    pub(in crate::eval) instances: Vec<Instance>,
    /// Nominal days of the next three.
    next: Vec<NaiveDate>,
    /// The day that ended it.
    ended: Option<NaiveDate>,
    /// Why no due day can be named, or none after those that are.
    stop: Option<Deadline>,
    /// The last day of those that are decided, where more have fallen due.
    cut: Option<NaiveDate>,
}

/// The event from which the days run.
struct Start {
    base: NaiveDate,
    /// The first due day, where it is not a length after the base.
    first: Option<Deadline>,
    /// The base is the day before a first day, from which months are told: a month that begins on
    /// March 1 ends on March 31, whatever February's last day is.
    opens: Option<NaiveDate>,
}

impl Start {
    /// How many lengths after the base instance `n` falls due.
    const fn lengths(&self, n: u32) -> u32 {
        if self.first.is_some() { n - 1 } else { n }
    }
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
            run.stop = uncountable(series, n);
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
        for shift in amended.shifts.iter().filter(|s| s.by.day.is_none_or(|d| at >= d)) {
            if let Some(due) = shifted_day(case, &deadline, shift.length, shift.earlier) {
                deadline = Deadline::By(due);
            }
        }
        let due = deadline.day().unwrap_or(at);
        let doubtful = end.as_ref().is_some_and(|e| e.doubts(at));
        // A day that rolls onto the day of the one before is one with it.
        if n < MOST && run.instances.last().is_some_and(|before| due <= before.window.due) {
            continue;
        }
        run.instances.push(Instance { n, window: Window { opens, due: due.max(opens) }, deadline, doubtful });
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

fn series_start(case: &Case<'_>, paragraph: &Paragraph, series: &Series) -> Result<Start, Box<Deadline>> {
    let from = |base| Start { base, first: None, opens: None };
    match &series.first {
        First::On(moment) => Ok(Start { base: moment.day, first: Some(fixed(moment.day, moment.time)), opens: None }),
        First::Within(period) => match period_deadline(case, paragraph, period) {
            Deadline::By(due) => {
                let length = length(period.length);
                let event = series_event_day(case, paragraph, &period.anchor, &period.words).ok();
                let base = event.and_then(|e| ordain_time::instance(e, length, 1)).unwrap_or(due.day);
                Ok(Start { base, first: Some(Deadline::By(due)), opens: None })
            }
            other => Err(Box::new(other)),
        },
        First::After(anchor, words) => series_event_day(case, paragraph, anchor, words).map(from),
        First::Beginning(anchor, words) => {
            let day = series_event_day(case, paragraph, anchor, words)?;
            Ok(Start { opens: Some(day), ..from(day.pred_opt().unwrap_or(day)) })
        }
        First::Entry => {
            let order = case.model.order(paragraph.order);
            let day = paragraph.effective.or_else(|| order.in_force());
            day.map(from).ok_or_else(|| Box::new(Deadline::Waiting(format!("{} has no date of entry", order.name))))
        }
    }
}

/// The one day of an event, or what is missing for it.
pub(in crate::eval) fn series_event_day(
    case: &Case<'_>,
    paragraph: &Paragraph,
    anchor: &Anchor,
    words: &str,
) -> Result<NaiveDate, Box<Deadline>> {
    match anchor_day(case, paragraph, anchor) {
        Happens::On(bounds) => {
            bounds.day().ok_or_else(|| Box::new(Deadline::Unsettled(format!("the day of {words} is not known"))))
        }
        Happens::Perhaps(bounds) => Err(Box::new(Deadline::Unsettled(disputed_event(words, bounds)))),
        Happens::NotYet => Err(Box::new(Deadline::Waiting(format!("{words} has no date on the record")))),
        Happens::Never(by) => Err(Box::new(orphaned_deadline(case, paragraph, words, &by))),
    }
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
    let Every::Length(every) = series.every else { return fixed(nominal, None) };
    let Some(all) = every.n.checked_mul(lengths) else { return fixed(nominal, None) };
    let months = !matches!(every.unit, Unit::Weeks | Unit::Days | Unit::CalendarDays | Unit::Hours)
        && !matches!(every.unit, Unit::CourtDays | Unit::BusinessDays);
    let (all, unit) = match start.opens {
        Some(_) if months => (u32::try_from((nominal - start.base).num_days()).unwrap_or(all), Unit::Days),
        _ => (all, every.unit),
    };
    let period = Period {
        length: ast::Length { n: all, unit, span: every.span },
        anchor: Anchor::Day(start.base),
        words: day(start.base),
        backward: false,
        stated: None,
        governs: None,
        service: None,
    };
    match period_deadline(case, paragraph, &period) {
        // Not due yet, and it can only come later than this: said once it is past.
        Deadline::Unsettled(_) | Deadline::Uncounted { .. } if nominal >= case.question.as_of => fixed(nominal, None),
        found => found,
    }
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
    let period = Period {
        length,
        anchor: Anchor::Day(base),
        words: day(base),
        backward: nth.is_none(),
        stated: None,
        governs: None,
        service: None,
    };
    match period_deadline(case, paragraph, &period) {
        Deadline::Unsettled(_) if nominal >= case.question.as_of => fixed(nominal, None),
        found => found,
    }
}

/// The day that ends a series, as far as the record tells.
fn end_of_series(case: &Case<'_>, paragraph: &Paragraph, series: &Series, start: &Start) -> Option<Ended> {
    let Start { base, opens, .. } = *start;
    let (anchor, inclusive) = match &series.end {
        End::Unstated | End::FurtherOrder => return None,
        End::Lasting(lasts) => {
            let last = match opens {
                Some(first) => ordain_time::instance(first, length(*lasts), 1).and_then(|d| d.pred_opt()),
                None => ordain_time::instance(base, length(*lasts), 1),
            };
            return Some(Ended { first: last, last, inclusive: true });
        }
        End::At { anchor, inclusive, .. } => (anchor, inclusive),
    };
    match anchor_day(case, paragraph, anchor) {
        Happens::On(bounds) => Some(Ended { first: bounds.first, last: bounds.last, inclusive: *inclusive }),
        // It may have ended then, and may go on.
        Happens::Perhaps(bounds) => Some(Ended { first: bounds.first, last: None, inclusive: *inclusive }),
        Happens::NotYet | Happens::Never(_) => None,
    }
}

/// The day on which a series ends, where it is known.
pub(in crate::eval) fn last_due_day(case: &Case<'_>, paragraph: &Paragraph, series: &Series) -> Option<NaiveDate> {
    let start = series_start(case, paragraph, series).ok()?;
    let end = end_of_series(case, paragraph, series, &start)?;
    end.last.filter(|_| end.first == end.last)
}

/// What comes next, for a reader: the next three dates, and the end.
pub(in crate::eval) fn series_outlook(
    case: &Case<'_>,
    paragraph: &Paragraph,
    obligation: &Obligation,
    amended: &AmendedDuty<'_>,
) -> Option<Reason> {
    let Due::Series(series) = &obligation.due else { return None };
    let run = run_of_series(case, paragraph, series, amended);
    let mut said = series.words.clone();
    let next: Vec<String> = run.next.iter().copied().map(day).collect();
    let next: Vec<&str> = next.iter().map(String::as_str).collect();
    if !next.is_empty() {
        said.push_str(&format!(": after that {}", join(&next)));
    }
    match (run.ended, &series.end) {
        (Some(on), _) => said.push_str(&format!("; it ended on {}", day(on))),
        (None, End::Unstated) => said.push_str("; no end is stated"),
        (None, End::At { .. } | End::Lasting(_) | End::FurtherOrder) => {}
    }
    if matches!(series.first, First::Entry) {
        said.push_str("; no start is stated, so it runs from the day the order binds");
    }
    Some(Reason::new(said))
}

/// When a series ends, within bounds.
struct Ended {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    inclusive: bool,
}

impl Ended {
    /// Whether it is open if something due on `day` is still inside.
    fn doubts(&self, day: NaiveDate) -> bool {
        let exact = self.first == self.last;
        let on_it = !self.inclusive && self.last == Some(day);
        on_it || !exact && self.first.is_none_or(|f| day >= f) && self.last.is_none_or(|l| day <= l)
    }
}

/// Why a series of which no instance `n` can be named cannot be counted.
fn uncountable(series: &Series, n: u32) -> Option<Deadline> {
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

/// The day of instance `n`; never rolled, and by the court's calendar only where the series is in
/// days on which the court sits.
fn nominal_day(case: &Case<'_>, start: &Start, every: Every, n: u32) -> Option<NaiveDate> {
    let Every::Length(length) = every else { return nominal(start, every, n) };
    if !matches!(length.unit, Unit::CourtDays | Unit::BusinessDays) {
        return nominal(start, every, n);
    }
    let clock = case.model.clock.as_ref()?;
    let days = ordain_time::Length::new(length.n.checked_mul(start.lengths(n))?, length.unit);
    let from = ordain_time::Anchor::Day(start.base);
    let options = ordain_time::Options { filing: false, set_by_order: true, ..ordain_time::Options::default() };
    ordain_time::due_day(&clock.rules, &clock.calendar, from, days, ordain_time::Direction::After, &options).ok()
}

/// The day of instance `n` by the calendar alone, never rolled.
fn nominal(start: &Start, every: Every, n: u32) -> Option<NaiveDate> {
    let lengths = start.lengths(n);
    match every {
        Every::Length(every) => match start.opens {
            Some(first) => ordain_time::instance(first, length(every), lengths)?.pred_opt(),
            None => ordain_time::instance(start.base, length(every), lengths),
        },
        Every::DayOfMonth(_) | Every::Weekday { .. } | Every::BusinessDay(_) if lengths == 0 => Some(start.base),
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

/// Day `of` of the month that comes `months` after that of `day`; its last where it has no such day.
fn in_month(day: NaiveDate, months: u32, of: u32) -> Option<NaiveDate> {
    let first = day.with_day(1)?.checked_add_months(chrono::Months::new(months))?;
    (0..4).find_map(|less| first.with_day(of.checked_sub(less)?))
}

fn length(length: ast::Length) -> ordain_time::Length {
    ordain_time::Length::new(length.n, length.unit)
}

/// A leaf for each instance that has begun, for each thing the duty names.
pub(in crate::eval) fn instance_parts(
    case: &Case<'_>,
    task: &Task<'_>,
    series: &Series,
    amended: &AmendedDuty<'_>,
    done: &str,
) -> Vec<NamedPart> {
    let run = run_of_series(case, task.paragraph, series, amended);
    if let Some(stop) = run.stop.as_ref().filter(|_| run.instances.is_empty()) {
        return vec![NamedPart::whole(done, verdict_without_day(stop))];
    }
    // Only an end lifts it: where no end is known, that no day can be named is for a person.
    if run.instances.is_empty() && run.ended.is_none() {
        let why = format!("no day of `{}` can be named", series.words);
        return vec![NamedPart::whole(done, PartVerdict::new(Kind::Undetermined, why))];
    }
    if run.instances.is_empty() {
        let end = run.ended.map(|d| format!(": it ended on {}", day(d))).unwrap_or_default();
        return vec![NamedPart::whole(done, PartVerdict::new(Kind::Lifted, format!("no day fell due{end}")))];
    }
    let mut out = Vec::new();
    let last = run.instances.last().map_or(0, |i| i.n);
    let undecided = run.cut.map(|since| {
        let why = format!("more have fallen due since {} (#{last}), and no more than {MOST} are decided", day(since));
        PartVerdict::new(Kind::Undetermined, why)
    });
    let undecided = undecided.or_else(|| run.stop.as_ref().map(verdict_without_day));
    for (name, acts) in things(case, task) {
        let leaves = instances(case, task, &acts, &run);
        out.extend(run.instances.iter().zip(leaves).map(|(i, mut leaf)| {
            if i.doubtful && leaf.kind == Kind::Breached {
                let why = "the order does not say whether the day on which it ends is inside".to_owned();
                leaf = PartVerdict { kind: Kind::Undetermined, days: None, why, ..leaf };
            }
            NamedPart::new(Part::Instance { of: name.clone(), n: i.n }, done, leaf)
        }));
        let next = Part::Instance { of: name.clone(), n: last.saturating_add(1) };
        out.extend(undecided.clone().map(|leaf| NamedPart::new(next, done, leaf)));
    }
    out
}

/// Each thing of `file the answer and the list` is owed by itself.
fn things(case: &Case<'_>, task: &Task<'_>) -> Vec<(Option<String>, Vec<Act>)> {
    match task.obligation.shape(&case.model.declared.verbs) {
        Shape::Each(acts) => {
            let name = |act: &Act| act.objects.list.first().map(|o| object_name(case, o));
            acts.into_iter().map(|act| (name(&act), vec![act])).collect()
        }
        Shape::Once | Shape::Sum { .. } | Shape::Set { .. } | Shape::Items(_) | Shape::Rows { .. } => {
            vec![(None, task.obligation.acts.clone())]
        }
    }
}

/// The verdict of each instance: the acts of the record are given out among
/// them, and what is doubtful is looked at by each that it may perform.
fn instances(case: &Case<'_>, task: &Task<'_>, acts: &[Act], run: &Run) -> Vec<PartVerdict> {
    if let [act] = acts
        && let Some(leaves) = sums(case, task, act, run)
    {
        return leaves;
    }
    let as_of = case.question.as_of;
    let mut certain: Vec<(NaiveDate, Candidate)> = Vec::new();
    let mut named: Vec<(u32, Candidate)> = Vec::new();
    let mut doubtful: Vec<Candidate> = Vec::new();
    for c in candidates(case, task, acts, CandidateMode::All) {
        let said = &case.ledger.assertions[c.index].instances;
        match (said.iter().find(|(p, _)| *p == task.paragraph.id), c.bounds.day()) {
            (Some((_, n)), _) => named.push((*n, c)),
            (None, Some(day)) if c.doubt.is_none() && !c.negated => {
                if day <= as_of {
                    certain.push((day, c));
                }
            }
            _ => doubtful.push(c),
        }
    }
    certain.sort_by_key(|(day, c)| (*day, c.bounds.time, c.index));
    let open: Vec<&Instance> = run.instances.iter().filter(|i| named.iter().all(|(n, _)| *n != i.n)).collect();
    let windows: Vec<Window> = open.iter().map(|i| i.window).collect();
    let days: Vec<NaiveDate> = certain.iter().map(|(day, _)| *day).collect();
    let given = match_instances(&windows, &days);
    let left = open.iter().zip(&given).filter(|(i, act)| act.is_none() && i.window.due < as_of).count();
    let mut given = open.iter().map(|i| i.n).zip(given).peekable();
    run.instances
        .iter()
        .map(|instance| {
            let mut found: Vec<Candidate> =
                named.iter().filter(|(n, _)| *n == instance.n).map(|(_, c)| c.clone()).collect();
            if let Some((_, act)) = given.next_if(|(n, _)| *n == instance.n) {
                found.extend(act.and_then(|a| certain.get(a)).map(|(_, c)| c.clone()));
            }
            found.extend(doubtful.iter().filter(|c| c.bounds.last.is_none_or(|l| l > instance.window.opens)).cloned());
            // A finding about the paragraph is about this instance where no other is open.
            let one = Task {
                held: task.held,
                paragraph: task.paragraph,
                obligation: task.obligation,
                bearer: task.bearer.clone(),
                deadline: &instance.deadline,
                stays: task.stays,
                intervals: task.intervals,
                lifted: task.lifted,
                told: left == 1,
            };
            let mut leaf = weigh(case, &one, acts, found);
            if let Some(remedy) = leaf.remedy.as_mut().filter(|r| r.ends_with(&task.paragraph.name)) {
                remedy.push_str(&format!(" #{}", instance.n));
            }
            leaf
        })
        .collect()
}

/// Of what adds up, each instance has its own sum.
fn sums(case: &Case<'_>, task: &Task<'_>, act: &Act, run: &Run) -> Option<Vec<PartVerdict>> {
    let leaf = |instance: &Instance| {
        let one = Task { bearer: task.bearer.clone(), deadline: &instance.deadline, told: false, ..*task };
        evaluate::amount_verdict(case, &one, act, Some(NumberedWindow { n: instance.n, window: instance.window }))
    };
    run.instances.iter().map(leaf).collect()
}
