//! The days that are to come, as JSON.

use serde_json::{Value, json};

use super::Calendar;
use crate::json::{json_of_step, pretty_json, region_of_span};
use crate::schema_parts::{array_schema, day_schema, number_schema, object_schema, text_schema};
use ordain_core::report::{DayKind, DayState};

/// The name and version of the JSON.
pub const SCHEMA: &str = "ordain.due/1";

/// The days, nearest first, with how each was counted.
#[must_use]
pub fn json(calendar: &Calendar<'_>) -> String {
    let (missed, matters_with_missed) = calendar.missed();
    let days: Vec<Value> = calendar
        .ahead()
        .iter()
        .map(|one| {
            let (day, report) = (one.day, one.matter.report);
            let mut value = json!({
                "matter": report.matter,
                "path": one.matter.path,
                "id": day.id,
                "kind": day.kind.word(),
                "state": day.state.word(),
                "bearer": day.bearer,
                "text": day.text,
                "due": day.on.day.to_string(),
                "in_days": one.in_days(),
                "trace": day.trace.iter().map(json_of_step).collect::<Vec<_>>(),
                "sources": day.sources,
                "at": region_of_span(day.span, &report.sources),
            });
            let mut put = |key: &str, text: Option<String>| {
                if let (Some(text), Some(fields)) = (text, value.as_object_mut()) {
                    fields.insert(key.to_owned(), json!(text));
                }
            };
            let hour = |t: chrono::NaiveTime| t.format("%H:%M").to_string();
            put("parts", Some(day.parts.clone()).filter(|p| !p.is_empty()));
            put("due_time", day.on.time.map(hour));
            put("zone", report.zone.map(|z| z.name().to_owned()));
            put("safe", day.safe.map(|s| s.day.to_string()));
            put("safe_time", day.safe.and_then(|s| s.time).map(hour));
            put("doubt", day.doubt.clone());
            value
        })
        .collect();
    pretty_json(&json!({
        "schema": SCHEMA,
        "within": calendar.within,
        "matters": calendar.matters.iter().map(|m| json!({
            "matter": m.report.matter, "path": m.path, "as_of": m.report.as_of.to_string(),
            "incomplete": m.report.incomplete,
        })).collect::<Vec<_>>(),
        "not_read": calendar.not_read.iter().map(|(path, why)| json!({ "path": path, "error": why })).collect::<Vec<_>>(),
        "missed": { "days": missed, "matters": matters_with_missed },
        "days": days,
    }))
}

/// JSON Schema, draft 2020-12, of what [`fn@json`] writes.
#[must_use]
pub fn schema() -> String {
    let words = |all: &[&str]| json!({ "enum": all });
    let kinds = [DayKind::Duty, DayKind::Permission, DayKind::CutOff, DayKind::Hearing].map(DayKind::word);
    let states = [DayState::Open, DayState::Doubtful].map(DayState::word);
    let hour = json!({ "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$" });
    let mut day = object_schema(
        &["matter", "path", "id", "kind", "state", "bearer", "text", "due", "in_days", "trace", "sources", "at"],
        &json!({
            "matter": text_schema(), "path": text_schema(), "id": text_schema(), "parts": text_schema(),
            "kind": words(&kinds), "state": words(&states), "bearer": array_schema(&text_schema()),
            "text": { "type": "string", "description": "What the order says; of a hearing, how it stands." },
            "due": day_schema("The last day in time, in the court's zone."), "due_time": hour,
            "zone": { "type": "string", "description": "The court's zone, by its IANA name." },
            "in_days": { "type": "integer", "description": "From the day of the report." },
            "safe": day_schema("An earlier day that is safe under every reading."), "safe_time": hour,
            "doubt": { "type": "string", "description": "Why the day is not certain." },
            "trace": array_schema(&object_schema(&["step", "date", "rule", "why"], &json!({
                "step": text_schema(), "date": day_schema("The day that the step comes to."),
                "rule": text_schema(), "why": text_schema() }))),
            "sources": array_schema(&text_schema()),
            "at": { "type": ["object", "null"], "description": "The words of the file." },
        }),
    );
    day["description"] =
        json!("A day on which a duty falls due, a permission or a cut-off ends, or a hearing is held.");
    pretty_json(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ordain:due:1",
        "title": "Days of ordain due",
        "type": "object",
        "required": ["schema", "within", "matters", "not_read", "missed", "days"],
        "additionalProperties": false,
        "properties": {
            "schema": { "const": SCHEMA },
            "within": { "type": ["integer", "null"], "description": "The days asked for; null for all." },
            "matters": array_schema(&object_schema(&["matter", "path", "as_of", "incomplete"], &json!({
                "matter": text_schema(), "path": text_schema(), "as_of": day_schema("The day of its report."),
                "incomplete": { "type": "boolean", "description": "True where a line could not be read: a day may be missing." } }))),
            "not_read": array_schema(&object_schema(&["path", "error"], &json!({
                "path": text_schema(), "error": { "type": "string", "description": "Why the matter could not be read." } }))),
            "missed": object_schema(&["days", "matters"], &json!({ "days": number_schema(), "matters": number_schema() })),
            "days": array_schema(&day),
        },
    }))
}
