//! What the words of a disposition name one by one: orders, paragraphs, hearings.

use std::collections::BTreeSet;

use crate::model::object::{Head, Objects, Related};
use crate::model::preposition::Preposition as P;
use crate::model::{Body, Disposition, Due, Model, OrderId, ParagraphId, Sweep, Swept, ThingId, ThingKind};
use ordain_syntax::ast::DispositionVerb as V;

/// The orders a disposition names as wholes.
pub(in crate::eval) fn orders_of(d: &Disposition) -> Vec<OrderId> {
    orders_among(d.objects.as_ref())
}

pub(in crate::eval) fn orders_among(objects: Option<&Objects>) -> Vec<OrderId> {
    let mut found = Vec::new();
    for object in objects.iter().flat_map(|o| &o.list) {
        if object.relations.iter().any(|r| matches!(r.to, Related::Paragraph(_))) {
            continue;
        }
        let heads = object.head.iter().chain(object.relations.iter().filter_map(|r| match (&r.to, r.preposition) {
            (Related::Head(h), None | Some(P::Of | P::In | P::Under | P::By)) if object.head.is_none() => Some(h),
            _ => None,
        }));
        found.extend(heads.filter_map(|h| if let Head::Order(o) = h { Some(*o) } else { None }));
    }
    found
}

/// The paragraphs a disposition names one by one.
pub(in crate::eval) fn one_by_one(d: &Disposition) -> impl Iterator<Item = ParagraphId> + '_ {
    paragraphs_of(d.objects.as_ref())
}

pub(in crate::eval) fn paragraphs_of(objects: Option<&Objects>) -> impl Iterator<Item = ParagraphId> + '_ {
    let related = objects.into_iter().flat_map(|o| &o.list).flat_map(|o| &o.relations);
    related.filter_map(|r| if let Related::Paragraph(p) = r.to { Some(p) } else { None })
}

/// The hearings and events that a disposition names.
pub(in crate::eval) fn things_of(d: &Disposition) -> Vec<ThingId> {
    things_among(d.objects.as_ref())
}

/// Those that its exception names.
pub(in crate::eval) fn spared_things(d: &Disposition) -> Vec<ThingId> {
    things_among(d.spared.as_ref().and_then(|s| s.objects.as_ref()))
}

pub(in crate::eval) fn things_among(objects: Option<&Objects>) -> Vec<ThingId> {
    let mut found: Vec<ThingId> = Vec::new();
    for object in objects.iter().flat_map(|o| &o.list) {
        let related = object.relations.iter().map(|r| &r.to);
        let heads = object.head.iter().chain(related.filter_map(|r| match r {
            Related::Head(h) => Some(h),
            _ => None,
        }));
        found.extend(heads.filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None }));
    }
    found
}

/// `vacates hearing Status as to Acme`: the hearing goes on, and what these parties must do at it changes.
pub(in crate::eval) fn limited_hearings(model: &Model, d: &Disposition) -> Vec<ThingId> {
    let limited = !d.scope.parties.is_empty() && !model.declared.all_parties().all(|p| d.scope.parties.contains(&p));
    let moves = matches!(
        d.verb,
        V::Vacates | V::Excuses | V::Strikes | V::Extends | V::Continues | V::Adjourns | V::Resets | V::Advances
    );
    let hearing = |t: &ThingId| model.declared.things[t.index()].kind == ThingKind::Hearing;
    if limited && moves { things_of(d).into_iter().filter(hearing).collect() } else { Vec::new() }
}

/// The hearings at which a paragraph asks for something.
pub(in crate::eval) fn hearings_of(body: &Body) -> BTreeSet<ThingId> {
    match body {
        Body::Provision(p) => p.obligations.iter().filter_map(|o| appears_at(&o.due)).collect(),
        Body::Dispositions(_) | Body::Listed(..) | Body::Broken => BTreeSet::new(),
    }
}

pub(in crate::eval) const fn appears_at(due: &Due) -> Option<ThingId> {
    match due {
        Due::At { hearing, .. } => Some(*hearing),
        _ => None,
    }
}

/// `vacates all hearings`, `vacates all dates`.
pub(in crate::eval) fn sweeps_hearings(d: &Disposition) -> bool {
    let of_all = |s: &Sweep| matches!(s.what, Swept::Hearings | Swept::Dates) && s.of.is_empty() && s.topic.is_none();
    let verb = matches!(
        d.verb,
        V::Vacates
            | V::Strikes
            | V::Reinstates
            | V::Dismisses
            | V::Extends
            | V::Continues
            | V::Adjourns
            | V::Resets
            | V::Advances
    );
    verb && d.scope.sweeps.iter().any(of_all)
}
