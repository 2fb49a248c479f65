//! `as to Acme`, `between A and B`: whom a disposition reaches.

use super::{Event, among};
use crate::model::object::Object;
use crate::model::{Bearer, Model, Obligation, PartyId};

/// How much of a duty an act of an order reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    All,
    /// Of several who owe it, or to whom it is owed, only some.
    Part,
    None,
}

/// The share of what `bearer` owes under `obligation` that `event` reaches.
pub(super) fn share(model: &Model, event: &Event<'_>, obligation: Option<&Obligation>, bearer: &Bearer) -> Share {
    let scope = &event.disposition.scope;
    let by_party = of_parties(model, &scope.parties, bearer);
    let by_pair = if scope.between.is_empty() { Share::All } else { pair(model, &scope.between, obligation, bearer) };
    match (by_party, by_pair) {
        (Share::None, _) | (_, Share::None) => Share::None,
        (Share::All, Share::All) if !event.partly => Share::All,
        _ => Share::Part,
    }
}

fn of_parties(model: &Model, only: &[PartyId], bearer: &Bearer) -> Share {
    if only.is_empty() {
        return Share::All;
    }
    let parties = bearer.parties();
    let whole = |p: &PartyId| among(model, only, *p);
    // A member of the side that owes it.
    let member = |p: &PartyId| only.iter().any(|&o| model.declared.side(o) == *p);
    if !parties.is_empty() && parties.iter().all(whole) {
        Share::All
    } else if parties.is_empty() || parties.iter().any(|p| whole(p) || member(p)) {
        Share::Part
    } else {
        Share::None
    }
}

/// What one of the pair owes the other. Where the duty does not say to whom it
/// is owed and the matter has further parties, only part of it is reached.
fn pair(model: &Model, pair: &[PartyId], obligation: Option<&Obligation>, bearer: &Bearer) -> Share {
    let bound = of_parties(model, pair, bearer);
    if bound == Share::None {
        return Share::None;
    }
    let objects = obligation.into_iter().flat_map(|l| &l.acts).flat_map(|a| &a.objects.list);
    let owed: Vec<PartyId> = objects.flat_map(Object::recipients).collect();
    let to = if owed.is_empty() {
        let others = model.declared.all_parties().any(|p| !among(model, pair, p));
        let joint = bearer.parties().len() > 1 && bearer.parties().iter().all(|p| among(model, pair, *p));
        if others && !joint { Share::Part } else { Share::All }
    } else {
        let inside = owed.iter().filter(|p| among(model, pair, **p)).count();
        match inside {
            0 => Share::None,
            n if n == owed.len() => Share::All,
            _ => Share::Part,
        }
    };
    match (bound, to) {
        (_, Share::None) => Share::None,
        (Share::All, Share::All) => Share::All,
        _ => Share::Part,
    }
}
