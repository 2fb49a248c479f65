//! `as to Acme`, `between A and B`: whom a disposition reaches.

use crate::eval::orders::event::Event;
use crate::model::object::Object;
use crate::model::{Bearer, Model, Obligation, PartyId};

/// How much of a duty an act of an order reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    let by_party = of_parties(model, &scope.parties, bearer);
    let by_pair =
        if scope.between.is_empty() { Coverage::All } else { pair(model, &scope.between, obligation, bearer) };
    match (by_party, by_pair) {
        (Coverage::None, _) | (_, Coverage::None) => Coverage::None,
        (Coverage::All, Coverage::All) if !event.partly => Coverage::All,
        _ => Coverage::Part,
    }
}

fn of_parties(model: &Model, only: &[PartyId], bearer: &Bearer) -> Coverage {
    if only.is_empty() {
        return Coverage::All;
    }
    let parties = bearer.parties();
    let whole = |p: &PartyId| among(model, only, *p);
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

/// What one of the pair owes the other. Where the duty does not say to whom it
/// is owed and the matter has further parties, only part of it is reached.
fn pair(model: &Model, pair: &[PartyId], obligation: Option<&Obligation>, bearer: &Bearer) -> Coverage {
    let bound = of_parties(model, pair, bearer);
    if bound == Coverage::None {
        return Coverage::None;
    }
    let objects = obligation.into_iter().flat_map(|l| &l.acts).flat_map(|a| &a.objects.list);
    let owed: Vec<PartyId> = objects.flat_map(Object::recipients).collect();
    let to = if owed.is_empty() {
        let others = model.declared.all_parties().any(|p| !among(model, pair, p));
        let joint = bearer.parties().len() > 1 && bearer.parties().iter().all(|p| among(model, pair, *p));
        if others && !joint { Coverage::Part } else { Coverage::All }
    } else {
        let inside = owed.iter().filter(|p| among(model, pair, **p)).count();
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

/// Whether a limit to `only` some parties takes in this one, or the side it acts for.
pub(in crate::eval) fn among(model: &Model, only: &[PartyId], party: PartyId) -> bool {
    only.iter().any(|&o| o == party || o == model.declared.side(party))
}
