//! `twenty-one (20) days`.

use crate::numbers::{number_at, parenthesized_figure_at};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Words before a number of which the rest alone is no number: `two thousand five hundred (2,500)`.
const BEFORE: &[&str] =
    &["hundred", "thousand", "million", "billion", "and", "-", "point", "category", "section", "part"];

pub(super) fn differing_figures(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        let Some(n) = number_at(r, at).filter(|n| n.words) else {
            at += 1;
            continue;
        };
        if let Some((figure, end)) = parenthesized_figure_at(r, n.end).or_else(|| dollar_figure_at(r, n.end)) {
            let listed = r.has(end, (end + 60).min(r.sentence(at).end), &[&(figure + 1).to_string()]) && figure < 4;
            if figure != n.value && !BEFORE.contains(&r.word_before(at, 1)) && !listed {
                out.push(Finding::high(codes::text::figures(&r.quote(at, end), n.value, figure, r.span(at, end))));
            }
        }
        at = n.end;
    }
    out
}

/// `dollars ($550)` or `($550.00)` after a number in words: whole dollars only.
fn dollar_figure_at(r: &Reading<'_>, at: usize) -> Option<(u64, usize)> {
    let open = at + usize::from(matches!(r.word(at), "dollars" | "dollar"));
    if !r.at(open, &["(", "$"]) {
        return None;
    }
    let n = number_at(r, open + 2).filter(|n| !n.words)?;
    let end = if r.at(n.end, &[".", "00"]) { n.end + 2 } else { n.end };
    (r.word(end) == ")").then_some((n.value, end + 1))
}
