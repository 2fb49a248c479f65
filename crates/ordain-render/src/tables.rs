//! What duties over rows found, as JSON: the counts of each table, and every row
//! that is not as a duty asks.

use serde_json::{Map, Value, json};

use super::schema_parts::{array_schema, number_schema, object_schema, text_schema};
use ordain_core::report::Rows;

/// How many rows are listed. All of them are in the file of `--findings`.
const MOST: usize = 10_000;

/// Keys are left out where there is nothing to say.
pub(super) fn json_of_tables(rows: &Rows) -> Value {
    let tables: Vec<Value> = rows
        .plan
        .scans
        .iter()
        .zip(&rows.found.tables)
        .enumerate()
        // A table that is read twice is counted once.
        .filter(|(i, _)| !rows.plan.is_copy(*i))
        .map(|(_, (scan, found))| {
            json!({
                "table": scan.name,
                "rows": found.used + found.unused + found.unreadable,
                "used": found.used,
                "unused": found.unused,
                "unreadable": found.unreadable,
            })
        })
        .collect();
    let mut findings = Vec::new();
    let mut left_out = 0_u64;
    let listed = rows.each(|f| {
        if findings.len() >= MOST {
            left_out += 1;
            return;
        }
        let mut entry = Map::new();
        for (key, value) in [
            ("duty", f.duty),
            ("state", f.state),
            ("name", f.name),
            ("category", f.label),
            ("file", f.path),
            ("column", f.column),
            ("value", f.value),
        ] {
            if !value.is_empty() {
                entry.insert(key.to_owned(), json!(value));
            }
        }
        if let Some(day) = f.day {
            entry.insert("day".to_owned(), json!(day.to_string()));
        }
        if let Some(days) = f.days {
            entry.insert("days_late".to_owned(), json!(days));
        }
        entry.insert("row".to_owned(), json!(f.row));
        entry.insert("line".to_owned(), json!(f.line));
        findings.push(Value::Object(entry));
    });
    let mut all = json!({ "counts": tables, "findings": findings });
    if let (Some(all), 1..) = (all.as_object_mut(), left_out) {
        all.insert("left_out".to_owned(), json!(left_out));
    }
    if let (Some(all), Err(why)) = (all.as_object_mut(), listed) {
        all.insert("incomplete".to_owned(), json!(why.to_string()));
    }
    all
}

pub(super) fn schema() -> Value {
    let counts = object_schema(
        &["table", "rows", "used", "unused", "unreadable"],
        &json!({ "table": text_schema(), "rows": number_schema(), "used": number_schema(), "unused": number_schema(), "unreadable": number_schema() }),
    );
    let states = ["missing", "late", "unclear", "unreadable", "contradicted", "repeated"];
    let finding = object_schema(
        &["state", "row", "line"],
        &json!({
            "duty": text_schema(),
            "state": { "enum": states },
            "name": text_schema(),
            "category": text_schema(),
            "day": { "type": "string", "format": "date" },
            "days_late": { "type": "integer" },
            "file": text_schema(),
            "row": number_schema(),
            "line": number_schema(),
            "column": text_schema(),
            "value": text_schema(),
        }),
    );
    object_schema(
        &["counts", "findings"],
        &json!({ "counts": array_schema(&counts), "findings": array_schema(&finding), "left_out": number_schema(), "incomplete": text_schema() }),
    )
}
