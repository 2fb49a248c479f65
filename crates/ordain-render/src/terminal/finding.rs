//! One finding: its message, the words underlined, what to do.

use super::snippet;
use super::text::hanging_rows;
use crate::Style;
use crate::clean::Cleaner;
use crate::listing::list_labels;
use crate::machine::{Extent, Options};
use crate::paint::Ink;
use crate::reasons::{reason_lines, text_with_cite};
use crate::wrap::{display_width, wrap_text};
use ordain_base::diag::{Applicability, Diagnostic, Fix, Label, Severity};
use ordain_base::source::{SourceKind, SourceMap};

/// One diagnostic by itself: for errors outside a report.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic, sources: &SourceMap, style: &Style) -> String {
    draw_finding(&Cleaner::for_people(style.unicode).diagnostic(diagnostic), sources, &Options::new(*style))
}

pub(super) fn draw_finding(d: &Diagnostic, sources: &SourceMap, options: &Options<'_>) -> String {
    let style = options.style;
    let mut out = String::new();
    let tag = format!("{}[{}]: ", d.severity.name(), d.code.id);
    let rows = hanging_rows(&format!("{tag}{}", d.message), 2, style.columns());
    for (i, row) in rows.iter().enumerate() {
        let (lead, rest) = if i == 0 { row.split_at(tag.trim_end().len().min(row.len())) } else { ("", row.as_str()) };
        out.push_str(&style.paint(Ink::severity(d.severity), lead));
        out.push_str(&style.paint(Ink::Bold, rest));
        out.push('\n');
    }
    let all = options.extent == Extent::All;
    if all || !about_record(d, sources) {
        let drawn = if all { d.clone() } else { at_home(d) };
        out.push_str(&snippet::draw(&drawn, sources, style));
    } else {
        out.push_str(&list_labels(&d.labels, sources, style));
    }
    let because = reason_lines(d, all);
    if !because.is_empty() {
        push_lines("because", &because.join("\n"), style, &mut out);
    }
    if let Some(remedy) = &d.remedy {
        push_lines("to settle it", remedy, style, &mut out);
    }
    if let Some(help) = &d.help {
        push_lines("help", help, style, &mut out);
    }
    // A fix that the help already spells out is not said twice.
    let reported = |fix: &Fix| {
        if fix.applicability == Applicability::Display {
            return true;
        }
        let text = fix.edits.iter().map(|e| format!("`{}`", e.text.trim())).next().unwrap_or_default();
        d.help.as_ref().is_some_and(|h| h.contains(&fix.title) || text.len() > 2 && h.contains(&text))
    };
    if let Some(fix) = d.fix.as_ref().filter(|f| !reported(f)) {
        push_lines("fix", &fix.title, style, &mut out);
    }
    out
}

/// True of a warning about several statements of the record: they are listed, for each drawn would fill a page.
fn about_record(d: &Diagnostic, sources: &SourceMap) -> bool {
    let in_record = |l: &Label| sources.file_of(l.span).is_some_and(|f| f.kind == SourceKind::Facts);
    d.severity > Severity::Undetermined && d.labels.len() > 2 && d.labels.iter().all(in_record)
}

/// A finding about a duty with the words of its deadline only, and where the order says it: the facts are
/// among its reasons.
fn at_home(d: &Diagnostic) -> Diagnostic {
    let mut shown = d.clone();
    if !d.grounds.is_empty() {
        shown.labels.retain(|l| l.primary);
    }
    if let (Some(cite), [only]) = (&d.cite, shown.labels.as_mut_slice()) {
        only.text = text_with_cite(&only.text, cite);
    }
    shown
}

/// `help: …`, its lines under one another.
fn push_lines(lead: &str, text: &str, style: Style, out: &mut String) {
    let indent = display_width(lead) + 4;
    let columns = style.columns().saturating_sub(indent);
    let broken =
        |line: &str| if line.starts_with(' ') { wrap_text(line, columns) } else { hanging_rows(line, 2, columns) };
    for (i, row) in text.lines().flat_map(broken).enumerate() {
        let lead = if i == 0 { style.paint(Ink::Cyan, &format!("  {lead}: ")) } else { " ".repeat(indent) };
        out.push_str(format!("{lead}{row}").trim_end());
        out.push('\n');
    }
}
