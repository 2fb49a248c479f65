//! A disposition with a part missing: to which day, or how.

use crate::eval::Touched;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::orders as codes;
use ordain_syntax::ast::DispositionVerb as V;

pub(super) fn check(touched: &[Touched<'_>]) -> Vec<Diagnostic> {
    let said = touched.iter().filter(|t| !t.paragraphs.is_empty());
    said.filter_map(|t| {
        let d = t.act.disposition;
        let moved = d.due.is_some() || d.by.is_some();
        match d.verb {
            V::Extends if !moved => Some(codes::moved_to_when("extends", d.span)),
            V::Advances if !moved => Some(codes::moved_to_when("advances", d.span)),
            V::Resets if !moved => Some(codes::moved_to_when("resets", d.span)),
            V::Modifies if d.rewrite.is_none() => Some(codes::changed_how("modifies", d.span)),
            V::Replaces if d.rewrite.is_none() => Some(codes::changed_how("replaces", d.span)),
            _ => None,
        }
    })
    .collect()
}
