//! Paragraphs without a verdict, and facts that nothing used.

use super::text::{hanging_rows, push_paragraph};
use crate::Style;
use crate::listing::unused_fact_lines;
use crate::paint::Ink;
use ordain_core::report::Report;

/// The facts that nothing used.
pub(super) fn unused_facts(report: &Report, style: Style) -> String {
    let mut out = String::new();
    push_paragraph("facts that nothing used:", Ink::Dim, style, &mut out);
    if report.unused.is_empty() {
        out.push_str("  none\n");
    }
    for line in unused_fact_lines(report, style) {
        for row in hanging_rows(&line, 4, style.columns() - 2) {
            out.push_str(&format!("  {row}\n"));
        }
    }
    out
}

pub(super) fn list(report: &Report, style: Style) -> String {
    let mut out = String::new();
    for shown in &report.shown {
        if out.is_empty() {
            out.push_str(&style.paint(Ink::Dim, "without a verdict:"));
            out.push('\n');
        }
        let cited: Vec<&str> = shown.sources.iter().map(String::as_str).filter(|s| *s != shown.id).collect();
        let sources = if cited.is_empty() { String::new() } else { format!(" ({})", cited.join("; ")) };
        let text = format!("{}, {}: {}{sources}", shown.id, shown.kind, shown.text);
        for row in hanging_rows(&text, 2, style.columns() - 2) {
            out.push_str("  ");
            out.push_str(&row);
            out.push('\n');
        }
    }
    out
}
