//! `shall register by 3/5/2004`, in an order entered on 3/11/2004.
//!
//! Only where the order sets the day now: what was ordered before is stated in the past. A day up to a year back is
//! reported where the same day a year later would be ahead of the order. A deadline before the earlier order that
//! is said to have set it is reported too: `On June 14, 2016, the Court ordered a response by June 13, 2016`.

use chrono::{Months, NaiveDate};

use crate::dates::Date;
use crate::leads::{Lead, asked_for, lead_of_date, recounts_earlier_order, reports_a_statement, sets_something};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Days before the order; a deadline further back is reported, not set.
const NEAR: i64 = 45;

/// Words of a sentence that speaks of an earlier order, or of a span of time to search.
const TOLD: &[&str] = &[
    "ordered",
    "was",
    "were",
    "had",
    "did",
    "failed",
    "previously",
    "required",
    "nunc",
    "retroactive",
    "since",
    "dated",
    "created",
    "prior",
    "before",
    "between",
    "extended",
    "deadline",
];

pub(super) fn passed_deadlines(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for date in &r.dates {
        let led = lead_of_date(r, date);
        let Some((own, made)) = r.made(r.unit(date.start)) else { continue };
        let Some(day) = date.day.filter(|d| *d < made) else { continue };
        let near = led.lead == Lead::By && (made - day).num_days() <= NEAR;
        let sentence = r.sentence(date.start);
        let quoted = r.tokens.get(date.start).is_none_or(|t| t.quoted || t.depth > 0);
        let ordered = r.has(sentence.start, sentence.end, &["shall", "must"]);
        let near = near && ordered && !r.has(sentence.start, sentence.end, TOLD);
        if !quoted && (near || is_a_year_back(r, date, day, made)) {
            out.push(Finding::medium(codes::text::late_order(
                day,
                made,
                r.span(date.start, date.end),
                r.span(own.start, own.end),
            )));
        }
    }
    out.extend(passed_when_ordered(r));
    out
}

/// `The hearing is set for May 6, 2023` in an order of April 5, 2024: the year has slipped.
fn is_a_year_back(r: &Reading<'_>, date: &Date, day: NaiveDate, made: NaiveDate) -> bool {
    const NOW: &[&str] = &["shall", "must", "will", "is", "are", "be", "set", "due", "orders", "order"];
    const BEFORE: &[&str] = &[
        "was",
        "were",
        "had",
        "did",
        "failed",
        "previously",
        "currently",
        "current",
        "presently",
        "already",
        "originally",
        "nunc",
        "retroactive",
        "since",
        "dated",
        "between",
        "effective",
        "expired",
        "passed",
        "has",
        "have",
        "vacated",
        "untimely",
        "late",
    ];
    let ahead = day.checked_add_months(Months::new(12)).is_some_and(|d| d >= made);
    let led = lead_of_date(r, date);
    let sentence = r.sentence(date.start);
    let told = r.has(sentence.start, sentence.end.min(date.end + 4), BEFORE)
        || asked_for(r, led.at)
        || reports_a_statement(r, &sentence)
        || recounts_earlier_order(r, &sentence);
    let now = r.has(sentence.start, date.start, NOW);
    let set = match led.lead {
        Lead::By => now && (sets_something(r, &sentence) || r.word(led.at) == "due"),
        Lead::Moved | Lead::Including | Lead::Deadline => now,
        // `the hearing set for D` names it, `is set for D` sets it.
        Lead::Set => {
            let words = if r.word(led.at + 1) == "for" || r.word(led.at + 1) == "to" { 4 } else { 12 };
            let from = led.at.saturating_sub(words).max(sentence.start);
            r.has(from, date.start, &["is", "are", "be", "will", "shall"])
        }
        Lead::Label => true,
        Lead::Until | Lead::Through | Lead::To | Lead::From | Lead::Before | Lead::On | Lead::None => false,
    };
    ahead && set && !told
}

/// The deadlines that had passed on the day of the order that is said to have set them.
fn passed_when_ordered(r: &Reading<'_>) -> Vec<Finding> {
    const TOLD: &[&str] = &["was", "were", "had", "nunc", "untimely", "failed", "which", "that"];
    let mut out = Vec::new();
    for sentence in &r.sentences {
        let dates = r.dates_in(sentence);
        let Some((first, rest)) = dates.split_first() else { continue };
        let Some(made) = first.day.filter(|_| r.word(sentence.start) == "on" && first.start <= sentence.start + 3)
        else {
            continue;
        };
        let ordered = |to: usize| r.has(first.end, to.min(first.end + 10), &["ordered", "directed", "required"]);
        for date in rest {
            let Some(day) = date.day.filter(|d| *d < made) else { continue };
            let quoted = r.tokens.get(date.start).is_none_or(|t| t.quoted || t.depth > 0);
            let by = lead_of_date(r, date).lead == Lead::By;
            if by && !quoted && ordered(date.start) && !r.has(first.end, date.start, TOLD) {
                let at = [r.span(date.start, date.end), r.span(first.start, first.end)];
                out.push(Finding::medium(codes::text::late_order(day, made, at[0], at[1])));
            }
        }
    }
    out
}
