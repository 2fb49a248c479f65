//! `textDocument/inlayHint`: due days and verdicts behind the lines that they are about.

use lsp_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintTooltip, Range};
use ordain_base::source::Span;
use ordain_render::date::{day_in_words, sentence_in_words};
use ordain_syntax::ast::StatementKind;

use crate::snapshot::Snapshot;
use crate::verdict_words::due_and_verdict;

/// The hints of the lines of a range; each kind can be turned off.
#[must_use]
pub fn inlay_hints(snapshot: &Snapshot, path: &str, range: Range) -> Vec<InlayHint> {
    let Some(wanted) = snapshot.span(path, range) else { return Vec::new() };
    let kinds = &snapshot.settings.inlay_hints;
    let mut out = Vec::new();
    for statement in
        snapshot.statements(path).iter().filter(|s| s.span.start <= wanted.end && wanted.start <= s.span.end)
    {
        match &statement.kind {
            StatementKind::Paragraph(_) => {
                for v in snapshot.report().verdicts().iter().filter(|v| statement.span.contains(v.span)) {
                    let words = v.due_span.filter(|s| statement.span.contains(*s)).unwrap_or(v.span);
                    if kinds.verdicts {
                        out.push(hint(snapshot, words, due_and_verdict(v), &v.why));
                    } else if kinds.counted_days
                        && let Some(due) = v.due.as_ref().filter(|d| !d.trace.is_empty())
                    {
                        let why: Vec<&str> = due.trace.iter().map(|s| s.why.as_str()).collect();
                        out.push(hint(snapshot, words, format!("to {}", day_in_words(due.day)), &why.join("\n")));
                    }
                }
            }
            StatementKind::Order(order) if kinds.docket => {
                let docket = order.docket.as_ref().map(|d| d.paper.clone());
                // Its docket number, where the head does not begin with it on the same line.
                let far = order
                    .docket
                    .as_ref()
                    .is_some_and(|d| snapshot.range(d.span).start.line != snapshot.range(order.name.span).end.line);
                out.extend(
                    docket.filter(|_| far).map(|d| hint(snapshot, order.name.span, d, "the number on the docket")),
                );
            }
            _ => {}
        }
    }
    out
}

/// A hint at the end of the line on which the words end.
fn hint(snapshot: &Snapshot, words: Span, label: String, why: &str) -> InlayHint {
    InlayHint {
        position: snapshot.range(words).end,
        label: InlayHintLabel::String(label),
        kind: None::<InlayHintKind>,
        text_edits: None,
        tooltip: (!why.is_empty()).then(|| InlayHintTooltip::String(sentence_in_words(why))),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}
