//! The codes of a report as SARIF's rules.

use serde_json::{Map, Value, json};

use super::shape::{Configuration, Rule, Text};
use crate::words::capitalize_sentence;
use ordain_base::diag::{Code, Page, Severity, codes};
use ordain_core::report::Report;

/// The codes that the reports have, in the order of the catalogue.
pub(super) fn codes<'r>(reports: impl Iterator<Item = &'r Report>) -> Vec<Code> {
    let mut fired: Vec<Code> = Vec::new();
    for code in reports.flat_map(|r| &r.diagnostics).map(|d| d.code) {
        if !fired.contains(&code) {
            fired.push(code);
        }
    }
    let mut all: Vec<Code> = codes::all().filter(|c| fired.contains(c)).collect();
    all.extend(fired.into_iter().filter(|c| !codes::all().any(|known| known == *c)));
    all
}

pub(super) fn rule(code: Code) -> Rule {
    let summary = format!("{}.", capitalize_sentence(code.summary));
    let page = code.page();
    let said = if page.paragraphs.is_empty() { vec![family_of_code(code).to_owned()] } else { page.paragraphs.clone() };
    Rule {
        id: code.id,
        name: pascal_case(code.name),
        short_description: Text::new(summary.clone()),
        full_description: Text::new(format!("{summary} {}", said.first().map_or("", String::as_str))),
        help: Text {
            text: format!("{summary} {} {}", said.join(" "), remedy_of_code(code)),
            markdown: Some(format!(
                "**{}** `{}` — {summary}\n\n{}\n\n{}{}",
                code.id,
                code.name,
                said.join("\n\n"),
                remedy_of_code(code),
                examples_as_markdown(&page)
            )),
        },
        help_uri: code.page_on_the_web(),
        default_configuration: Configuration { level: level_of_severity(code.severity) },
        properties: properties_of_code(code),
    }
}

/// SARIF has three levels that are shown.
pub(super) const fn level_of_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Breach => "error",
        Severity::Undetermined | Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// What the report is about where this code is found.
fn family_of_code(code: Code) -> &'static str {
    match code.id.as_bytes().first() {
        Some(b'S') => "The file cannot be read as written.",
        Some(b'N') => "A name does not mean what it must mean here.",
        Some(b'T') => "It is about a date, a deadline or how days are counted.",
        Some(b'L') => "It is about the words of an order, or an oddity of the rule files.",
        Some(b'F') => "It is about what the record shows, and who says so.",
        _ => "It is about a duty that an order creates, and what the record shows about it.",
    }
}

/// The two examples of its page, as Markdown.
fn examples_as_markdown(page: &Page<'_>) -> String {
    let mut out = String::new();
    for (heading, example) in [("Fails", &page.fails), ("Corrected", &page.corrected)] {
        let Some(example) = example else { continue };
        out.push_str(&format!("\n\n{heading}:"));
        for block in example.written() {
            out.push_str(&format!("\n\n```{}\n{}```", block.kind, block.text));
        }
    }
    out
}

fn remedy_of_code(code: Code) -> &'static str {
    match code.severity {
        Severity::Error => "Correct the words underlined. Until then, no missing act is held against anyone.",
        Severity::Breach => {
            "If the record lacks something relevant, add the fact and its source. Whether a breach is contempt is for the \
             Court."
        }
        Severity::Undetermined => "The message says which fact or finding would decide it. Add it to the record.",
        Severity::Warning | Severity::Note => "If that is what you mean, turn it off: `--allow` with this code.",
    }
}

/// What GitHub sorts and filters by.
fn properties_of_code(code: Code) -> Map<String, Value> {
    let tag = match code.id.as_bytes().first() {
        Some(b'S') => "syntax",
        Some(b'N') => "names",
        Some(b'T') => "time",
        Some(b'L') => "text",
        Some(b'F') => "facts",
        _ => "duties",
    };
    let problem = match code.severity {
        Severity::Error | Severity::Breach => "error",
        Severity::Undetermined | Severity::Warning => "warning",
        Severity::Note => "recommendation",
    };
    let mut map = Map::new();
    map.insert("tags".to_owned(), json!([tag]));
    map.insert("precision".to_owned(), json!("very-high"));
    map.insert("problem.severity".to_owned(), json!(problem));
    map
}

/// `DutyBreached` of `duty-breached`.
fn pascal_case(name: &str) -> String {
    name.split('-').map(capitalize_sentence).collect()
}
