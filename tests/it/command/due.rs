//! What falls due, and the calendar file that goes on from day to day.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const MATTER: &str = "\
matter \"Quill v. Wren\"
  court W.D. Wash.
party Quill
party Wren
order Plan \"Case management order\", entered March 4, 2024
¶ 1  Wren must file answer by April 8, 2024
¶ 2  Quill must serve initial disclosures within 14 days after April 1, 2024
¶ 3  Wren may file motion to dismiss by May 6, 2024
¶ 4  Wren must serve report by June 3, 2024 at 5:00 p.m.
hearing Status \"status conference\"
  on May 20, 2024 at 9:30 a.m.
";

/// What a second order does: it moves a day, takes one away, and vacates the hearing.
const SECOND: &str = "\
order Second \"Second order\", entered April 3, 2024
¶ 1  extends Plan ¶ 1 to April 22, 2024
¶ 2  vacates Plan ¶ 2
¶ 3  vacates hearing Status
";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("due").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("m")).unwrap();
    fs::write(folder.join("m/plan.order"), MATTER).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(args).env("NO_COLOR", "1").env("COLUMNS", "80").output().unwrap()
}

/// The calendar of the matter on a day; status 0.
fn calendar(folder: &Path, day: &str) -> String {
    let output = run(folder, &["due", "m", "--as-of", day, "--calendar", "days.ics"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    fs::read_to_string(folder.join("days.ics")).unwrap().replace("\r\n ", "")
}

/// The lines of each event, under its summary without what became of it.
fn events(calendar: &str) -> BTreeMap<String, String> {
    let all = calendar.split("BEGIN:VEVENT\r\n").skip(1).map(|e| e.split("END:VEVENT").next().unwrap().to_owned());
    all.map(|event| {
        let summary = event.lines().find_map(|l| l.strip_prefix("SUMMARY:")).unwrap();
        let id = ["Plan ¶ 1", "Plan ¶ 2", "Plan ¶ 3", "Plan ¶ 4", "Status"].into_iter().find(|id| summary.contains(id));
        (id.unwrap_or(summary).to_owned(), event)
    })
    .collect()
}

fn line<'e>(event: &'e str, name: &str) -> &'e str {
    event.lines().find(|l| l.starts_with(name)).unwrap_or_default()
}

#[test]
fn the_same_days_write_the_same_file() {
    let here = folder("same");
    let first = calendar(&here, "2024-03-25");
    assert_eq!(calendar(&here, "2024-03-25"), first);
    assert_eq!(calendar(&here, "2024-03-26"), first, "a day that brings nothing changes nothing");
    let direct = run(&here, &["check", "m", "--as-of", "2024-03-25", "--format", "ics"]);
    assert_eq!(String::from_utf8(direct.stdout).unwrap().replace("\r\n ", ""), first);
}

#[test]
fn a_day_that_moves_keeps_its_event_and_one_that_is_gone_is_cancelled() {
    let here = folder("moved");
    let before = events(&calendar(&here, "2024-03-25"));
    fs::write(here.join("m/second.order"), SECOND).unwrap();
    let text = calendar(&here, "2024-04-04");
    let after = events(&text);
    let uid = |all: &BTreeMap<String, String>, id: &str| line(&all[id], "UID:").to_owned();
    for id in before.keys() {
        assert_eq!(uid(&before, id), uid(&after, id), "{id}");
    }
    assert_eq!(before.len(), after.len(), "nothing doubles");
    let state = |id: &str| (line(&after[id], "SEQUENCE:"), line(&after[id], "STATUS:"));
    assert_eq!(state("Plan ¶ 1"), ("SEQUENCE:1", "STATUS:CONFIRMED"));
    assert_eq!(line(&after["Plan ¶ 1"], "DTSTART"), "DTSTART;VALUE=DATE:20240422");
    assert_eq!(state("Plan ¶ 2"), ("SEQUENCE:1", "STATUS:CANCELLED"));
    assert_eq!(state("Status"), ("SEQUENCE:1", "STATUS:CANCELLED"));
    assert_eq!(state("Plan ¶ 3"), ("SEQUENCE:0", "STATUS:CONFIRMED"));
    assert_eq!(calendar(&here, "2024-04-04"), text, "what was cancelled is not cancelled again");
    fs::remove_file(here.join("m/second.order")).unwrap();
    let back = events(&calendar(&here, "2024-04-04"));
    assert_eq!(
        (line(&back["Status"], "SEQUENCE:"), line(&back["Status"], "STATUS:")),
        ("SEQUENCE:2", "STATUS:CONFIRMED")
    );
}

#[test]
fn a_calendar_of_others_and_a_doubtful_run_leave_the_file_alone() {
    let here = folder("others");
    let refused = |args: &[&str], why: &str| {
        let output = run(&here, args);
        let said = String::from_utf8(output.stderr.clone()).unwrap();
        assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
    };
    let due = ["due", "m", "--as-of", "2024-03-25", "--calendar", "days.ics"];
    fs::write(here.join("days.ics"), "BEGIN:VCALENDAR\r\nPRODID:-//Mail//EN\r\nEND:VCALENDAR\r\n").unwrap();
    refused(&due, "is not a calendar that Ordain wrote");
    assert!(fs::read_to_string(here.join("days.ics")).unwrap().contains("-//Mail//"));
    fs::remove_file(here.join("days.ics")).unwrap();
    let whole = calendar(&here, "2024-03-25");
    fs::create_dir(here.join("other")).unwrap();
    fs::write(here.join("other/o.order"), MATTER.replace("Quill v. Wren", "Loon v. Teal")).unwrap();
    refused(
        &["due", "other", "--as-of", "2024-03-25", "--calendar", "days.ics"],
        "has days of `Quill v. Wren, W.D. Wash.`",
    );
    refused(
        &["check", "other", "--as-of", "2024-03-25", "--format", "ics=days.ics"],
        "has days of `Quill v. Wren, W.D. Wash.`",
    );
    // A paragraph that cannot be read is not cancelled.
    fs::write(here.join("m/plan.order"), MATTER.replace("must file answer", "mst fle answer")).unwrap();
    assert_eq!(run(&here, &due).status.code(), Some(2));
    let after = fs::read_to_string(here.join("days.ics")).unwrap();
    assert_eq!(events(&after.replace("\r\n ", "")), events(&whole));
}

#[test]
fn two_matters_of_one_caption_have_events_of_their_own() {
    let here = folder("alike");
    fs::create_dir_all(here.join("all/a")).unwrap();
    fs::create_dir_all(here.join("all/b")).unwrap();
    fs::write(here.join("all/a/plan.order"), MATTER).unwrap();
    let write = |text: &str| {
        fs::write(here.join("all/b/plan.order"), text).unwrap();
        let output = run(&here, &["due", "all", "--as-of", "2024-03-25", "--format", "ics"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap().replace("\r\n ", "");
        let uids: Vec<&str> = text.lines().filter(|l| l.starts_with("UID:")).collect();
        let distinct: std::collections::BTreeSet<&&str> = uids.iter().collect();
        assert_eq!((uids.len(), distinct.len()), (10, 10), "{text}");
        text
    };
    assert!(write(MATTER).contains("X-ORDAIN-MATTER:Quill v. Wren\\, W.D. Wash.\\, all/b"));
    let other = write(&MATTER.replace("W.D. Wash.", "E.D. Wash."));
    assert!(other.contains("X-ORDAIN-MATTER:Quill v. Wren\\, E.D. Wash.\r\n"), "{other}");
}

#[test]
fn the_days_of_one_party_are_a_calendar_of_their_own() {
    let here = folder("party");
    calendar(&here, "2024-03-25");
    let own = ["due", "m", "--as-of", "2024-03-25", "--party", "Wren", "--calendar"];
    let refused = run(&here, &[&own[..], &["days.ics"]].concat());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(refused.status.code() == Some(2) && said.contains("has the days of all parties"), "{said}");
    let first = run(&here, &[&own[..], &["wren.ics"]].concat());
    assert_eq!(first.status.code(), Some(0), "{first:?}");
    let text = fs::read_to_string(here.join("wren.ics")).unwrap();
    assert!(text.contains("X-ORDAIN-PARTY:Wren\r\n") && !text.contains("initial disclosures"), "{text}");
    assert_eq!(run(&here, &[&own[..], &["wren.ics"]].concat()).status.code(), Some(0));
    assert_eq!(fs::read_to_string(here.join("wren.ics")).unwrap(), text);
}

#[test]
fn a_matter_that_was_not_read_loses_no_day() {
    let here = folder("unread");
    fs::create_dir(here.join("other")).unwrap();
    fs::write(here.join("other/o.order"), MATTER.replace("Quill v. Wren", "Loon v. Teal")).unwrap();
    let due = ["due", "m", "other", "--as-of", "2024-03-25", "--calendar", "days.ics"];
    assert_eq!(run(&here, &due).status.code(), Some(0));
    let before = fs::read_to_string(here.join("days.ics")).unwrap();
    // Of one matter a line cannot be read; the other one loses a paragraph, which is certain.
    fs::write(here.join("m/plan.order"), MATTER.replace("must file answer", "mst fle answer")).unwrap();
    let shorter = MATTER
        .replace("Quill v. Wren", "Loon v. Teal")
        .replace("¶ 4  Wren must serve report by June 3, 2024 at 5:00 p.m.\n", "");
    fs::write(here.join("other/o.order"), shorter).unwrap();
    assert_eq!(run(&here, &due).status.code(), Some(2));
    let after = fs::read_to_string(here.join("days.ics")).unwrap();
    assert_eq!((before.matches("BEGIN:VEVENT").count(), after.matches("BEGIN:VEVENT").count()), (10, 10));
    assert_eq!(after.matches("STATUS:CANCELLED").count(), 1, "{after}");
    // A matter whose folder is gone stays as it was.
    fs::rename(here.join("other"), here.join("moved")).unwrap();
    assert_eq!(run(&here, &due).status.code(), Some(2));
    let gone = fs::read_to_string(here.join("days.ics")).unwrap();
    assert_eq!((gone.matches("BEGIN:VEVENT").count(), gone.matches("STATUS:CANCELLED").count()), (10, 1), "{gone}");
}

#[test]
fn what_is_asked_for_in_vain_is_said() {
    let here = folder("vain");
    for (args, why) in [
        (&["--party", "Wrem"][..], "no matter has a party `Wrem`: did you mean `Wren`?"),
        (&["--alarm", "7d"], "`--alarm` is for a calendar"),
        (&["--within", "soon"], "is no number of days"),
    ] {
        let mut all = vec!["due", "m", "--as-of", "2024-03-25"];
        all.extend(args);
        let output = run(&here, &all);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && said.contains(why), "{said}");
    }
    let output = run(&here, &["due", "m", "nowhere", "--as-of", "2024-03-25"]);
    assert_eq!(output.status.code(), Some(2));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("Wren must file answer") && shown.contains("`nowhere` was not read"), "{shown}");
}

#[test]
fn the_list_as_json_is_as_its_schema_says() {
    let here = folder("json");
    let schema: Value = serde_json::from_slice(&run(&here, &["schema", "due"]).stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let output = run(&here, &["due", "m", "nowhere", "--as-of", "2024-03-25", "--within", "60d", "--format", "json"]);
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    let wrong: Vec<String> = validator.iter_errors(&list).map(|e| format!("{e} at {}", e.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let due: Vec<&str> = list["days"].as_array().unwrap().iter().filter_map(|d| d["due"].as_str()).collect();
    assert_eq!(due, ["2024-04-08", "2024-04-15", "2024-05-06", "2024-05-20"]);
}

/// Another program reads the file: every event with the moment that the list has, by the zone that the file describes.
#[test]
fn icalendar_reads_the_same_days() {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let there = Command::new(&python).args(["-c", "import icalendar"]).stderr(Stdio::null()).status();
    if !there.is_ok_and(|s| s.success()) {
        eprintln!("not compared: `{python}` has no icalendar (pip install icalendar, or PYTHON=…)");
        return;
    }
    let here = folder("icalendar");
    let args = ["due", "m", "--as-of", "2024-03-25", "--alarm", "7d"];
    let text = run(&here, &[&args[..], &["--format", "ics"]].concat()).stdout;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/oracle/calendar_file.py");
    let mut child = Command::new(&python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&text).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "the script failed");
    let read: Value = serde_json::from_slice(&output.stdout).unwrap();
    let starts: Vec<&str> = read.as_array().unwrap().iter().filter_map(|e| e["start"].as_str()).collect();
    let expected = ["2024-04-08", "2024-04-15", "2024-05-06", "2024-05-20T09:30:00-07:00", "2024-06-03T17:00:00-07:00"];
    assert_eq!(starts, expected);
    let alarms: Vec<i64> = read.as_array().unwrap().iter().filter_map(|e| e["alarm_days"].as_i64()).collect();
    assert_eq!(alarms, [-7; 5]);
}
