//! A hearing set for May 6, and told of again as the hearing of May 7.
//!
//! Only where the order sets one day for it, the other is within ten days, and
//! neither sentence moves anything. Part of the lint of things with two dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::dates::Date;
use crate::leads::{Lead, lead, reports, sets};
use crate::proofread::changes::CHANGES;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// What is set, and what kind of it: `conference`, `pretrial`.
type Name<'r> = (&'r str, &'r str);

const KINDS: &[&str] = &[
    "status",
    "pretrial",
    "settlement",
    "scheduling",
    "management",
    "evidentiary",
    "final",
    "jury",
    "bench",
    "sentencing",
    "show",
    "cause",
    "class",
    "telephonic",
    "motion",
    "claim",
];

pub(super) fn differing_settings(r: &Reading<'_>) -> Vec<Finding> {
    let mut set: BTreeMap<(u32, Name<'_>), Vec<(&Date, NaiveDate)>> = BTreeMap::new();
    let mut told: Vec<(u32, Name<'_>, &Date, NaiveDate)> = Vec::new();
    for date in &r.dates {
        let Some(day) = date.day else { continue };
        let sentence = r.sentence(date.start);
        let token = r.tokens.get(date.start);
        if token.is_none_or(|t| t.quoted) || reports(r, &sentence) {
            continue;
        }
        let unit = r.unit(date.start);
        if let Some(name) = setting(r, date) {
            // Two days are as many as it takes to know that there is not one.
            let known = set.entry((unit, name)).or_default();
            if known.len() < 2 && known.iter().all(|(_, d)| *d != day) {
                known.push((date, day));
            }
        } else if let Some(name) = mention(r, date) {
            told.push((unit, name, date, day));
        }
    }
    let mut out = Vec::new();
    for (unit, name, date, day) in told {
        let of_order = set.range((unit, ("", ""))..).take_while(|((u, _), _)| *u == unit);
        let mut same = of_order.filter(|((_, n), _)| n.0 == name.0);
        // `the conference` names the one that is set, whatever its kind.
        let (Some(((_, kind), known)), None) = (same.next(), same.next()) else { continue };
        let [(first, known_day)] = known.as_slice() else { continue };
        let near = (*known_day - day).num_days().abs() <= 10 && *known_day != day;
        if near && (name.1.is_empty() || name.1 == kind.1) && still(r, first) && still(r, date) {
            let at = [r.span(first.start, first.end), r.span(date.start, date.end)];
            out.push(Finding::medium(codes::text::two_dates(name.0, *known_day, day, at)));
        }
    }
    out
}

/// True where the sentence of a date moves nothing.
fn still(r: &Reading<'_>, date: &Date) -> bool {
    let sentence = r.sentence(date.start);
    !r.has(sentence.start, sentence.end, CHANGES)
}

fn noun(word: &str) -> bool {
    matches!(word, "hearing" | "conference" | "trial" | "argument")
}

fn kind<'r>(r: &'r Reading<'_>, at: usize) -> Name<'r> {
    let kind = r.word_before(at, 1);
    (r.word(at), if KINDS.contains(&kind) { kind } else { "" })
}

/// `Trial is set for D`, `a status conference will be held on D`: the only date of its sentence.
fn setting<'r>(r: &'r Reading<'_>, date: &Date) -> Option<Name<'r>> {
    let led = lead(r, date);
    let sentence = r.sentence(date.start);
    let held = led.lead == Lead::On
        && r.has(led.at.saturating_sub(4).max(sentence.start), led.at, &["held", "heard"])
        && sets(r, &sentence);
    let alone = r.dates_in(&sentence).len() == 1;
    if !alone || !(led.lead == Lead::Set || held) {
        return None;
    }
    let at = (led.at.saturating_sub(14).max(sentence.start)..led.at).find(|i| noun(r.word(*i)))?;
    Some(kind(r, at))
}

/// `the May 7, 2024 hearing`; `the hearing on the motion on May 7, 2024`; `the trial of D`.
fn mention<'r>(r: &'r Reading<'_>, date: &Date) -> Option<Name<'r>> {
    let sentence = r.sentence(date.start);
    let attributive = (date.end..date.end + 3).find(|i| noun(r.word(*i)));
    if let Some(at) = attributive.filter(|at| (date.end..*at).all(|i| KINDS.contains(&r.word(i)))) {
        return (r.word_before(date.start, 1) == "the").then(|| kind(r, at));
    }
    if !matches!(r.word_before(date.start, 1), "on" | "of") {
        return None;
    }
    let at = (date.start.saturating_sub(7).max(sentence.start)..date.start).rev().find(|i| noun(r.word(*i)))?;
    let of_motion = |i| matches!(r.word(i), "on" | "of" | "the" | "motion" | "motions" | "this" | "matter" | "'s");
    let name = kind(r, at);
    let article = if name.1.is_empty() { at } else { at - 1 };
    let definite = r.word_before(article, 1) == "the";
    (definite && (at + 1..date.start).all(of_motion)).then_some(name)
}
