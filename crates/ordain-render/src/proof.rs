//! What a proofread text contradicts.

use serde_json::{Value, json};

use super::json::pretty_json;
use super::{PROGRAM, Style, clean_text, terminal};
use ordain_base::diag::{Label, plural};
use ordain_base::source::SourceMap;
use ordain_text::proofread::Finding;

/// The findings drawn for a screen; `hidden` less sure ones are counted.
#[must_use]
pub fn render(shown: &[Finding], hidden: usize, sources: &SourceMap, style: &Style) -> String {
    let mut out = String::new();
    for finding in shown {
        out.push_str(&terminal::diagnostic(&finding.diagnostic, sources, style));
        out.push_str(&format!("  confidence: {}\n\n", finding.confidence.name()));
    }
    out + &totals_of_findings(shown, hidden) + "\n"
}

/// The findings as sentences.
#[must_use]
pub fn plain(shown: &[Finding], hidden: usize, sources: &SourceMap) -> String {
    let mut out = String::new();
    for (i, finding) in shown.iter().enumerate() {
        let d = &finding.diagnostic;
        let lead = format!("Finding {} of {}, {} {}", i + 1, shown.len(), d.severity.name(), d.code.id);
        out.push_str(&format!("{lead}, confidence {}. {}.\n", finding.confidence.name(), one_line(&d.message)));
        for label in primary_label_first(&d.labels) {
            let Some(at) = sources.locate(label.span) else { continue };
            let words: String = sources.text(label.span).chars().take(160).collect();
            let place = format!("{}:{}:{}", at.file, at.line, at.column);
            out.push_str(&one_line(&format!("{place}: {words} — {}", label.text)));
            out.push('\n');
        }
        if let Some(help) = &d.help {
            out.push_str(&one_line(&format!("Help: {help}.")));
            out.push('\n');
        }
        out.push('\n');
    }
    out + &totals_of_findings(shown, hidden) + "\n"
}

/// The primary place first.
fn primary_label_first(labels: &[Label]) -> impl Iterator<Item = &Label> {
    labels.iter().filter(|l| l.primary).chain(labels.iter().filter(|l| !l.primary))
}

fn one_line(text: &str) -> String {
    clean_text(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn totals_of_findings(shown: &[Finding], hidden: usize) -> String {
    let count = |n: usize, noun: &str| plural(i64::try_from(n).unwrap_or(i64::MAX), noun);
    let less = if hidden > 0 { format!(" ({hidden} less sure: --min-confidence low)") } else { String::new() };
    if shown.is_empty() { format!("nothing found{less}") } else { format!("{}{less}", count(shown.len(), "finding")) }
}

/// `ordain.proof/1`.
#[must_use]
pub fn json(shown: &[Finding], sources: &SourceMap) -> String {
    let label = |l: &Label| {
        let at = sources.locate(l.span)?;
        Some(json!({
            "file": at.file, "line": at.line, "column": at.column, "endLine": at.end_line, "endColumn": at.end_column,
            "words": sources.text(l.span), "text": l.text, "primary": l.primary,
        }))
    };
    let one = |f: &Finding| {
        let d = &f.diagnostic;
        json!({
            "code": d.code.id, "name": d.code.name, "severity": d.severity.name(), "confidence": f.confidence.name(),
            "message": d.message, "help": d.help, "labels": primary_label_first(&d.labels).filter_map(label).collect::<Vec<Value>>(),
        })
    };
    let document = json!({
        "schema": "ordain.proof/1",
        "tool": { "name": PROGRAM, "version": env!("CARGO_PKG_VERSION") },
        "files": sources.files().iter().map(|f| f.path.as_str()).collect::<Vec<_>>(),
        "findings": shown.iter().map(one).collect::<Vec<Value>>(),
    });
    pretty_json(&document)
}
