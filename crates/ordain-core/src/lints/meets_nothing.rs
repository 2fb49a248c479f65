//! An act that looks like performance and meets no duty: the name of the paper
//! may be off, or the line that links them is missing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::eval::Outcome;
use crate::facts::{Content, Ledger};
use crate::model::object::Head;
use crate::model::{Body, Model, ParagraphId, PartyId, VerbFamily};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts as codes;

/// Among so many duties of one kind the nearest is looked for.
const MOST: usize = 64;

/// A paragraph that asks for acts of a kind: from when, and for which things.
struct Owed<'m> {
    id: ParagraphId,
    since: Option<NaiveDate>,
    heads: Vec<&'m Head>,
}

/// What each side owes, by kind of act, in the order of the paragraphs.
fn duties_owed(model: &Model) -> BTreeMap<(PartyId, VerbFamily), Vec<Owed<'_>>> {
    let mut owed: BTreeMap<(PartyId, VerbFamily), Vec<Owed<'_>>> = BTreeMap::new();
    for p in &model.paragraphs {
        let Body::Provision(provision) = &p.body else { continue };
        if provision.modality != Modality::Must {
            continue;
        }
        let since = model.order(p.order).in_force();
        for &bearer in provision.bearer.parties() {
            for act in provision.obligations.iter().flat_map(|l| &l.acts) {
                let family = model.declared.verbs.get(act.verb).family;
                let heads = act.objects.list.iter().filter_map(|o| o.head.as_ref()).collect();
                owed.entry((model.declared.side(bearer), family)).or_default().push(Owed { id: p.id, since, heads });
            }
        }
    }
    owed
}

pub(super) fn check(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    // What could not be read may be the duty that it meets.
    if model.incomplete {
        return Vec::new();
    }
    let owed = duties_owed(model);
    let mut out = Vec::new();
    let done = |i: usize| match ledger.assertions.get(i).map(|a| &a.content) {
        Some(Content::Done(deed)) => Some(deed.signature()),
        _ => None,
    };
    // The same act, done again, meets what the first one met.
    let met: BTreeSet<String> = outcome.used.iter().filter_map(|&i| done(i)).collect();
    for (i, a) in ledger.assertions.iter().enumerate() {
        let Content::Done(deed) = &a.content else { continue };
        if outcome.used.contains(&i)
            || outcome.later.contains(&i)
            || deed.negated
            || !a.performs.is_empty()
            || met.contains(&deed.signature())
        {
            continue;
        }
        // Only an act of the same kind as one that its actor owes is likely to be meant as performance.
        let family = model.declared.verbs.get(deed.act.verb).family;
        let Some(&actor) = deed.actors.first() else { continue };
        let Some(all) = owed.get(&(model.declared.side(actor), family)) else { continue };
        // The duty over the same thing is nearer than the first of its kind.
        let done: Vec<&Head> = deed.act.objects.list.iter().filter_map(|o| o.head.as_ref()).collect();
        let bound = |o: &&Owed<'_>| o.since.is_none_or(|s| a.bounds.first.is_some_and(|f| f >= s));
        let same = |o: &&Owed<'_>| o.heads.iter().any(|h| done.contains(h));
        let nearest = all.iter().take(MOST).filter(bound).find(same).or_else(|| all.first().filter(bound));
        if let Some(owed) = nearest {
            let p = model.paragraph(owed.id);
            out.push(codes::meets_nothing(model.declared.party_name(actor), a.span, Some((&p.name, p.span))));
        }
    }
    out
}
