//! Paragraphs that are shown without a verdict.

use super::hanging;
use crate::render::Style;
use crate::render::paint::Ink;
use crate::report::Report;

pub(super) fn list(report: &Report, style: Style) -> String {
    let mut out = String::new();
    for shown in &report.shown {
        if out.is_empty() {
            out.push_str(&style.paint(Ink::Dim, "without a verdict:"));
            out.push('\n');
        }
        let sources = if shown.sources.is_empty() { String::new() } else { format!(" ({})", shown.sources.join("; ")) };
        let text = format!("{}, {}: {}{sources}", shown.id, shown.kind, shown.text);
        for row in hanging(&text, 2, style.columns() - 2) {
            out.push_str("  ");
            out.push_str(&row);
            out.push('\n');
        }
    }
    out
}
