//! The diagnostic format of reviewdog (`-f=rdjson`). Its columns count bytes,
//! not characters.

use serde::Serialize;

use super::clean::Cleaner;
use super::json::pretty_json;
use super::machine::{Finding, Options, UNREAD_MATTER, findings_of_report, locate_span, path_from_root};
use super::matters::Run;
use super::words::capitalize_sentence;
use ordain_base::diag::{Applicability, Edit, Severity};
use ordain_base::source::{SourceFile, Span};
use ordain_core::report::Report;

#[derive(Serialize)]
struct Document<'r> {
    source: Source,
    severity: &'static str,
    diagnostics: Vec<Item<'r>>,
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'static str,
}

#[derive(Serialize)]
struct Item<'r> {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place>,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'r>>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Place {
    path: String,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Suggestion<'r> {
    range: Range,
    text: &'r str,
}

/// One JSON document, indented, with a last newline.
#[must_use]
pub fn render(report: &Report, options: &Options<'_>) -> String {
    let found = findings_of_report(report, options);
    let worst = found.first().map_or("INFO", severity_of_finding);
    let diagnostics = found.iter().map(|f| item_of_finding(f, report, options)).collect();
    let source = Source { name: crate::PROGRAM, url: env!("CARGO_PKG_REPOSITORY") };
    pretty_json(&Document { source, severity: worst, diagnostics })
}

/// The same of many matters, in one document.
#[must_use]
pub fn render_many(run: &Run<'_>) -> String {
    let mut diagnostics: Vec<Item<'_>> = Vec::new();
    let alone = |message: &str, file: Option<&str>, severity, value| Item {
        message: capitalize_sentence(&Cleaner::for_machines().line(message)),
        location: file.map(|file| {
            let start = || Position { line: 1, column: 1 };
            Place { path: path_from_root(file, run.root), range: Range { start: start(), end: start() } }
        }),
        severity,
        code: Code { value },
        suggestions: Vec::new(),
    };
    diagnostics.extend(run.not_read().map(|(file, why)| alone(why, Some(file), "ERROR", UNREAD_MATTER)));
    for (_, report, options) in run.checked() {
        diagnostics.extend(findings_of_report(report, options).iter().map(|f| item_of_finding(f, report, options)));
    }
    diagnostics.extend(run.notes.iter().map(|n| alone(&n.message, None, "WARNING", n.code.id)));
    let worst = ["ERROR", "WARNING", "INFO"].into_iter().find(|s| diagnostics.iter().any(|d| d.severity == *s));
    let source = Source { name: crate::PROGRAM, url: env!("CARGO_PKG_REPOSITORY") };
    pretty_json(&Document { source, severity: worst.unwrap_or("INFO"), diagnostics })
}

fn item_of_finding<'r>(finding: &Finding<'r>, report: &Report, options: &Options<'_>) -> Item<'r> {
    let d = finding.diagnostic;
    let known = if finding.known() { "known: " } else { "" };
    let help = d.advice().map_or(String::new(), |h| format!("\n\n{h}"));
    // Not every version of reviewdog knows related places, and one that does
    // not refuses the document: they are lines of the message.
    let related = finding.others.iter().filter_map(|l| {
        let at = locate_span(report, l.span, options.root)?;
        Some(format!("\n{}:{}: {}", at.file, at.line, l.text))
    });
    let related: String = related.collect();
    // Only edits of the file that is pointed at can be shown beside it.
    let file = report.sources.file_of(finding.span()).map(|f| f.base);
    let here = |e: &&Edit| report.sources.file_of(e.span).map(|f| f.base) == file;
    // A form to fill in is no suggestion to click on.
    let fix = d.fix.iter().filter(|f| f.applicability != Applicability::Display);
    let edits = fix.flat_map(|f| &f.edits).filter(here);
    let suggestion =
        |e: &'r Edit| Some(Suggestion { range: place_of_span(report, e.span, options)?.range, text: &e.text });
    Item {
        message: capitalize_sentence(&format!("{known}{}", d.message)) + &related + &help,
        location: finding.first.and_then(|l| place_of_span(report, l.span, options)),
        severity: severity_of_finding(finding),
        code: Code { value: d.code.id },
        suggestions: edits.filter_map(suggestion).collect(),
    }
}

fn severity_of_finding(finding: &Finding<'_>) -> &'static str {
    match finding.diagnostic.severity {
        _ if finding.known() => "INFO",
        Severity::Error | Severity::Breach => "ERROR",
        Severity::Undetermined | Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    }
}

fn place_of_span(report: &Report, span: Span, options: &Options<'_>) -> Option<Place> {
    let file = report.sources.file_of(span)?;
    let range =
        Range { start: position_in_file(file, span.start), end: position_in_file(file, span.end.max(span.start)) };
    Some(Place { path: path_from_root(&file.path, options.root), range })
}

/// Line and column of a global offset, from 1, the column in bytes.
fn position_in_file(file: &SourceFile, offset: u32) -> Position {
    let local = offset.saturating_sub(file.base).min(file.span().len());
    let line = file.lines.line(local);
    let start = file.lines.start(line).unwrap_or(0);
    Position { line: line + 1, column: local.saturating_sub(start) as usize + 1 }
}
