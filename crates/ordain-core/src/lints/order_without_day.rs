//! An order that does not say when it was entered: everything in it binds from its entry.

use crate::model::OrderKind;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::files::Files;

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    let model = files.model;
    // Its day may be in what was not read.
    if files.incomplete {
        return Vec::new();
    }
    let orders = model.declared.orders.iter().enumerate();
    let undated = orders.filter(|(i, o)| {
        let bound = model.paragraphs.iter().any(|p| p.order.index() == *i);
        let reported = o.entered.or(o.signed).or(o.filed).or(o.served).or(o.effective);
        // One with a place on the docket has its day there.
        o.kind == OrderKind::Order && bound && reported.is_none() && o.docket.is_none() && !o.span.is_empty()
    });
    undated.map(|(_, o)| codes::order_without_day(&o.name, o.span)).collect()
}
