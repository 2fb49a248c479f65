//! A thing in quotation marks that no fact names as it stands, beside one in
//! the record that is nearly the same: a slip of the pen that hides performance.

use std::collections::BTreeMap;

use crate::facts::{Content, Ledger};
use crate::model::Model;
use crate::model::object::Head;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_base::source::Span;
use ordain_base::words::closest;

use super::same_act::duties;

pub(super) fn check(model: &Model, ledger: &Ledger) -> Vec<Diagnostic> {
    // The wordings of the record, each with where it first stands.
    let mut told: BTreeMap<&str, Span> = BTreeMap::new();
    for assertion in &ledger.assertions {
        let Content::Done(deed) = &assertion.content else { continue };
        for object in &deed.act.objects.list {
            if let Some(Head::Quoted(words)) = &object.head {
                told.entry(words.as_str()).or_insert(object.span);
            }
        }
    }
    let mut out: Vec<Diagnostic> = Vec::new();
    for duty in duties(model) {
        for object in duty.obligation.acts.iter().flat_map(|a| &a.objects.list) {
            let Some(Head::Quoted(words)) = &object.head else { continue };
            let same = |other: &&str| other.to_lowercase() == words.to_lowercase();
            if told.keys().any(same) || words.chars().count() < 8 || told.len() > 10_000 {
                continue;
            }
            // A number that differs makes two things of them.
            let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
            let near = closest(words, told.keys().copied().filter(|t| digits(t) == digits(words) && slip(words, t)));
            if let Some((near, span)) = near.and_then(|n| Some((n, *told.get(n)?))) {
                out.push(codes::nearly_worded(words, near, object.span, span));
            }
        }
    }
    out
}

/// Nearer than `closest` asks for: two letters, or one word in six.
fn slip(a: &str, b: &str) -> bool {
    strsim::osa_distance(&a.to_lowercase(), &b.to_lowercase()) <= 2
}
