//! A quotation that says `shall` under a paragraph that permits, or `may` under
//! one that requires. No text of the order is needed to see it.

use crate::model::{Body, Model};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_base::source::Span;
use ordain_syntax::ast::Quoted;

const REQUIRES: &[&str] = &["shall", "must", "ordered", "directed", "orders", "directs", "required"];
const PERMITS: &[&str] = &["may", "leave", "permitted", "authorized", "allowed", "can", "optional", "any"];
/// Words for a duty that is missed, of which a quotation says what may follow.
const FAILURES: &[&str] =
    &["failure", "fail", "fails", "failing", "noncompliance", "non-compliance", "absent", "otherwise"];
const FORBIDS: &[&str] = &[
    "not",
    "no",
    "enjoined",
    "restrained",
    "prohibited",
    "barred",
    "precluded",
    "never",
    "cease",
    "refrain",
    "without",
    "stop",
    "desist",
    "neither",
    "nor",
];

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    for paragraph in &model.paragraphs {
        let Body::Provision(provision) = &paragraph.body else { continue };
        let Some(obligation) = provision.obligations.first() else { continue };
        // The transcriber has said how the words are read.
        if provision.obligations.iter().any(|l| !l.readings.is_empty()) {
            continue;
        }
        for quote in &paragraph.quotes {
            let words = words_of_quotation(quote);
            let has = |list: &[&str]| words.iter().find(|(w, _)| list.contains(&w.as_str())).cloned();
            // One that says both says too little to hold against the paragraph.
            let found = match provision.modality {
                // `Failure to file … may lead to denial`: the `may` is that of what follows.
                Modality::Must if has(REQUIRES).is_none() && has(FAILURES).is_none() => {
                    has(&["may"]).map(|w| (w, "requires", "permits"))
                }
                Modality::May if has(PERMITS).is_none() => {
                    has(&["shall", "must"]).filter(|_| has(FORBIDS).is_none()).map(|w| (w, "permits", "requires"))
                }
                Modality::MustNot if has(FORBIDS).is_none() => {
                    has(&["shall", "must"]).map(|w| (w, "forbids", "requires"))
                }
                _ => None,
            };
            if let Some(((word, span), does, quoted)) = found {
                let d = codes::quote_force(&paragraph.name, does, &word, quoted, span, obligation.span);
                if !out.contains(&d) {
                    out.push(d);
                }
            }
        }
    }
    out
}

/// The words of a quotation in lower case, each with its place. A month is no modal.
fn words_of_quotation(quote: &Quoted) -> Vec<(String, Span)> {
    let exact = quote.value.len() == quote.span.len() as usize;
    let mut out = Vec::new();
    let mut at = 0;
    for part in quote.value.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let start = at;
        at += part.len();
        // The separator: one character, of any length.
        at += quote.value.get(at..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
        if part.is_empty() || part == "May" {
            continue;
        }
        let narrow = |n: usize| quote.span.start + u32::try_from(n).unwrap_or(0);
        let span = if exact { Span::new(narrow(start), narrow(start + part.len())) } else { quote.span };
        out.push((part.to_lowercase(), span));
    }
    out
}
