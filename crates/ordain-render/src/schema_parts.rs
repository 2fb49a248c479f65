//! What every JSON Schema of ours is put together from.

use serde_json::{Value, json};

pub(super) fn object_schema(required: &[&str], properties: &Value) -> Value {
    json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
}

pub(super) fn array_schema(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

pub(super) fn reference_to(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

pub(super) fn day_schema(what: &str) -> Value {
    json!({ "type": "string", "format": "date", "description": what })
}

pub(super) fn text_schema() -> Value {
    json!({ "type": "string" })
}

pub(super) fn number_schema() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

pub(super) fn one_or_more_schema() -> Value {
    json!({ "type": "integer", "minimum": 1 })
}
