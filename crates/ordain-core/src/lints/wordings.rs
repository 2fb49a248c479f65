//! A thing in quotation marks that no fact names as it stands, beside one in
//! the record that is nearly the same: a slip of the pen that hides performance.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Content, Ledger};
use crate::model::Model;
use crate::model::object::Head;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_base::source::Span;
use ordain_base::steps;
use ordain_base::words::closest;

use super::same_act::duties_of_model;

pub(super) fn check(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    // The wordings of the record, each with where it first stands.
    let mut reported: BTreeMap<&str, Span> = BTreeMap::new();
    for assertion in &ledger.assertions {
        let Content::Done(deed) = &assertion.content else { continue };
        for object in &deed.act.objects.list {
            if let Some(Head::Quoted(words)) = &object.head {
                reported.entry(words.as_str()).or_insert(object.span);
            }
        }
    }
    // Folded once, and by their numbers: a number that differs tells two things apart.
    let mut folded: BTreeMap<String, Vec<(&str, String)>> = BTreeMap::new();
    let mut all: BTreeSet<String> = BTreeSet::new();
    for words in reported.keys() {
        let lower = words.to_lowercase();
        folded.entry(digits_of(words)).or_default().push((words, lower.clone()));
        all.insert(lower);
    }
    let mut left = MOST_COMPARED;
    let mut out: Vec<Diagnostic> = Vec::new();
    for duty in duties_of_model(model) {
        for object in duty.obligation.acts.iter().flat_map(|a| &a.objects.list) {
            let Some(Head::Quoted(words)) = &object.head else { continue };
            let lower = words.to_lowercase();
            let length = words.chars().count();
            if length < 8 || all.contains(&lower) {
                continue;
            }
            let others = folded.get(&digits_of(words)).map_or(&[][..], Vec::as_slice);
            let others = others.get(..left.min(others.len())).unwrap_or_default();
            left -= others.len();
            steps::count(others.len());
            let near = others.iter().filter(|(_, other)| {
                other.len().abs_diff(lower.len()) <= 8 && strsim::osa_distance(&lower, other) <= MOST_SLIPS
            });
            let near = closest(words, near.map(|(words, _)| *words));
            if let Some((near, span)) = near.and_then(|n| Some((n, *reported.get(n)?))) {
                out.push(codes::nearly_worded(words, near, object.span, span));
            }
        }
    }
    out
}

fn digits_of(words: &str) -> String {
    words.chars().filter(char::is_ascii_digit).collect()
}

/// Nearer than `closest` asks for: two letters, or one word in six.
const MOST_SLIPS: usize = 2;

/// No more pairs of words are compared: of more things in quotation marks than five hundred only some.
const MOST_COMPARED: usize = 250_000;
