//! A duty under a condition binds only where it holds. Before that it waits;
//! past its day, what is not known is for people to judge.

use crate::eval::case::Case;
use crate::eval::condition::found::Held;
use crate::eval::condition::truth::Value;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::model::nature::Nature;
use crate::model::object::{Head, Object, Related};
use crate::model::preposition::Preposition;
use crate::model::{Test, TestKind};
use crate::verdict::{Kind, Reason};
use chrono::NaiveDate;
use ordain_base::words::day;

/// Nobody owes an answer to a motion that is decided, moot or withdrawn before the day of the answer. A deadline that
/// passed before the ruling stays missed.
pub(in crate::eval) fn while_the_motion_stands(case: &Case<'_>, task: &Task<'_>, part: PartVerdict) -> PartVerdict {
    if part.kind.is_done_in_time() || part.kind == Kind::Kept {
        return part;
    }
    let papers = task.obligation.acts.iter().flat_map(|a| &a.objects.list).filter(|o| answers_a_motion(o));
    let motions =
        papers.flat_map(|o| &o.relations).filter(|r| r.is_any(&[Preposition::To])).filter_map(|r| match r.to {
            Related::Head(Head::Thing(thing)) => Some(thing),
            _ => None,
        });
    for motion in motions {
        let Some((over, words)) = case.motions.ended(motion) else { continue };
        if part.due.as_ref().is_none_or(|due| over < due.day) {
            let name = &case.model.declared.things[motion.index()].name;
            let why = format!("not owed: {name} was {words}, before the day of the answer to it");
            return PartVerdict::new(Kind::Lifted, why.clone()).due(part.due.as_ref()).because([Reason::new(why)]);
        }
    }
    part
}

/// `opposition to`, `response to`, `reply to`.
fn answers_a_motion(object: &Object) -> bool {
    matches!(&object.head, Some(Head::Deliverable(d)) if d.is(Nature::AnswersAMotion))
}

/// The verdict of a duty, given what its condition came to.
pub(in crate::eval) fn under_condition(case: &Case<'_>, task: &Task<'_>, part: PartVerdict) -> PartVerdict {
    let Some(held) = task.held else { return part };
    let reason = held.reason.clone();
    let late = |part: &PartVerdict| {
        let due = part.due.as_ref().map(|d| d.day);
        held.since.zip(due).is_some_and(|(since, due)| since > due)
    };
    let part = match (held.value(), part.kind) {
        (Value::True, Kind::Met) if held.comes_first && done_before(case, &part, held.since) => {
            let since = held.since.map(day).unwrap_or_default();
            let why = format!("{}, before what must come first: {}, which came about on {since}", part.why, held.words);
            let remedy = format!("the Court finds {} met", task.paragraph.name);
            left_open(part, why, remedy)
        }
        (_, Kind::Met) => part,
        (Value::True, Kind::Breached | Kind::Late) if late(&part) => {
            let since = held.since.map(day).unwrap_or_default();
            let why =
                format!("the condition came about on {since}, after its day: you decide whether it was owed by then");
            left_open(part, why, format!("the Court finds {} breached", task.paragraph.name))
        }
        (Value::True, _) => {
            let places = held.places.clone();
            part.facts(places)
        }
        // A duty binds until the exception is shown, and what came after its day does not say what was owed by it.
        (Value::False, Kind::Breached | Kind::Late) if held.defeats && late(&part) && is_an_event(task) => {
            let since = held.since.map(day).unwrap_or_default();
            let why =
                format!("the exception came about on {since}, after its day: you decide whether it was owed by then");
            left_open(part, why, format!("the Court finds {} breached", task.paragraph.name))
        }
        (Value::False, _) => verdict_of_waiting(part, held),
        (Value::Unknown, Kind::Pending) if held.defeats => {
            let mut part = part;
            part.why = format!("{}, {}", part.why, held.words);
            part
        }
        (Value::Unknown, Kind::Pending) => {
            let mut part = part;
            part.kind = Kind::Waiting;
            part.why = format!("it binds {}", held.words);
            part.remedy.clone_from(&held.remedy);
            part
        }
        (Value::Unknown, Kind::Breached | Kind::Late | Kind::Undetermined) if held.truth.open => {
            let why = format!("nobody can know yet whether it is owed: {}", held.words);
            let mut part = PartVerdict::new(Kind::Waiting, why).due(part.due.as_ref()).because(part.reasons);
            part.remedy = None;
            part
        }
        (Value::Unknown, Kind::Breached | Kind::Late) => {
            let performed = if part.kind == Kind::Late { "performed late" } else { "not performed" };
            let why = format!("{performed}, and whether it was owed depends: {}", held.words);
            let remedy = held.remedy.clone();
            left_open(part, why, remedy.unwrap_or_else(|| format!("the Court finds {} breached", task.paragraph.name)))
        }
        (Value::Unknown, Kind::Undetermined) => {
            let mut part = part;
            part.why = format!("{}; and whether it was owed depends: {}", part.why, held.words);
            part
        }
        (
            Value::Unknown,
            Kind::Waiting | Kind::Stayed | Kind::Lifted | Kind::Kept | Kind::Available | Kind::Used | Kind::Expired,
        ) => part,
    };
    part.because([reason])
}

/// Its conditions are events and acts, and no words of the order that a finding decides for all time.
fn is_an_event(task: &Task<'_>) -> bool {
    fn in_words(test: &Test) -> bool {
        match &test.kind {
            TestKind::Words(_) => true,
            TestKind::Group(_, all) => all.iter().any(in_words),
            TestKind::Verdict { .. } | TestKind::Event { .. } | TestKind::Ruled { .. } | TestKind::Done { .. } => false,
        }
    }
    !task.obligation.conditions.iter().any(|c| in_words(&c.test))
}

/// All that performed it was done before that day.
fn done_before(case: &Case<'_>, part: &PartVerdict, since: Option<NaiveDate>) -> bool {
    let ids: Vec<&str> = part.facts.iter().filter_map(|p| p.fact.as_deref()).collect();
    let mut acts = case.ledger.assertions.iter().filter(|a| ids.contains(&a.id.as_str())).peekable();
    let early = |last: Option<NaiveDate>| last.zip(since).is_some_and(|(last, since)| last < since);
    acts.peek().is_some() && acts.all(|a| early(a.bounds.last))
}

/// Not owed, or not yet: nothing is asked of anybody.
fn verdict_of_waiting(part: PartVerdict, held: &Held) -> PartVerdict {
    let why = not_owed(held);
    let mut part = PartVerdict::new(Kind::Waiting, why).because(part.reasons).facts(held.places.clone());
    part.remedy = None;
    part
}

/// `not owed: the condition did not come about (if ¶ 1 is breached)`.
pub(in crate::eval) fn not_owed(held: &Held) -> String {
    match (held.defeats, held.truth.open) {
        (true, _) => format!("not owed: the exception holds ({})", held.words),
        (false, false) => format!("not owed: the condition did not come about ({})", held.words),
        (false, true) => format!("the condition has not come about so far ({})", held.words),
    }
}

fn left_open(mut part: PartVerdict, why: String, remedy: String) -> PartVerdict {
    part.kind = Kind::Undetermined;
    part.days = None;
    part.at_least = false;
    part.why = why;
    part.remedy(remedy)
}
