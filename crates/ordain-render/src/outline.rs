//! Paragraphs read back from the model: `ordain outline`.

use serde_json::{Map, Value, json};

use super::clean::Cleaner;
use super::json::pretty_json;
use super::paint::Ink;
use super::schema_parts::{array_schema, object_schema, one_or_more_schema, text_schema};
use super::wrap::{display_width, pad_to, wrap_text};
use super::{PROGRAM, Style, outline_parts, terminal};
use ordain_core::outline::{Outline, OutlineKind, ParagraphOutline, Part, Role};

/// The name and version of the contract.
pub const SCHEMA: &str = "ordain.outline/1";

/// Said of a part that the program decides nothing by.
const PERSON: &str = "[a person applies it]";

/// A table a paragraph, for a screen; what is wrong with the files first.
#[must_use]
pub fn render(outline: &Outline, style: &Style) -> String {
    let cleaner = Cleaner::for_people(style.unicode);
    let mut out: String =
        outline.errors.iter().map(|d| terminal::diagnostic(d, &outline.sources, style) + "\n").collect();
    terminal::push_paragraph(&cleaner.line(&outline.matter), Ink::Bold, *style, &mut out);
    for paragraph in &outline.paragraphs {
        out.push('\n');
        terminal::push_paragraph(&cleaner.line(&head_of_paragraph(paragraph)), Ink::Bold, *style, &mut out);
        for statement in &paragraph.statements {
            if !statement.label.is_empty() {
                terminal::push_paragraph(&format!("  {}", cleaner.line(&statement.label)), Ink::Bold, *style, &mut out);
            }
            statement.parts.iter().for_each(|p| push_part_row(p, cleaner, *style, &mut out));
        }
        paragraph.whole.iter().for_each(|p| push_part_row(p, cleaner, *style, &mut out));
    }
    out
}

/// `MTC ¶ 1 (all of)`.
fn head_of_paragraph(paragraph: &ParagraphOutline) -> String {
    let choice = paragraph.choice.map(|c| format!(" ({c})")).unwrap_or_default();
    let unread = if paragraph.kind == OutlineKind::NotRead { ": not read, `ordain check` says why" } else { "" };
    format!("{}{choice}{unread}", paragraph.id)
}

/// The name of the part, and beside it what it says.
fn push_part_row(part: &Part, cleaner: Cleaner, style: Style, out: &mut String) {
    let first = Role::ALL.iter().map(|r| display_width(r.heading())).max().unwrap_or(0) + 4;
    let person = if part.by_person { format!(" {PERSON}") } else { String::new() };
    let said = cleaner.line(&format!("{}{person}", part.text));
    for (i, line) in wrap_text(&said, style.columns().saturating_sub(first)).iter().enumerate() {
        let name = if i == 0 { format!("  {}", part.role.heading()) } else { String::new() };
        out.push_str(&style.paint(Ink::Dim, &pad_to(&name, first)));
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// `ordain.outline/1`.
#[must_use]
pub fn json(outline: &Outline) -> String {
    let paragraphs: Vec<Value> = outline.paragraphs.iter().map(|p| json_of_paragraph(p, outline)).collect();
    let error = |d: &ordain_base::diag::Diagnostic| {
        let at = outline.sources.locate(d.span());
        json!({
            "code": d.code.id, "message": d.message,
            "file": at.as_ref().map(|a| a.file.as_str()), "line": at.as_ref().map(|a| a.line),
        })
    };
    pretty_json(&json!({
        "schema": SCHEMA,
        "tool": { "name": PROGRAM, "version": env!("CARGO_PKG_VERSION") },
        "matter": outline.matter,
        "incomplete": outline.incomplete,
        "errors": outline.errors.iter().map(error).collect::<Vec<Value>>(),
        "paragraphs": paragraphs,
    }))
}

fn json_of_paragraph(p: &ParagraphOutline, outline: &Outline) -> Value {
    let mut entry = Map::new();
    entry.insert("id".to_owned(), json!(p.id));
    entry.insert("kind".to_owned(), json!(p.kind.name()));
    entry.insert("choice".to_owned(), json!(p.choice));
    if let Some(at) = outline.sources.locate(p.span) {
        entry.insert("file".to_owned(), json!(at.file));
        entry.insert("line".to_owned(), json!(at.line));
    }
    entry.extend(outline_parts::json(p));
    Value::Object(entry)
}

/// Each paragraph as a statement of the language, under the name of its order: what is read
/// back from them is the same model.
#[must_use]
pub fn statements(outline: &Outline) -> String {
    let cleaner = Cleaner::for_machines();
    let mut out = String::new();
    let mut order = "";
    for paragraph in &outline.paragraphs {
        let Some(statement) = &paragraph.statement else { continue };
        let own = paragraph.id.split(" ¶").next().unwrap_or_default();
        if own != order {
            out.push_str(&format!("{}# {}\n", if order.is_empty() { "" } else { "\n" }, cleaner.line(own)));
            order = own;
        }
        out.push_str(&cleaner.lines(statement));
        out.push('\n');
    }
    out
}

/// The JSON Schema of [`json()`].
#[must_use]
pub fn schema() -> String {
    let kinds = [OutlineKind::Provision, OutlineKind::Dispositions, OutlineKind::Listed, OutlineKind::NotRead];
    let kinds: Vec<&str> = kinds.iter().map(|k| k.name()).collect();
    let mut properties = json!({
        "id": { "type": "string", "description": "`MTC ¶ 1`; the name of the order for what its head does." },
        "kind": { "enum": kinds },
        "file": text_schema(),
        "line": one_or_more_schema(),
    });
    if let (Value::Object(all), Value::Object(said)) = (&mut properties, outline_parts::schema()) {
        all.extend(said);
    }
    let paragraph = object_schema(&["id", "kind", "choice", "statements", "whole"], &properties);
    let error = object_schema(
        &["code", "message", "file", "line"],
        &json!({ "code": text_schema(), "message": text_schema(), "file": { "type": ["string", "null"] },
                 "line": { "type": ["integer", "null"], "minimum": 1 } }),
    );
    let mut schema = object_schema(
        &["schema", "tool", "matter", "incomplete", "errors", "paragraphs"],
        &json!({
            "schema": { "const": SCHEMA },
            "tool": object_schema(&["name", "version"], &json!({ "name": text_schema(), "version": text_schema() })),
            "matter": text_schema(),
            "incomplete": { "type": "boolean" },
            "errors": array_schema(&error),
            "paragraphs": array_schema(&paragraph),
        }),
    );
    if let Value::Object(all) = &mut schema {
        all.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        all.insert("$id".to_owned(), json!("urn:ordain:outline:1"));
        all.insert("title".to_owned(), json!("Paragraphs of orders, as ordain outline reads them back"));
    }
    format!("{schema:#}\n")
}
