//! A quotation that is not what the order says: another word, `may` for
//! `shall`, another day, or words that stand nowhere in it.

use crate::model::Model;
use crate::quotations::{Found, Hunk, Kind, Quotation};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::quotes as say;

/// So many differences are underlined.
const SHOWN: usize = 3;

/// `file` gives the name of the file of an order's text.
pub(super) fn check<'a>(
    model: &Model,
    quotations: &[Quotation],
    file: impl Fn(crate::model::OrderId) -> &'a str,
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut seen = Vec::new();
    for quotation in quotations {
        // One under a list of items is one, though each item is a paragraph.
        if seen.contains(&quotation.span) {
            continue;
        }
        seen.push(quotation.span);
        let order = &model.order(quotation.order).name;
        match &quotation.found {
            Found::There(_) => {}
            // It may stand in a paper of which there is no text.
            Found::Nowhere if quotation.open => {}
            Found::Nowhere => out.push(say::nowhere(order, file(quotation.order), quotation.span)),
            Found::Nearly(near) if quotation.open && near.hunks.len() > 2 => {}
            Found::Nearly(near) => out.push(differs(order, &near.hunks)),
        }
    }
    out
}

fn differs(order: &str, hunks: &[Hunk]) -> Diagnostic {
    // Those that matter most, as they are read.
    let mut worst: Vec<&Hunk> = hunks.iter().collect();
    worst.sort_by_key(|h| h.kind);
    worst.truncate(SHOWN);
    let kind = match worst.first().map(|h| h.kind) {
        Some(Kind::Force) => say::Kind::Force,
        Some(Kind::Figure) => say::Kind::Figure,
        _ => say::Kind::Words,
    };
    let places: Vec<say::Difference<'_>> = worst
        .iter()
        .map(|h| say::Difference { quoted: &h.quoted, ordered: &h.ordered, quote: h.quote, text: h.text })
        .collect();
    say::differs(kind, order, &places, hunks.len() - places.len())
}
