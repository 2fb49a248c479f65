//! Papers that contradict each other. Both places are shown; neither is preferred.

use std::collections::{BTreeMap, BTreeSet};

use ordain_syntax::ast::{DispositionVerb, Occurrence};

use chrono::NaiveDate;

use super::assertion::{Assertion, Content, Deed, State, Subject, Voice};
use super::ledger::Ledger;
use super::located::belies_claim;
use super::totals_stated;
use crate::model::object::Head;
use crate::model::{Anchor, Body, Declared, Due, Model, ThingId, ThingKind, VerbFamily};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::facts as say;

/// Every contradiction of the record, as warnings.
#[must_use]
pub fn contradictions(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    let declared = &model.declared;
    let mut out = check_totals(declared, ledger);
    out.extend(check_filing_days(model, ledger));
    out.extend(check_none_located(declared, ledger));
    out.extend(check_event_days(model, ledger));
    out
}

/// Documents of a set in which a search is said to have found none: both by one side.
fn check_none_located(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for claim in &ledger.assertions {
        if !matches!(&claim.content, Content::State { state: State::NoneLocated { .. }, .. })
            || matches!(claim.voice, Voice::Denies(_))
        {
            continue;
        }
        let acts: Vec<&Assertion> = ledger.assertions.iter().filter(|a| belies_claim(declared, claim, a)).collect();
        if acts.is_empty() {
            continue;
        }
        let d = say::none_located(claim.span);
        out.push(acts.iter().take(5).fold(d, |d, a| d.label(a.span, "documents of it here")));
    }
    out
}

/// A total that somebody states against the sum of the acts: 25 against 12 + 15.
fn check_totals(declared: &Declared, ledger: &Ledger) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for total in totals_stated(declared, ledger) {
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
fn check_filing_days(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    let declared = &model.declared;
    let again = asked_again(model);
    let mut first: BTreeMap<(String, String), (&Assertion, NaiveDate)> = BTreeMap::new();
    let mut out = Vec::new();
    for a in &ledger.assertions {
        let (Some(key), Some(day)) = (single_happening_of(declared, a), a.bounds.day()) else { continue };
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

/// One event, told of two days. What comes again (`after each Ruling`), and what an order recalled, may happen twice.
fn check_event_days(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    let again = happen_again(model);
    let mut first: BTreeMap<ThingId, (&Assertion, NaiveDate)> = BTreeMap::new();
    let mut out = Vec::new();
    for a in &ledger.assertions {
        let (Content::Happened { subject: Subject::Thing(thing), .. }, Some(day)) = (&a.content, a.bounds.day()) else {
            continue;
        };
        let event = &model.declared.things[thing.index()];
        if event.kind != ThingKind::Event || again.contains(thing) {
            continue;
        }
        let (other, there) = *first.entry(*thing).or_insert((a, day));
        if there != day {
            out.push(
                say::days_differ(&event.name, "reported", a.span, day)
                    .label(other.span, format!("{} here", ordain_base::words::day(there))),
            );
        }
    }
    out
}

/// Events that may happen more than once: each time starts a period, or an order recalled it.
fn happen_again(model: &Model) -> BTreeSet<ThingId> {
    let mut again = BTreeSet::new();
    let head = |o: &crate::model::object::Object| if let Some(Head::Thing(t)) = o.head { Some(t) } else { None };
    for paragraph in &model.paragraphs {
        match &paragraph.body {
            Body::Provision(provision) => again.extend(provision.obligations.iter().filter_map(|o| match &o.due {
                Due::EachTime(period) => {
                    if let Anchor::Thing(t) = period.anchor {
                        Some(t)
                    } else {
                        None
                    }
                }
                _ => None,
            })),
            Body::Dispositions(list) => {
                let recalls =
                    list.iter().filter(|d| matches!(d.verb, DispositionVerb::Recalls | DispositionVerb::Vacates));
                again.extend(recalls.flat_map(|d| d.objects.iter().flat_map(|o| &o.list)).filter_map(head));
            }
            Body::Listed(..) | Body::Broken => {}
        }
    }
    again
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
pub fn single_happening_of(declared: &Declared, a: &Assertion) -> Option<(String, String)> {
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
