//! Which facts a run used, and which it left aside.

use std::collections::BTreeSet;

use crate::eval::Outcome;
use crate::facts::Ledger;
use crate::report::{FactCounts, UnusedFact};
use crate::verdict::{Place, Reason, Verdict};

/// The counts, and the facts that nothing used, in the order of the files.
pub(super) fn facts_used(ledger: &Ledger, outcome: &Outcome) -> (FactCounts, Vec<UnusedFact>) {
    let mut named = BTreeSet::new();
    outcome.verdicts.iter().for_each(|v| of_verdict(v, &mut named));
    let acts = ledger.assertions.iter().enumerate().filter_map(|(i, a)| {
        let aside = !outcome.used.contains(&i) && !outcome.later.contains(&i);
        aside.then_some((&a.id, a.span))
    });
    // An excuse or a line that closes the record is used where a verdict shows it.
    let excuses = ledger.excuses.iter().map(|e| (&e.id, e.span));
    let closings = ledger.closings.iter().map(|c| (&c.id, c.span));
    let shown = excuses.chain(closings).filter(|(id, _)| !named.contains(id.as_str()));
    let mut unused: Vec<UnusedFact> = acts.chain(shown).map(|(id, span)| UnusedFact { id: id.clone(), span }).collect();
    unused.sort_by_key(|f| f.span);
    let total = ledger.assertions.len() + ledger.excuses.len() + ledger.closings.len();
    let after_as_of = outcome.later.len();
    let used = total.saturating_sub(unused.len() + after_as_of);
    (FactCounts { used, unused: unused.len(), after_as_of }, unused)
}

fn of_verdict<'v>(v: &'v Verdict, named: &mut BTreeSet<&'v str>) {
    v.facts.iter().for_each(|p| of_place(p, named));
    v.reasons.iter().chain(&v.notes).for_each(|r| of_reason(r, named));
    v.parts.iter().for_each(|p| of_verdict(p, named));
}

fn of_reason<'v>(reason: &'v Reason, named: &mut BTreeSet<&'v str>) {
    reason.place.iter().for_each(|p| of_place(p, named));
    reason.because.iter().for_each(|r| of_reason(r, named));
}

fn of_place<'v>(place: &'v Place, named: &mut BTreeSet<&'v str>) {
    named.extend(place.fact.as_deref());
}
