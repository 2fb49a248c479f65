//! Many matters in one run.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ordain_render::formats;
use serde_json::Value;

/// An order of Mill against a party of this name, who must file a brief by March 15, 2024.
fn order(party: &str) -> String {
    format!(
        "matter \"Mill v. {party}\"\n  court D. Or.\nparty Mill\nparty {party}\n\
         order Brief \"Briefing Order\", entered March 1, 2024\n¶ 1  {party} must file brief by March 15, 2024\n"
    )
}

/// The record of that party, complete, with what was filed.
fn record(party: &str, filed: Option<&str>) -> String {
    let filed = filed.map_or(String::new(), |day| format!("on {day} {party} filed brief\n  source Dkt. 7\n"));
    format!("{filed}the record is complete through April 1, 2024 for filings by {party}\n")
}

/// A folder of this name with four matters in `all`: one in time, one breached, one undetermined, one with an error.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("many").join(name);
    let _ = fs::remove_dir_all(&folder);
    let put = |path: &str, text: &str| {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    };
    for (matter, party, facts) in [
        ("all/a", "Alder", record("Alder", Some("March 14, 2024"))),
        ("all/deep/er/b", "Birch", record("Birch", None)),
        ("all/c", "Cedar", String::new()),
    ] {
        put(&format!("{matter}/brief.order"), &order(party));
        if !facts.is_empty() {
            put(&format!("{matter}/record.facts"), &facts);
        }
    }
    put("all/d/brief.order", &order("Dogwood").replace("must", "shuld"));
    put("none/notes.md", "nothing");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(args).env("NO_COLOR", "1").output().unwrap()
}

fn check(folder: &Path, args: &[&str]) -> Output {
    run(folder, &[&["check", "--as-of", "2024-04-01"], args].concat())
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

#[test]
fn a_line_a_matter_worst_first_and_the_worst_status() {
    let here = folder("lines");
    let output = check(&here, &["all"]);
    let shown = out(&output);
    let standing: Vec<&str> =
        shown.lines().filter(|l| l.contains("all/")).map(|l| l.split("  ").next().unwrap()).collect();
    assert_eq!((code(&output), standing.as_slice()), (2, &["errors", "fails", "passes", "passes"][..]), "{shown}");
    assert!(shown.starts_with("4 matters, as of Mon Apr. 1, 2024 (the Court's view)\n"), "{shown}");
    assert!(shown.contains("all/deep/er/b, Mill v. Birch: 1 breached\n"), "{shown}");
    assert!(shown.contains("all/a, Mill v. Alder: 1 met\n"), "{shown}");
    // The order of the statuses: 2, 1, 3, 0.
    for (paths, strict, status) in [
        (&["all/a", "all/c"][..], false, 0),
        (&["all/a", "all/c"], true, 3),
        (&["all/c", "all/deep"], true, 1),
        (&["all/deep", "all/d", "all/c"], true, 2),
        (&["all/a", "./all/a", "all/c/../c"], false, 0),
    ] {
        let strict: &[&str] = if strict { &["--strict"] } else { &[] };
        assert_eq!(code(&check(&here, &[paths, strict].concat())), status, "{paths:?}");
    }
}

#[test]
fn one_folder_with_an_order_is_one_matter_and_files_are_one_matter() {
    let here = folder("one");
    assert!(out(&check(&here, &["all/a", "--format", "json"])).contains("\"ordain.report/1\""));
    assert!(
        out(&check(&here, &["all/a", "./all/a/", "--format", "json"])).contains("\"ordain.report/1\""),
        "read once"
    );
    let several = out(&check(&here, &["all/a", "./all/a", "all/c", "--format", "plain"]));
    assert!(several.starts_with("2 matters"), "{several}");
    let files = ["all/a/record.facts", "all/a/brief.order"];
    let one = out(&check(&here, &[&files[..], &["--format", "json"]].concat()));
    assert!(one.contains("\"ordain.report/1\"") && one.contains("\"met\": 1"), "{one}");
    let other = out(&check(&here, &[files[1], files[0], "--format", "json"]));
    assert_eq!(one, other, "the order of files does not matter");
    let output = check(&here, &["all/a", "all/c/brief.order"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("are a file and a folder: name the files of one matter"), "{}", err(&output));
    let output = check(&here, &["none"]);
    assert!(code(&output) == 2 && err(&output).contains("`none` has no `.order` file"), "{output:?}");
    for option in ["--text=Brief=x.txt", "--assume=on 2024-03-01 Alder filed brief", "--without=record-1"] {
        let output = check(&here, &["all", option]);
        assert!(code(&output) == 2 && err(&output).contains("is about one matter"), "{output:?}");
    }
}

#[test]
fn a_matter_that_cannot_be_read_hides_no_other() {
    let here = folder("unread");
    fs::write(here.join("all/c/brief.order"), "").unwrap();
    fs::create_dir(here.join("all/c/record.facts")).unwrap();
    for format in formats::ALL.into_iter().filter(|f| f.is_text()) {
        let output = check(&here, &["all/a", "all/c", "none", "nowhere", "all/deep", "--format", format.name]);
        // A calendar folds its lines.
        let shown = out(&output).replace("\r\n ", "");
        assert_eq!(code(&output), 2, "{}", format.name);
        for said in
            ["record.facts` is a folder", "there is no file or folder `nowhere`", "`none` has no `.order`", "Birch"]
        {
            let shown = shown.replace("\\`", "`").to_lowercase();
            let one_line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(one_line.contains(&said.to_lowercase()), "{}: {said}: {shown}", format.name);
        }
    }
}

#[test]
fn the_json_is_as_its_schema_says() {
    let here = folder("schema");
    let schema: Value = serde_json::from_str(&out(&run(&here, &["schema", "matters"]))).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let output = check(&here, &["all", "none", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let wrong: Vec<String> = validator.iter_errors(&report).map(|e| format!("{e} at {}", e.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(report["schema"], "ordain.matters/1");
    let paths: Vec<&str> = report["matters"].as_array().unwrap().iter().map(|m| m["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["all/a", "all/c", "all/d", "all/deep/er/b", "none"]);
    assert_eq!(report["matters"][3]["verdicts"][0]["verdict"], "breached");
    assert_eq!(report["matters"][4]["error"].as_str().unwrap().split(':').next(), Some("`none` has no `.order` file"));
    assert_eq!(report["summary"]["status"], 2);
    assert_eq!(report["summary"]["standing"]["errors"], 2);
    assert_eq!(report["summary"]["verdicts"]["breached"], 1);
}

#[test]
fn services_get_one_document() {
    let here = folder("services");
    let output = check(&here, &["all", "--format", "sarif=o.sarif,junit=o.xml,gitlab=o.json,rdjson=o.rdjson,github"]);
    let sarif: Value = serde_json::from_str(&fs::read_to_string(here.join("o.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"].as_array().unwrap().len(), 1);
    let run = &sarif["runs"][0];
    let rules: Vec<&str> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
    let results = run["results"].as_array().unwrap();
    let fired = |rule: &str| results.iter().any(|r| r["ruleId"] == rule);
    assert!(rules.iter().all(|r| fired(r)) && !rules.is_empty(), "{rules:?}");
    let mut names: Vec<&str> =
        results.iter().map(|r| r["partialFingerprints"]["ordainFinding/v1"].as_str().unwrap()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), results.len(), "no two results are one");
    for result in results {
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"];
        let index = usize::try_from(place["index"].as_u64().unwrap()).unwrap();
        assert_eq!(run["artifacts"][index]["location"]["uri"], place["uri"]);
    }
    let junit = fs::read_to_string(here.join("o.xml")).unwrap();
    for party in ["Alder", "Birch", "Cedar", "Dogwood"] {
        assert_eq!(junit.matches(&format!("<testsuite name=\"Mill v. {party}\"")).count(), 1, "{party}");
    }
    assert!(junit.contains("<testsuite name=\"Mill v. Birch\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">"));
    let gitlab: Value = serde_json::from_str(&fs::read_to_string(here.join("o.json")).unwrap()).unwrap();
    assert!(gitlab.as_array().unwrap().iter().any(|i| i["location"]["path"] == "all/deep/er/b/brief.order"));
    let rdjson: Value = serde_json::from_str(&fs::read_to_string(here.join("o.rdjson")).unwrap()).unwrap();
    assert_eq!(rdjson["severity"], "ERROR");
    let github = out(&output);
    assert!(github.lines().filter(|l| l.starts_with("::error")).count() <= 10, "{github}");
    assert_eq!(github.lines().filter(|l| l.starts_with("ordain: Mill v. ")).count(), 4, "{github}");
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let here = folder("jobs");
    for format in ["json", "sarif", "terminal"] {
        let one = check(&here, &["all", "--format", format, "--jobs", "1"]);
        for jobs in ["2", "7"] {
            assert_eq!(check(&here, &["all", "--format", format, "--jobs", jobs]), one, "{format}, {jobs}");
        }
    }
    assert_eq!(code(&check(&here, &["all", "--jobs", "0"])), 2);
}

#[test]
fn one_baseline_knows_many_matters_by_caption_and_path() {
    let here = folder("baseline");
    let output = check(&here, &["all", "--write-baseline", "known.json"]);
    assert!(code(&output) == 2 && err(&output).contains("fix the errors of `all/d` first"), "{output:?}");
    fs::remove_dir_all(here.join("all/d")).unwrap();
    let output = check(&here, &["all", "--write-baseline", "known.json"]);
    assert!(err(&output).contains("baseline: 2 known in 3 matters"), "{output:?}");
    let known: Value = serde_json::from_str(&fs::read_to_string(here.join("known.json")).unwrap()).unwrap();
    assert_eq!(known["schema"], "ordain.baseline/2");
    assert_eq!(known["matters"][2]["path"], "all/deep/er/b");
    assert_eq!(known["matters"][2]["matter"], "Mill v. Birch");
    assert_eq!(code(&check(&here, &["all", "--baseline", "known.json"])), 0);
    assert_eq!(code(&check(&here, &["all", "--baseline", "known.json", "--strict"])), 0);
    // The same from another folder, and for one matter.
    assert_eq!(
        code(&run(&here.join("all"), &["check", ".", "--as-of", "2024-04-01", "--baseline", "../known.json"])),
        0
    );
    assert_eq!(code(&check(&here, &["all/deep/er/b", "--baseline", "known.json"])), 0);
    // A matter that it does not have is new; another matter in the place of one is refused.
    fs::rename(here.join("all/deep/er/b"), here.join("all/e")).unwrap();
    assert_eq!(code(&check(&here, &["all", "--baseline", "known.json"])), 1);
    fs::create_dir_all(here.join("all/deep/er")).unwrap();
    fs::rename(here.join("all/e"), here.join("all/deep/er/b")).unwrap();
    fs::write(here.join("all/deep/er/b/brief.order"), order("Birch").replace("Mill v. Birch", "Kiln v. Birch"))
        .unwrap();
    let output = check(&here, &["all", "--baseline", "known.json"]);
    assert_eq!(code(&output), 2);
    assert!(
        out(&output)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains("written for the matter `Mill v. Birch`"),
        "{output:?}"
    );
    assert!(out(&output).contains("all/a, Mill v. Alder: 1 met"), "the others are compared: {output:?}");
}

#[test]
fn tests_diffs_and_proofs_take_many_too() {
    let here = folder("others");
    fs::write(here.join("all/a/expect.facts"), "expect Brief ¶ 1 met on April 1, 2024\n").unwrap();
    fs::write(here.join("all/deep/er/b/expect.facts"), "expect Brief ¶ 1 met on April 1, 2024\n").unwrap();
    let output = run(&here, &["test", "all/a", "all/deep", "none"]);
    assert_eq!(code(&output), 2, "{output:?}");
    assert!(
        out(&output).contains("all/a: 1 expectation met") && out(&output).contains("1 of 1 expectation failed"),
        "{output:?}"
    );
    assert!(err(&output).contains("`none` has no `.order` file"), "{output:?}");
    assert_eq!(code(&run(&here, &["test", "all/a", "all/deep"])), 1);
    let days = ["--from", "2024-03-10", "--to", "2024-04-01"];
    let output = run(&here, &[&["diff", "all/a", "all/c", "all/deep"][..], &days].concat());
    assert!(code(&output) == 0 && out(&output).ends_with("3 matters changed, 0 as before\n"), "{output:?}");
    let output = run(&here, &[&["diff", "all", "--format", "json"][..], &days].concat());
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (code(&output), &all["schema"], all["matters"].as_array().unwrap().len()),
        (2, &Value::from("ordain.diffs/1"), 4)
    );
    let text = "IT IS ORDERED that Alder shall file a brief by Friday, March 14, 2024.\n";
    fs::write(here.join("all/a/order.txt"), text).unwrap();
    fs::write(here.join("all/a/brief.order"), order("Alder").replace("2024\n¶", "2024\n  text \"order.txt\"\n¶"))
        .unwrap();
    let output = run(&here, &["proof", "all"]);
    assert!(code(&output) == 1 && out(&output).contains("all/a/order.txt"), "{output:?}");
    assert!(err(&output).contains("the orders of `all/c` name no text"), "{output:?}");
    // A folder without a matter may be one of texts.
    assert_eq!(code(&run(&here, &["proof", "none"])), 0);
    fs::remove_file(here.join("none/notes.md")).unwrap();
    assert_eq!(code(&run(&here, &["proof", "none"])), 2);
}

/// A finding has the same name wherever the command is run, and whether its matter is checked alone or with others.
#[test]
fn fingerprints_do_not_depend_on_where_one_stands() {
    let here = folder("fingerprints");
    fs::write(here.join("all/a/b.orders"), "").unwrap();
    let names = |folder: &Path, path: &str| -> Vec<String> {
        let found: Value = serde_json::from_slice(&check(folder, &[path, "--format", "gitlab"]).stdout).unwrap();
        found.as_array().unwrap().iter().map(|f| f["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    for matter in ["all/a", "all/deep/er/b", "all/d"] {
        let first = names(&here, matter);
        assert!(!first.is_empty(), "{matter}");
        let inside = here.join(matter);
        assert_eq!(names(&inside, "."), first, "{matter} from within");
        assert_eq!(names(&inside, inside.to_str().unwrap()), first, "{matter} by its whole path");
        assert_eq!(names(&here.join("none"), &format!("../{matter}")), first, "{matter} from beside");
        let all = names(&here, "all");
        assert!(first.iter().all(|f| all.contains(f)), "{matter} among others");
    }
}

#[test]
fn what_changed_is_as_its_schemas_say() {
    let here = folder("diff-schema");
    let days = ["--from", "2024-01-01", "--to", "2024-12-31", "--format", "json"];
    for (document, paths, name) in
        [("diff", &["all/a"][..], "ordain.diff/1"), ("diffs", &["all", "none"], "ordain.diffs/1")]
    {
        let schema: Value = serde_json::from_str(&out(&run(&here, &["schema", document]))).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let output = run(&here, &[&["diff"], paths, &days].concat());
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let wrong: Vec<String> =
            validator.iter_errors(&found).map(|e| format!("{e} at {}", e.instance_path())).collect();
        assert!(wrong.is_empty(), "{document}: {wrong:?}: {found:#}");
        assert_eq!(found["schema"], name);
        let changed = found.to_string();
        assert!(changed.contains("\"before\"") && changed.contains("\"after\""), "{document}: {changed}");
    }
}
