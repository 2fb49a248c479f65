//! `textDocument/formatting`: the layout of `ordain fmt`.

use lsp_types::TextEdit;
use ordain_base::source::{SourceKind, Span};
use ordain_syntax::formatter::format;

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
