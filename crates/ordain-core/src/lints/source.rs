//! A paragraph without a `source`, where its neighbours have one.

use std::collections::BTreeMap;

use crate::model::{Body, Model, OrderId, Paragraph};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut orders: BTreeMap<OrderId, Vec<&Paragraph>> = BTreeMap::new();
    for paragraph in &model.paragraphs {
        orders.entry(paragraph.order).or_default().push(paragraph);
    }
    let mut out = Vec::new();
    for paragraphs in orders.values() {
        let cited = paragraphs.iter().filter(|p| !p.cites.is_empty()).count();
        // Where most have none, that is how the file is written.
        if cited * 2 > paragraphs.len() {
            // One that could not be read may have lost its source with the rest.
            let read = |p: &&&Paragraph| !matches!(p.body, Body::Broken);
            let bare = paragraphs.iter().filter(read).filter(|p| p.cites.is_empty());
            out.extend(bare.map(|p| codes::no_source(&p.name, &model.order(p.order).name, p.span)));
        }
    }
    out
}
