//! For the screen: what was found, the verdicts in a table, the totals.

mod cut;
mod excerpt;
mod hypothesis;
mod labels;
mod layout;
mod shown;
mod snippet;
mod table;
mod views;

use super::Style;
use super::clean::Cleaner;
use super::paint::Ink;
use super::words::{INCOMPLETE, heading, totals};
use super::wrap::{width, wrap};
use ordain_base::diag::{Applicability, Diagnostic, Fix};
use ordain_base::source::SourceMap;
use ordain_core::report::Report;

/// The whole report. Escape sequences are in it only if the style has colour,
/// and then only ours.
#[must_use]
pub fn render(report: &Report, style: &Style) -> String {
    let report = &Cleaner { unicode: style.unicode }.report(report);
    let mut out = head(report, *style);
    let supposed = hypothesis::part(report, *style);
    if !supposed.is_empty() {
        out.push('\n');
        out.push_str(&supposed);
    }
    for diagnostic in &report.diagnostics {
        out.push('\n');
        out.push_str(&one(diagnostic, &report.sources, *style));
    }
    if report.incomplete {
        out.push('\n');
        paragraph(INCOMPLETE, Ink::Red, *style, &mut out);
    }
    let table = if report.columns.len() > 1 { views::table(report, *style) } else { table::table(report, *style) };
    for part in [table, shown::list(report, *style)] {
        if !part.is_empty() {
            out.push('\n');
            out.push_str(&part);
        }
    }
    out.push('\n');
    paragraph(&totals(report), Ink::Bold, *style, &mut out);
    out
}

/// One diagnostic by itself: for errors outside a report.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic, sources: &SourceMap, style: &Style) -> String {
    let cleaner = Cleaner { unicode: style.unicode };
    one(&cleaner.diagnostic(diagnostic), sources, *style)
}

/// The first line: the matter, the day and the view, as far as they fit on one.
pub(super) fn head(report: &Report, style: Style) -> String {
    let mut said = heading(report);
    let columns = style.columns();
    let last = said.len() - 1;
    said.iter_mut().take(last).for_each(|s| s.push(','));
    let mut lines: Vec<String> = Vec::new();
    for part in said {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(&part) <= columns => {
                line.push(' ');
                line.push_str(&part);
            }
            _ => lines.extend(wrap(&part, columns)),
        }
    }
    lines.iter().map(|l| style.paint(Ink::Bold, l) + "\n").collect()
}

fn one(d: &Diagnostic, sources: &SourceMap, style: Style) -> String {
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

/// Text broken into rows, those after the first indented.
pub(super) fn hanging(text: &str, hang: usize, columns: usize) -> Vec<String> {
    let first = wrap(text, columns);
    let Some((lead, rest)) = first.split_first() else { return Vec::new() };
    let mut rows = vec![lead.clone()];
    rows.extend(wrap(&rest.join(" "), columns - hang).into_iter().map(|r| " ".repeat(hang) + &r));
    rows
}

pub(super) fn paragraph(text: &str, ink: Ink, style: Style, out: &mut String) {
    for row in wrap(text, style.columns()) {
        out.push_str(&style.paint(ink, &row));
        out.push('\n');
    }
}
