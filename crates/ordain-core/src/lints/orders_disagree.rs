//! Two orders of one day, or two sentences of one order, that say different things of one paragraph.

use std::collections::BTreeMap;

use crate::eval::{self, Outcome};
use crate::model::{Model, OrderId};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::orders as codes;
use ordain_base::source::Span;

pub(super) fn check(model: &Model, outcome: &Outcome) -> Vec<Diagnostic> {
    let acts: BTreeMap<Span, OrderId> =
        eval::dispositions_in_order(model).iter().map(|a| (a.disposition.span, a.order)).collect();
    let of = |span: &Span| acts.get(span).copied();
    let tied = outcome.tied.iter();
    tied.map(|(p, first, second)| {
        let name = &model.paragraph(*p).name;
        match (of(first), of(second)) {
            (Some(a), Some(b)) if a == b => codes::moves_twice(&model.order(a).name, name, *first, *second),
            _ => codes::orders_disagree(name, *first, *second),
        }
    })
    .collect()
}
