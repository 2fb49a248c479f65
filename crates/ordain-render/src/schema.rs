//! The JSON Schema of the report, as `ordain schema` prints it.

use serde_json::{Value, json};

use super::json::{SCHEMA, SCHEMA_OF_MANY};
use super::matters::Standing;
use super::schema_parts::{array, day, number, object, one, reference, text};
use ordain_core::verdict::Kind;

/// JSON Schema, draft 2020-12, of what [`super::json::render`] writes.
#[must_use]
pub fn schema() -> Value {
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
            "tool": object(&["name", "version"], &json!({ "name": text(), "version": text() })),
            "matter": text(),
            "as_of": day("The day of the report; everything dated that day or before has happened."),
            "known_on": day("The day whose record is taken."),
            "view": { "type": "string", "description": "`court`, the name of a party, or `all`." },
            "incomplete": { "type": "boolean",
                "description": "True where a line could not be read or resolved: no missing act is held against anyone then." },
            "hypothesis": hypothesis(),
            "inputs": array(&object(&["path", "sha256"], &json!({
                "path": text(), "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } }))),
            "summary": object(&kinds,
                &Value::Object(kinds.iter().map(|k| ((*k).to_owned(), number())).collect())),
            "facts": object(&["used", "unused", "after_as_of"], &json!({
                "used": number(), "unused": number(), "after_as_of": number() })),
            "verdicts": array(&reference("verdict")),
            "shown": array(&object(&["id", "kind", "text", "sources"], &json!({
                "id": text(), "kind": text(), "text": text(), "sources": array(&text()),
                "state": { "type": "string", "description": "The state of a hearing or a motion: `set`, `vacated`, `pending`, `granted in part`." } }))),
            "diagnostics": array(&reference("diagnostic")),
            "tables": super::tables::schema(),
        },
        "$defs": {
            "kind": { "enum": kinds },
            "region": region(&[], json!({})),
            "verdict": verdict(),
            "diagnostic": diagnostic(),
        }
    })
}

/// JSON Schema, draft 2020-12, of what [`super::json::render_many`] writes.
#[must_use]
pub fn schema_of_many() -> Value {
    let mut report = schema();
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
    let unread = object(
        &["path", "status", "error"],
        &json!({
        "path": path, "status": status, "error": { "type": "string", "description": "Why the matter could not be read." } }),
    );
    let counts =
        |names: &[&str]| object(names, &Value::Object(names.iter().map(|n| ((*n).to_owned(), number())).collect()));
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
            "tool": object(&["name", "version"], &json!({ "name": text(), "version": text() })),
            "matters": array(&json!({ "oneOf": [report, unread] })),
            "not_read": { "type": "array", "items": text(),
                "description": "What of the folders that were searched is not read, a sentence each." },
            "summary": object(&["status", "matters", "standing", "verdicts"], &json!({
                "status": { "enum": [0, 1, 2, 3], "description": "The exit status: the worst of all, in the order 2, 1, 3, 0." },
                "matters": number(),
                "standing": counts(&standings),
                "verdicts": counts(&kinds) })),
        },
        "$defs": definitions,
    })
}

/// The schema as text, indented, with a last newline.
#[must_use]
pub fn render() -> String {
    format!("{:#}\n", schema())
}

/// That of many matters, as text.
#[must_use]
pub fn render_of_many() -> String {
    format!("{:#}\n", schema_of_many())
}

/// Only in a report that rests on what was supposed.
fn hypothesis() -> Value {
    let standing = json!({ "oneOf": [
        object(&["verdict", "days", "due"], &json!({
            "verdict": reference("kind"),
            "days": { "type": ["integer", "null"] },
            "due": { "type": ["string", "null"], "format": "date" } })),
        { "type": "null" } ] });
    object(
        &["assumed", "without", "summary", "changes", "said"],
        &json!({
            "assumed": array(&text()),
            "without": array(&text()),
            "summary": text(),
            "changes": array(&object(&["id", "before", "after"], &json!({
                "id": text(), "before": standing, "after": standing }))),
            "said": array(&object(&["id", "gone", "new"], &json!({
                "id": text(), "gone": array(&text()), "new": array(&text()) }))),
        }),
    )
}

fn verdict() -> Value {
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
        "order": text(),
        "paragraph": text(),
        "bearer": array(&text()),
        "modality": { "enum": ["must", "must not", "may", "cut-off"] },
        "verdict": reference("kind"),
        "due": { "type": ["string", "null"], "format": "date" },
        "due_time": { "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" },
        "days": { "type": ["integer", "null"], "description": "How long overdue or late, or how long until due." },
        "earliest_safe": { "type": "string", "format": "date", "description": "Where the law is unsettled: the day that is safe under every reading." },
        "trace": array(&object(&["step", "date", "rule", "why"], &json!({ "step": text(), "date": text(), "rule": text(), "why": text() }))),
        "at_least": { "type": "boolean", "description": "True where `days` is a lower bound." },
        "why": text(),
        "sources": array(&text()),
        "beside": { "type": "array", "items": text(), "description": "What is reported beside it and changes nothing." },
        "accrued": array(&object(&["amount", "currency", "at_least", "steps"], &json!({
            "amount": { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?$", "description": "Exact, in the currency's main unit." },
            "currency": { "type": "string", "pattern": "^[A-Z]{3}$" },
            "at_least": { "type": "boolean", "description": "True where a day is known only within bounds." },
            "steps": array(&text()) }))),
        "facts": { "type": "array", "items": text(), "description": "Ids of the facts it rests on, the nearest first." },
        "at": { "oneOf": [reference("region"), { "type": "null" }] },
        "history": array(&stage()),
        "views": { "type": "object", "additionalProperties": reference("kind"),
                   "description": "With several views: each view and its verdict." },
        "outline": object(&["choice", "statements", "whole"], &super::outline_parts::schema()),
        "parts": array(&reference("verdict")),
    });
    object(&required, &properties)
}

/// One act of an order on a paragraph.
fn stage() -> Value {
    let day = json!({ "type": ["string", "null"], "format": "date" });
    object(
        &["entered", "from", "by", "docket", "act", "state", "due_before", "due", "remarks"],
        &json!({
            "entered": day, "from": day, "by": text(), "docket": { "type": ["string", "null"] }, "act": text(),
            "state": { "enum": ["in force", "stayed", "lifted", "expired", "unclear"] },
            "due_before": day, "due": day, "remarks": array(&text()),
        }),
    )
}

fn diagnostic() -> Value {
    let edit = region(&["text"], json!({ "text": text() }));
    let fix = object(
        &["title", "safe", "applicability", "edits"],
        &json!({
            "title": text(),
            "safe": { "type": "boolean", "description": "True only where the edit cannot change the meaning." },
            "applicability": { "enum": ["safe", "unsafe", "display"], "description":
                "safe: `--fix` applies it; unsafe: a person must say so; display: a form to fill in." },
            "edits": array(&edit),
        }),
    );
    let label = region(&["text", "primary"], json!({ "text": text(), "primary": { "type": "boolean" } }));
    object(
        &["code", "severity", "message", "help", "fix", "labels"],
        &json!({
            "code": { "type": "string", "pattern": "^[A-Z][0-9]{4}$" },
            "severity": { "enum": ["error", "breach", "undetermined", "warning", "note"] },
            "message": text(),
            "help": { "type": ["string", "null"] },
            "fix": { "oneOf": [fix, { "type": "null" }] },
            "labels": array(&label),
            "baseline": { "enum": ["known", "new", "worse"], "description": "With --baseline: how it compares." },
            "known": { "type": "boolean", "description": "True where the baseline has it: it fails no build." },
        }),
    )
}

/// A place in a file: lines and columns from 1, columns in characters.
fn region(more: &[&str], properties: Value) -> Value {
    let mut all = json!({
        "file": text(), "line": one(), "column": one(), "endLine": one(), "endColumn": one(),
    });
    if let (Value::Object(all), Value::Object(own)) = (&mut all, properties) {
        all.extend(own);
    }
    let required: Vec<&str> = ["file", "line", "column", "endLine", "endColumn"].iter().chain(more).copied().collect();
    object(&required, &all)
}
