//! `rules/examples/production`, as the program reads it.

use ordain::disk::{Disk, Folder};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Files;
use ordain_core::session::{AsOf, Inputs, Options, Views, check_with};
use ordain_render::{findings, json, schema};

fn report() -> Report {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/examples/production");
    let folder = Folder { folder: path.to_owned(), outside: false };
    let beside = Inputs { tables: Some(&folder), ..Inputs::default() };
    let day = "2024-04-05".parse().unwrap();
    let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    check_with(Disk.matter(path).unwrap(), &beside, "production", &options)
}

#[test]
fn every_row_is_in_the_json_and_the_csv_whatever_is_shown() {
    let report = report();
    let document: serde_json::Value = serde_json::from_str(&json::render(&report)).unwrap();
    let validator = jsonschema::validator_for(&schema::report_schema()).unwrap();
    let wrong: Vec<String> = validator.iter_errors(&document).map(|e| e.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let findings = document["tables"]["findings"].as_array().unwrap();
    let of = |duty: &str, state: &str| findings.iter().filter(|f| f["duty"] == duty && f["state"] == state).count();
    assert_eq!([of("MTC ¶ 1", "missing"), of("MTC ¶ 1", "late")], [2, 2]);
    assert_eq!([of("MTC ¶ 2", "missing"), of("MTC ¶ 2", "late")], [1, 1]);
    for count in document["tables"]["counts"].as_array().unwrap() {
        let n = |key: &str| count[key].as_u64().unwrap();
        assert_eq!(n("rows"), n("used") + n("unused") + n("unreadable"));
    }
    let csv = findings::csv(report.rows.as_ref().unwrap());
    assert_eq!(csv.lines().count(), 1 + findings.len());
    assert!(csv.contains("MTC ¶ 1,missing,DOE000005,1,"), "{csv}");
}
