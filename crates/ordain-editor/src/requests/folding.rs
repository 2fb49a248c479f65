//! `textDocument/foldingRange` and `textDocument/selectionRange`: statements, orders with their paragraphs, comments.

use lsp_types::{FoldingRange, FoldingRangeKind, Position, SelectionRange};
use ordain_base::source::Span;
use ordain_syntax::ast::{Piece, StatementKind, pieces};

use crate::snapshot::Snapshot;

/// What of a file can be folded away.
#[must_use]
pub fn folding_ranges(snapshot: &Snapshot, path: &str) -> Vec<FoldingRange> {
    let mut out = Vec::new();
    let mut order: Option<(u32, u32)> = None;
    for statement in snapshot.statements(path) {
        let range = snapshot.range(statement.span);
        let (first, last) = (range.start.line, range.end.line);
        if matches!(statement.kind, StatementKind::Order(_)) {
            out.extend(order.take().and_then(|(from, to)| fold(from, to, None)));
            order = Some((first, last));
        } else if let Some((_, to)) = &mut order {
            *to = last;
            out.extend(fold(first, last, None));
        } else {
            out.extend(fold(first, last, None));
        }
    }
    out.extend(order.and_then(|(from, to)| fold(from, to, None)));
    out.extend(comments(snapshot, path));
    out
}

fn fold(start_line: u32, end_line: u32, kind: Option<FoldingRangeKind>) -> Option<FoldingRange> {
    (end_line > start_line).then(|| FoldingRange { start_line, end_line, kind, ..FoldingRange::default() })
}

/// Lines of comments that follow one another.
fn comments(snapshot: &Snapshot, path: &str) -> Vec<FoldingRange> {
    let mut out = Vec::new();
    let mut first = None;
    let text = snapshot.file(path).map_or("", |f| &f.text);
    for (line, words) in text.lines().chain([""]).enumerate() {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let words = words.trim_start();
        match (words.starts_with("--") || words.starts_with('#'), first) {
            (true, None) => first = Some(line),
            (false, Some(from)) => {
                out.extend(fold(from, line.saturating_sub(1), Some(FoldingRangeKind::Comment)));
                first = None;
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    out
}

/// What is selected step by step around each position: the piece, the clause, the statement, the file.
#[must_use]
pub fn selection_ranges(snapshot: &Snapshot, path: &str, positions: &[Position]) -> Vec<SelectionRange> {
    positions.iter().map(|p| around(snapshot, path, *p)).collect()
}

fn around(snapshot: &Snapshot, path: &str, position: Position) -> SelectionRange {
    let empty = SelectionRange { range: lsp_types::Range::new(position, position), parent: None };
    let (Some(at), Some(file)) = (snapshot.place(path, position), snapshot.file(path)) else { return empty };
    let mut spans = vec![file.span()];
    if let Some(statement) = snapshot.statement_at(path, at) {
        spans.push(statement.span);
        pieces(statement, &mut |piece| spans.push(span_of_piece(&piece)));
    }
    spans.retain(|s| s.start <= at && at <= s.end);
    spans.sort_by_key(|s| std::cmp::Reverse(s.len()));
    // Each inside the one before it.
    let mut nested: Vec<Span> = Vec::new();
    for span in spans {
        if nested.last().is_none_or(|outer| outer.contains(span) && *outer != span) {
            nested.push(span);
        }
    }
    let found = nested.into_iter().fold(None, |parent: Option<SelectionRange>, span| {
        Some(SelectionRange { range: snapshot.range(span), parent: parent.map(Box::new) })
    });
    found.unwrap_or(empty)
}

const fn span_of_piece(piece: &Piece<'_>) -> Span {
    match piece {
        Piece::Name(p) | Piece::Phrase(p) | Piece::Act(p) | Piece::Setting(p) | Piece::Wording(p) => p.span,
        Piece::Date(d) => d.span,
        Piece::Length(l) => l.span,
        Piece::Quoted(q) => q.span,
        Piece::Cite(c) => c.span,
        Piece::Clause(c) => c.span,
        Piece::Modal(s) | Piece::Disposition(s) | Piece::Label(s) => *s,
    }
}
