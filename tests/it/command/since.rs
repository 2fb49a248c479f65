//! What changed since an earlier report.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const PLAN: &str = "\
matter \"Finch v. Tern\"
  court W.D. Wash.
party Finch
party Tern
order Plan \"Case management order\", entered March 4, 2024
¶ 1  Tern must file answer by April 8, 2024
¶ 2  Finch must serve initial disclosures within 14 days after April 1, 2024
¶ 3  Tern must file brief by May 6, 2024
";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("since").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("all/m")).unwrap();
    fs::write(folder.join("all/m/plan.order"), PLAN).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(args).env("NO_COLOR", "1").env("COLUMNS", "100").output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The report of `path` on a day, kept as `name`.
fn keep(folder: &Path, path: &str, day: &str, name: &str) {
    let report = run(folder, &["check", path, "--as-of", day, "--format", "json"]);
    fs::write(folder.join(name), report.stdout).unwrap();
}

#[test]
fn nothing_new_is_no_change() {
    let here = folder("nothing");
    keep(&here, "all/m", "2024-03-25", "old.json");
    let output = run(&here, &["diff", "all/m", "--since", "old.json", "--as-of", "2024-03-26"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(out(&output).contains("0 paragraphs changed, 3 as before"), "{}", out(&output));
}

#[test]
fn an_order_a_fact_and_a_closed_day_are_each_named() {
    let here = folder("moved");
    keep(&here, "all/m", "2024-03-25", "old.json");
    let order = "order Second \"Second order\", entered April 2, 2024\n¶ 1  extends Plan ¶ 1 to April 22, 2024\n";
    fs::write(here.join("all/m/second.order"), order).unwrap();
    let facts = "[E-1] on April 3, 2024 Tern filed brief\n  source Dkt. 9\n";
    fs::write(here.join("all/m/record.facts"), facts).unwrap();
    let closed = "adding to calendar federal\n  closure \"storm\" on 2024-04-15  source \"General Order 7\"\n";
    fs::write(here.join("all/m/own.calendar"), closed).unwrap();
    let args = ["diff", "all/m", "--since", "old.json", "--as-of", "2024-04-04", "--format", "json"];
    let output = run(&here, &args);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["schema"], "ordain.changes/1");
    let schema: Value = serde_json::from_slice(&run(&here, &["schema", "changes"]).stdout).unwrap();
    let wrong: Vec<String> =
        jsonschema::validator_for(&schema).unwrap().iter_errors(&found).map(|e| e.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let changes = found["matters"][0]["changes"].as_array().unwrap();
    let of = |id: &str| changes.iter().find(|c| c["id"] == id).unwrap();
    assert_eq!(of("Plan ¶ 1")["after"]["due"], "2024-04-22");
    assert!(of("Plan ¶ 1")["acts"][0].as_str().unwrap().starts_with("Second ¶ 1 extends Plan ¶ 1"));
    assert_eq!(of("Plan ¶ 2")["after"]["due"], "2024-04-16");
    assert!(of("Plan ¶ 2")["steps"].to_string().contains("storm"), "{}", of("Plan ¶ 2"));
    assert_eq!(of("Plan ¶ 3")["after"]["verdict"], "met");
    assert!(of("Plan ¶ 3")["facts"][0].as_str().unwrap().contains("Dkt. 9"));
}

#[test]
fn of_many_matters_each_is_compared_with_its_own_and_a_new_one_is_named() {
    let here = folder("many");
    fs::create_dir(here.join("all/n")).unwrap();
    fs::write(here.join("all/n/plan.order"), PLAN.replace("Finch v. Tern", "Rail v. Coot")).unwrap();
    keep(&here, "all", "2024-03-25", "old.json");
    let args = ["diff", "all", "--since", "old.json", "--as-of", "2024-03-26"];
    assert_eq!(run(&here, &args).status.code(), Some(0));
    fs::create_dir(here.join("all/o")).unwrap();
    fs::write(here.join("all/o/plan.order"), PLAN.replace("Finch v. Tern", "Crane v. Stork")).unwrap();
    let output = run(&here, &args);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(err(&output).contains("new: the earlier report has nothing of `Crane v. Stork`"), "{}", err(&output));
    assert!(out(&output).contains("0 matters changed, 2 as before"), "{}", out(&output));
}

#[test]
fn what_is_no_earlier_report_of_the_matter_is_refused() {
    let here = folder("refused");
    keep(&here, "all/m", "2024-03-25", "old.json");
    let whole = fs::read_to_string(here.join("old.json")).unwrap();
    let refused = |text: &str, why: &str| {
        fs::write(here.join("other.json"), text).unwrap();
        let output = run(&here, &["diff", "all/m", "--since", "other.json", "--as-of", "2024-04-04"]);
        assert!(output.status.code() == Some(2) && err(&output).contains(why), "{}", err(&output));
    };
    refused("not JSON", "it is not a report that `ordain check --format json` wrote");
    refused("{\"schema\": \"other/1\"}", "it is not a report");
    refused(&whole.replace("ordain.report/1", "ordain.report/9"), "a report of another version, `ordain.report/9`");
    refused(&whole.replace("Finch v. Tern", "Loon v. Teal"), "has nothing of `Finch v. Tern`; it is of `Loon v. Teal`");
    refused(&whole.replace("\"view\": \"court\"", "\"view\": \"all\""), "a report of all views");
    let output = run(&here, &["diff", "all/m", "--since", "old.json", "--as-of", "2024-03-01"]);
    assert!(err(&output).contains("name a later `--as-of`"), "{}", err(&output));
    let output = run(&here, &["diff", "all/m", "--since", "none.json", "--as-of", "2024-04-04"]);
    assert!(err(&output).contains("there is no file or folder `none.json`"), "{}", err(&output));
}
