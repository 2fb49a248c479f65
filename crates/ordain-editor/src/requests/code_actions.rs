//! `textDocument/codeAction`: the fixes of findings, and all safe fixes of a file at once.

use std::collections::HashMap;

use lsp_types::{CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit};
use ordain_base::diag::{Applicability, Diagnostic, Edit, Fix};
use ordain_base::source::Span;

use super::diagnostics::shown;
use crate::snapshot::Snapshot;

/// The fixes of the findings that touch a range, and `fix all` where some are safe.
#[must_use]
pub fn code_actions(snapshot: &Snapshot, path: &str, range: Range) -> Vec<CodeAction> {
    let (Some(wanted), Some(file)) = (snapshot.span(path, range), snapshot.file(path)) else { return Vec::new() };
    let touches = |s: Span| s.start <= wanted.end && wanted.start <= s.end;
    let here = snapshot.report().diagnostics.iter().filter(|d| d.labels.iter().any(|l| l.primary && touches(l.span)));
    let mut out: Vec<CodeAction> = here.filter_map(|d| action_of_finding(snapshot, d)).collect();
    let safe: Vec<&Edit> = safe_edits(snapshot, file.span());
    if !safe.is_empty() {
        out.push(CodeAction {
            title: "fix all that has one meaning in this file".to_owned(),
            kind: Some(CodeActionKind::SOURCE_FIX_ALL),
            edit: workspace_edit(snapshot, &safe),
            ..CodeAction::default()
        });
    }
    out
}

fn action_of_finding(snapshot: &Snapshot, found: &Diagnostic) -> Option<CodeAction> {
    // A form to fill in cannot be applied as it is.
    let fix = found.fix.as_ref().filter(|f| f.applicability != Applicability::Display)?;
    let edits: Vec<&Edit> = fix.edits.iter().collect();
    Some(CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![shown(snapshot, found)]),
        edit: Some(workspace_edit(snapshot, &edits)?),
        is_preferred: Some(fix.is_safe()),
        ..CodeAction::default()
    })
}

/// The edits of the safe fixes within a file, each fix whole, none touching another.
fn safe_edits(snapshot: &Snapshot, file: Span) -> Vec<&Edit> {
    let mut taken: Vec<&Edit> = Vec::new();
    let is_free = |fix: &Fix, taken: &[&Edit]| {
        fix.edits.iter().all(|e| taken.iter().all(|t| t.span.end < e.span.start || e.span.end < t.span.start))
    };
    for fix in snapshot.report().diagnostics.iter().filter_map(|d| d.fix.as_ref()).filter(|f| f.is_safe()) {
        if fix.edits.iter().all(|e| file.contains(e.span)) && is_free(fix, &taken) {
            taken.extend(&fix.edits);
        }
    }
    taken.sort_by_key(|e| e.span);
    taken
}

/// Edits by file; none where one is in a text that no editor can open.
#[expect(clippy::mutable_key_type, reason = "the protocol's type has addresses as keys, and they do not change")]
pub(super) fn workspace_edit(snapshot: &Snapshot, edits: &[&Edit]) -> Option<WorkspaceEdit> {
    let mut changes: HashMap<lsp_types::Uri, Vec<TextEdit>> = HashMap::new();
    for edit in edits {
        let location = snapshot.location(edit.span)?;
        changes.entry(location.uri).or_default().push(TextEdit::new(location.range, edit.text.clone()));
    }
    Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() })
}
