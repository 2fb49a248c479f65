//! The JSON Schema of `ordain diff`, as `ordain schema diff` and `ordain schema diffs` print it.

use serde_json::{Value, json};

use super::changes::{SCHEMA, SCHEMA_OF_MANY, SCHEMA_SINCE};
use super::schema_parts::{array_schema, day_schema, number_schema, object_schema, text_schema};
use ordain_core::verdict::Kind;

/// JSON Schema, draft 2020-12, of what [`super::changes::json`] writes.
#[must_use]
pub fn schema() -> Value {
    with_head(schema_of_one_matter(&json!({})), "urn:ordain:diff:1", "What changed in a matter between two days")
}

/// JSON Schema, draft 2020-12, of what [`super::changes::json_of_many`] writes.
#[must_use]
pub fn schema_of_many() -> Value {
    schema_of_matters(SCHEMA_OF_MANY, "urn:ordain:diffs:1", "What changed in many matters between two days")
}

/// JSON Schema, draft 2020-12, of what [`super::changes::json_since`] writes.
#[must_use]
pub fn schema_since() -> Value {
    schema_of_matters(SCHEMA_SINCE, "urn:ordain:changes:1", "What changed in matters since an earlier report")
}

fn schema_of_matters(schema: &str, id: &str, title: &str) -> Value {
    let path = json!({ "type": "string", "description": "The folder of the matter." });
    let error = json!({ "type": "string", "description": "Why the matter could not be read." });
    let unread = object_schema(&["path", "error"], &json!({ "path": path, "error": error }));
    let all = object_schema(
        &["schema", "matters"],
        &json!({
            "schema": { "const": schema },
            "matters": array_schema(&json!({ "oneOf": [schema_of_one_matter(&json!({ "path": path })), unread] })),
        }),
    );
    with_head(all, id, title)
}

/// The schemas as text, indented, with a last newline.
#[must_use]
pub fn render() -> String {
    format!("{:#}\n", schema())
}

/// That of many matters, as text.
#[must_use]
pub fn render_of_many() -> String {
    format!("{:#}\n", schema_of_many())
}

/// That of a comparison with an earlier report, as text.
#[must_use]
pub fn render_since() -> String {
    format!("{:#}\n", schema_since())
}

fn with_head(mut schema: Value, id: &str, title: &str) -> Value {
    if let Value::Object(all) = &mut schema {
        all.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        all.insert("$id".to_owned(), json!(id));
        all.insert("title".to_owned(), json!(title));
    }
    schema
}

/// What changed in one matter, with more properties where there are several.
fn schema_of_one_matter(more: &Value) -> Value {
    let mut properties = json!({
        "schema": { "const": SCHEMA },
        "matter": text_schema(),
        "from": day_schema("The first day."),
        "to": day_schema("The second day."),
        "known_from": day_schema("The day whose record is taken for the first."),
        "known_to": day_schema("The day whose record is taken for the second."),
        "view": { "type": "string", "description": "`court`, or the name of a party." },
        "incomplete": { "type": "boolean",
            "description": "True where a line could not be read or resolved: no missing act is held against anyone then." },
        "inputs": array_schema(&object_schema(&["path", "sha256"], &json!({
            "path": text_schema(), "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" } }))),
        "changes": array_schema(&object_schema(&["id", "part", "before", "after", "acts", "steps", "facts"], &json!({
            "id": text_schema(),
            "part": { "type": "boolean", "description": "True of a part of the paragraph before it." },
            "before": schema_of_side(),
            "after": schema_of_side(),
            "acts": array_schema(&text_schema()),
            "steps": { "type": "array", "items": text_schema(),
                "description": "Of a day that no order moved: the steps of its count that are new." },
            "facts": { "type": "array", "items": text_schema(),
                "description": "Of another verdict: the facts that it now rests on, and did not." } }))),
        "unchanged": number_schema(),
    });
    let mut required: Vec<&str> = vec![
        "schema",
        "matter",
        "from",
        "to",
        "known_from",
        "known_to",
        "view",
        "incomplete",
        "inputs",
        "changes",
        "unchanged",
    ];
    if let (Some(all), Some(more)) = (properties.as_object_mut(), more.as_object()) {
        all.extend(more.clone());
        required.extend(more.keys().map(String::as_str));
    }
    object_schema(&required, &properties)
}

/// How a paragraph or a part came out on a day; null where it was not there.
fn schema_of_side() -> Value {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|k| k.name()).collect();
    let verdict = object_schema(
        &["verdict", "due", "days", "why"],
        &json!({
            "verdict": { "enum": kinds },
            "due": { "type": ["string", "null"], "format": "date" },
            "days": { "type": ["integer", "null"] },
            "why": text_schema(),
        }),
    );
    json!({ "oneOf": [verdict, { "type": "null" }] })
}
