//! `$10,000 in fees and $500 in costs, for a total of $10,600`.
//!
//! Only sums that a sentence states after at least two amounts, and not where
//! it counts by the hour, takes off, or adds interest.

use std::collections::BTreeSet;

use crate::numbers::number_at;
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

/// An amount in cents, `$1,000.50` or `$1.5 million`, and the token after it.
fn amount_at(r: &Reading<'_>, at: usize) -> Option<(u64, usize)> {
    if r.word(at) != "$" {
        return None;
    }
    let n = number_at(r, at + 1).filter(|n| !n.words)?;
    let point = r.word(n.end) == "." && !r.gap(n.end) && !r.gap(n.end + 1);
    let digits = if point { r.word(n.end + 1) } else { "" };
    let digits = if digits.bytes().all(|b| b.is_ascii_digit()) { digits } else { "" };
    let end = if digits.is_empty() { n.end } else { n.end + 2 };
    let (cents_each, end) = match r.word(end) {
        "thousand" => (100_000, end + 1),
        "million" => (100_000_000, end + 1),
        "billion" => (100_000_000_000, end + 1),
        // `$5.` at the end of a sentence, `$10.5` of nothing.
        _ if digits.len() == 2 => (100, end),
        _ => (100, n.end),
    };
    let part = if end > n.end { cents_of_fraction(digits, cents_each)? } else { 0 };
    Some((n.value.checked_mul(cents_each)?.checked_add(part)?, end))
}

/// `.75` of so many cents; none where it is not whole cents.
fn cents_of_fraction(digits: &str, of: u64) -> Option<u64> {
    if digits.is_empty() {
        return Some(0);
    }
    let scale = 10_u64.checked_pow(u32::try_from(digits.len()).ok()?)?;
    let all = digits.parse::<u64>().ok()?.checked_mul(of)?;
    (all % scale == 0).then_some(all / scale)
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
            let Some((cents, end)) = amount_at(r, at) else {
                at += 1;
                continue;
            };
            let total = r.before(at, &["total", "of"]) || matches!(r.word_before(at, 1), "totaling" | "totalling");
            if total && (2..=8).contains(&parts.len()) {
                out.extend(check_total(r, &parts, (cents, at, end)));
            }
            parts.push((cents, at, end));
            at = end;
        }
    }
    out
}

fn check_total(r: &Reading<'_>, parts: &[(u64, usize, usize)], total: (u64, usize, usize)) -> Option<Finding> {
    let mut sums = BTreeSet::from([0u64]);
    for (cents, ..) in parts {
        let more: Vec<u64> = sums.iter().map(|s| s.saturating_add(*cents)).collect();
        sums.extend(more);
    }
    if sums.contains(&total.0) {
        return None;
    }
    let reported: Vec<_> = parts.iter().map(|(_, s, e)| (r.quote(*s, *e), r.span(*s, *e))).collect();
    let sum = parts.iter().fold(0u64, |sum, p| sum.saturating_add(p.0));
    let adds = format!("${}.{:02}", with_thousands_commas(sum / 100), sum % 100);
    Some(Finding::medium(codes::text::sum(&r.quote(total.1, total.2), &reported, &adds, r.span(total.1, total.2))))
}

/// `1,750,000`.
fn with_thousands_commas(whole: u64) -> String {
    let digits = whole.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
