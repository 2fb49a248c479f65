//! The JSON of a report keeps the contract that `ordain schema` prints.

use ordain_render::{json, schema};
use serde_json::Value;

use super::matter;

fn valid(value: &Value) -> Result<(), String> {
    let validator = jsonschema::draft202012::new(&schema::report_schema()).map_err(|e| e.to_string())?;
    validator.validate(value).map_err(|e| format!("{e} at {}", e.instance_path()))
}

#[test]
fn every_report_is_valid_against_the_schema() {
    for report in [matter::report(), matter::views(), matter::bad(), matter::empty(matter::sources())] {
        let value = serde_json::from_str(&json::render(&report)).unwrap();
        valid(&value).unwrap();
    }
}

#[test]
fn the_schema_refuses_what_is_not_a_report() {
    let good: Value = serde_json::from_str(&json::render(&matter::report())).unwrap();
    assert!(jsonschema::draft202012::meta::validate(&schema::report_schema()).is_ok());
    type Change = fn(&mut Value);
    let changes: [Change; 5] = [
        |v| v["schema"] = "ordain.report/2".into(),
        |v| v["verdicts"][0]["verdict"] = "violated".into(),
        |v| v["diagnostics"][0]["labels"][0]["column"] = 0.into(),
        |v| drop(v.as_object_mut().unwrap().remove("summary")),
        |v| v["extra"] = true.into(),
    ];
    for (i, change) in changes.iter().enumerate() {
        let mut bad = good.clone();
        change(&mut bad);
        assert!(valid(&bad).is_err(), "change {i} went unseen");
    }
}

#[test]
fn the_keys_stand_in_the_order_of_the_contract() {
    let value: Value = serde_json::from_str(&json::render(&matter::views())).unwrap();
    let keys = |v: &Value| v.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&value),
        [
            "schema",
            "tool",
            "matter",
            "as_of",
            "known_on",
            "view",
            "incomplete",
            "inputs",
            "summary",
            "facts",
            "verdicts",
            "diagnostics",
            "shown"
        ]
    );
    assert_eq!(value["view"], "all");
    let four = &value["verdicts"][0]["parts"][3];
    assert_eq!(four["views"]["court"], "breached");
    assert_eq!(four["views"]["Defendants"], "late");
    let labels = &value["diagnostics"][0]["labels"];
    assert_eq!(keys(&labels[0]), ["file", "line", "column", "endLine", "endColumn", "text", "primary"]);
}
