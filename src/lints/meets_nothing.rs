//! An act that looks like performance and meets no duty: the name of the paper
//! may be off, or the line that links them is missing.

use crate::diag::Diagnostic;
use crate::diag::codes::facts as say;
use crate::eval::Outcome;
use crate::facts::{Content, Ledger};
use crate::model::{Body, Model};
use crate::verdict::Modality;

pub(super) fn check(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (i, a) in ledger.assertions.iter().enumerate() {
        let Content::Done(deed) = &a.content else { continue };
        if outcome.used.contains(&i) || !a.performs.is_empty() {
            continue;
        }
        // Only an act of the same kind as one that its actor owes is likely to be meant as performance.
        let owed = model.paragraphs.iter().find(|p| {
            let Body::Norm(norm) = &p.body else { return false };
            let since = model.order(p.order).in_force();
            let ours = norm.bearer.parties().iter().any(|&b| {
                deed.actors.iter().any(|&x| model.declared.side(x) == model.declared.side(b))
            });
            let same = norm.limbs.iter().flat_map(|l| &l.acts).any(|act| model.declared.verbs.same_family(act.verb, deed.act.verb));
            norm.modality == Modality::Must && ours && same && since.is_none_or(|s| a.bounds.first.is_some_and(|f| f >= s))
        });
        if let Some(p) = owed {
            let who = deed.actors.first().map_or("", |&x| model.declared.party_name(x));
            out.push(say::meets_nothing(who, a.span, Some((&p.name, p.span))));
        }
    }
    out
}
