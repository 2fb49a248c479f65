//! `ordain history` and `ordain diff` for machines: what is in their JSON,
//! and that they and the report tell of the same day.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test of JSON that is there")]

use chrono::NaiveDate;
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Between, Options, Views, check};
use ordain_render::{changes, history};
use serde_json::{Value, json};

const MATTER: &str = "matter \"Doe v. Acme\"
  court C.D. Cal.
party Plaintiffs
party Defendants
order First \"Scheduling order\", Dkt. 10, entered October 2, 2023
¶ 1  Defendants must file answer by November 1, 2023
¶ 2  Defendants must file brief by December 1, 2023
order Second, Dkt. 20, entered November 6, 2023
¶ 1  extends First ¶ 1 to November 20, 2023
order Third, Dkt. 30, entered November 25, 2023
¶ 1  stays First ¶ 2 until further order
the record is complete through December 31, 2023 for filings by Defendants
";

fn texts() -> Vec<Text> {
    vec![Text { path: "m.order".to_owned(), bytes: MATTER.as_bytes().to_vec() }]
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn options(as_of: &str, known_on: Option<&str>) -> Options {
    Options { as_of: AsOf::On(day(as_of)), known_on: known_on.map(day), views: Views::One(View::Court) }
}

fn reported(as_of: &str, known_on: Option<&str>) -> Value {
    let found = ordain_core::session::history(texts(), "m", &options(as_of, known_on));
    serde_json::from_str(&history::json(&found)).unwrap()
}

fn changed(from: &str, to: &str, known_on: Option<&str>) -> Value {
    let between = Between { from: day(from), to: day(to), known_on: known_on.map(day), view: View::Court };
    serde_json::from_str(&changes::json(&ordain_core::session::diff(texts(), "m", &between))).unwrap()
}

#[test]
fn a_history_has_each_order_with_the_day_before_and_after() {
    let all = reported("2023-12-05", None);
    assert_eq!(all["schema"], "ordain.history/1");
    let first = &all["paragraphs"][0];
    assert_eq!(first["id"], "First ¶ 1");
    assert_eq!(first["stages"].as_array().unwrap().len(), 2);
    assert_eq!(
        first["stages"][1],
        json!({
            "entered": "2023-11-06", "from": "2023-11-06", "by": "Second ¶ 1", "docket": "Dkt. 20",
            "act": "extends First ¶ 1 to Mon 2023-11-20", "state": "in force",
            "due_before": "2023-11-01", "due": "2023-11-20",
            "remarks": ["entered 5 days after the day it moved"],
        })
    );
    assert_eq!(all["paragraphs"][1]["stages"][1]["state"], "stayed");
    let sum = all["inputs"][0]["sha256"].as_str().unwrap();
    assert_eq!(sum.len(), 64);
}

#[test]
fn a_duty_at_a_hearing_has_each_day_for_which_the_hearing_stood() {
    let matter = "matter \"Doe v. Acme\"
  court C.D. Cal.
party Plaintiffs
party Defendants
hearing Status
  on January 9, 2024 at 4:00 p.m.
order First, Dkt. 10, entered October 2, 2023
¶ 1  Defendants must appear at Status
order Second, Dkt. 20, entered November 6, 2023
¶ 1  vacates and resets hearing Status to January 10, 2024 at 4:00 p.m.
order Third, Dkt. 30, entered November 8, 2023
¶ 1  vacates hearing Status
";
    let texts = vec![Text { path: "m.order".to_owned(), bytes: matter.as_bytes().to_vec() }];
    let found = ordain_core::session::history(texts, "m", &options("2023-12-05", None));
    let all: Value = serde_json::from_str(&history::json(&found)).unwrap();
    let stages = all["paragraphs"][0]["stages"].as_array().unwrap();
    let reported: Vec<_> = stages.iter().map(|s| (s["by"].as_str().unwrap(), s["due"].clone())).collect();
    let days = [json!("2024-01-09"), json!("2024-01-10"), Value::Null];
    assert_eq!(reported, ["First", "Second ¶ 1", "Third ¶ 1"].into_iter().zip(days).collect::<Vec<_>>());
    assert_eq!(stages[2]["state"], "lifted");
}

#[test]
fn what_an_order_does_to_others_is_none_of_a_history() {
    let matter = "matter \"Doe v. Acme\"
  court C.D. Cal.
party Able
party Baker
party Carter
order First, Dkt. 10, entered October 2, 2023
¶ 1  Baker must serve answer on Able by December 1, 2023
¶ 2  Carter must serve list to Able by December 1, 2023
order Second, Dkt. 20, entered November 6, 2023
¶ 1  stays all unreached deadlines as between Able and Carter until further order
¶ 2  First ¶ 1 stands
";
    let texts = vec![Text { path: "m.order".to_owned(), bytes: matter.as_bytes().to_vec() }];
    let found = ordain_core::session::history(texts, "m", &options("2023-11-20", None));
    let all: Value = serde_json::from_str(&history::json(&found)).unwrap();
    let acts = |i: usize| -> Vec<&str> {
        all["paragraphs"][i]["stages"].as_array().unwrap().iter().map(|s| s["act"].as_str().unwrap()).collect()
    };
    assert_eq!(acts(0), ["orders it", "keeps First ¶ 1 in force"]);
    assert_eq!(acts(1), ["orders it", "stays all unreached deadlines as between Able and Carter until further order"]);
}

#[test]
fn a_history_knows_no_more_than_the_docket_did() {
    let early = reported("2023-12-05", Some("2023-11-05"));
    assert_eq!(early["known_on"], "2023-11-05");
    for paragraph in early["paragraphs"].as_array().unwrap() {
        assert_eq!(paragraph["stages"].as_array().unwrap().len(), 1, "{paragraph}");
    }
    // The report of the same day carries the same stages.
    let report = check(texts(), "m", &options("2023-12-05", None));
    let report: Value = serde_json::from_str(&ordain_render::json::render(&report)).unwrap();
    let all = reported("2023-12-05", None);
    for (verdict, paragraph) in report["verdicts"].as_array().unwrap().iter().zip(all["paragraphs"].as_array().unwrap())
    {
        assert_eq!(verdict["history"], paragraph["stages"]);
    }
}

#[test]
fn a_comparison_has_verdicts_days_and_what_orders_did() {
    let all = changed("2023-11-04", "2023-11-26", None);
    assert_eq!(all["schema"], "ordain.diff/1");
    let first = &all["changes"][0];
    assert_eq!((first["id"].as_str(), first["part"].as_bool()), (Some("First ¶ 1"), Some(false)));
    assert_eq!((&first["before"]["verdict"], &first["before"]["due"]), (&json!("breached"), &json!("2023-11-01")));
    assert_eq!((&first["after"]["verdict"], &first["after"]["due"]), (&json!("breached"), &json!("2023-11-20")));
    assert_eq!(first["acts"], json!(["Second ¶ 1 extends First ¶ 1 to Mon 2023-11-20, Mon 2023-11-06"]));
    assert_eq!(all["changes"][1]["after"]["verdict"], "stayed");
    assert_eq!(all["unchanged"], 0);
}

#[test]
fn nothing_changed_is_said_so() {
    let all = changed("2023-10-05", "2023-10-20", None);
    assert_eq!((all["changes"].as_array().unwrap().len(), &all["unchanged"]), (0, &json!(2)));
    // Read to one day, both days know the same orders.
    let known = changed("2023-11-04", "2023-11-26", Some("2023-10-20"));
    assert_eq!((&known["known_from"], &known["known_to"]), (&json!("2023-10-20"), &json!("2023-10-20")));
    let acts = known["changes"].as_array().unwrap().iter().all(|c| c["acts"].as_array().unwrap().is_empty());
    assert!(acts, "{known}");
}
