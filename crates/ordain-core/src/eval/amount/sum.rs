//! What adds up: payments toward an amount, pages toward a count, documents
//! toward a share. What is done in parts is summed, in any order.

use rust_decimal::Decimal;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::{found_breached, not_performed, verdict_without_day};
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, days_late, in_days, perhaps_not_due_yet, timing_of_act};
use crate::eval::evidence::completeness::days_overdue;
use crate::eval::evidence::listed::acts_to_list;
use crate::eval::evidence::place::place_of;
use crate::eval::record::bounds::bounds_in_words;
use crate::facts::Bounds;
use crate::model::object::Act;
use crate::verdict::{Kind, Reason};
use ordain_base::words::plural;

/// One act toward the sum.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Entry {
    pub(in crate::eval) index: usize,
    pub(in crate::eval) bounds: Bounds,
    /// `None` where the record does not say how much.
    pub(in crate::eval) value: Option<Decimal>,
    /// Why it is not certain that it counts.
    pub(in crate::eval) doubt: Option<String>,
}

/// What is owed.
pub(in crate::eval) struct Want<'a> {
    /// Owed before this and filled first: earlier instalments.
    pub(in crate::eval) from: Decimal,
    pub(in crate::eval) to: Decimal,
    /// `$500`, `10,000 pages`.
    pub(in crate::eval) say: &'a dyn Fn(Decimal) -> String,
    /// `paid`, `produced`.
    pub(in crate::eval) done: &'a str,
    /// How often, and not how many: `published 3 of 5 times`.
    pub(in crate::eval) times: bool,
}

impl Want<'_> {
    fn own(&self) -> Decimal {
        self.to - self.from
    }

    /// `$500 paid in full`.
    fn in_full(&self) -> String {
        let own = (self.say)(self.own());
        if self.times { format!("{} {own}, the last", self.done) } else { format!("{own} {} in full", self.done) }
    }

    /// `$300 of $500 paid, $200 outstanding`.
    fn so_far(&self, sum: Decimal) -> String {
        let own = (sum - self.from).clamp(Decimal::ZERO, self.own());
        let say = self.say;
        if self.times {
            return format!("{} {own} of {}, {} outstanding", self.done, say(self.own()), self.own() - own);
        }
        if own.is_zero() {
            return format!("nothing of {} {}", say(self.own()), self.done);
        }
        format!("{} of {} {}, {} outstanding", say(own), say(self.own()), self.done, say(self.own() - own))
    }
}

/// Weighs what adds up against the deadline.
pub(in crate::eval) fn weigh_sum(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    entries: &[Entry],
    against: &[Candidate],
    want: &Want<'_>,
) -> PartVerdict {
    let as_of = case.question.as_of;
    let certain: Vec<&Entry> =
        entries.iter().filter(|e| e.doubt.is_none() && e.value.is_some() && e.bounds.surely_by(as_of)).collect();
    let sum = total_of_entries(certain.iter().copied());
    let reached = days_sum_was_reached(&certain, want.to);
    let part = match (task.deadline, reached) {
        (Deadline::By(due), Some(bounds)) if timing_of_act(bounds, due) == Timing::InTime => {
            met_in_time(want, bounds).due(Some(due))
        }
        (Deadline::By(due), reached) => {
            if as_of <= due.day {
                let days = (due.day - as_of).num_days();
                let why = format!("{}; due {}", want.so_far(sum), in_days(days));
                PartVerdict::new(Kind::Pending, why).due(Some(due)).days(days)
            } else if let (None, Some(mut part)) = (reached, perhaps_not_due_yet(as_of, due)) {
                part.why = format!("{}; {}", want.so_far(sum), part.why);
                part
            } else {
                past_due(case, task, act, entries, against, want, (sum, reached), due)
            }
        }
        (_, Some(bounds)) => met_in_time(want, bounds),
        (other, None) => {
            let mut part = verdict_without_day(other);
            if sum > want.from {
                part.why = format!("{}; {}", want.so_far(sum), part.why);
            }
            part
        }
    };
    with_acts_shown(case, part, entries, want)
}

/// The day is past, and it was not surely reached in time.
#[expect(clippy::too_many_arguments, reason = "what one judgment looks at")]
fn past_due(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    entries: &[Entry],
    against: &[Candidate],
    want: &Want<'_>,
    (sum, reached): (Decimal, Option<Bounds>),
    due: &crate::verdict::Due,
) -> PartVerdict {
    let as_of = case.question.as_of;
    if let Some(doubt) = may_reach(entries, want.to, due.last().day) {
        return undetermined_part(task, doubt).due(Some(due));
    }
    if let Some(bounds) = reached {
        if let (Timing::Either, Some(doubt)) = (timing_of_act(bounds, due), &due.doubt) {
            let why = format!("{} {}: {}", want.in_full(), bounds_in_words(bounds), doubt.why);
            return PartVerdict::new(Kind::Undetermined, why).due(Some(due)).remedy(doubt.settled_by.clone());
        }
        let days = days_late(bounds, due);
        let late = if days == 0 { "after its hour".to_owned() } else { format!("{} late", plural(days, "day")) };
        let text = format!("{} {}, {late}", want.in_full(), bounds_in_words(bounds));
        let mut part = PartVerdict::new(Kind::Late, text).due(Some(due)).days(days);
        part.at_least = bounds.day().is_none() || due.doubt.is_some();
        return part;
    }
    if let Some(doubt) = may_reach(entries, want.to, as_of) {
        return undetermined_part(task, doubt).due(Some(due));
    }
    let so_far = want.so_far(sum);
    if let Some((place, text)) = found_breached(case, task, due.last().day) {
        let overdue = plural(days_overdue(case, due.last().day), "day");
        return PartVerdict::new(Kind::Breached, format!("{so_far}, {overdue} overdue"))
            .due(Some(due))
            .days(days_overdue(case, due.last().day))
            .facts([place.clone()])
            .because([Reason::at(text, place)]);
    }
    not_performed(case, task, std::slice::from_ref(act), against, due, Some(&so_far))
}

fn met_in_time(want: &Want<'_>, bounds: Bounds) -> PartVerdict {
    PartVerdict::new(Kind::Met, format!("{} {}", want.in_full(), bounds_in_words(bounds)))
}

fn undetermined_part(task: &Task<'_>, why: String) -> PartVerdict {
    PartVerdict::new(Kind::Undetermined, why).remedy(format!("in performance of {}", task.paragraph.name))
}

/// What could not be held in a number is more than enough.
fn total_of_entries<'e>(entries: impl Iterator<Item = &'e Entry>) -> Decimal {
    entries.filter_map(|e| e.value).fold(Decimal::ZERO, |sum, v| sum.checked_add(v).unwrap_or(Decimal::MAX))
}

/// Within what days the sum was reached.
fn days_sum_was_reached(certain: &[&Entry], to: Decimal) -> Option<Bounds> {
    let first = act_reaching_sum(certain, to, |e| e.bounds.first)?;
    let last = act_reaching_sum(certain, to, |e| e.bounds.last)?;
    let time = last.bounds.time.filter(|_| first.index == last.index);
    Some(Bounds { first: first.bounds.first, last: last.bounds.last, time })
}

/// The act with which the sum is reached, were each done on the day `key` gives.
fn act_reaching_sum<'e>(
    certain: &[&'e Entry],
    to: Decimal,
    key: fn(&Entry) -> Option<chrono::NaiveDate>,
) -> Option<&'e Entry> {
    let mut list = certain.to_vec();
    list.sort_by_key(|e| (key(e), e.bounds.time, e.index));
    let mut sum = Decimal::ZERO;
    list.into_iter().find(|e| {
        sum = sum.checked_add(e.value.unwrap_or_default()).unwrap_or(Decimal::MAX);
        sum >= to
    })
}

/// Why the sum may have been reached by `day` after all, where it may.
fn may_reach(entries: &[Entry], to: Decimal, day: chrono::NaiveDate) -> Option<String> {
    let possible: Vec<&Entry> = entries.iter().filter(|e| e.bounds.maybe_by(day)).collect();
    let enough = possible.iter().any(|e| e.value.is_none()) || total_of_entries(possible.iter().copied()) >= to;
    if !enough {
        return None;
    }
    let open = possible.iter().find(|e| e.doubt.is_some() || e.value.is_none() || !e.bounds.surely_by(day))?;
    Some(match (&open.doubt, open.value) {
        (Some(doubt), _) => doubt.clone(),
        (None, None) => "the record does not say how much".to_owned(),
        (None, Some(_)) => format!("done {}, so it may have been in time or late", bounds_in_words(open.bounds)),
    })
}

/// Adds each act toward the sum, with its place.
fn with_acts_shown(case: &Case<'_>, mut part: PartVerdict, entries: &[Entry], want: &Want<'_>) -> PartVerdict {
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by_key(|e| (e.bounds.last, e.bounds.first, e.index));
    let (entries, more) = acts_to_list(case, &entries, |e| e.index);
    for e in entries {
        let much = e.value.map_or_else(|| "how much is not said,".to_owned(), |v| (want.say)(v));
        let doubt = e.doubt.as_ref().map(|d| format!(": {d}")).unwrap_or_default();
        let text = match want.times {
            true => format!("{} {much} {}{doubt}", want.done, bounds_in_words(e.bounds)),
            false => format!("{much} {} {}{doubt}", want.done, bounds_in_words(e.bounds)),
        };
        let place = place_of(case, e.index, text.clone());
        part.reasons.push(Reason::at(text, place.clone()));
        part.facts.push(place);
    }
    part.because(more)
}
