//! `The parties shall file a joint letter` and `the parties may file a joint letter`.
//!
//! Told only of the same bearer, the same verb and the same two words of what
//! it is done to, and not where the permission is of something else (`an
//! amended`, `earlier`, `only if`).

use std::collections::HashMap;

use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

/// Words of a permission that is another act, or the same on a condition.
const OTHER: &[&str] = &[
    "not",
    "only",
    "earlier",
    "if",
    "unless",
    "further",
    "additional",
    "amended",
    "supplemental",
    "another",
    "without",
    "also",
    "extension",
    "should",
    "provided",
    "alternatively",
    "instead",
    "either",
    "upon",
];

pub(super) fn required_and_permitted(r: &Reading<'_>) -> Vec<Finding> {
    let mut shall: HashMap<(u32, String), (usize, usize)> = HashMap::new();
    let mut may: Vec<((u32, String), (usize, usize))> = Vec::new();
    for at in 1..r.tokens.len() {
        let modal = r.word(at);
        let required = matches!(modal, "shall" | "must");
        if !required && modal != "may" || r.tokens.get(at).is_none_or(|t| t.quoted || t.depth > 0) {
            continue;
        }
        let Some((act, end)) = act_after_modal(r, at) else { continue };
        let key = (r.unit(at), act);
        if required {
            shall.entry(key).or_insert((at, end));
        } else {
            let sentence = r.sentence(at);
            if !r.has(sentence.start, sentence.end, OTHER) {
                may.push((key, (at, end)));
            }
        }
    }
    let reported = |(key, (at, end)): ((u32, String), (usize, usize))| {
        let (from, to) = *shall.get(&key)?;
        Some(Finding::medium(codes::text::shall_may(&key.1, r.span(from - 1, to), r.span(at - 1, end))))
    };
    may.into_iter().filter_map(reported).collect()
}

/// `parties file joint letter`: bearer, verb, and two words of the object; and where it ends.
fn act_after_modal(r: &Reading<'_>, modal: usize) -> Option<(String, usize)> {
    let sentence = r.sentence(modal);
    let word = |i: usize| r.tokens.get(i).filter(|t| t.kind == Kind::Word && i < sentence.end).map(|t| &*t.word);
    let bearer = word(modal - 1).filter(|w| modal > sentence.start && w.len() > 2)?;
    let mut at = modal + 1;
    while matches!(r.word(at), "also" | "jointly" | "each" | "promptly" | "then" | "," | "thereafter") {
        at += 1;
    }
    let verb = word(at).filter(|v| !matches!(*v, "be" | "not" | "have" | "include" | "also"))?;
    let mut object = Vec::new();
    at += 1;
    while object.len() < 2 {
        match word(at)? {
            "a" | "an" | "the" | "their" | "its" | "his" | "her" | "any" | "such" | "with" | "to" => {}
            w => object.push(w),
        }
        at += 1;
    }
    let bearer = bearer.strip_suffix('s').unwrap_or(bearer);
    Some((format!("{bearer} {verb} {}", object.join(" ")), at))
}
