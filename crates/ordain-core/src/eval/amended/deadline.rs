//! The due time of a duty as later orders left it.

use chrono::NaiveDate;

use crate::eval::amended::duty::{AmendedDuty, Moved};
use crate::eval::case::Case;
use crate::eval::due::deadline;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::resolve::resolve_due;
use crate::model::{Due, Moment, Obligation, Paragraph};
use crate::verdict;
use crate::verdict::Modality;
use ordain_syntax::ast::Length;

/// The day it falls due as the state stands.
pub(in crate::eval) fn due_day_as_amended<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
    at: usize,
) -> Option<NaiveDate> {
    let obligation = amended.provision.obligations.get(at).or(amended.provision.obligations.first())?;
    deadline_as_amended(case, paragraph, obligation, amended).day()
}

/// So much after, or before, a day: counted by the rules of the matter where it has a court.
pub(in crate::eval) fn shifted_day(
    case: &Case<'_>,
    from: &Deadline,
    length: Length,
    earlier: bool,
) -> Option<verdict::Due> {
    let Deadline::By(from) = from else { return None };
    let key = (from.day, from.time, length, earlier);
    if let Some(known) = case.shifted.borrow().get(&key) {
        return known.clone();
    }
    let counted = count_from(case, from, length, earlier);
    case.shifted.borrow_mut().insert(key, counted.clone());
    counted
}

fn count_from(case: &Case<'_>, from: &verdict::Due, length: Length, earlier: bool) -> Option<verdict::Due> {
    let n = ordain_time::Length::new(length.n, length.unit);
    let plain = || {
        let day = if earlier { None } else { ordain_time::instance(from.day, n, 1) };
        day.map(|day| verdict::Due::on(day, from.time))
    };
    let Some(clock) = &case.model.clock else { return plain() };
    let direction = if earlier { ordain_time::Direction::Before } else { ordain_time::Direction::After };
    let options = ordain_time::Options { set_by_order: true, ..ordain_time::Options::default() };
    let anchor = ordain_time::Anchor::Day(from.day);
    let counted = ordain_time::count(&clock.rules, &clock.calendar, anchor, n, direction, &options).ok()?;
    let trace = counted.trace.into_iter().map(|s| verdict::Step {
        step: s.kind.word().to_owned(),
        date: s.date,
        rule: s.rule,
        why: s.why,
        origin: None,
    });
    Some(verdict::Due { trace: trace.collect(), ..verdict::Due::on(counted.due, from.time) })
}

/// The day that an order set anew.
pub(in crate::eval) fn moved_deadline(case: &Case<'_>, paragraph: &Paragraph, to: &Moved<'_>) -> Deadline {
    match to {
        Moved::To(due) => resolve_due(case, paragraph, due),
        Moved::Shifted(due) => Deadline::By(due.clone()),
    }
}

/// The due time of an obligation, moved where an order moved it, and never beyond the day its order expires.
pub(in crate::eval) fn deadline_as_amended(
    case: &Case<'_>,
    paragraph: &Paragraph,
    obligation: &Obligation,
    amended: &AmendedDuty<'_>,
) -> Deadline {
    // Of a duty that recurs only one instance is moved.
    let stays = case.as_first_ordered || matches!(obligation.due, Due::Series(_));
    let deadline = match &amended.moved {
        Some((to, _)) if !stays => moved_deadline(case, paragraph, to),
        _ => resolve_due(case, paragraph, &obligation.due),
    };
    if amended.provision.modality == Modality::Must {
        return deadline;
    }
    // What forbids or permits does so while it is in force.
    let lifted = amended.lifted.as_ref().and_then(|(by, _)| by.day).and_then(|d| d.pred_opt());
    let lifted = lifted.map(|day| (Moment { day, time: None }, true));
    // `expires D` says of D itself no more than `until D` does, unless it gives the hour.
    let expires = amended.expires.as_ref().map(|(end, by)| (*end, by.is_some() || end.time.is_some()));
    // Of two ends on one day the one with an hour is the earlier.
    let ends = lifted.into_iter().chain(expires);
    let Some((end, inclusive)) = ends.min_by_key(|(m, _)| (m.day, m.time.is_none(), m.time)) else {
        return deadline;
    };
    match &deadline {
        Deadline::By(due) if due.day < end.day || due.day == end.day && end.time.is_none() => deadline,
        Deadline::Until { day, .. } if *day < end.day || *day == end.day && end.time.is_none() => deadline,
        _ if !inclusive => Deadline::Until { day: end.day, inclusive },
        _ => deadline::fixed(end.day, end.time),
    }
}
