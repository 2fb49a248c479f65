//! Two names that differ by a capital, by a final `s`, or by letters that look the same: a reader takes one for the
//! other.

use std::collections::BTreeMap;

use crate::model::{Model, PartyId};
use ordain_base::characters::{look_alike, look_of_name};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_base::source::Span;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let declared = &model.declared;
    // A member may be called as its side is, in the singular.
    let side = |i: usize| declared.side(PartyId::at(i));
    let parties = declared.parties.iter().enumerate().map(|(i, p)| (p.name.as_str(), p.span, Some(side(i))));
    let records = declared.records.iter().map(|r| (r.name.as_str(), r.span, None));
    let things = declared.things.iter().map(|t| (t.name.as_str(), t.span, None));
    let orders = declared.orders.iter().map(|o| (o.name.as_str(), o.span, None));
    let mut all: Vec<(&str, Span, Option<PartyId>)> = parties.chain(records).chain(things).chain(orders).collect();
    all.retain(|(name, span, _)| !span.is_empty() && name.chars().count() > 2);
    all.sort_by_key(|(_, span, _)| *span);
    let mut seen: BTreeMap<String, (&str, Span, Option<PartyId>)> = BTreeMap::new();
    let mut looks: BTreeMap<String, (&str, Span)> = BTreeMap::new();
    let mut out = Vec::new();
    for entry in all {
        let (name, span, side) = entry;
        // Whoever is meant, nobody can see which of two is written.
        if let Some((first, place)) = looks.get(&look_of_name(name)).filter(|(first, _)| look_alike(name, first)) {
            out.push(codes::alike(name, first, span, *place));
            continue;
        }
        looks.entry(look_of_name(name)).or_insert((name, span));
        let folded = name.to_lowercase();
        let folded = folded.strip_suffix('s').filter(|f| !f.ends_with('s')).unwrap_or(&folded).to_owned();
        match seen.get(&folded) {
            Some((first, place, other)) if *first != name && (side.is_none() || side != *other) => {
                out.push(codes::alike(name, first, span, *place));
            }
            Some(_) => {}
            None => {
                seen.insert(folded, entry);
            }
        }
    }
    out
}
