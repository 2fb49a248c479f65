//! A time between two orders: the first forbade something and expired, and the
//! second, which forbids the same, was entered later. What was done in between
//! breaches neither.

use std::collections::{BTreeMap, BTreeSet};

use super::files::Files;
use super::same_act::{Duty, duties_of_model, share_a_bearer};
use crate::model::object::{Act, Head};
use crate::model::{Due, Model, Moment, OrderId, VerbId};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_base::source::Span;
use ordain_syntax::ast::DispositionVerb as V;

/// The verb and the things of an act: equal keys are forbidden alike.
type Key = (VerbId, Vec<Option<Head>>);

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    let model = files.model;
    let forbidden: Vec<Duty<'_>> =
        duties_of_model(model).filter(|d| d.provision.modality == Modality::MustNot).collect();
    let mut by_key: BTreeMap<Key, Vec<&Duty<'_>>> = BTreeMap::new();
    for duty in &forbidden {
        for act in &duty.obligation.acts {
            by_key.entry(key_of_act(act)).or_default().push(duty);
        }
    }
    let mut ends: BTreeMap<OrderId, Option<(Moment, Span)>> = BTreeMap::new();
    let mut reported: BTreeSet<(OrderId, OrderId)> = BTreeSet::new();
    let mut out = Vec::new();
    for alike in by_key.values() {
        let mut seen: BTreeSet<OrderId> = BTreeSet::new();
        for first in alike {
            let order = first.paragraph.order;
            let Some((end, at)) = *ends.entry(order).or_insert_with(|| expiry_of_order(files, order)) else { continue };
            if !seen.insert(order) {
                continue;
            }
            // The first order that forbids it again.
            let next = alike
                .iter()
                .filter(|d| d.paragraph.order != order)
                .filter_map(|d| Some((prohibition_begins(model, d)?, d)));
            let again = next
                .filter(|(b, d)| {
                    b.day >= end.day && share_a_bearer(model, &first.provision.bearer, &d.provision.bearer)
                })
                .min_by_key(|(b, d)| (b.day, b.time, d.paragraph.id));
            let Some((begin, second)) = again else { continue };
            if !time_passes_between(end, begin) || !reported.insert((order, second.paragraph.order)) {
                continue;
            }
            out.push(codes::gap(
                &second.obligation.words,
                &first.paragraph.name,
                &second.paragraph.name,
                [&end.in_words(), &begin.in_words()],
                [at, second.obligation.span],
            ));
        }
    }
    out
}

fn key_of_act(act: &Act) -> Key {
    (act.verb, act.objects.list.iter().map(|o| o.head.clone()).collect())
}

/// When the order of a prohibition was entered.
fn prohibition_begins(model: &Model, duty: &Duty<'_>) -> Option<Moment> {
    let order = model.order(duty.paragraph.order);
    let day = order.in_force()?;
    Some(Moment { day, time: order.time.filter(|_| order.entered == Some(day)) })
}

/// Time passes between the end of the one and the beginning of the other.
fn time_passes_between(end: Moment, begin: Moment) -> bool {
    match (end.time, begin.time) {
        // It bound through the whole of its last day.
        (None, _) => end.day.succ_opt().is_some_and(|next| next < begin.day),
        (Some(_), _) if end.day < begin.day => true,
        (Some(end), Some(begin)) => end < begin,
        _ => false,
    }
}

/// When an order expires, as later orders that name it left that, and the words that say so.
fn expiry_of_order(files: &Files<'_>, order: OrderId) -> Option<(Moment, Span)> {
    let own = files.model.order(order);
    let mut found = own.expires.map(|end| (end, own.span));
    for t in files.touched.iter().filter(|t| t.orders.contains(&order)) {
        let d = t.act.disposition;
        match (d.verb, &d.due) {
            (V::Extends | V::Continues, Some(Due::Day { moment, .. })) if found.is_some() => {
                found = Some((*moment, d.span));
            }
            (V::Expires, _) => found = d.to.map(|end| (end, d.span)),
            // What became of its end is not for a lint to say.
            (V::Extends | V::Continues | V::Vacates | V::Supersedes | V::Replaces | V::Converts | V::Modifies, _) => {
                return None;
            }
            _ => {}
        }
    }
    found
}
