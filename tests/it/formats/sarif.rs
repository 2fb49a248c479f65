//! SARIF: what the schema, GitHub and a viewer need.

use ordain_base::diag::codes;
use ordain_render::{Options, Primary};
use serde_json::Value;

use super::{reports, with, written};

/// The log with the rules that are used only, and without their positions.
pub(crate) fn without_rules(text: &str) -> String {
    let mut log: Value = serde_json::from_str(text).unwrap();
    let run = &mut log["runs"][0];
    let used: Vec<Value> = run["results"].as_array().unwrap().iter().map(|r| r["ruleId"].clone()).collect();
    run["tool"]["driver"]["rules"].as_array_mut().unwrap().retain(|r| used.contains(&r["id"]));
    for result in run["results"].as_array_mut().unwrap() {
        result.as_object_mut().unwrap().shift_remove("ruleIndex");
    }
    // As it is written, escapes of what would steer a terminal included.
    let text = serde_json::to_string_pretty(&log).unwrap();
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{FFFD}' } else { c }).collect()
}

fn log(report: &ordain_core::report::Report) -> Value {
    serde_json::from_str(&written("sarif", report)).unwrap()
}

/// Why a log is not valid against the part of the schema that is written.
pub(crate) fn invalid(log: &Value) -> Option<String> {
    let schema: Value = serde_json::from_str(include_str!("sarif.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    validator.validate(log).err().map(|e| format!("{e} at {}", e.instance_path()))
}

#[test]
fn every_report_is_valid_against_the_schema() {
    for (which, report) in reports::all() {
        assert_eq!(invalid(&log(&report)), None, "{which}");
    }
    let mut bad = log(&reports::breach());
    bad["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
    assert!(invalid(&bad).is_some(), "the schema sees what is wrong");
}

#[test]
fn the_rules_are_those_that_were_found() {
    assert!(log(&reports::empty())["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().is_empty());
    let report = reports::breach();
    let log = log(&report);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<&str> = rules.iter().map(|r| r["id"].as_str().unwrap()).collect();
    let found = |id: &&str| report.diagnostics.iter().any(|d| d.code.id == *id);
    let all: Vec<&str> = codes::all().map(|c| c.id).filter(found).collect();
    assert_eq!(ids, all);
    assert!(!ids.is_empty());
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{rule}");
        }
    }
}

#[test]
fn results_point_at_their_rule() {
    for (which, report) in reports::all() {
        let log = log(&report);
        let run = &log["runs"][0];
        for result in run["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"], "{which}");
            assert_eq!(result["locations"].as_array().unwrap().len(), 1, "{which}");
        }
    }
}

#[test]
fn steps_of_a_date_are_a_code_flow_and_facts_are_related() {
    let log = log(&reports::counted());
    let result = &log["runs"][0]["results"][0];
    let steps = result["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap();
    assert_eq!(steps.len(), 3);
    let said = steps[1]["location"]["message"]["text"].as_str().unwrap();
    assert_eq!(
        said,
        "Mon 2024-03-18: day 14 is a Saturday: the next day that is not closed (Fed. R. Civ. P. 6(a)(1)(C))"
    );
    let breach = self::log(&reports::breach());
    let related = breach["runs"][0]["results"][0]["relatedLocations"].as_array().unwrap();
    let facts =
        related.iter().filter(|l| l["physicalLocation"]["artifactLocation"]["uri"] == "rules/immdef/record.facts");
    assert!(facts.count() >= 2, "{related:?}");
}

#[test]
fn a_breach_points_first_at_the_fact_when_asked() {
    let report = reports::breach();
    let asked: Value =
        serde_json::from_str(&with("sarif", &report, |o| Options { primary: Primary::Fact, ..o })).unwrap();
    let uri = |log: &Value| {
        let first = &log["runs"][0]["results"][0]["locations"][0];
        first["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap().to_owned()
    };
    assert_eq!(uri(&log(&report)), "rules/immdef/mtc.order");
    assert_eq!(uri(&asked), "rules/immdef/record.facts");
    let prints = |log: &Value| log["runs"][0]["results"][0]["partialFingerprints"].clone();
    assert_eq!(prints(&log(&report)), prints(&asked), "it is the same finding");
}

#[test]
fn a_file_cannot_make_a_link() {
    let log = log(&reports::hostile());
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let text = result["message"]["text"].as_str().unwrap();
        assert!(!text.replace("\\[", "").replace("\\]", "").contains("]("), "{text}");
    }
}

#[test]
fn columns_count_characters_and_the_words_are_there() {
    let log = log(&reports::breach());
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["snippet"]["text"], "by December 1, 2023");
    assert_eq!((region["startColumn"].as_u64(), region["endColumn"].as_u64()), (Some(6), Some(25)));
}
