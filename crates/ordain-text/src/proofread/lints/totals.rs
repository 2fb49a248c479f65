//! `produced only 25 documents`, where the order states of twelve and fifteen.
//!
//! The total is compared with every sum of the numbers stated before it of the
//! same things, produced by the same side: if any of them gives it, nothing is said.

use std::collections::BTreeSet;

use crate::numbers::number_at;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::sides::side_of_word;
use ordain_base::diag::codes;

const COUNTED: &[&str] = &[
    "documents",
    "pages",
    "records",
    "emails",
    "files",
    "communications",
    "photographs",
    "exhibits",
    "videos",
    "items",
    "interrogatories",
    "requests",
    "letters",
    "invoices",
    "boxes",
    "recordings",
];

const PRODUCED: &[&str] = &[
    "produced",
    "production",
    "produce",
    "supplement",
    "served",
    "disclosed",
    "provided",
    "consisted",
    "comprised",
    "contained",
    "turned",
    "produces",
];

/// Words near a number that make it no count of what was produced.
const ROUGH: &[&str] = &[
    "approximately",
    "about",
    "roughly",
    "nearly",
    "over",
    "than",
    "least",
    "identified",
    "review",
    "reviewed",
    "reviewing",
    "requested",
    "of",
    "collected",
    "logged",
    "withheld",
    "redacted",
    "those",
    "these",
    "first",
    "up",
    "per",
    "shall",
    "must",
];

/// A number of things produced.
struct Count<'r> {
    value: u64,
    noun: &'r str,
    start: usize,
    end: usize,
    unit: u32,
    total: bool,
    side: Option<&'static str>,
}

pub(super) fn wrong_totals(r: &Reading<'_>) -> Vec<Finding> {
    let counts: Vec<Count<'_>> = (0..r.tokens.len()).filter_map(|at| produced_count_at(r, at)).collect();
    let mut out = Vec::new();
    for (i, total) in counts.iter().enumerate().filter(|(_, c)| c.total) {
        let known = counts.get(i.saturating_sub(12)..i).unwrap_or(&[]);
        let parts: Vec<&Count<'_>> = known
            .iter()
            .filter(|c| !c.total && c.unit == total.unit && c.noun == total.noun)
            .filter(|c| c.side.is_none() || total.side.is_none() || c.side == total.side)
            .collect();
        let largest = parts.iter().map(|c| c.value).max().unwrap_or(0);
        if parts.len() < 2 || total.value <= largest || sums_of_parts(&parts).contains(&total.value) {
            continue;
        }
        let reported: Vec<_> = parts.iter().map(|c| (c.value, r.span(c.start, c.end))).collect();
        out.push(Finding::medium(codes::text::total(
            total.value,
            total.noun,
            &reported,
            r.span(total.start, total.end),
        )));
    }
    out
}

/// Every sum of some of the parts.
fn sums_of_parts(parts: &[&Count<'_>]) -> BTreeSet<u64> {
    let mut all = BTreeSet::from([0]);
    for part in parts {
        let more: Vec<u64> = all.iter().map(|s: &u64| s.saturating_add(part.value)).collect();
        all.extend(more);
    }
    all
}

/// `twelve documents`, `a single document`, said to be produced.
fn produced_count_at<'r>(r: &'r Reading<'_>, at: usize) -> Option<Count<'r>> {
    let (value, mut end) = match number_at(r, at) {
        Some(n) => (n.value, n.end),
        None if r.word(at) == "single" => (1, at + 1),
        None => return None,
    };
    if matches!(r.word(end), "additional" | "responsive" | "supplemental" | "more" | "new") {
        end += 1;
    }
    let noun = COUNTED.iter().find(|n| **n == r.word(end) || n.strip_suffix('s') == Some(r.word(end)))?;
    let sentence = r.sentence(at);
    let quoted = r.tokens.get(at).is_none_or(|t| t.quoted || t.depth > 0);
    let rough = r.has(at.saturating_sub(3).max(sentence.start), at, ROUGH) && !of_verb(r, at);
    let only = matches!(r.word_before(at, 1), "only" | "merely") || r.before(at, &["total", "of"]);
    // `12 on May 1 and 15 on June 1, a total of 28`: the verb may be far before a total.
    let reach = if only { sentence.start } else { at.saturating_sub(10).max(sentence.start) };
    let verb = (reach..at).rev().find(|i| PRODUCED.contains(&r.word(*i)))?;
    if quoted
        || rough
        || r.has(verb.saturating_sub(4).max(sentence.start), verb, &["not", "shall", "must", "will", "to"])
    {
        return None;
    }
    let after = r.at(end + 1, &["in", "total"]) || r.at(end + 1, &["in", "all"]);
    let side = (sentence.start..verb).rev().find_map(|i| side_of_word(r.word(i)));
    let total = only || after;
    Some(Count { value, noun, start: at, end: end + 1, unit: r.unit(at), total, side })
}

/// `comprised of fifteen`, `consisted of a single`, `a total of 25`: this `of` counts nothing off.
fn of_verb(r: &Reading<'_>, at: usize) -> bool {
    let at = if r.word_before(at, 1) == "a" { at.saturating_sub(1) } else { at };
    r.word_before(at, 1) == "of" && matches!(r.word_before(at, 2), "comprised" | "consisted" | "total" | "production")
}
