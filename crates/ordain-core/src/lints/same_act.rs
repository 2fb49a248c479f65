//! When two duties ask for the same: the verb's family, the thing, and all that
//! narrows it; and whom they bind.

use crate::model::nature::Nature;
use std::collections::BTreeSet;

use super::files::Files;
use crate::model::object::{Act, Head, Object};
use crate::model::{Bearer, Body, Model, Obligation, Paragraph, PartyId, Provision};

/// One duty, with where it stands.
#[derive(Clone, Copy)]
pub(super) struct Duty<'m> {
    pub(super) paragraph: &'m Paragraph,
    pub(super) provision: &'m Provision,
    pub(super) obligation: &'m Obligation,
}

/// Every obligation of every provision, in the order of the paragraphs.
pub(super) fn duties_of_model(model: &Model) -> impl Iterator<Item = Duty<'_>> {
    model.paragraphs.iter().flat_map(|paragraph| {
        let provision = if let Body::Provision(provision) = &paragraph.body { Some(provision) } else { None };
        provision.into_iter().flat_map(move |provision| {
            provision.obligations.iter().map(move |obligation| Duty { paragraph, provision, obligation })
        })
    })
}

/// What an act is, but for its categories: equal keys are the same act. None
/// where it names no thing, or where words beside it distinguish it from others.
pub(super) fn key_of_duty(model: &Model, obligation: &Obligation) -> Option<String> {
    let [act] = obligation.acts.as_slice() else { return None };
    if obligation.narrowed || !obligation.conditions.is_empty() || obligation.each.is_some() {
        return None;
    }
    let family = model.declared.verbs.get(act.verb).family;
    let things: Vec<String> = act.objects.list.iter().map(object_key).collect::<Option<_>>()?;
    (!things.is_empty()).then(|| format!("{family:?} {}{}", things.join(" and "), act.objects.any))
}

fn object_key(object: &Object) -> Option<String> {
    object.head.as_ref()?;
    let Object { head, numbered, quantity, relations, filters, qualifiers, set, .. } = object;
    Some(format!(
        "{head:?} {numbered:?} {quantity:?} {relations:?} {filters:?} {qualifiers:?} {:?}",
        set.as_ref().map(|s| s.record)
    ))
}

/// The categories that an act covers, of the first thing that has any.
pub(super) fn categories_of_act(act: &Act) -> Option<&[usize]> {
    act.objects.list.iter().find_map(|o| o.set.as_ref()).map(|s| s.categories.as_slice())
}

/// True where all things of an act have names of their own, so that two mentions are of one
/// thing also in two orders: `CAR`, `"the corrected index"`, not any reply.
pub(super) fn is_named(obligation: &Obligation) -> bool {
    let mut heads = obligation.acts.iter().flat_map(|a| &a.objects.list).filter_map(|o| o.head.as_ref());
    heads.all(|h| match h {
        Head::Deliverable(d) => d.is(Nature::OneInACase),
        _ => true,
    })
}

/// True where somebody is bound by both.
pub(super) fn share_a_bearer(model: &Model, a: &Bearer, b: &Bearer) -> bool {
    let sides =
        |bearer: &Bearer| -> BTreeSet<PartyId> { bearer.parties().iter().map(|p| model.declared.side(*p)).collect() };
    !sides(a).is_disjoint(&sides(b))
}

/// True where one of the two orders does something to the paragraph of the
/// other, by itself or with its order: what both require is then for that to say.
pub(super) fn one_changes_the_other(files: &Files<'_>, one: &Paragraph, other: &Paragraph) -> bool {
    let does = |by: &Paragraph, to: &Paragraph| {
        files.touched.iter().any(|t| t.act.order == by.order && t.paragraphs.contains(&to.id))
    };
    does(one, other) || does(other, one)
}

/// The place of a duty's due time, or of the duty.
pub(super) fn place_of_duty(duty: &Duty<'_>) -> ordain_base::source::Span {
    duty.obligation.due_span.unwrap_or(duty.obligation.span)
}
