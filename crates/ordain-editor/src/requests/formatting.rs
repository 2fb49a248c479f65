//! `textDocument/formatting`: the layout of `ordain fmt`.

use lsp_types::{Range, TextEdit};
use ordain_base::source::{SourceKind, Span};
use ordain_syntax::formatter::format;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::snapshot::Snapshot;

/// The edits that lay a file out; none where it is laid out, or cannot be read.
#[must_use]
pub fn formatting(snapshot: &Snapshot, path: &str) -> Vec<TextEdit> {
    let Some(file) = snapshot.file(path).filter(|f| matches!(f.kind, SourceKind::Order | SourceKind::Facts)) else {
        return Vec::new();
    };
    let Ok(after) = format(&file.text) else { return Vec::new() };
    line_edits(snapshot, file.base, &file.text, &after)
}

/// The edits that lay out the lines of a range: of the whole layout, what touches it.
#[must_use]
pub fn range_formatting(snapshot: &Snapshot, path: &str, range: Range) -> Vec<TextEdit> {
    let (Some(file), Some(wanted)) = (snapshot.file(path), snapshot.span(path, range)) else { return Vec::new() };
    if !matches!(file.kind, SourceKind::Order | SourceKind::Facts) {
        return Vec::new();
    }
    let Ok(after) = format(&file.text) else { return Vec::new() };
    let (old, new): (Vec<&str>, Vec<&str>) =
        (file.text.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let (mut at, mut out) = (file.base, Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let bytes: usize = old.get(op.old_range()).unwrap_or_default().iter().map(|l| l.len()).sum();
        let span = Span::new(at, at.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX)));
        at = span.end;
        if !matches!(op, DiffOp::Equal { .. }) && span.start <= wanted.end && wanted.start <= span.end {
            let new_text = new.get(op.new_range()).unwrap_or_default().concat();
            out.push(TextEdit { range: snapshot.range(span), new_text });
        }
    }
    out
}

/// One edit of the lines between the first and the last that differ: what is outside is not touched, nor are cursors there.
fn line_edits(snapshot: &Snapshot, base: u32, before: &str, after: &str) -> Vec<TextEdit> {
    if before == after {
        return Vec::new();
    }
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let bytes = |lines: &[&str]| u32::try_from(lines.iter().map(|l| l.len()).sum::<usize>()).unwrap_or(u32::MAX);
    let start = base + bytes(old.get(..head).unwrap_or_default());
    let end = start + bytes(old.get(head..old.len() - tail).unwrap_or_default());
    let new_text = new.get(head..new.len() - tail).unwrap_or_default().concat();
    vec![TextEdit { range: snapshot.range(Span::new(start, end)), new_text }]
}
