//! Somebody who is declared, and whom no order binds and no fact names.

use std::collections::BTreeSet;

use crate::facts::{Assertion, Content};
use crate::model::object::{Act, Head, Object, Related};
use crate::model::{Body, PartyId, PartyKind};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::files::Files;

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    let (model, ledger) = (files.model, files.ledger);
    // Before there is a record, whoever is not bound is simply not in it yet.
    if files.incomplete || ledger.assertions.is_empty() || model.paragraphs.iter().any(|p| p.body == Body::Broken) {
        return Vec::new();
    }
    let mut met: BTreeSet<PartyId> = BTreeSet::new();
    for paragraph in &model.paragraphs {
        let quoted = |p: &PartyId| paragraph.quotes.iter().any(|q| q.value.contains(model.declared.party_name(*p)));
        met.extend((0..model.declared.parties.len()).map(PartyId::at).filter(quoted));
        match &paragraph.body {
            Body::Provision(provision) => {
                met.extend(provision.bearer.parties());
                for obligation in &provision.obligations {
                    obligation.acts.iter().for_each(|a| add_parties_of_act(a, &mut met));
                    obligation.each.iter().for_each(|o| add_parties_of_object(o, &mut met));
                }
            }
            Body::Dispositions(all) => {
                // `orders "…"` may name anybody too.
                let named = |p: &PartyId| all.iter().any(|d| d.words.contains(model.declared.party_name(*p)));
                met.extend((0..model.declared.parties.len()).map(PartyId::at).filter(named));
                all.iter()
                    .flat_map(|d| &d.objects)
                    .flat_map(|o| &o.list)
                    .for_each(|o| add_parties_of_object(o, &mut met));
            }
            // What is shown in words may name anybody.
            Body::Listed(_, words) => {
                let named = |p: &PartyId| words.contains(model.declared.party_name(*p));
                met.extend((0..model.declared.parties.len()).map(PartyId::at).filter(named));
            }
            Body::Broken => {}
        }
    }
    ledger.assertions.iter().for_each(|a| add_parties_of_assertion(a, &mut met));
    met.extend(ledger.closings.iter().flat_map(|c| &c.by));
    met.extend(model.expects.iter().filter_map(|e| e.under));
    let met: BTreeSet<PartyId> = met.into_iter().map(|p| model.declared.side(p)).collect();
    let kinds = [PartyKind::Party, PartyKind::NonParty, PartyKind::Role];
    let all = model.declared.parties.iter().enumerate();
    all.filter(|(i, p)| kinds.contains(&p.kind) && !met.contains(&PartyId::at(*i)))
        .map(|(_, p)| codes::idle_party(&p.name, p.span))
        .collect()
}

fn add_parties_of_assertion(a: &Assertion, met: &mut BTreeSet<PartyId>) {
    met.extend(a.voice.speakers());
    met.extend(a.denied.iter().chain(&a.admitted).flat_map(|r| r.by.iter()));
    match &a.content {
        Content::Done(deed) => {
            met.extend(&deed.actors);
            add_parties_of_act(&deed.act, met);
        }
        Content::Count { object: o, .. } => add_parties_of_object(o, met),
        _ => {}
    }
}

fn add_parties_of_act(act: &Act, met: &mut BTreeSet<PartyId>) {
    act.objects.list.iter().for_each(|o| add_parties_of_object(o, met));
}

fn add_parties_of_object(object: &Object, met: &mut BTreeSet<PartyId>) {
    if let Some(Head::Party(p)) = object.head {
        met.insert(p);
    }
    met.extend(object.relations.iter().chain(&object.one_of).filter_map(|r| match r.to {
        Related::Head(Head::Party(p)) => Some(p),
        _ => None,
    }));
}
