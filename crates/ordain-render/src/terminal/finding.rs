//! One finding: its message, the words underlined, what to do.

use super::snippet;
use super::text::hanging;
use crate::Style;
use crate::clean::Cleaner;
use crate::paint::Ink;
use crate::wrap::{width, wrap};
use ordain_base::diag::{Applicability, Diagnostic, Fix};
use ordain_base::source::SourceMap;

/// One diagnostic by itself: for errors outside a report.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic, sources: &SourceMap, style: &Style) -> String {
    let cleaner = Cleaner { unicode: style.unicode };
    draw(&cleaner.diagnostic(diagnostic), sources, *style)
}

pub(super) fn draw(d: &Diagnostic, sources: &SourceMap, style: Style) -> String {
    let mut out = String::new();
    let tag = format!("{}[{}]: ", d.severity.name(), d.code.id);
    let hang = if style.columns() < 72 { 2 } else { width(&tag).min(14) };
    let rows = hanging(&format!("{tag}{}", d.message), hang, style.columns());
    for (i, row) in rows.iter().enumerate() {
        let (lead, rest) = if i == 0 { row.split_at(tag.trim_end().len().min(row.len())) } else { ("", row.as_str()) };
        out.push_str(&style.paint(Ink::severity(d.severity), lead));
        out.push_str(&style.paint(Ink::Bold, rest));
        out.push('\n');
    }
    out.push_str(&snippet::draw(d, sources, style));
    if let Some(help) = &d.help {
        said("help", help, style, &mut out);
    }
    // A fix that the help already spells out is not said twice.
    let told = |fix: &Fix| {
        if fix.applicability == Applicability::Display {
            return true;
        }
        let text = fix.edits.iter().map(|e| format!("`{}`", e.text.trim())).next().unwrap_or_default();
        d.help.as_ref().is_some_and(|h| h.contains(&fix.title) || text.len() > 2 && h.contains(&text))
    };
    if let Some(fix) = d.fix.as_ref().filter(|f| !told(f)) {
        said("fix", &fix.title, style, &mut out);
    }
    out
}

/// `help: …`, its lines under one another.
fn said(lead: &str, text: &str, style: Style, out: &mut String) {
    let indent = lead.len() + 4;
    for (i, row) in wrap(text, style.columns().saturating_sub(indent)).iter().enumerate() {
        let lead = if i == 0 { style.paint(Ink::Cyan, &format!("  {lead}: ")) } else { " ".repeat(indent) };
        out.push_str(format!("{lead}{row}").trim_end());
        out.push('\n');
    }
}
