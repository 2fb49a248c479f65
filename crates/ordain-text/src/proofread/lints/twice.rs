//! One short name for two things.
//!
//! The same definition twice is no slip, nor a longer form of it
//! (`Department of Homeland Security`, `United States Department of Homeland Security`).

use std::collections::HashMap;

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::terms::{self, Term};
use crate::token::Kind;
use ordain_base::diag::codes;

pub(super) fn terms_defined_twice(r: &Reading<'_>) -> Vec<Finding> {
    let terms = terms::find(r);
    let mut first: HashMap<(u32, String), &Term> = HashMap::new();
    let mut out = Vec::new();
    for term in &terms {
        let key = (r.unit(term.start), term.name.to_lowercase());
        match first.get(&key) {
            Some(known) => out.extend(compare_definitions(r, known, term)),
            None => {
                first.insert(key, term);
            }
        }
    }
    out
}

fn compare_definitions(r: &Reading<'_>, a: &Term, b: &Term) -> Option<Finding> {
    let at = [r.span(a.start, a.end), r.span(b.start, b.end)];
    if let (Some((first, _)), Some((second, _))) = (&a.docket, &b.docket) {
        let part = first.starts_with(second.as_str()) || second.starts_with(first.as_str());
        return (!part).then(|| {
            let (first, second) = (format!("Dkt. {first}"), format!("Dkt. {second}"));
            Finding::medium(codes::text::defined_twice(&a.name, &first, &second, at))
        });
    }
    let (first, second) = match (&a.long, &b.long) {
        (Some(first), Some(second)) => (first.clone(), second.clone()),
        _ => (words_before_definition(r, a.open)?, words_before_definition(r, b.open)?),
    };
    let acronym = a.long.is_some() && b.long.is_some();
    let words = |range: std::ops::Range<usize>| {
        range.map(|i| r.word(i)).filter(|w| w.chars().all(char::is_alphanumeric)).collect::<Vec<_>>()
    };
    let (left, right) = (words(first.clone()), words(second.clone()));
    if left.ends_with(&right) || right.ends_with(&left) {
        return None;
    }
    let d =
        codes::text::defined_twice(&a.name, &r.quote(first.start, first.end), &r.quote(second.start, second.end), at);
    Some(if acronym { Finding::medium(d) } else { Finding::low(d) })
}

/// The capitalised words right before a definition, two at least: `Plaintiff's Motion to Compel`, `Acme, LLC`.
fn words_before_definition(r: &Reading<'_>, open: usize) -> Option<std::ops::Range<usize>> {
    let capital = |i: usize| r.tokens.get(i).is_some_and(|t| t.capital && t.kind == Kind::Word);
    let joins = |i: usize| match r.word(i) {
        "," => matches!(r.word(i + 1), "llc" | "inc" | "l" | "ltd" | "lp" | "llp" | "corp" | "n"),
        word => matches!(word, "of" | "to" | "for" | "the" | "and" | "&" | "." | "'s" | "'"),
    };
    let (mut first, mut count) = (open, 0);
    for at in (open.saturating_sub(12)..open).rev() {
        if capital(at) {
            (first, count) = (at, count + 1);
        } else if !joins(at) || at + 1 == open && r.word(at) != "." {
            break;
        }
    }
    (count >= 2).then_some(first..open)
}
