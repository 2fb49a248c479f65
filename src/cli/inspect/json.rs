//! What files hold, for programs.

use serde_json::{Value, json};

use super::statement::statement_of_table;
use ordain_tables::dates::Proof;
use ordain_tables::detect::{Heading, Unknown};
use ordain_tables::inspect::Inspection;
use ordain_tables::{Trouble, Unbound};

pub(super) fn write(seen: &[(String, Result<Inspection, Unknown>)]) -> String {
    let files: Vec<Value> = seen
        .iter()
        .map(|(name, result)| match result {
            Ok(inspection) => json_of_inspection(inspection),
            Err(Unknown::Unreadable(t)) => json!({ "file": name, "error": t.reason }),
            Err(Unknown::Undeclared { reason, help }) => json!({ "file": name, "error": reason, "help": help }),
        })
        .collect();
    format!("{:#}\n", json!({ "schema": "ordain.inspect/1", "files": files }))
}

fn json_of_inspection(seen: &Inspection) -> Value {
    let format = &seen.known.format;
    let dialect = format.delimited().map(|shape| &shape.dialect);
    let header = match &seen.known.heading {
        Heading::Line { line, why } => json!({ "line": line, "because": why }),
        Heading::Absent(why) => json!({ "line": null, "because": why }),
        _ => Value::Null,
    };
    let columns: Vec<Value> = seen
        .columns
        .iter()
        .enumerate()
        .map(|(i, c)| {
            let bound = seen.field(i);
            let doubtful: Vec<&str> = seen
                .unbound
                .iter()
                .filter_map(|u| match u {
                    Unbound::Doubtful { field, columns } if columns.contains(&i) => Some(field.as_str()),
                    _ => None,
                })
                .collect();
            let dates = (c.dates.dates() > 0).then(|| {
                let proof = match c.dates.proof() {
                    Proof::Nothing | Proof::Plain => "shown by each value",
                    Proof::Order(order) => order.words(),
                    Proof::Ambiguous => "ambiguous",
                    Proof::Mixed => "mixed",
                };
                json!({
                    "order": proof, "dates": c.dates.dates(), "ambiguous": c.dates.ambiguous,
                    "impossible": c.dates.impossible, "short_year": c.dates.short_year,
                })
            });
            json!({
                "column": i + 1, "name": c.name, "field": bound.map(|b| &b.field), "kind": bound.map(|b| b.kind.words()),
                "may_be": doubtful, "filled": c.filled, "distinct": c.distinct, "leading_zeros": c.zeros, "rounded": c.rounded.as_ref().map_or(0, |(_, n)| *n), "dates": dates,
            })
        })
        .collect();
    json!({
        "file": seen.name, "format": format.name(), "packed": seen.known.packed,
        "encoding": seen.known.encoding.as_ref().map(|(e, how)| json!({ "name": e.name(), "because": how })),
        "separator": dialect.map(|d| d.separator), "qualifier": dialect.and_then(|d| d.qualifier), "header": header, "sheets": seen.known.sheets,
        "layout": seen.layout.as_ref().map(|l| json!({ "name": l.name, "version": l.version, "declared": seen.named })),
        "remark": seen.known.remark, "rows": seen.rows, "empty": seen.empty, "unreadable": seen.unreadable,
        "stopped": seen.stopped.as_ref().map(json_of_trouble),
        "troubles": seen.troubles.iter().map(json_of_trouble).collect::<Vec<_>>(),
        "columns": columns, "statement": statement_of_table(seen),
    })
}

fn json_of_trouble(t: &Trouble) -> Value {
    json!({
        "row": t.place.row, "line": t.place.line, "byte": t.place.byte, "column": t.column.map(|c| c + 1), "reason": t.reason,
    })
}
