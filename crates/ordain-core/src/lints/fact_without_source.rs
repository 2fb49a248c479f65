//! Facts that do not say where they are written: one note for all of them, at the first.

use crate::facts::{Assertion, Content};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::files::Files;

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    // Where a source could not be read, that was said.
    if files.incomplete {
        return Vec::new();
    }
    // What an order deems has the order for its source.
    let of_an_order = |a: &Assertion| files.model.paragraphs.iter().any(|p| p.span.contains(a.span));
    let names_in_own_words = |a: &Assertion| {
        matches!(
            a.content,
            Content::Done(_)
                | Content::State { .. }
                | Content::Share { .. }
                | Content::Count { .. }
                | Content::Happened { .. }
        )
    };
    let bare: Vec<&Assertion> = files
        .ledger
        .assertions
        .iter()
        .filter(|a| a.cites.is_empty() && a.known.is_some() && names_in_own_words(a) && !of_an_order(a))
        .collect();
    let first = bare.iter().min_by_key(|a| a.span);
    first.map(|a| codes::facts_without_source(a.span, bare.len() - 1)).into_iter().collect()
}
