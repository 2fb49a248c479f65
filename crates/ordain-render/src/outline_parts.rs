//! What a paragraph says, part by part, in JSON: in `ordain.outline/1`, and with each verdict of the report.

use serde_json::{Map, Value, json};

use super::schema_parts::{array_schema, object_schema, text_schema};
use ordain_core::outline::{ParagraphOutline, Part, Role, Statement};

/// The choice, the statements with their parts, and what holds of the whole paragraph.
pub(super) fn json(p: &ParagraphOutline) -> Map<String, Value> {
    let statement =
        |s: &Statement| json!({ "label": s.label, "parts": s.parts.iter().map(json_of_part).collect::<Vec<Value>>() });
    let mut parts = Map::new();
    parts.insert("choice".to_owned(), json!(p.choice));
    parts.insert("statements".to_owned(), p.statements.iter().map(statement).collect());
    parts.insert("whole".to_owned(), p.whole.iter().map(json_of_part).collect());
    parts
}

fn json_of_part(part: &Part) -> Value {
    json!({ "part": part.role.name(), "text": part.text, "by_person": part.by_person })
}

/// The properties of what a paragraph says, part by part.
pub(super) fn schema() -> Value {
    let roles: Vec<&str> = Role::ALL.iter().map(|r| r.name()).collect();
    let part = object_schema(
        &["part", "text", "by_person"],
        &json!({
            "part": { "enum": roles },
            "text": text_schema(),
            "by_person": { "type": "boolean",
                "description": "Only a person can apply it: the program carries the words and decides nothing by them." },
        }),
    );
    let statement =
        object_schema(&["label", "parts"], &json!({ "label": text_schema(), "parts": array_schema(&part) }));
    json!({
        "choice": { "enum": ["all of", "any of", "exactly one of", null] },
        "statements": array_schema(&statement),
        "whole": array_schema(&part),
    })
}
