//! `serve Acme and the Clerk with report`, as `serve report on Acme and the Clerk`.

use crate::model::ir::object::{Head, Object, Objects, Related, Relation};
use crate::model::ir::preposition::Preposition;

/// The thing that parties are served with, on those parties; other things as they are.
#[must_use]
pub fn thing_served(objects: Objects) -> Objects {
    let is_party = |o: &Object| matches!(o.head, Some(Head::Party(_)));
    let Some(last) = objects.list.last().filter(|_| !objects.any && objects.list.iter().all(is_party)) else {
        return objects;
    };
    let with = |r: &&Relation| r.preposition == Some(Preposition::With);
    let Some(Related::Head(thing)) = last.relations.iter().find(with).map(|r| r.to.clone()) else { return objects };
    if matches!(thing, Head::Party(_)) {
        return objects;
    }
    let mut served = last.clone();
    served.head = Some(thing);
    served.relations.retain(|r| r.preposition != Some(Preposition::With));
    let parties = objects.list.iter().filter_map(|o| o.head.clone());
    let on = parties.map(|p| Relation { preposition: Some(Preposition::On), to: Related::Head(p) });
    served.relations.extend(on);
    Objects { list: vec![served], any: false }
}
