//! `shall register by 3/5/2004`, in an order entered on 3/11/2004.
//!
//! Only with `shall` or `must`: what was ordered before is stated in the past.

use crate::leads::{Lead, lead_of_date};
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
        let Some(day) = date.day.filter(|d| *d < made && led.lead == Lead::By) else { continue };
        if (made - day).num_days() > NEAR {
            continue;
        }
        let sentence = r.sentence(date.start);
        let quoted = r.tokens.get(date.start).is_none_or(|t| t.quoted || t.depth > 0);
        let ordered = r.has(sentence.start, sentence.end, &["shall", "must"]);
        if !quoted && ordered && !r.has(sentence.start, sentence.end, TOLD) {
            out.push(Finding::medium(codes::text::late_order(
                day,
                made,
                r.span(date.start, date.end),
                r.span(own.start, own.end),
            )));
        }
    }
    out
}
