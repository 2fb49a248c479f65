//! `as to Acme`, `between A and B`: whom a disposition reaches.

use crate::eval::orders::event::Event;
use crate::model::object::{Head, Object, Related};
use crate::model::{Bearer, Model, Obligation, PartyId};

/// How much of a duty an act of an order reaches; of two limits the greater holds, which reaches less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::eval) enum Coverage {
    All,
    /// Of several who owe it, or to whom it is owed, only some.
    Part,
    None,
}

/// The share of what `bearer` owes under `obligation` that `event` reaches.
pub(in crate::eval) fn coverage(
    model: &Model,
    event: &Event<'_>,
    obligation: Option<&Obligation>,
    bearer: &Bearer,
) -> Coverage {
    let scope = &event.disposition.scope;
    let limits = [&scope.parties[..], event.owed_by];
    let by_party = limits.iter().map(|only| of_parties(model, only, bearer)).max().unwrap_or(Coverage::All);
    let by_party = by_party.max(unless_spared(model, event, bearer));
    let by_pair = if scope.between.is_empty() {
        Coverage::All
    } else {
        coverage_of_pair(model, &scope.between, obligation, bearer)
    };
    let in_part = event.partly || !scope.in_part.is_empty();
    by_party.max(by_pair).max(if in_part { Coverage::Part } else { Coverage::All })
}

/// What is left after `except as to Acme`; of an exception in words that only a
/// person can apply nobody knows whether it takes in this duty.
fn unless_spared(model: &Model, event: &Event<'_>, bearer: &Bearer) -> Coverage {
    let Some(spared) = &event.disposition.spared else { return Coverage::All };
    if spared.words && event.broad {
        return Coverage::Part;
    }
    if spared.scope.parties.is_empty() {
        return Coverage::All;
    }
    match of_parties(model, &spared.scope.parties, bearer) {
        Coverage::All => Coverage::None,
        Coverage::Part => Coverage::Part,
        Coverage::None => Coverage::All,
    }
}

fn of_parties(model: &Model, only: &[PartyId], bearer: &Bearer) -> Coverage {
    if only.is_empty() {
        return Coverage::All;
    }
    let parties = bearer.parties();
    let whole = |p: &PartyId| is_among_limited(model, only, *p);
    // A member of the side that owes it.
    let member = |p: &PartyId| only.iter().any(|&o| model.declared.side(o) == *p);
    if !parties.is_empty() && parties.iter().all(whole) {
        Coverage::All
    } else if parties.is_empty() || parties.iter().any(|p| whole(p) || member(p)) {
        Coverage::Part
    } else {
        Coverage::None
    }
}

/// What one of the pair owes the other: a joint duty with a third party is not
/// owed between them, and an answer is owed to whoever brought what it answers. Where the duty does not say to whom it
/// is owed and the matter has further parties, only part of it is reached.
fn coverage_of_pair(model: &Model, pair: &[PartyId], obligation: Option<&Obligation>, bearer: &Bearer) -> Coverage {
    let bound = of_parties(model, pair, bearer);
    let joint = bearer.parties().len() > 1;
    if bound == Coverage::None || joint && bound == Coverage::Part {
        return Coverage::None;
    }
    let objects = || obligation.into_iter().flat_map(|l| &l.acts).flat_map(|a| &a.objects.list);
    let mut owed: Vec<PartyId> = objects().flat_map(Object::recipients).collect();
    if owed.is_empty() {
        owed = objects().flat_map(|o| answered(model, o)).filter(|p| !bearer.parties().contains(p)).collect();
    }
    let to = if owed.is_empty() {
        let others = model.declared.all_parties().any(|p| !is_among_limited(model, pair, p));
        if others && !joint { Coverage::Part } else { Coverage::All }
    } else {
        let inside = owed.iter().filter(|p| is_among_limited(model, pair, **p)).count();
        match inside {
            0 => Coverage::None,
            n if n == owed.len() => Coverage::All,
            _ => Coverage::Part,
        }
    };
    match (bound, to) {
        (_, Coverage::None) => Coverage::None,
        (Coverage::All, Coverage::All) => Coverage::All,
        _ => Coverage::Part,
    }
}

/// With these parties dismissed a duty of another is owed to nobody who is left in the action: it is owed to them alone,
/// or nobody is left beside those who bear it.
pub(in crate::eval) fn is_left_alone(
    model: &Model,
    dismissed: &[PartyId],
    obligation: Option<&Obligation>,
    bearer: &Bearer,
) -> bool {
    let objects = || obligation.into_iter().flat_map(|l| &l.acts).flat_map(|a| &a.objects.list);
    let mut owed: Vec<PartyId> = objects().flat_map(Object::recipients).collect();
    if owed.is_empty() {
        owed = objects().flat_map(|o| answered(model, o)).filter(|p| !bearer.parties().contains(p)).collect();
    }
    let gone = |p: PartyId| {
        let members = &model.declared.parties[p.index()].members;
        is_among_limited(model, dismissed, p)
            || !members.is_empty() && members.iter().all(|m| is_among_limited(model, dismissed, *m))
    };
    let sides = || model.declared.all_parties().filter(|p| model.declared.side(*p) == *p);
    let alone = || sides().count() > 1 && sides().filter(|p| !gone(*p)).count() < 2;
    !owed.is_empty() && owed.iter().all(|p| gone(*p)) || alone()
}

/// Whose paper it answers: `answer to Complaint`, where the matter says who brought the Complaint.
fn answered<'m>(model: &'m Model, object: &'m Object) -> impl Iterator<Item = PartyId> + 'm {
    let papers = object.relations.iter().filter_map(|r| match r.to {
        Related::Head(Head::Thing(thing)) => Some(thing),
        _ => None,
    });
    papers.flat_map(|thing| model.declared.things[thing.index()].by.iter().copied())
}

/// Whether a limit to `only` some parties takes in this one, or the side it acts for.
pub(in crate::eval) fn is_among_limited(model: &Model, only: &[PartyId], party: PartyId) -> bool {
    only.iter().any(|&o| o == party || o == model.declared.side(party))
}
