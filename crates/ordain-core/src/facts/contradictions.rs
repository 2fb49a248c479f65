//! Papers that contradict each other. Both places are shown; neither is preferred.

use std::collections::{BTreeMap, BTreeSet};

use ordain_syntax::ast::Occurrence;

use chrono::NaiveDate;

use super::assertion::{Assertion, Content, Deed, State, Subject, Voice};
use super::ledger::Ledger;
use super::located::belies;
use super::totals;
use crate::model::object::Head;
use crate::model::{Body, Declared, Due, Model, ThingId, ThingKind, VerbFamily};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts as say;

/// Every contradiction of the record, as warnings.
#[must_use]
pub fn contradictions(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    let declared = &model.declared;
    let mut out = counts(declared, ledger);
    out.extend(days(model, ledger));
    out.extend(located(declared, ledger));
    out
}

/// Documents of a set in which a search is said to have found none: both by one side.
fn located(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for claim in &ledger.assertions {
        if !matches!(&claim.content, Content::State { state: State::NoneLocated { .. }, .. })
            || matches!(claim.voice, Voice::Denies(_))
        {
            continue;
        }
        let acts: Vec<&Assertion> = ledger.assertions.iter().filter(|a| belies(declared, claim, a)).collect();
        if acts.is_empty() {
            continue;
        }
        let d = say::none_located(claim.span);
        out.push(acts.iter().take(5).fold(d, |d, a| d.label(a.span, "documents of it here")));
    }
    out
}

/// A total that somebody states against the sum of the acts: 25 against 12 + 15.
fn counts(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for total in totals(declared, ledger) {
        let sum = total.sum();
        if total.parts.is_empty() || sum == total.n {
            continue;
        }
        let added = total.parts.iter().map(|(_, n)| n.to_string()).collect::<Vec<_>>().join(" + ");
        let mut d = say::counts_differ(total.n, &added, sum, total.claim.span);
        for (part, n) in total.parts.iter().take(5) {
            d = d.label(part.span, format!("{n} here"));
        }
        out.push(d);
    }
    out
}

/// One paper, filed on two days: `Defendants filed Opposition` of 2023 and of 2024.
/// A paper for which orders ask more than once is several papers under one name.
fn days(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    let declared = &model.declared;
    let again = asked_again(model);
    let mut first: BTreeMap<(String, String), (&Assertion, NaiveDate)> = BTreeMap::new();
    let mut out = Vec::new();
    for a in &ledger.assertions {
        let (Some(key), Some(day)) = (happening(declared, a), a.bounds.day()) else { continue };
        if again.contains(&key.1) {
            continue;
        }
        match first.get(&key) {
            Some((other, there)) if *there != day => {
                out.push(
                    say::days_differ(&key.1, &key.0, a.span, day)
                        .label(other.span, format!("{} here", ordain_base::words::day(*there))),
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

/// The names of declared papers that several duties ask for, or one that comes again.
fn asked_again(model: &Model) -> BTreeSet<String> {
    let mut asked: BTreeMap<ThingId, usize> = BTreeMap::new();
    for paragraph in &model.paragraphs {
        let Body::Provision(provision) = &paragraph.body else { continue };
        for obligation in &provision.obligations {
            let often = matches!(&obligation.due, Due::Series(_) | Due::EachTime(_) | Due::Recurring { .. });
            for object in obligation.acts.iter().flat_map(|a| &a.objects.list) {
                if let Some(Head::Thing(t)) = object.head {
                    *asked.entry(t).or_default() += if often { 2 } else { 1 };
                }
            }
        }
    }
    asked.into_iter().filter(|(_, n)| *n > 1).map(|(t, _)| model.declared.things[t.index()].name.clone()).collect()
}

/// What can happen only once, as the act and the paper: the filing of a declared paper, the entry of an order.
#[must_use]
pub fn happening(declared: &Declared, a: &Assertion) -> Option<(String, String)> {
    match &a.content {
        Content::Done(Deed { act, negated: false, .. }) => {
            let object = act.objects.list.first()?;
            let Some(Head::Thing(t)) = object.head else { return None };
            let verb = declared.verbs.get(act.verb);
            (verb.family == VerbFamily::File).then(|| (verb.past.clone(), declared.things[t.index()].name.clone()))
        }
        // An event may happen many times.
        Content::Happened { subject: Subject::Thing(t), what }
            if *what != Occurrence::Held && declared.things[t.index()].kind != ThingKind::Event =>
        {
            Some((what.word().to_owned(), declared.things[t.index()].name.clone()))
        }
        _ => None,
    }
}
