//! What each side's papers say about each number: a table for a screen,
//! sentences, Markdown, JSON with a schema.

use serde_json::{Value, json};

use super::Style;
use super::clean::Cleaner;
use super::date::day_in_words;
use super::json::{json_inputs, pretty_json};
use super::paint::Ink;
use super::terminal::{hanging_rows, push_paragraph};
use super::words::INCOMPLETE;
use super::wrap::{display_width, pad_to};
use ordain_core::report::{About, Reconciliation, StatedValue, Topic};

/// The name and version of the JSON.
pub const SCHEMA: &str = "ordain.reconcile/2";

/// `Fri 2023-12-15`, `not complete`.
const VALUE: usize = 14;
/// `the Court finds`, `Defendants produced`.
const WHO: usize = 24;

/// Whether topics on which all agree are shown as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TopicsShown {
    /// Only those on which the statements differ.
    Differing,
    /// Those on which they agree too.
    All,
}

fn topics_shown(all: &Reconciliation, which: TopicsShown) -> impl Iterator<Item = &Topic> {
    all.topics.iter().filter(move |t| which == TopicsShown::All || t.differs)
}

/// The table for a screen.
#[must_use]
pub fn render(all: &Reconciliation, which: TopicsShown, style: &Style) -> String {
    let style = *style;
    let cleaner = Cleaner::for_people(style.unicode);
    let mut out = String::new();
    push_paragraph(&cleaner.line(&heading_of_reconciliation(all)), Ink::Bold, style, &mut out);
    if all.incomplete {
        out.push('\n');
        push_paragraph(INCOMPLETE, Ink::Red, style, &mut out);
    }
    for topic in topics_shown(all, which) {
        out.push('\n');
        let agrees = if topic.differs { "" } else { " (all agree)" };
        for line in hanging_rows(&cleaner.line(&format!("{}{agrees}", topic.about)), 2, style.columns()) {
            push_line(&style.paint(Ink::Bold, &line), &mut out);
        }
        for reported in &topic.statements {
            push_value_row(reported, cleaner, style, &mut out);
        }
    }
    push_line("", &mut out);
    push_paragraph(&summary_of_reconciliation(all, which), Ink::Dim, style, &mut out);
    out
}

fn push_value_row(reported: &StatedValue, cleaner: Cleaner, style: Style, out: &mut String) {
    let value = cleaner.line(&reported.value);
    let (who, rest) = (cleaner.line(&reported.who), cleaner.line(&where_said(reported)));
    if style.columns() < 70 {
        push_line(&format!("  {value}"), out);
        for text in [who, rest].iter().filter(|t| !t.is_empty()) {
            hanging_rows(text, 2, style.columns() - 4).iter().for_each(|l| push_line(&format!("    {l}"), out));
        }
        return;
    }
    // A longer value has a line of its own.
    let lead = if display_width(&value) > VALUE {
        push_line(&format!("  {value}"), out);
        String::new()
    } else {
        value
    };
    let who = hanging_rows(&who, 0, WHO);
    let right = hanging_rows(&rest, 0, style.columns() - 2 - VALUE - 2 - WHO - 2);
    for i in 0..who.len().max(right.len()).max(1) {
        let cell = |lines: &[String]| lines.get(i).cloned().unwrap_or_default();
        let first = if i == 0 { lead.as_str() } else { "" };
        push_line(&format!("  {}  {}  {}", pad_to(first, VALUE), pad_to(&cell(&who), WHO), cell(&right)), out);
    }
}

/// How, the source, and the place: `on Fri 2023-12-01; Motion at 2; record.facts:31`.
fn where_said(reported: &StatedValue) -> String {
    let mut parts: Vec<String> = Vec::new();
    if !reported.how.is_empty() {
        parts.push(reported.how.clone());
    }
    if !reported.cites.is_empty() {
        parts.push(reported.cites.join("; "));
    }
    if let Some(at) = &reported.place {
        let file = at.file.rsplit('/').next().unwrap_or(&at.file);
        parts.push(format!("{file}:{}", at.line));
    }
    parts.join("; ")
}

/// The same in sentences: one a line, nothing drawn.
#[must_use]
pub fn plain(all: &Reconciliation, which: TopicsShown) -> String {
    let cleaner = Cleaner::for_people(true);
    let mut out = format!("{}.\n", cleaner.line(&heading_of_reconciliation(all)));
    if all.incomplete {
        out.push_str(&format!("Incomplete: {INCOMPLETE}.\n"));
    }
    for topic in topics_shown(all, which) {
        let agrees = if topic.differs { "does not agree" } else { "all agree" };
        out.push_str(&cleaner.line(&format!("\n{}: {agrees}.", topic.about)).replacen(' ', "\n", 1));
        out.push('\n');
        for (i, reported) in topic.statements.iter().enumerate() {
            let line = format!("{}. {}: {}, {}", i + 1, reported.value, reported.who, where_said(reported));
            out.push_str(&format!("{}.\n", cleaner.line(line.trim_end_matches([' ', ',', '.']))));
        }
    }
    out.push_str(&format!("\n{}.\n", summary_of_reconciliation(all, which)));
    out
}

/// A table a topic, for a comment or a brief.
#[must_use]
pub fn markdown(all: &Reconciliation, which: TopicsShown) -> String {
    let cleaner = Cleaner::for_people(true);
    let cell = |text: &str| cleaner.line(text).replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;");
    let mut out = format!("## {}\n", cell(&heading_of_reconciliation(all)));
    if all.incomplete {
        out.push_str(&format!("\n**Incomplete:** {INCOMPLETE}.\n"));
    }
    for topic in topics_shown(all, which) {
        let agrees = if topic.differs { "" } else { " (all agree)" };
        out.push_str(&format!("\n### {}{agrees}\n\n", cell(&topic.about)));
        out.push_str("| value | who | how | source | place |\n| --- | --- | --- | --- | --- |\n");
        for t in &topic.statements {
            let place = t.place.as_ref().map(|p| format!("{}:{}", p.file, p.line)).unwrap_or_default();
            let cells = [&t.value, &t.who, &t.how, &t.cites.join("; "), &place].map(|c| cell(c));
            out.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }
    out.push_str(&format!("\n{}.\n", summary_of_reconciliation(all, which)));
    out
}

/// For machines: every topic, those on which all agree among them.
#[must_use]
pub fn json(all: &Reconciliation) -> String {
    let statement = |t: &StatedValue| {
        let place = t.place.as_ref().map(|p| json!({ "file": p.file, "line": p.line, "column": p.column }));
        json!({ "value": t.value, "who": t.who, "how": t.how, "sources": t.cites, "fact": t.fact, "place": place })
    };
    let topic = |t: &Topic| {
        let statements: Vec<Value> = t.statements.iter().map(statement).collect();
        json!({ "kind": t.kind.word(), "about": t.about, "differs": t.differs, "statements": statements })
    };
    pretty_json(&json!({
        "schema": SCHEMA,
        "tool": { "name": "ordain", "version": env!("CARGO_PKG_VERSION") },
        "matter": all.matter,
        "as_of": all.as_of.to_string(),
        "known_on": all.known_on.to_string(),
        "incomplete": all.incomplete,
        "inputs": json_inputs(&all.inputs),
        "topics": all.topics.iter().map(topic).collect::<Vec<_>>(),
    }))
}

/// JSON Schema, draft 2020-12, of what [`json()`] writes.
#[must_use]
pub fn schema() -> String {
    let text = || json!({ "type": "string" });
    let kinds = About::ALL.map(About::word);
    let object = |properties: Value| {
        let names: Vec<String> = properties.as_object().into_iter().flat_map(|o| o.keys().cloned()).collect();
        json!({ "type": "object", "required": names, "additionalProperties": false, "properties": properties })
    };
    let whole = json!({ "type": "integer", "minimum": 1 });
    let place = object(json!({ "file": text(), "line": whole.clone(), "column": whole }));
    let statement = object(json!({
        "value": { "type": "string", "description": "A count, a day with its weekday, or a state." },
        "who": text(), "how": text(), "sources": { "type": "array", "items": text() },
        "fact": { "type": ["string", "null"], "description": "The id of the fact, where it is one." },
        "place": { "oneOf": [{ "type": "null" }, place] },
    }));
    let topic = object(json!({
        "kind": { "enum": kinds }, "about": text(), "differs": { "type": "boolean" },
        "statements": { "type": "array", "items": statement },
    }));
    let mut schema = object(json!({
        "schema": { "const": SCHEMA },
        "tool": object(json!({ "name": text(), "version": text() })),
        "matter": text(),
        "as_of": { "type": "string", "format": "date" },
        "known_on": { "type": "string", "format": "date" },
        "incomplete": { "type": "boolean" },
        "inputs": { "type": "array", "items": object(json!({
            "path": text(), "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } })) },
        "topics": { "type": "array", "items": topic },
    }));
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("$id".to_owned(), json!("urn:ordain:reconcile:1"));
        schema.insert("title".to_owned(), json!("What each side's papers say about each number"));
    }
    pretty_json(&schema)
}

fn heading_of_reconciliation(all: &Reconciliation) -> String {
    let given = if all.as_of_given { "" } else { " (today, as no --as-of was given)" };
    let known =
        if all.known_on == all.as_of { String::new() } else { format!(", as known on {}", day_in_words(all.known_on)) };
    format!("{}, what is said of each number, to {}{given}{known}", all.matter, day_in_words(all.as_of))
}

fn summary_of_reconciliation(all: &Reconciliation, which: TopicsShown) -> String {
    let differ = all.topics.iter().filter(|t| t.differs).count();
    let agree = all.topics.len() - differ;
    let shown = if which == TopicsShown::Differing && agree > 0 { " (--all shows them)" } else { "" };
    format!("{differ} not agreed, {agree} agreed{shown}; nothing here prefers one side")
}

fn push_line(line: &str, out: &mut String) {
    out.push_str(line.trim_end());
    out.push('\n');
}
