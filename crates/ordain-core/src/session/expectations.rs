//! `expect` lines: how a lawyer tests her own file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::passes::Matter;
use crate::eval::{Outcome, Side};
use crate::model::{Expect, PartyId};
use crate::report::Report;
use crate::verdict::{Kind, Verdict};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::duties as codes;
use ordain_base::source::Span;
use ordain_base::words::{closest, day, plural};

/// One `expect` line and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// The paragraph, or the part of one.
    pub target: String,
    /// The verdict is the one expected.
    pub ok: bool,
    /// Expected and found, in one sentence.
    pub message: String,
    /// Its words.
    pub span: Span,
    /// The failure with its place, where it failed.
    pub diagnostic: Option<Diagnostic>,
}

/// What a test of a matter gives.
#[derive(Debug, Clone)]
pub struct Tested {
    /// The report of the day that was tested.
    pub report: Report,
    /// Each `expect` of the matter, with what came of it.
    pub expectations: Vec<Expectation>,
}

/// Runs every expectation, each day and view evaluated once.
pub(super) fn run(matter: &Matter<'_>) -> Vec<Expectation> {
    let mut asked: BTreeMap<(NaiveDate, Option<PartyId>), Outcome> = BTreeMap::new();
    matter
        .model
        .expects
        .iter()
        .map(|e| {
            let Some(on) = e.on else { return expectation_failed(e, "it does not say on what day") };
            let side = e.under.map_or(Side::Court, Side::Party);
            let outcome = asked.entry((on, e.under)).or_insert_with(|| matter.ask(on, None, side));
            compare_expectation(e, on, outcome)
        })
        .collect()
}

fn compare_expectation(e: &Expect, on: NaiveDate, outcome: &Outcome) -> Expectation {
    if e.verdict == "shown" {
        let there = outcome.shown.iter().any(|s| s.id == e.target);
        return if there { expectation_met(e) } else { expectation_failed(e, "the report does not show it") };
    }
    let Some(expected) = Kind::from_name(&e.verdict) else {
        let near = closest(&e.verdict, Kind::ALL.map(Kind::name));
        let hint = near.map(|n| format!("; did you mean `{n}`?")).unwrap_or_default();
        return expectation_failed(e, &format!("`{}` is not a verdict{hint}", e.verdict));
    };
    let Some(found) = outcome.verdicts.iter().find_map(|v| verdict_with_id(v, &e.target)) else {
        let ids: Vec<&str> = outcome.verdicts.iter().flat_map(ids_of_verdict).collect();
        let near =
            closest(&e.target, ids.iter().copied()).map(|n| format!("; the nearest is `{n}`")).unwrap_or_default();
        return expectation_failed(e, &format!("there is no such duty on {}{near}", day(on)));
    };
    if found.kind != expected {
        let why = format!("expected {}, found {}: {}", expected.phrase(), found.kind.phrase(), found.why);
        return expectation_failed(e, &why);
    }
    match (e.days, found.days) {
        (Some(n), Some(m)) if n != m => expectation_failed(e, &format!("expected {}, found {m}", plural(n, "day"))),
        (Some(n), None) => expectation_failed(e, &format!("expected {}, found none", plural(n, "day"))),
        _ => expectation_met(e),
    }
}

fn expectation_met(e: &Expect) -> Expectation {
    Expectation { target: e.target.clone(), ok: true, message: String::new(), span: e.span, diagnostic: None }
}

fn expectation_failed(e: &Expect, why: &str) -> Expectation {
    let diagnostic = codes::expectation(&e.target, why, e.span);
    Expectation {
        target: e.target.clone(),
        ok: false,
        message: diagnostic.message.clone(),
        span: e.span,
        diagnostic: Some(diagnostic),
    }
}

/// The verdict with this id, the paragraph or one of its parts.
fn verdict_with_id<'a>(v: &'a Verdict, id: &str) -> Option<&'a Verdict> {
    if v.id == id { Some(v) } else { v.parts.iter().find_map(|p| verdict_with_id(p, id)) }
}

fn ids_of_verdict(v: &Verdict) -> Vec<&str> {
    std::iter::once(v.id.as_str()).chain(v.parts.iter().flat_map(ids_of_verdict)).collect()
}
