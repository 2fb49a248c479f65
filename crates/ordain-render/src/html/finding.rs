//! One finding: what is found, the words of the order and of the record, and why.

use super::pieces::list;
use crate::machine::{Finding, Options, is_fact, locate_span, state_word};
use crate::markup::text;
use crate::reasons::reason_lines;
use crate::words::quote_span;
use ordain_base::diag::{Label, Severity};
use ordain_core::report::Report;

/// Characters of a file quoted for one place.
const WORDS: usize = 600;

/// The finding; under its own paragraph the heading says what it is alone.
pub(super) fn article(report: &Report, finding: &Finding<'_>, options: &Options<'_>, alone: bool) -> String {
    let d = finding.diagnostic;
    let level = if alone { "h3" } else { "h4" };
    let state = finding.state.map_or_else(String::new, |s| format!(" ({})", state_word(s)));
    let mut out = format!(
        "<article class=\"finding {}\">\n<{level}>{} {}{}: {}</{level}>\n",
        severity_class(d.severity),
        severity_word(d.severity),
        text(d.code.id),
        text(&state),
        text(&d.message)
    );
    let places = finding.first.iter().chain(&finding.others);
    let (record, order): (Vec<&&Label>, Vec<&&Label>) = places.partition(|l| is_fact(l.span, &report.sources));
    out.push_str(&quotations("The order", &order, report, options));
    out.push_str(&quotations("The record", &record, report, options));
    let because = reason_lines(d, true);
    if !because.is_empty() {
        out.push_str("<p class=\"label\">Why</p>\n");
        out.push_str(&list(because.iter().map(|b| text(b))));
    }
    for (label, words) in [("To settle it", d.remedy.as_deref()), ("What to do", d.help.as_deref())] {
        if let Some(words) = words {
            out.push_str(&format!("<p class=\"label\">{label}</p>\n<pre>{}</pre>\n", text(words)));
        }
    }
    out + "</article>\n"
}

/// The words at each of these places, with what is said of them.
pub(super) fn quotations(lead: &str, labels: &[&&Label], report: &Report, options: &Options<'_>) -> String {
    let mut out = String::new();
    for label in labels {
        out.push_str(&quotation(label.span, &label.text, report, options));
    }
    if out.is_empty() { out } else { format!("<p class=\"label\">{lead}</p>\n{out}") }
}

/// The words of one place, with what is said of them and where they are.
pub(super) fn quotation(span: ordain_base::source::Span, said: &str, report: &Report, options: &Options<'_>) -> String {
    let Some(at) = locate_span(report, span, options.root) else { return String::new() };
    let cleaner = crate::clean::Cleaner::for_people(true);
    let words = cleaner.line(&quote_span(report, span, WORDS, "…"));
    let place = format!("{}:{}", at.file, at.line);
    let quoted = if words.is_empty() { String::new() } else { format!("<p>{}</p>\n", text(&words)) };
    let said = if said.is_empty() { String::new() } else { format!("{} ", text(said)) };
    format!(
        "<blockquote>\n{quoted}<footer>{said}<cite>{}</cite></footer>\n</blockquote>\n",
        text(&cleaner.line(&place))
    )
}

const fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Breach => "Breach",
        Severity::Undetermined => "Undetermined",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

const fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Breach => "breached",
        Severity::Undetermined => "undetermined",
        Severity::Warning => "late",
        Severity::Note => "note",
    }
}
