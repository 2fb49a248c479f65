//! The JSON Schema of the report, as `ordain schema` prints it.

use serde_json::{Value, json};

use super::json::{SCHEMA, SCHEMA_OF_MANY};
use super::matters::Standing;
use super::schema_parts::{
    array_schema, day_schema, number_schema, object_schema, one_or_more_schema, reference_to, text_schema,
};
use ordain_core::verdict::Kind;

/// JSON Schema, draft 2020-12, of what [`super::json::render`] writes.
#[must_use]
pub fn report_schema() -> Value {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ordain:report:1",
        "title": "Report of ordain check",
        "description": "Which duties of court orders are met, late, breached, pending or undecided on a day, and why.",
        "type": "object",
        "required": ["schema", "tool", "matter", "as_of", "known_on", "view", "incomplete", "inputs",
                     "summary", "facts", "verdicts", "shown", "diagnostics"],
        "additionalProperties": false,
        "properties": {
            "schema": { "const": SCHEMA },
            "tool": object_schema(&["name", "version"], &json!({ "name": text_schema(), "version": text_schema() })),
            "matter": text_schema(),
            "as_of": day_schema("The day of the report; everything dated that day or before has happened."),
            "known_on": day_schema("The day whose record is taken."),
            "view": { "type": "string", "description": "`court`, the name of a party, or `all`." },
            "incomplete": { "type": "boolean",
                "description": "True where a line could not be read or resolved: no missing act is held against anyone then." },
            "hypothesis": hypothesis_schema(),
            "inputs": array_schema(&object_schema(&["path", "sha256"], &json!({
                "path": text_schema(), "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } }))),
            "summary": object_schema(&kinds,
                &Value::Object(kinds.iter().map(|k| ((*k).to_owned(), number_schema())).collect())),
            "sentences_waiting": { "type": "integer", "minimum": 1,
                "description": "How many sentences of an order wait as comments of a draft, and are not read; absent where none does." },
            "facts": object_schema(&["used", "unused", "after_as_of"], &json!({
                "used": number_schema(), "unused": number_schema(), "after_as_of": number_schema() })),
            "verdicts": array_schema(&reference_to("verdict")),
            "shown": array_schema(&object_schema(&["id", "kind", "text", "sources"], &json!({
                "id": text_schema(), "kind": text_schema(), "text": text_schema(), "sources": array_schema(&text_schema()),
                "state": { "type": "string", "description": "The state of a hearing or a motion: `set`, `vacated`, `pending`, `granted in part`." } }))),
            "diagnostics": array_schema(&reference_to("diagnostic")),
            "tables": super::tables::schema(),
        },
        "$defs": {
            "kind": { "enum": kinds },
            "region": region_schema(&[], json!({})),
            "verdict": verdict_schema(),
            "diagnostic": diagnostic_schema(),
        }
    })
}

/// JSON Schema, draft 2020-12, of what [`super::json::render_many`] writes.
#[must_use]
pub fn schema_of_many() -> Value {
    let mut report = report_schema();
    let definitions = report.get_mut("$defs").map(Value::take).unwrap_or_default();
    let path = json!({ "type": "string", "description": "The folder of the matter." });
    let status =
        json!({ "enum": [0, 1, 2, 3], "description": "The exit status that the matter would have by itself." });
    if let Some(own) = report.as_object_mut() {
        own.retain(|key, _| !matches!(key.as_str(), "$schema" | "$id" | "$defs"));
    }
    if let Some(required) = report.get_mut("required").and_then(Value::as_array_mut) {
        required.extend([json!("path"), json!("status")]);
    }
    if let Some(properties) = report.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("path".to_owned(), path.clone());
        properties.insert("status".to_owned(), status.clone());
    }
    let unread = object_schema(
        &["path", "status", "error"],
        &json!({
        "path": path, "status": status, "error": { "type": "string", "description": "Why the matter could not be read." } }),
    );
    let counts = |names: &[&str]| {
        object_schema(names, &Value::Object(names.iter().map(|n| ((*n).to_owned(), number_schema())).collect()))
    };
    let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
    let standings: Vec<&str> = Standing::ALL.iter().map(|s| s.name()).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ordain:matters:1",
        "title": "Report of ordain check of many matters",
        "description": "The report of each matter, in the order of their paths, and how all of them came out.",
        "type": "object",
        "required": ["schema", "tool", "matters", "not_read", "summary"],
        "additionalProperties": false,
        "properties": {
            "schema": { "const": SCHEMA_OF_MANY },
            "tool": object_schema(&["name", "version"], &json!({ "name": text_schema(), "version": text_schema() })),
            "matters": array_schema(&json!({ "oneOf": [report, unread] })),
            "not_read": { "type": "array", "items": text_schema(),
                "description": "What of the folders that were searched is not read, a sentence each." },
            "summary": object_schema(&["status", "matters", "standing", "verdicts"], &json!({
                "status": { "enum": [0, 1, 2, 3], "description": "The exit status: the worst of all, in the order 2, 1, 3, 0." },
                "matters": number_schema(),
                "standing": counts(&standings),
                "verdicts": counts(&kinds) })),
        },
        "$defs": definitions,
    })
}

/// The schema as text, indented, with a last newline.
#[must_use]
pub fn render() -> String {
    format!("{:#}\n", report_schema())
}

/// That of many matters, as text.
#[must_use]
pub fn render_of_many() -> String {
    format!("{:#}\n", schema_of_many())
}

/// Only in a report that rests on what was supposed.
fn hypothesis_schema() -> Value {
    let standing = json!({ "oneOf": [
        object_schema(&["verdict", "days", "due"], &json!({
            "verdict": reference_to("kind"),
            "days": { "type": ["integer", "null"] },
            "due": { "type": ["string", "null"], "format": "date" } })),
        { "type": "null" } ] });
    object_schema(
        &["assumed", "without", "summary", "changes", "said"],
        &json!({
            "assumed": array_schema(&text_schema()),
            "without": array_schema(&text_schema()),
            "summary": text_schema(),
            "changes": array_schema(&object_schema(&["id", "before", "after"], &json!({
                "id": text_schema(), "before": standing, "after": standing }))),
            "said": array_schema(&object_schema(&["id", "gone", "new"], &json!({
                "id": text_schema(), "gone": array_schema(&text_schema()), "new": array_schema(&text_schema()) }))),
        }),
    )
}

fn verdict_schema() -> Value {
    let required = [
        "id",
        "order",
        "paragraph",
        "bearer",
        "modality",
        "verdict",
        "due",
        "days",
        "at_least",
        "why",
        "sources",
        "facts",
        "at",
        "parts",
    ];
    let properties = json!({
        "id": { "type": "string", "description": "`MTC ¶ 1`, `MTC ¶ 1 category 4`." },
        "order": text_schema(),
        "paragraph": text_schema(),
        "bearer": array_schema(&text_schema()),
        "modality": { "enum": ["must", "must not", "may", "cut-off"] },
        "verdict": reference_to("kind"),
        "due": { "type": ["string", "null"], "format": "date" },
        "due_time": { "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" },
        "days": { "type": ["integer", "null"], "description": "How long overdue or late, or how long until due." },
        "earliest_safe": { "type": "string", "format": "date", "description": "Where the law is unsettled: the day that is safe under every reading." },
        "trace": array_schema(&object_schema(&["step", "date", "rule", "why"], &json!({ "step": text_schema(), "date": text_schema(), "rule": text_schema(), "why": text_schema() }))),
        "at_least": { "type": "boolean", "description": "True where `days` is a lower bound." },
        "why": text_schema(),
        "sources": array_schema(&text_schema()),
        "beside": { "type": "array", "items": text_schema(), "description": "What is reported beside it and changes nothing." },
        "accrued": array_schema(&object_schema(&["amount", "currency", "at_least", "steps"], &json!({
            "amount": { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$", "description": "Exact, in the currency's main unit." },
            "currency": { "type": "string", "pattern": "^[A-Z]{3}$" },
            "at_least": { "type": "boolean", "description": "True where a day is known only within bounds." },
            "steps": array_schema(&text_schema()) }))),
        "facts": { "type": "array", "items": text_schema(), "description": "Ids of the facts it rests on, the nearest first." },
        "at": { "oneOf": [reference_to("region"), { "type": "null" }] },
        "history": array_schema(&stage_schema()),
        "views": { "type": "object", "additionalProperties": reference_to("kind"),
                   "description": "With several views: each view and its verdict." },
        "outline": object_schema(&["choice", "statements", "whole"], &super::outline_parts::schema()),
        "parts": array_schema(&reference_to("verdict")),
    });
    object_schema(&required, &properties)
}

/// One act of an order on a paragraph.
fn stage_schema() -> Value {
    let day = json!({ "type": ["string", "null"], "format": "date" });
    object_schema(
        &["entered", "from", "by", "docket", "act", "state", "due_before", "due", "remarks"],
        &json!({
            "entered": day, "from": day, "by": text_schema(), "docket": { "type": ["string", "null"] }, "act": text_schema(),
            "state": { "enum": ["in force", "stayed", "lifted", "expired", "unclear"] },
            "due_before": day, "due": day, "remarks": array_schema(&text_schema()),
        }),
    )
}

fn diagnostic_schema() -> Value {
    let edit = region_schema(&["text"], json!({ "text": text_schema() }));
    let fix = object_schema(
        &["title", "safe", "applicability", "edits"],
        &json!({
            "title": text_schema(),
            "safe": { "type": "boolean", "description": "True only where the edit cannot change the meaning." },
            "applicability": { "enum": ["safe", "unsafe", "display"], "description":
                "safe: `--fix` applies it; unsafe: a person must say so; display: a form to fill in." },
            "edits": array_schema(&edit),
        }),
    );
    let label = region_schema(&["text", "primary"], json!({ "text": text_schema(), "primary": { "type": "boolean" } }));
    object_schema(
        &["code", "severity", "message", "help", "fix", "labels"],
        &json!({
            "code": { "type": "string", "pattern": "^[A-Z][0-9]{4}$" },
            "severity": { "enum": ["error", "breach", "undetermined", "warning", "note"] },
            "message": text_schema(),
            "help": { "type": ["string", "null"] },
            "fix": { "oneOf": [fix, { "type": "null" }] },
            "labels": array_schema(&label),
            "baseline": { "enum": ["known", "new", "worse"], "description": "With --baseline: how it compares." },
            "known": { "type": "boolean", "description": "True where the baseline has it: it fails no build." },
        }),
    )
}

/// A place in a file: lines and columns from 1, columns in characters.
fn region_schema(more: &[&str], properties: Value) -> Value {
    let mut all = json!({
        "file": text_schema(), "line": one_or_more_schema(), "column": one_or_more_schema(), "endLine": one_or_more_schema(), "endColumn": one_or_more_schema(),
    });
    if let (Value::Object(all), Value::Object(own)) = (&mut all, properties) {
        all.extend(own);
    }
    let required: Vec<&str> = ["file", "line", "column", "endLine", "endColumn"].iter().chain(more).copied().collect();
    object_schema(&required, &all)
}
