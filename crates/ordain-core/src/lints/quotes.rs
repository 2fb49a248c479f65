//! A quotation that is not what the order says: another word, `may` for
//! `shall`, another day, or words that stand nowhere in it.

use crate::model::Model;
use crate::quotations::{Difference, DifferenceKind, Found, Quotation};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::quotes as codes;

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
            // It may be in a paper of which there is no text.
            Found::Nowhere if quotation.open => {}
            Found::Nowhere => out.push(codes::nowhere(order, file(quotation.order), quotation.span)),
            Found::Nearly(near) if quotation.open && near.differences.len() > 2 => {}
            Found::Nearly(near) => out.push(report_difference(order, &near.differences)),
        }
    }
    out
}

fn report_difference(order: &str, differences: &[Difference]) -> Diagnostic {
    // Those that matter most, as they are read.
    let mut worst: Vec<&Difference> = differences.iter().collect();
    worst.sort_by_key(|d| d.kind);
    worst.truncate(SHOWN);
    let kind = match worst.first().map(|d| d.kind) {
        Some(DifferenceKind::Force) => codes::Kind::Force,
        Some(DifferenceKind::Figure) => codes::Kind::Figure,
        _ => codes::Kind::Words,
    };
    let places: Vec<codes::Difference<'_>> = worst
        .iter()
        .map(|d| codes::Difference { quoted: &d.quoted, ordered: &d.ordered, quote: d.quote, text: d.text })
        .collect();
    codes::differs(kind, order, &places, differences.len() - places.len())
}
