//! Reports that judge nothing, and files that say nothing: neither passes in silence.

use chrono::NaiveDate;

use crate::model::Model;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::files as say;
use ordain_base::source::{SourceFile, SourceKind, SourceMap, Span};
use ordain_syntax::Parsed;

/// Files with nothing in them: an order without a statement, and a record of no characters. A record with comments
/// only is one that was begun.
pub(super) fn empty_files(sources: &SourceMap, parsed: &[Parsed]) -> Vec<Diagnostic> {
    let empty = |(file, parsed): &(&SourceFile, &Parsed)| match file.kind {
        SourceKind::Order => parsed.statements.is_empty() && parsed.diagnostics.is_empty(),
        SourceKind::Facts => file.text.trim().is_empty(),
        _ => false,
    };
    let all = sources.files().iter().zip(parsed).filter(empty);
    all.map(|(file, _)| say::empty_file(&file.path, Span::new(file.base, file.base))).collect()
}

/// Why there is no verdict on this day.
pub(super) fn no_verdict(model: &Model, as_of: NaiveDate) -> Diagnostic {
    let first = model.declared.orders.iter().filter_map(crate::model::Order::in_force).min();
    match first {
        _ if model.paragraphs.is_empty() => say::no_paragraph(),
        Some(first) if as_of < first => say::before_every_order(as_of, first),
        _ => say::no_verdict(as_of),
    }
}
