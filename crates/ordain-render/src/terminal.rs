//! For the screen: the answers first, then what was found, then the totals; every paragraph where that is asked.

mod answers;
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
pub(crate) use text::{hanging_rows, push_paragraph};

use super::Style;
use super::clean::Cleaner;
use super::date::Months;
use super::machine::{Extent, Finding, Options, findings_of_report};
use super::paint::Ink;
use super::triage::triage_findings;
use super::words::{INCOMPLETE, heading_of_report, nothing_breached, sentences_waiting, totals_of_report};
use super::wrap::{display_width, wrap_text};
use ordain_core::report::Report;

/// The report as it is shown where nothing else is asked for.
#[must_use]
pub fn render(report: &Report, style: &Style) -> String {
    render_with(report, &Options::new(*style))
}

/// The report. Escape sequences are in it only if the style has colour, and then only ours.
#[must_use]
pub fn render_with(report: &Report, options: &Options<'_>) -> String {
    let style = options.style;
    let report = &Cleaner::for_people(style.unicode).report(report);
    let found = findings_of_report(report, options);
    let triage = triage_findings(&found, &report.sources, options);
    let mut parts = vec![heading_lines(report, style), hypothesis::part(report, style)];
    let errors: Vec<&String> = triage.head.iter().collect();
    parts.push(lines_as_paragraphs(&errors, Ink::Red, style));
    if report.incomplete && !report.verdicts().is_empty() {
        parts.push(lines_as_paragraphs(&[&INCOMPLETE.to_owned()], Ink::Red, style));
    }
    parts.push(answers_of(report, &found, options));
    if options.extent != Extent::Brief {
        parts.extend(
            triage
                .shown
                .iter()
                .filter(|f| !f.known())
                .map(|f| finding::draw_finding(f.diagnostic, &report.sources, options)),
        );
        parts.push(lines_as_paragraphs(&triage.held.iter().collect::<Vec<_>>(), Ink::Dim, style));
        parts.push(known_finding_lines(&triage.shown, style));
        if options.extent == Extent::All && report.columns.len() < 2 {
            parts.push(table::table(report, style));
        }
        if options.extent == Extent::All || report.verdicts().is_empty() {
            parts.push(listed::list(report, style));
        }
    }
    if options.unused_facts {
        parts.push(listed::unused_facts(report, style));
    }
    parts.push(closing_lines(report, options));
    parts.retain(|p| !p.is_empty());
    parts.join("\n")
}

/// The table of answers; under several views, each beside the others.
fn answers_of(report: &Report, found: &[Finding<'_>], options: &Options<'_>) -> String {
    if report.columns.len() > 1 {
        return views::table(report, options.style);
    }
    answers::table(&crate::answers::answers_of_report(report, found, options, Months::Short), options.style)
}

/// What the baseline knows: a line each.
fn known_finding_lines(found: &[&Finding<'_>], style: Style) -> String {
    let mut out = String::new();
    for f in found.iter().filter(|f| f.known()) {
        let line = format!("known[{}]: {}", f.diagnostic.code.id, f.diagnostic.message);
        push_paragraph(&line, Ink::Dim, style, &mut out);
    }
    out
}

/// The totals, and how to see what is not shown.
fn closing_lines(report: &Report, options: &Options<'_>) -> String {
    let mut out = String::new();
    push_paragraph(&totals_of_report(report, Months::Short), Ink::Bold, options.style, &mut out);
    if let Some(words) = sentences_waiting(report) {
        push_paragraph(&words, Ink::Yellow, options.style, &mut out);
    }
    let listed = report.shown.len();
    if options.extent != Extent::All {
        let without = match listed {
            0 => String::new(),
            _ if report.verdicts().is_empty() => return out,
            n => format!(" ({n} without a verdict)"),
        };
        let line = format!("`--all` shows all paragraphs{without}, reasons and notes");
        push_paragraph(&line, Ink::Dim, options.style, &mut out);
    }
    if let Some(words) = nothing_breached(report) {
        push_paragraph(&format!("{words}."), Ink::Bold, options.style, &mut out);
    }
    out
}

fn lines_as_paragraphs(lines: &[&String], ink: Ink, style: Style) -> String {
    let mut out = String::new();
    lines.iter().for_each(|line| push_paragraph(line, ink, style, &mut out));
    out
}

/// The first lines: the matter, the day and the view, on one line where they fit.
pub(super) fn heading_lines(report: &Report, style: Style) -> String {
    let (matter, rest) = heading_of_report(report, Months::Short);
    let room = style.columns().saturating_sub(display_width(&matter) + display_width(&rest));
    if room >= 2 {
        return format!("{}{}{rest}\n", style.paint(Ink::Bold, &matter), " ".repeat(room));
    }
    let mut out = String::new();
    push_paragraph(&matter, Ink::Bold, style, &mut out);
    for line in wrap_text(&rest, style.columns()) {
        out.push_str(&line);
        out.push('\n');
    }
    out
}
