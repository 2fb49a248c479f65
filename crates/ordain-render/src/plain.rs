//! For screen readers, and for reading one line at a time: sentences in
//! reading order, no drawing, every place as `file:line:column: words — text`.

use super::Style;
use super::clean::Cleaner;
use super::date;
use super::hypothesis;
use super::words::{self, INCOMPLETE, heading, position, quoted, sentence, totals};
use ordain_base::diag::{Applicability, Diagnostic, plural};
use ordain_core::report::Report;
use ordain_core::verdict::{Reason, Verdict};

/// Characters of a file repeated for one place.
const WORDS: usize = 160;

/// The whole report. Lines are not broken: the reader's own program does that.
#[must_use]
pub fn render(report: &Report, style: &Style) -> String {
    let cleaner = Cleaner { unicode: style.unicode };
    let report = &cleaner.report(report);
    let mut out = vec![format!("{}.", heading(report).join(", "))];
    hypothesis::plain(report, &mut out);
    let n = report.diagnostics.len();
    if n > 0 {
        if report.hypothesis.is_some() {
            out.push(String::new());
        }
        out.push(format!("{}.", plural(words::count(n), "finding")));
    }
    for (i, d) in report.diagnostics.iter().enumerate() {
        out.push(String::new());
        out.push(format!("Finding {} of {n}, {} {}. {}.", i + 1, d.severity.name(), d.code.id, sentence(&d.message)));
        diagnostic(d, report, cleaner, &mut out);
    }
    if report.incomplete {
        out.extend([String::new(), format!("Incomplete: {INCOMPLETE}.")]);
    }
    for column in &report.columns {
        out.push(String::new());
        match column.view.name() {
            name if report.columns.len() > 1 => out.push(format!("Verdicts, view: {name}.")),
            _ => out.push("Verdicts.".to_owned()),
        }
        column.verdicts.iter().for_each(|v| verdict(v, &mut out));
    }
    if !report.shown.is_empty() {
        out.extend([String::new(), "Without a verdict.".to_owned()]);
    }
    for shown in &report.shown {
        out.push(format!("{}, {}: {}{}.", shown.id, shown.kind, shown.text, cited(&shown.sources)));
    }
    out.push(String::new());
    out.push(format!("Totals: {}.", totals(report)));
    out.join("\n") + "\n"
}

fn diagnostic(d: &Diagnostic, report: &Report, cleaner: Cleaner, out: &mut Vec<String>) {
    let first = d.labels.iter().filter(|l| l.primary);
    for label in first.chain(d.labels.iter().filter(|l| !l.primary)) {
        let Some(at) = report.sources.locate(label.span) else { continue };
        let words = cleaner.line(&quoted(report, label.span, WORDS, "…"));
        let place = cleaner.line(&position(&at));
        out.push(match (words.as_str(), label.text.as_str()) {
            ("", text) => format!("{place}: {text}"),
            (words, "") => format!("{place}: {words}"),
            (words, text) => format!("{place}: {words} — {text}"),
        });
    }
    if let Some(help) = &d.help {
        out.push(format!("Help: {help}"));
    }
    if let Some(fix) = d.fix.as_ref().filter(|f| f.applicability != Applicability::Display) {
        out.push(format!("Fix: {}", fix.title));
    }
}

/// One verdict as a paragraph of short sentences, then its parts.
fn verdict(v: &Verdict, out: &mut Vec<String>) {
    let mut said = vec![format!("{}: {}", v.id, words::verdict(v))];
    if let Some(due) = &v.due {
        said.push(format!("Due {}", date::due(due)));
    }
    for step in v.due.iter().flat_map(|d| &d.trace) {
        said.push(format!("Counted, {} {}: {} ({})", step.step, date::day(step.date), step.why, step.rule));
    }
    if let Some(safe) = v.due.as_ref().and_then(|d| d.earliest_safe) {
        said.push(format!("The law is unsettled: {} is safe under every reading", date::day(safe)));
    }
    said.push(format!("Bearer: {}", v.bearer.join(", ")));
    if !words::verdict(v).ends_with(&v.why) {
        said.push(sentence(&v.why));
    }
    said.extend(v.notes.iter().map(|r: &Reason| sentence(&r.text)));
    said.retain(|s| !s.is_empty() && s != "Bearer: ");
    out.push(format!("{}{}.", said.join(". "), cited(&v.sources)));
    v.parts.iter().for_each(|p| verdict(p, out));
}

fn cited(sources: &[String]) -> String {
    if sources.is_empty() { String::new() } else { format!(" ({})", sources.join("; ")) }
}
