//! Bad files under a duty over rows, through the command: each is a clear finding or
//! error, no breach rests on what could not be read, and no row is lost from the count.

#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::path::Path;
use std::process::Command;

use super::support::gz;

const ORDER: &str = "matter \"Doe v. Acme\"\nparty Defendants\n  members Acme\nrecord CAR \"Record\"\n  category 1 \"A\"\n  \
    category 2 \"B\"\norder MTC, entered October 19, 2023\n\
    ¶ 1  Defendants must produce each document in CAR categories 1-2 by December 1, 2023\n";

fn facts(file: &str) -> String {
    format!(
        "table documents from \"{file}\"\n  rows are documents\n  columns bates is \"id\", category is \"cat\", produced \
         is \"on\"\n  by Defendants\n  complete through April 5, 2024\n"
    )
}

/// What the command says of a matter whose table is this file, its exit status, and its report as JSON.
fn checked(file: &str, bytes: &[u8], more: &[&str]) -> (String, Option<i32>, serde_json::Value) {
    let home = tempfile::tempdir().expect("a folder");
    for (name, text) in [("a.order", ORDER.to_owned()), ("a.facts", facts(file))] {
        std::fs::write(home.path().join(name), text).expect("a file");
    }
    std::fs::write(home.path().join(file), bytes).expect("a file");
    let run = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
        command.current_dir(home.path()).args(["check", ".", "--as-of", "2024-04-05", "--format", format]).args(more);
        command.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE").output().expect("the binary runs")
    };
    let plain = run("plain");
    let json = serde_json::from_slice(&run("json").stdout).expect("a report");
    (String::from_utf8(plain.stdout).expect("text"), plain.status.code(), json)
}

/// The verdicts of the paragraph and of its parts.
fn kinds(json: &serde_json::Value) -> String {
    json["verdicts"].to_string()
}

/// No row is in two counts, and none in none.
#[track_caller]
fn counted(json: &serde_json::Value, rows: u64, unreadable: u64) {
    let counts = &json["tables"]["counts"][0];
    assert_eq!((counts["rows"].as_u64(), counts["unreadable"].as_u64()), (Some(rows), Some(unreadable)), "{counts}");
    let sum = counts["used"].as_u64().unwrap_or(0) + counts["unused"].as_u64().unwrap_or(0) + unreadable;
    assert_eq!(sum, rows);
}

#[test]
fn each_planted_mistake_names_its_row_its_column_and_what_to_write() {
    let good = "id,cat,on,wh\nD1,1,2023-11-20,false\nD2,2,2023-11-21,false\nD3,1,2023-11-22,false\n";
    for (from, to, said) in [
        ("2023-11-21", "12/05/2023", ["row 2 of documents, column `on`", "`12/05/2023`", "year-month-day"]),
        ("2023-11-21", "2023-11-31", ["row 2 of documents, column `on`", "`2023-11-31`", "write a day that exists"]),
        ("D3,1", "D2,1", ["`D2` has 2 rows in documents", "differ in `cat`", "keep the row that is right"]),
        ("D2,2", "D2,7", ["row 2 of documents, column `cat`", "no category `7`", "write `1` or `2`"]),
    ] {
        let (text, status, json) = checked("d.csv", good.replace(from, to).as_bytes(), &[]);
        for words in said {
            assert!(text.to_lowercase().contains(&words.to_lowercase()), "{to}: `{words}` is not in\n{text}");
        }
        assert_ne!(status, Some(1), "{to}: no breach rests on it\n{text}");
        assert!(kinds(&json).contains("undetermined"), "{to}");
        counted(&json, 3, u64::from(to != "D2,1"));
    }
    // A slip in the rule is an error on its word.
    let home = tempfile::tempdir().expect("a folder");
    let order = ORDER.replace(" by December", " where produecd is before May 3, 2024 by December");
    for (name, text) in [("a.order", order), ("a.facts", facts("d.csv")), ("d.csv", good.to_owned())] {
        std::fs::write(home.path().join(name), text).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let output = command.current_dir(home.path()).args(["check", ".", "--as-of", "2024-04-05", "--format", "plain"]);
    let output = output.output().expect("the binary runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("no column for `produecd`") && text.contains("did you mean `produced`"), "{text}");
}

#[test]
fn yes_and_no_in_another_spelling() {
    let home = tempfile::tempdir().expect("a folder");
    let order = ORDER.replace("categories 1-2", "categories 1-2 not withheld");
    let facts = facts("d.csv").replace("is \"on\"", "is \"on\", withheld is \"wh\"");
    let rows = "id,cat,on,wh\nD1,1,2023-11-20,false\nD2,2,,false\nD3,1,,FALSE\n";
    for (name, text) in [("a.order", order.as_str()), ("a.facts", &facts), ("d.csv", rows)] {
        std::fs::write(home.path().join(name), text).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let output = command.current_dir(home.path()).args(["check", ".", "--as-of", "2024-04-05", "--format", "plain"]);
    let text = String::from_utf8_lossy(&output.output().expect("the binary runs").stdout).into_owned();
    for words in ["row 3 of documents, column `wh`", "`FALSE`", "write `true` or `false`"] {
        assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words}: {text}");
    }
}

#[test]
fn files_that_are_cut_short_or_become_huge_decide_nothing() {
    let rows: String =
        (0..40_000_u32).map(|i| format!("D{i},1,2023-11-{:02}\n", i.wrapping_mul(7919) % 28 + 1)).collect();
    let packed = gz(format!("id,cat,on\n{rows}").as_bytes());
    let (text, status, json) = checked("d.csv.gz", &packed[..packed.len() / 2], &[]);
    assert_eq!(status, Some(2), "{text}");
    assert!(text.contains("cut short"), "{text}");
    assert!(!kinds(&json).contains("breached"), "{text}");
    // Sixty million bytes of nothing in sixty thousand.
    let bomb = gz(format!("id,cat,on\n{}", " ".repeat(80_000_000)).as_bytes());
    let (text, status, json) = checked("d.csv.gz", &bomb, &[]);
    assert_eq!(status, Some(2), "{text}");
    assert!(!kinds(&json).contains("breached"), "{text}");
}

#[test]
fn a_line_that_no_person_wrote_is_one_row_that_cannot_be_read() {
    let mut bytes = b"id,cat,on\nD1,1,2023-11-20\nD2,1,".to_vec();
    bytes.resize(bytes.len() + 200_000_000, b'x');
    bytes.extend_from_slice(b"\nD3,1,2023-11-20\n");
    let (text, status, json) = checked("d.csv", &bytes, &[]);
    assert_eq!(status, Some(2), "{}", text.get(..2000).unwrap_or(&text));
    assert!(text.len() < 20_000, "the line itself is not shown: {} bytes", text.len());
    assert!(text.contains("Row 2 of documents cannot be read: it is longer than"), "{text}");
    counted(&json, 3, 1);
}

#[test]
fn a_formula_is_written_back_as_text() {
    let rows = "id,cat,on\n\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",1,\nD2,1,2023-11-20\n";
    let home = tempfile::tempdir().expect("a folder");
    for (name, text) in [("a.order", ORDER), ("a.facts", &facts("d.csv")), ("d.csv", rows)] {
        std::fs::write(home.path().join(name), text).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let args = ["check", ".", "--as-of", "2024-04-05", "--findings", "out.csv"];
    command.current_dir(home.path()).args(args).output().expect("the binary runs");
    let written = std::fs::read_to_string(home.path().join("out.csv")).expect("the findings");
    assert!(written.contains("\"'=HYPERLINK("), "{written}");
    assert!(!written.lines().any(|l| l.split(',').any(|c| c.trim_matches('"').starts_with('='))), "{written}");
}

#[test]
fn a_standard_rule_is_among_the_inputs_of_the_report() {
    let home = tempfile::tempdir().expect("a folder");
    let order = "matter \"Doe v. Acme\"\nparty Acme\norder Protocol, entered February 1, 2024\n¶ 1  incorporates Bates integrity as to Acme\n";
    for (name, text) in [
        ("a.order", order),
        ("a.facts", &facts("d.csv").replace("Defendants", "Acme")),
        ("d.csv", "id,cat,on\nD1,1,\n"),
    ] {
        std::fs::write(home.path().join(name), text).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let args = ["check", ".", "--as-of", "2024-04-05", "--format", "json"];
    let output = command.current_dir(home.path()).args(args).output().expect("the binary runs");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    let paths: Vec<&str> = json["inputs"].as_array().into_iter().flatten().filter_map(|i| i["path"].as_str()).collect();
    assert!(paths.iter().any(|p| Path::new(p).ends_with("bates-integrity.order")), "{paths:?}");
}
