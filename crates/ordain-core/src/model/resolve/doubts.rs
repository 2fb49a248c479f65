//! What could not be read, and which paragraphs and orders are in doubt because of it.

use std::collections::BTreeSet;

use crate::model::ir::ids::OrderId;
use crate::model::ir::model::Model;
use crate::model::ir::names;
use crate::model::ir::paragraph::Body;
use ordain_base::diag::codes::deadlines::UNREADABLE_DEADLINE;
use ordain_base::diag::codes::names as say;
use ordain_base::diag::codes::syntax::EMPTY_CLAUSE;
use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::Span;
use ordain_syntax::ast::StatementKind;
use ordain_syntax::{Parsed, ast};

/// Leaves broken what is in doubt, and drops what follows from an error that was reported already.
pub(super) fn weigh(model: &mut Model, files: &[Parsed], out: &mut Vec<Diagnostic>) {
    let unreadable = diagnostics_of_files(files)
        .filter(|d| [UNREADABLE_DEADLINE, EMPTY_CLAUSE].contains(&d.code))
        .map(Diagnostic::span);
    let unreadable: Vec<Span> = unreadable.collect();
    out.retain(|d| !unreadable.iter().any(|t| t.start <= d.span().start && d.span().end <= t.end));
    let doubts = places_of_doubt(diagnostics_of_files(files).chain(&*out));
    // A record of which a line could not be read may have the category that is missed.
    let half_read = half_read(files);
    out.retain(|d| !half_read.iter().any(|record| say::is_unknown_category_of(d, record)));
    let doubtful = |span: Span| doubts.range(span.start..span.end).next().is_some();
    let statements = files.iter().flat_map(|f| &f.statements);
    let heads = statements.filter(|s| matches!(s.kind, StatementKind::Order(_))).map(|s| doubtful(s.span));
    let heads: Vec<bool> = heads.collect();
    for paragraph in &mut model.paragraphs {
        // An order whose day of entry cannot be read binds from nobody knows when.
        if doubtful(paragraph.span) || heads.get(paragraph.order.index()).is_some_and(|h| *h) {
            paragraph.body = Body::Broken;
        }
    }
    model.doubtful = doubtful_orders(files, &doubts);
    model.incomplete = diagnostics_of_files(files).chain(&*out).any(|d| d.severity == Severity::Error);
}

/// What was reported when the files were read.
fn diagnostics_of_files(files: &[Parsed]) -> impl Iterator<Item = &Diagnostic> {
    files.iter().flat_map(|f| &f.diagnostics)
}

/// The names of records of which a line could not be read.
fn half_read(files: &[Parsed]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let errors = file.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        let errors: BTreeSet<u32> = errors.map(|d| d.span().start).collect();
        for statement in &file.statements {
            let StatementKind::Record(record) = &statement.kind else { continue };
            if errors.range(statement.span.start..statement.span.end).next().is_some() {
                found.push(names::name_of(&record.name));
            }
        }
    }
    found
}

/// Where something is wrong whose correction may change the meaning: a duty of which
/// half was read is none, and is neither met nor breached.
fn places_of_doubt<'a>(all: impl Iterator<Item = &'a Diagnostic>) -> BTreeSet<u32> {
    let safe = |d: &Diagnostic| d.fix.as_ref().is_some_and(ordain_base::diag::Fix::is_safe);
    all.filter(|d| d.severity == Severity::Error && !safe(d)).map(|d| d.span().start).collect()
}

/// The orders under which a doubt stands outside every duty: it may be a disposition.
fn doubtful_orders(files: &[Parsed], doubts: &BTreeSet<u32>) -> Vec<OrderId> {
    let mut found = Vec::new();
    let mut order = 0;
    for (i, file) in files.iter().enumerate() {
        let next_file = files[i + 1..].iter().flat_map(|f| &f.statements).map(|s| s.span.start).next();
        let heads = file.statements.iter().filter(|s| matches!(s.kind, StatementKind::Order(_)));
        let starts: Vec<u32> = heads.map(|s| s.span.start).collect();
        let duty = |at: u32| {
            file.statements.iter().any(|s| {
                let provision =
                    matches!(&s.kind, StatementKind::Paragraph(p) if matches!(p.body, ast::Body::Provision(_)));
                provision && s.span.start <= at && at < s.span.end
            })
        };
        for (n, &start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().or(next_file).unwrap_or(u32::MAX);
            if doubts.range(start..end).any(|at| !duty(*at)) {
                found.push(OrderId::at(order));
            }
            order += 1;
        }
    }
    found
}
