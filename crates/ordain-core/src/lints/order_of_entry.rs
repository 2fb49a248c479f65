//! An order that supersedes, or changes, one entered after it: a slip in one of the days.

use crate::eval::Touched;
use crate::model::Model;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::orders as codes;
use ordain_syntax::ast::DispositionVerb as V;

pub(super) fn check(model: &Model, touched: &[Touched<'_>]) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for t in touched {
        let own = model.order(t.act.order);
        let Some(entered) = own.docketed() else { continue };
        for &other in t.orders.iter().filter(|o| **o != t.act.order) {
            let other = model.order(other);
            let Some(later) = other.docketed().filter(|later| entered < *later) else { continue };
            let span = t.act.disposition.span;
            out.push(if t.act.disposition.verb == V::Supersedes {
                codes::supersedes_later(span, &own.name, entered, &other.name, later)
            } else {
                codes::changes_later(span, &own.name, entered, &other.name, later)
            });
        }
    }
    out
}
