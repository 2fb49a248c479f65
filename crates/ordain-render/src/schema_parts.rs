//! What every JSON Schema of ours is put together from.

use serde_json::{Value, json};

pub(super) fn object(required: &[&str], properties: &Value) -> Value {
    json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
}

pub(super) fn array(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

pub(super) fn day(what: &str) -> Value {
    json!({ "type": "string", "format": "date", "description": what })
}

pub(super) fn text() -> Value {
    json!({ "type": "string" })
}

pub(super) fn number() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

pub(super) fn one() -> Value {
    json!({ "type": "integer", "minimum": 1 })
}
