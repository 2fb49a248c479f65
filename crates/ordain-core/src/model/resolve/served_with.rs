//! `serve Acme and the Clerk with report`, as `serve report on Acme and the Clerk`.

use crate::model::ir::object::{Head, Object, Objects, Related, Relation};
use crate::model::ir::preposition::Preposition;

/// The thing that parties are served with, on those parties; other things as they are.
#[must_use]
pub fn thing_served(objects: Objects) -> Objects {
    let served: Vec<Related> = objects.list.iter().filter_map(addressee).collect();
    let Some(last) = objects.list.last().filter(|_| !objects.any && served.len() == objects.list.len()) else {
        return objects;
    };
    let with = |r: &&Relation| r.preposition == Some(Preposition::With);
    let Some(Related::Head(thing)) = last.relations.iter().find(with).map(|r| r.to.clone()) else { return objects };
    if matches!(thing, Head::Party(_)) {
        return objects;
    }
    let mut thing_served = last.clone();
    thing_served.head = Some(thing);
    thing_served.relations.retain(|r| r.preposition != Some(Preposition::With) && !is_bare_parties(r));
    thing_served.relations.extend(served.into_iter().map(|to| Relation { preposition: Some(Preposition::On), to }));
    Objects { list: vec![thing_served], any: false }
}

/// Who is served, where the object is nobody's paper: a party, or all of them.
fn addressee(object: &Object) -> Option<Related> {
    match &object.head {
        Some(Head::Party(party)) => Some(Related::Head(Head::Party(*party))),
        None => object.relations.iter().any(is_bare_parties).then_some(Related::Parties),
        Some(_) => None,
    }
}

fn is_bare_parties(relation: &Relation) -> bool {
    relation.preposition.is_none() && relation.to == Related::Parties
}
