//! `textDocument/codeLens`: whether each `expect` line holds, and why a duty has its verdict.

use lsp_types::{CodeLens, Command};
use ordain_base::source::Span;
use ordain_syntax::ast::StatementKind;
use serde_json::Value;

use crate::snapshot::Snapshot;
use ordain_render::date::sentence_in_words;
use ordain_render::{Style, verdict_in_words};

/// The command that gives every reason of a verdict: the address of a file of the matter, and the paragraph.
pub const WHY: &str = "ordain.why";

/// The lines above the statements of a file; each kind can be turned off.
#[must_use]
pub fn code_lenses(snapshot: &Snapshot, path: &str) -> Vec<CodeLens> {
    let kinds = &snapshot.settings.code_lens;
    let mut out = Vec::new();
    for statement in snapshot.statements(path) {
        match &statement.kind {
            StatementKind::Paragraph(_) if kinds.why => {
                let here = snapshot.report().verdicts().iter().filter(|v| statement.span.contains(v.span));
                out.extend(here.filter_map(|v| {
                    lens(snapshot, path, statement.span, format!("why {}?", verdict_in_words(v)), &v.id)
                }));
            }
            StatementKind::Expect(_) if kinds.expectations => {
                let here = snapshot.examined.expectations.iter().filter(|e| statement.span.contains(e.span));
                out.extend(here.filter_map(|e| {
                    let title = if e.ok {
                        "holds".to_owned()
                    } else {
                        format!("does not hold: {}", sentence_in_words(&e.message))
                    };
                    lens(snapshot, path, statement.span, title, &e.target)
                }));
            }
            _ => {}
        }
    }
    out
}

fn lens(snapshot: &Snapshot, path: &str, span: Span, title: String, id: &str) -> Option<CodeLens> {
    let arguments = [snapshot.uri(path)?.as_str(), id].map(|a| Value::String(a.to_owned()));
    let title = ordain_render::clean_text(&title);
    let command = Command { title, command: WHY.to_owned(), arguments: Some(arguments.into()) };
    let start = snapshot.range(span).start;
    Some(CodeLens { range: lsp_types::Range::new(start, start), command: Some(command), data: None })
}

/// Columns of the tree: a page beside the file.
const WIDTH: usize = 80;

/// Every reason of the verdict of a paragraph, as `ordain why` gives it.
///
/// # Errors
/// In words for the user: the matter has no such paragraph.
pub fn why(snapshot: &Snapshot, paragraph: &str) -> Result<String, String> {
    let report = snapshot.report();
    match ordain_render::why::find(report, paragraph) {
        Ok(target) => {
            let text = ordain_render::why::render(report, &target, &Style::new(WIDTH));
            // Files beside the matter's own need no folder before their names.
            let folder = report.inputs.first().and_then(|i| i.path.rsplit_once('/')).map_or("", |(folder, _)| folder);
            Ok(text.replace(&format!("{folder}/"), ""))
        }
        Err(near) => {
            let near = near.map_or(String::new(), |id| format!(": did you mean `{id}`?"));
            Err(format!("this matter has no paragraph `{paragraph}`{near}"))
        }
    }
}
