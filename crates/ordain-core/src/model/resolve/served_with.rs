//! `serve Acme and the Clerk with report`, `give Acme notice`, `pay Acme $500`: to whom, said before what.

use crate::model::ir::object::{Head, Object, Objects, Related, Relation};
use crate::model::ir::preposition::Preposition;
use crate::model::ir::verbs::VerbFamily;

/// The things that an act of this family gives, with those to whom they go behind them: `report on Acme and on the Clerk`,
/// `notice to Acme`, `$500 to Acme`. Other things stay as they are.
#[must_use]
pub fn things_given(family: VerbFamily, objects: Objects) -> Objects {
    if !family.gives() {
        return objects;
    }
    let objects = things_served(objects);
    let list = objects.list.into_iter().map(thing_before_recipient).collect();
    Objects { list, any: objects.any }
}

/// `serve Acme and the Clerk with summons and complaint`.
fn things_served(objects: Objects) -> Objects {
    let with = |r: &Relation| r.preposition == Some(Preposition::With);
    let Some(last) = objects.list.iter().position(|o| o.relations.iter().any(with)).filter(|_| !objects.any) else {
        return objects;
    };
    let served: Vec<Related> = objects.list.iter().take(last + 1).filter_map(addressee).collect();
    let first = objects.list[last].relations.iter().find(|r| with(r)).map(|r| r.to.clone());
    let Some(Related::Head(thing)) = first.filter(|_| served.len() == last + 1) else { return objects };
    if matches!(thing, Head::Party(_)) {
        return objects;
    }
    let mut given = objects.list[last].clone();
    given.head = Some(thing);
    given.relations.retain(|r| !with(r) && !is_bare_parties(r));
    let others = objects.list.iter().skip(last + 1).cloned();
    let mut list: Vec<Object> = std::iter::once(given).chain(others).collect();
    for object in &mut list {
        object.relations.extend(served.iter().cloned().map(|to| Relation { preposition: Some(Preposition::On), to }));
    }
    Objects { list, any: false }
}

/// `Acme notice`, `Acme $500`: what a party is given.
fn thing_before_recipient(mut object: Object) -> Object {
    let Some(Head::Party(to)) = object.head else { return object };
    let thing = |r: &Relation| r.preposition.is_none() && !matches!(r.to, Related::Head(Head::Party(_)));
    let given = object.relations.iter().position(|r| thing(r) && matches!(r.to, Related::Head(_)));
    if given.is_none() && object.amount.is_none() {
        return object;
    }
    object.head = given.map(|at| object.relations.remove(at)).and_then(|r| match r.to {
        Related::Head(head) => Some(head),
        _ => None,
    });
    let to = Related::Head(Head::Party(to));
    object.relations.insert(0, Relation { preposition: Some(Preposition::To), to });
    object
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
