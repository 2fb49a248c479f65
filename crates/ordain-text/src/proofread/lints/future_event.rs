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
        // `[Doc. # 84, filed D]`
        let cited = !r.tokens.get(date.start).is_none_or(|t| t.quoted) && is_cited_with_number(r, date);
        if !bracketed && (reported || is_filed_paper(r, date)) || cited {
            let d = codes::text::future_event(day, made, r.span(date.start, date.end), r.span(own.start, own.end));
            out.push(if reported { Finding::high(d) } else { Finding::medium(d) });
        }
    }
    out.extend(events_after_their_order(r));
    out
}

/// `On April 26, 2021, this Court ordered a record of the hearing held August 16, 2021.`
fn events_after_their_order(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for sentence in &r.sentences {
        let Some((first, rest)) = r.dates_in(sentence).split_first() else { continue };
        let opens = r.word(sentence.start) == "on" && first.start <= sentence.start + 3;
        let ordered = r.has(first.end, first.end + 8, &["ordered", "directed", "granted", "denied", "vacated"]);
        let Some(made) = first.day.filter(|_| opens && ordered) else { continue };
        for date in rest {
            let Some(day) = date.day.filter(|d| *d > made) else { continue };
            let plain = r.tokens.get(date.start).is_some_and(|t| t.depth == 0 && !t.quoted);
            // `and a reply was filed D` is told of another day.
            let verb = date.start.saturating_sub(2).max(first.end);
            let one_clause = !r.has(first.end + 1, date.start, &[";", "then", "later"])
                && !r.has(verb.saturating_sub(2), date.start, &["was", "were"]);
            if plain && one_clause && is_filed_paper(r, date) {
                let at = [r.span(date.start, date.end), r.span(first.start, first.end)];
                out.push(Finding::medium(codes::text::future_event(day, made, at[0], at[1])));
            }
        }
    }
    out
}

/// True where the words from `from` to `to` make a verb the future or a wish. `by counsel`, `Motion to Dismiss` and
/// `Opposition to Defendants' Motion` do not.
fn is_future(r: &Reading<'_>, from: usize, to: usize) -> bool {
    let capital = |i: usize| r.tokens.get(i).is_some_and(|t| t.capital);
    (from..to).any(|i| match r.word(i) {
        "to" => !capital(i + 1),
        "by" | "before" | "after" | "until" => {
            let next = r.dates.get(r.dates.partition_point(|d| d.start <= i));
            next.is_some_and(|d| d.start <= i + 2)
        }
        word => FUTURE.contains(&word),
    })
}

/// `On D, Defendants filed`.
fn told_after(r: &Reading<'_>, date: &Date) -> bool {
    let sentence = r.sentence(date.start);
    let opens = date.start.saturating_sub(sentence.start) <= 3 && lead_of_date(r, date).lead == Lead::On;
    let to = (date.end + 12).min(sentence.end);
    let verb = (date.end..to).find(|i| PAST.contains(&r.word(*i)));
    opens && verb.is_some_and(|v| !is_future(r, date.end, v))
}

/// `Defendants filed their motion on D`.
fn told_before(r: &Reading<'_>, date: &Date) -> bool {
    let sentence = r.sentence(date.start);
    // `The record was filed D.`
    let passive =
        PAST.contains(&r.word_before(date.start, 1)) && matches!(r.word_before(date.start, 2), "was" | "were");
    if lead_of_date(r, date).lead != Lead::On && !passive {
        return false;
    }
    let from = date.start.saturating_sub(12).max(sentence.start);
    let verb = (from..date.start).rev().find(|i| PAST.contains(&r.word(*i)));
    // `Modified on D` is what the clerk did to the entry, after the order.
    let clerk = r.has(from, date.start, &["modified", "corrected", "edited", "docketed", "linked", "replaced"]);
    !clerk && verb.is_some_and(|v| !is_future(r, v.saturating_sub(6).max(sentence.start), date.start))
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
        "record",
        "hearing",
        "conference",
        "trial",
        "deposition",
    ];
    let verb = date.start.saturating_sub(1 + usize::from(r.word_before(date.start, 1) == "on"));
    let sentence = r.sentence(date.start);
    let small = r.tokens.get(verb).is_some_and(|t| !t.capital && !t.opens_line);
    let from = verb.saturating_sub(6).max(sentence.start);
    small
        && verb > sentence.start
        && matches!(r.word(verb), "filed" | "served" | "submitted" | "lodged" | "entered" | "issued" | "held")
        && r.has(from, verb, PAPERS)
        && !r.has(from, verb, &["be", "shall", "must", "will", "may", "if", "any", "unless"])
}

/// `[Doc. # 84, filed D]`, `(ECF No. 12, filed D)`: a paper cited with its number, in brackets.
fn is_cited_with_number(r: &Reading<'_>, date: &Date) -> bool {
    let filed = date.start.saturating_sub(1 + usize::from(r.word_before(date.start, 1) == "on"));
    let from = filed.saturating_sub(8).max(r.sentence(date.start).start);
    let bracket = (from..filed).rev().find(|i| matches!(r.word(*i), "[" | "(")).unwrap_or(filed);
    let small = r.tokens.get(filed).is_some_and(|t| !t.capital && t.depth > 0);
    small && r.word(filed) == "filed" && r.has(bracket, filed, &["doc", "dkt", "ecf", "docket", "#"])
}
