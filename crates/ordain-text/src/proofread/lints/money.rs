//! `$10,000 in fees and $500 in costs, for a total of $10,600`.
//!
//! Only sums that a sentence states after at least two amounts, and not where
//! it counts by the hour, takes off, or adds interest.

use std::collections::BTreeSet;

use crate::numbers::number;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

const OTHERWISE: &[&str] = &[
    "per",
    "hour",
    "hours",
    "hourly",
    "rate",
    "rates",
    "%",
    "percent",
    "interest",
    "less",
    "minus",
    "reduced",
    "reduction",
    "deducted",
    "deducting",
    "credit",
    "offset",
    "each",
    "between",
    "exceed",
    "times",
    "installments",
    "monthly",
    "remaining",
];

/// An amount in cents: `$1,000.50`, the token after it.
fn amount(r: &Reading<'_>, at: usize) -> Option<(u64, usize)> {
    if r.word(at) != "$" {
        return None;
    }
    let n = number(r, at + 1).filter(|n| !n.words)?;
    let cents = r.word(n.end) == "." && r.word(n.end + 1).len() == 2 && r.tokens.get(n.end + 1).is_some_and(|t| !t.gap);
    let whole = n.value.checked_mul(100)?;
    match r.word(n.end + 1).parse::<u64>() {
        Ok(more) if cents => Some((whole.checked_add(more)?, n.end + 2)),
        _ if matches!(r.word(n.end), "million" | "billion" | "thousand") => None,
        _ => Some((whole, n.end)),
    }
}

pub(super) fn wrong_sums(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for sentence in &r.sentences {
        if r.has(sentence.start, sentence.end, OTHERWISE) {
            continue;
        }
        let mut parts: Vec<(u64, usize, usize)> = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            let Some((cents, end)) = amount(r, at) else {
                at += 1;
                continue;
            };
            let total = r.before(at, &["total", "of"]) || matches!(r.word_before(at, 1), "totaling" | "totalling");
            if total && (2..=8).contains(&parts.len()) {
                out.extend(differs(r, &parts, (cents, at, end)));
            }
            parts.push((cents, at, end));
            at = end;
        }
    }
    out
}

fn differs(r: &Reading<'_>, parts: &[(u64, usize, usize)], total: (u64, usize, usize)) -> Option<Finding> {
    let mut sums = BTreeSet::from([0u64]);
    for (cents, ..) in parts {
        let more: Vec<u64> = sums.iter().map(|s| s.saturating_add(*cents)).collect();
        sums.extend(more);
    }
    if sums.contains(&total.0) {
        return None;
    }
    let told: Vec<_> = parts.iter().map(|(_, s, e)| (r.quote(*s, *e), r.span(*s, *e))).collect();
    let sum = parts.iter().fold(0u64, |sum, p| sum.saturating_add(p.0));
    let adds = format!("${}.{:02}", sum / 100, sum % 100);
    Some(Finding::medium(codes::text::sum(&r.quote(total.1, total.2), &told, &adds, r.span(total.1, total.2))))
}
