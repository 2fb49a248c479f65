//! A duty under a condition binds only where it holds. Before that it waits;
//! past its day, what is not known is for people to judge.

use crate::eval::case::Case;
use crate::eval::condition::found::Held;
use crate::eval::condition::truth::Value;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::model::object::{Head, Object, Related};
use crate::model::preposition::Preposition;
use crate::verdict::{Kind, Reason};
use chrono::NaiveDate;
use ordain_base::words::day;

/// Nobody owes an answer to a motion that is decided, moot or withdrawn before the
/// day of the answer. A miss from before the ruling stands.
pub(in crate::eval) fn while_the_motion_stands(case: &Case<'_>, task: &Task<'_>, part: PartVerdict) -> PartVerdict {
    if part.kind.is_done_in_time() || part.kind == Kind::Kept {
        return part;
    }
    let papers = task.obligation.acts.iter().flat_map(|a| &a.objects.list).filter(|o| answers(o));
    let motions =
        papers.flat_map(|o| &o.relations).filter(|r| r.is_any(&[Preposition::To])).filter_map(|r| match r.to {
            Related::Head(Head::Thing(thing)) => Some(thing),
            _ => None,
        });
    for motion in motions {
        let Some((over, words)) = case.motions.over(motion) else { continue };
        if part.due.as_ref().is_none_or(|due| over < due.day) {
            let name = &case.model.declared.things[motion.index()].name;
            let why = format!("not owed: {name} was {words}, before the day of the answer to it");
            return PartVerdict::new(Kind::Lifted, why.clone()).due(part.due.as_ref()).because([Reason::new(why)]);
        }
    }
    part
}

/// `opposition to`, `response to`, `reply to`.
fn answers(object: &Object) -> bool {
    matches!(&object.head, Some(Head::Deliverable(d)) if d.answers_a_motion())
}

/// The verdict of a duty, given what its condition came to.
pub(in crate::eval) fn under_condition(case: &Case<'_>, task: &Task<'_>, leaf: PartVerdict) -> PartVerdict {
    let Some(held) = task.held else { return leaf };
    let reason = held.reason.clone();
    let late = |leaf: &PartVerdict| {
        let due = leaf.due.as_ref().map(|d| d.day);
        held.since.zip(due).is_some_and(|(since, due)| since > due)
    };
    let leaf = match (held.value(), leaf.kind) {
        (Value::True, Kind::Met) if held.comes_first && done_before(case, &leaf, held.since) => {
            let since = held.since.map(day).unwrap_or_default();
            let why = format!("{}, before what must come first: {}, which came about on {since}", leaf.why, held.words);
            let remedy = format!("the Court finds {} met", task.paragraph.name);
            left_open(leaf, why, remedy)
        }
        (_, Kind::Met) => leaf,
        (Value::True, Kind::Breached | Kind::Late) if late(&leaf) => {
            let since = held.since.map(day).unwrap_or_default();
            let why =
                format!("the condition came about on {since}, after its day: you decide whether it was owed by then");
            left_open(leaf, why, format!("the Court finds {} breached", task.paragraph.name))
        }
        (Value::True, _) => {
            let places = held.places.clone();
            leaf.facts(places)
        }
        (Value::False, _) => waiting(leaf, held),
        (Value::Unknown, Kind::Pending) if held.defeats => {
            let mut leaf = leaf;
            leaf.why = format!("{}, {}", leaf.why, held.words);
            leaf
        }
        (Value::Unknown, Kind::Pending) => {
            let mut leaf = leaf;
            leaf.kind = Kind::Waiting;
            leaf.why = format!("it binds {}", held.words);
            leaf.remedy.clone_from(&held.remedy);
            leaf
        }
        (Value::Unknown, Kind::Breached | Kind::Late | Kind::Undetermined) if held.truth.open => {
            let why = format!("nobody can know yet whether it is owed: {}", held.words);
            let mut leaf = PartVerdict::new(Kind::Waiting, why).due(leaf.due.as_ref()).because(leaf.reasons);
            leaf.remedy = None;
            leaf
        }
        (Value::Unknown, Kind::Breached | Kind::Late) => {
            let performed = if leaf.kind == Kind::Late { "performed late" } else { "not performed" };
            let why = format!("{performed}, and whether it was owed depends: {}", held.words);
            let remedy = held.remedy.clone();
            left_open(leaf, why, remedy.unwrap_or_else(|| format!("the Court finds {} breached", task.paragraph.name)))
        }
        (Value::Unknown, Kind::Undetermined) => {
            let mut leaf = leaf;
            leaf.why = format!("{}; and whether it was owed depends: {}", leaf.why, held.words);
            leaf
        }
        (
            Value::Unknown,
            Kind::Waiting | Kind::Stayed | Kind::Lifted | Kind::Kept | Kind::Available | Kind::Used | Kind::Expired,
        ) => leaf,
    };
    leaf.because([reason])
}

/// All that performed it was done before that day.
fn done_before(case: &Case<'_>, leaf: &PartVerdict, since: Option<NaiveDate>) -> bool {
    let ids: Vec<&str> = leaf.facts.iter().filter_map(|p| p.fact.as_deref()).collect();
    let mut acts = case.ledger.assertions.iter().filter(|a| ids.contains(&a.id.as_str())).peekable();
    let early = |last: Option<NaiveDate>| last.zip(since).is_some_and(|(last, since)| last < since);
    acts.peek().is_some() && acts.all(|a| early(a.bounds.last))
}

/// Not owed, or not yet: nothing is asked of anybody.
fn waiting(leaf: PartVerdict, held: &Held) -> PartVerdict {
    let why = not_owed(held);
    let mut leaf = PartVerdict::new(Kind::Waiting, why).because(leaf.reasons).facts(held.places.clone());
    leaf.remedy = None;
    leaf
}

/// `not owed: the condition did not come about (if ¶ 1 is breached)`.
pub(in crate::eval) fn not_owed(held: &Held) -> String {
    match (held.defeats, held.truth.open) {
        (true, _) => format!("not owed: the exception holds ({})", held.words),
        (false, false) => format!("not owed: the condition did not come about ({})", held.words),
        (false, true) => format!("the condition has not come about so far ({})", held.words),
    }
}

fn left_open(mut leaf: PartVerdict, why: String, remedy: String) -> PartVerdict {
    leaf.kind = Kind::Undetermined;
    leaf.days = None;
    leaf.at_least = false;
    leaf.why = why;
    leaf.remedy(remedy)
}
