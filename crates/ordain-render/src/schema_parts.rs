//! What every JSON Schema of ours is put together from.

use serde_json::{Value, json};

pub(crate) fn object_schema(required: &[&str], properties: &Value) -> Value {
    json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
}

pub(crate) fn array_schema(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

pub(crate) fn reference_to(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

pub(crate) fn day_schema(what: &str) -> Value {
    json!({ "type": "string", "format": "date", "description": what })
}

pub(crate) fn text_schema() -> Value {
    json!({ "type": "string" })
}

pub(crate) fn number_schema() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

pub(crate) fn one_or_more_schema() -> Value {
    json!({ "type": "integer", "minimum": 1 })
}
