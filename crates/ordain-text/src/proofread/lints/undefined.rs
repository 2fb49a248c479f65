//! `Smith Decl.`, in an order that defines every other declaration it cites.
//!
//! And an acronym, used three times, in an order that defines four others; of
//! that, less sure: some are known to everybody.

use std::collections::{BTreeMap, HashSet};

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::terms::{self, Term};
use crate::token::Kind;
use ordain_base::diag::codes;

pub(super) fn undefined_terms(r: &Reading<'_>) -> Vec<Finding> {
    let terms = terms::find(r);
    let mut out = check_declarations(r, &terms);
    out.extend(check_acronyms(r, &terms));
    out
}

fn check_declarations(r: &Reading<'_>, terms: &[Term]) -> Vec<Finding> {
    let named = |t: &&Term| r.word(t.end) == "." || r.word(t.end - 1) == "." || r.word(t.end - 1) == "decl";
    let of = |t: &Term| (t.start..t.end).find(|i| r.word(*i) == "decl").map(|i| r.word_before(i, 1));
    let defined: HashSet<&str> = terms.iter().filter(named).filter_map(of).collect();
    if defined.len() < 2 {
        return Vec::new();
    }
    let mut uses: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for at in 1..r.tokens.len() {
        let name = r.word(at - 1);
        let capital = r.tokens.get(at - 1).is_some_and(|t| t.capital && t.kind == Kind::Word && t.word.len() > 2);
        let other =
            matches!(name, "reply" | "supp" | "supplemental" | "see" | "joint" | "second" | "third" | "the" | "first");
        if r.word(at) == "decl" && r.word(at + 1) == "." && capital && !other && !defined.contains(name) {
            uses.entry(name).or_insert((at - 1, 0)).1 += 1;
        }
    }
    let reported = |(at, n): &(usize, usize)| {
        Finding::medium(codes::text::undefined(&r.quote(*at, at + 3).replace(" .", "."), *n, r.span(*at, at + 2)))
    };
    uses.values().map(reported).collect()
}

/// Known to every reader of an order.
const KNOWN: &[&str] = &[
    "ECF", "LLC", "LLP", "USA", "USC", "CFR", "FRCP", "FRAP", "FBI", "CIA", "IRS", "PDF", "III", "VII", "VIII", "XII",
    "PLLC", "INC", "CEO", "CFO", "ORDER", "COURT", "GRANTS", "DENIES", "NOT", "THE", "AND", "JUDGE", "ALL", "MDL",
    "USM", "NASA", "DNA", "URL", "NYC", "BBC", "CNN", "VIA", "DATE", "FILED", "CASE", "STAYED", "STAYS", "DENIED",
    "MOOT", "SHALL",
];

fn check_acronyms(r: &Reading<'_>, terms: &[Term]) -> Vec<Finding> {
    // A part of a defined name counts as defined: `Order on MTC`.
    let named: HashSet<&str> = terms.iter().flat_map(|t| t.name.split_whitespace()).collect();
    if named.iter().filter(|n| terms::is_acronym(n)).count() < 4 {
        return Vec::new();
    }
    let mut uses: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let caps = |i: usize| {
        let raw = r.tokens.get(i).and_then(|t| r.text.get(t.start..t.end)).unwrap_or("");
        if raw.len() > 2 && terms::is_acronym(raw) { raw } else { "" }
    };
    for at in 1..r.tokens.len() {
        let name = caps(at);
        let loud = !caps(at - 1).is_empty() || !caps(at + 1).is_empty();
        let part =
            matches!(r.word_before(at, 1), "-" | "." | "/" | "(" | "“") || matches!(r.word(at + 1), "-" | "/" | "(");
        if !name.is_empty() && !loud && !part && !named.contains(name) && !KNOWN.contains(&name) {
            uses.entry(name).or_insert((at, 0)).1 += 1;
        }
    }
    let often = uses.into_iter().filter(|(_, (_, n))| *n >= 3);
    often.map(|(name, (at, n))| Finding::low(codes::text::undefined(name, n, r.span(at, at + 1)))).collect()
}
