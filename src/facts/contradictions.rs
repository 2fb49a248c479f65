//! Papers that contradict each other. Both places are shown; neither is preferred.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Assertion, Content, Deed, Ledger, Subject, sentence};
use crate::diag::Diagnostic;
use crate::diag::codes::facts as say;
use crate::model::object::{Filter, Head, Object};
use crate::model::{Declared, PartyId, ThingKind};

/// Every contradiction of the record, as warnings.
#[must_use]
pub fn contradictions(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut out = counts(declared, ledger);
    out.extend(days(declared, ledger));
    out
}

/// A total that somebody states against the sum of the acts: 25 against 12 + 15.
fn counts(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for total in &ledger.assertions {
        let Some(claim) = Claim::of(declared, total) else { continue };
        let parts: Vec<(&Assertion, u64)> = ledger
            .assertions
            .iter()
            .filter(|a| a.span != total.span)
            .filter_map(|a| Some((a, claim.part(declared, a)?)))
            .collect();
        let sum: u64 = parts.iter().map(|(_, n)| n).sum();
        if parts.is_empty() || sum == claim.n {
            continue;
        }
        let added = parts.iter().map(|(_, n)| n.to_string()).collect::<Vec<_>>().join(" + ");
        let mut d = say::counts_differ(claim.n, &added, sum, total.span);
        for (part, n) in parts.iter().take(5) {
            d = d.label(part.span, format!("{n} here"));
        }
        out.push(d);
    }
    out
}

/// What a stated total is about.
struct Claim<'a> {
    n: u64,
    object: &'a Object,
    by: Option<PartyId>,
    last: Option<NaiveDate>,
}

impl<'a> Claim<'a> {
    fn of(declared: &Declared, a: &'a Assertion) -> Option<Self> {
        match &a.content {
            Content::Count { n, object } => {
                let before = object.filters.iter().find_map(|f| match f {
                    Filter::Before(d) => d.pred_opt(),
                    _ => None,
                });
                Some(Self { n: *n, object, by: sentence::by_whom(object), last: before.or(a.known) })
            }
            // `the Court finds Defendants produced 25 documents by February 1, 2024`
            Content::Done(deed) if a.bounds.first.is_none() => {
                let object = deed.act.objects.list.first()?;
                let is_total = !matches!(a.voice, super::Voice::Plain) && is_count(object);
                let by = deed.actors.first().map(|&p| declared.side(p));
                is_total.then_some(Self { n: object.quantity?, object, by, last: a.bounds.last })
            }
            _ => None,
        }
    }

    /// How many of the total an act accounts for.
    fn part(&self, declared: &Declared, a: &Assertion) -> Option<u64> {
        let Content::Done(deed) = &a.content else { return None };
        let day = a.bounds.day()?;
        let object = deed.act.objects.list.first()?;
        let ours = self.by.is_none_or(|by| deed.actors.iter().any(|&p| declared.side(p) == declared.side(by)));
        let in_time = self.last.is_none_or(|last| day <= last);
        let produced = declared.verbs.get(deed.act.verb).family == "produce";
        let overlaps = match (&self.object.set, &object.set) {
            (Some(x), Some(y)) => x.record == y.record && x.categories.iter().any(|c| y.categories.contains(c)),
            (Some(_), None) => false,
            (None, _) => object.set.is_some() || self.object.head == object.head,
        };
        (ours && in_time && produced && overlaps && !deed.negated && is_count(object)).then_some(object.quantity?)
    }
}

fn is_count(object: &Object) -> bool {
    let documents = matches!(&object.head, Some(Head::Deliverable(d)) if matches!(d.name(), "document" | "page"));
    object.quantity.is_some() && documents
}

/// One paper, filed on two days: `Defendants filed Opposition` of 2023 and of 2024.
fn days(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(String, String), (&Assertion, NaiveDate)> = BTreeMap::new();
    let mut out = Vec::new();
    for a in &ledger.assertions {
        let (Some(key), Some(day)) = (key(declared, a), a.bounds.day()) else { continue };
        match first.get(&key) {
            Some((other, there)) if *there != day => {
                out.push(
                    say::days_differ(&key.1, &key.0, a.span, day)
                        .label(other.span, format!("{} here", crate::words::day(*there))),
                );
            }
            Some(_) => {}
            None => {
                first.insert(key, (a, day));
            }
        }
    }
    out
}

/// What can happen only once: the filing of a declared paper, the entry of an order.
fn key(declared: &Declared, a: &Assertion) -> Option<(String, String)> {
    match &a.content {
        Content::Done(Deed { act, negated: false, .. }) => {
            let object = act.objects.list.first()?;
            let Some(Head::Thing(t)) = object.head else { return None };
            let verb = declared.verbs.get(act.verb);
            (verb.family == "file").then(|| (verb.past.clone(), declared.things[t.index()].name.clone()))
        }
        // An event may happen many times.
        Content::Happened { subject: Subject::Thing(t), what }
            if what != "held" && declared.things[t.index()].kind != ThingKind::Event =>
        {
            Some((what.clone(), declared.things[t.index()].name.clone()))
        }
        _ => None,
    }
}
