//! For the screen: what was found, the verdicts in a table, the totals.

#[cfg(feature = "drawn")]
mod cut;
#[cfg(feature = "drawn")]
mod excerpt;
mod finding;
mod hypothesis;
#[cfg(feature = "drawn")]
mod labels;
#[cfg(feature = "drawn")]
mod layout;
mod listed;
#[cfg(feature = "drawn")]
mod snippet;
#[cfg(not(feature = "drawn"))]
#[path = "terminal/snippet_plain.rs"]
mod snippet;
mod table;
mod text;
mod views;

pub use finding::diagnostic;
pub(crate) use text::{hanging, paragraph};

use super::Style;
use super::clean::Cleaner;
use super::paint::Ink;
use super::words::{INCOMPLETE, heading, totals};
use super::wrap::{width, wrap};
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
        out.push_str(&finding::draw(diagnostic, &report.sources, *style));
    }
    if report.incomplete {
        out.push('\n');
        paragraph(INCOMPLETE, Ink::Red, *style, &mut out);
    }
    let table = if report.columns.len() > 1 { views::table(report, *style) } else { table::table(report, *style) };
    for part in [table, listed::list(report, *style)] {
        if !part.is_empty() {
            out.push('\n');
            out.push_str(&part);
        }
    }
    out.push('\n');
    paragraph(&totals(report), Ink::Bold, *style, &mut out);
    out
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
