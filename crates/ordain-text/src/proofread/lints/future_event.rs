//! `On May 20, 2024, Defendants filed …` in an order of April 5, 2024.

use crate::dates::Date;
use crate::leads::{Lead, lead_of_date};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Verbs in the past, as a recital reports events.
const PAST: &[&str] = &[
    "filed",
    "served",
    "produced",
    "moved",
    "granted",
    "denied",
    "issued",
    "entered",
    "held",
    "notified",
    "declined",
    "submitted",
    "requested",
    "sent",
    "received",
    "signed",
    "executed",
    "informed",
    "opposed",
    "replied",
    "responded",
    "appeared",
    "testified",
    "dismissed",
    "removed",
    "lodged",
    "withdrew",
    "conferred",
    "sued",
    "answered",
    "paid",
    "heard",
    "argued",
    "convened",
    "conducted",
    "convicted",
    "sentenced",
    "deposed",
];

/// Words that make a verb the future or a wish.
const FUTURE: &[&str] = &[
    "shall", "must", "will", "may", "be", "to", "due", "should", "would", "can", "if", "unless", "until", "any",
    "when", "being", "are", "is", "once", "after", "before", "by",
];

pub(super) fn future_events(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for date in &r.dates {
        let unit = r.unit(date.start);
        let Some((own, made)) = r.made(unit) else { continue };
        let Some(day) = date.day.filter(|d| *d > made) else { continue };
        // Notes of the clerk in brackets are written after the order.
        let bracketed = r.tokens.get(date.start).is_none_or(|t| t.depth > 0 || t.quoted);
        let reported = told_after(r, date) || told_before(r, date);
        if !bracketed && (reported || is_filed_paper(r, date)) {
            let d = codes::text::future_event(day, made, r.span(date.start, date.end), r.span(own.start, own.end));
            out.push(if reported { Finding::high(d) } else { Finding::medium(d) });
        }
    }
    out
}

/// `On D, Defendants filed`.
fn told_after(r: &Reading<'_>, date: &Date) -> bool {
    let sentence = r.sentence(date.start);
    let opens = date.start.saturating_sub(sentence.start) <= 3 && lead_of_date(r, date).lead == Lead::On;
    let to = (date.end + 8).min(sentence.end);
    let verb = (date.end..to).find(|i| PAST.contains(&r.word(*i)));
    opens && verb.is_some_and(|v| !r.has(date.end, v, FUTURE))
}

/// `Defendants filed their motion on D`.
fn told_before(r: &Reading<'_>, date: &Date) -> bool {
    let sentence = r.sentence(date.start);
    if lead_of_date(r, date).lead != Lead::On {
        return false;
    }
    let from = date.start.saturating_sub(8).max(sentence.start);
    let verb = (from..date.start).rev().find(|i| PAST.contains(&r.word(*i)));
    // `Modified on D` is what the clerk did to the entry, after the order.
    let clerk = r.has(from, date.start, &["modified", "corrected", "edited", "docketed", "linked", "replaced"]);
    !clerk && verb.is_some_and(|v| !r.has(v.saturating_sub(6).max(sentence.start), date.start, FUTURE))
}

/// `Defendants' Opposition, filed June 3, 2024, argues`: a paper, and when it was filed.
fn is_filed_paper(r: &Reading<'_>, date: &Date) -> bool {
    const PAPERS: &[&str] = &[
        "motion",
        "opposition",
        "response",
        "reply",
        "brief",
        "declaration",
        "complaint",
        "answer",
        "petition",
        "application",
        "request",
        "objections",
        "letter",
        "stipulation",
        "report",
        "order",
        "notice",
    ];
    let verb = date.start.saturating_sub(1 + usize::from(r.word_before(date.start, 1) == "on"));
    let sentence = r.sentence(date.start);
    let small = r.tokens.get(verb).is_some_and(|t| !t.capital && !t.opens_line);
    let from = verb.saturating_sub(6).max(sentence.start);
    small
        && verb > sentence.start
        && matches!(r.word(verb), "filed" | "served" | "submitted" | "lodged" | "entered" | "issued")
        && r.has(from, verb, PAPERS)
        && !r.has(from, verb, &["be", "shall", "must", "will", "may", "if", "any", "unless"])
}
