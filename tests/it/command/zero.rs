//! Every way to an exit status of 0 that is none: a file that nobody read, a report that judges nothing, what was known
//! of something else. Status 0 says that all of the folder was read and nothing is breached; where something was left
//! aside the report says so, and with `--strict` the status is 3.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HEAD: &str =
    "matter \"Vane v. Weir\"\n  court D. Or.\nparty Vane\nparty Weir\norder Brief \"Order\", entered March 1, 2024\n";
const MISSED: &str = "¶ 1  Weir must file brief by March 15, 2024\n";
const OPEN: &str = "¶ 2  Vane may file reply\n";
const RECORD: &str = "the record is complete through April 1, 2024 for filings by Weir\n";

/// What must come of a run.
#[derive(Clone, Copy)]
enum Wanted {
    /// Refused: 2.
    Wrong,
    /// The breach is found: 1.
    Breached,
    /// 0, with a finding of this code that names what was left aside; 3 with `--strict`.
    Open(&'static str, &'static str),
}

fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("zero").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("m")).unwrap();
    for (path, text) in files {
        let place = folder.join("m").join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(args).env("NO_COLOR", "1").output().unwrap()
}

fn holds(name: &str, folder: &Path, args: &[&str], wanted: Wanted) {
    let day: &[&str] = if args.contains(&"--as-of") { &[] } else { &["--as-of", "2024-04-01"] };
    let check = |more: &[&str]| run(folder, &[&["check", "m"], day, args, more].concat());
    // Every format says it; each case tries two of them.
    let others = ["plain", "markdown", "terminal", "github", "gitlab", "rdjson", "sarif", "junit"];
    let other = others[name.bytes().map(usize::from).sum::<usize>() % others.len()];
    for format in ["json", other] {
        let output = check(&["--format", format, "--width", "200"]);
        let strict = check(&["--format", format, "--strict"]);
        let said = String::from_utf8_lossy(&output.stdout).replace('\\', "");
        let codes = (output.status.code(), strict.status.code());
        match wanted {
            Wanted::Wrong => assert_eq!(codes, (Some(2), Some(2)), "{name}, {format}: {said}"),
            Wanted::Breached => assert_eq!(codes, (Some(1), Some(1)), "{name}, {format}: {said}"),
            Wanted::Open(code, what) => {
                assert_eq!(codes, (Some(0), Some(3)), "{name}, {format}: {said}");
                assert!(said.contains(code) && said.contains(what), "{name}, {format}: {code} of {what}: {said}");
            }
        }
    }
}

fn both(order: &str, more: &str) -> String {
    format!("{HEAD}{order}{more}")
}

#[test]
fn no_file_of_a_matter_passes_unread() {
    let (open, missed) = (both("", OPEN), both(MISSED, OPEN));
    let second = format!("order Second \"Second Order\", entered March 2, 2024\n{MISSED}");
    let near = |name: &'static str| (name, name, Wanted::Open("L0501", name));
    let below = |name: &'static str, folder: &'static str| (name, folder, Wanted::Open("L0502", folder));
    for (name, what, wanted) in [
        ("b.Order", "", Wanted::Breached),
        ("b.ORDER", "", Wanted::Breached),
        near("b.orders"),
        near("b.order.txt"),
        near(".b.order"),
        near("b.order~"),
        below("amended/b.order", "amended"),
        below("amended/by/2024/b.Order", "amended/by/2024"),
        ("archive/r.facts", "archive", Wanted::Open("L0501", "archive")),
    ] {
        let here = folder("near", &[("a.order", &open), (name, &second), ("r.facts", RECORD)]);
        assert!(what.is_empty() || name.starts_with(what));
        holds(name, &here, &[], wanted);
    }
    for (name, wanted) in [
        ("r.facts", Wanted::Breached),
        ("r.FACTS", Wanted::Breached),
        ("r.fact", Wanted::Open("L0501", "r.fact")),
        ("r.facts~", Wanted::Open("L0501", "r.facts~")),
    ] {
        let here = folder("records", &[("a.order", &missed), (name, RECORD)]);
        holds(name, &here, &[], wanted);
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused() {
    for name in ["a.order", "r.facts", "x.calendar", "x.format", "R.FACTS"] {
        let here = folder("folders", &[("b.order", &both("", OPEN))]);
        fs::create_dir(here.join("m").join(name)).unwrap();
        holds(name, &here, &[], Wanted::Wrong);
        let here = folder("pipes", &[("b.order", &both("", OPEN))]);
        assert!(Command::new("mkfifo").arg(here.join("m").join(name)).status().unwrap().success());
        holds(name, &here, &[], Wanted::Wrong);
    }
    let here = folder("alone", &[]);
    fs::create_dir(here.join("m/x.order")).unwrap();
    holds("a folder alone", &here, &[], Wanted::Wrong);
}

#[test]
fn no_report_without_a_verdict_is_silent() {
    let whole = both(MISSED, OPEN);
    for (name, text, day, code, what) in [
        ("empty", "", "2024-04-01", "L0504", "a.order"),
        ("comments", "# to be written\n", "2024-04-01", "L0504", "a.order"),
        ("caption", "matter \"Vane v. Weir\"\n", "2024-04-01", "L0503", "no paragraph"),
        ("head", HEAD, "2024-04-01", "L0503", "no paragraph"),
        ("before", &whole, "1800-01-01", "L0503", "there was no order; the first is of"),
        ("year 0", &whole, "0000-01-01", "L0503", "there was no order; the first is of"),
    ] {
        let here = folder("silent", &[("a.order", text), ("r.facts", RECORD)]);
        let here = if text.is_empty() || text == HEAD || name != "before" && name != "year 0" {
            fs::remove_file(here.join("m/r.facts")).unwrap();
            here
        } else {
            here
        };
        holds(name, &here, &["--as-of", day], Wanted::Open(code, what));
    }
    let here = folder("empty-record", &[("a.order", &both("", OPEN)), ("r.facts", "")]);
    holds("an empty record", &here, &[], Wanted::Open("L0504", "r.facts"));
}

#[test]
fn no_file_of_a_table_passes_unread() {
    let order = both("¶ 1  Weir must produce each document by March 15, 2024\n", OPEN);
    let facts = |path: &str| {
        format!(
            "table documents from \"{path}\"\n  rows are documents\n  columns bates is \"id\", produced is \"day\"\n  by Weir\n  \
             complete through April 1, 2024\n"
        )
    };
    let (good, bad) = ("id,day\nW-1,2024-03-14\n", "id,day\nW-2,\n");
    for (name, path, wanted) in [
        ("volumes/two.CSV", "volumes/*.csv", Wanted::Breached),
        ("volumes/more/two.csv", "volumes", Wanted::Open("F0311", "volumes/more")),
        ("volumes/.two.csv", "volumes", Wanted::Open("F0311", "volumes/.two.csv")),
        ("volumes/.two.csv", "volumes/*.csv", Wanted::Open("F0311", "volumes/.two.csv")),
    ] {
        let here =
            folder("tables", &[("a.order", &order), ("t.facts", &facts(path)), ("volumes/one.csv", good), (name, bad)]);
        holds(name, &here, &[], wanted);
    }
}

#[test]
fn what_is_known_of_something_else_is_not_known_here() {
    let files = [("a.order", both(MISSED, OPEN)), ("r.facts", RECORD.to_owned())];
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let known = |matter: &str, as_of: &str| {
        format!(
            "{{\"schema\":\"ordain.baseline/1\",\"matter\":\"{matter}\",\"view\":\"court\",\"as_of\":\"{as_of}\",\
             \"known\":[{{\"id\":\"Brief ¶ 1\",\"verdict\":\"breached\",\"due\":\"2024-03-15\"}}]}}"
        )
    };
    let here = folder("baselines", &files);
    let write = |text: String| fs::write(here.join("known.json"), text).unwrap();
    write(known("Vane v. Weir", "2024-03-20"));
    assert_eq!(run(&here, &["check", "m", "--as-of", "2024-04-01", "--baseline", "known.json"]).status.code(), Some(0));
    for (matter, as_of) in
        [("Vane v. Wear", "2024-03-20"), ("Vane v. Weir", "2024-04-02"), ("Vane v. Weir", "\\u001b[31m")]
    {
        write(known(matter, as_of));
        holds("a baseline", &here, &["--baseline", "known.json"], Wanted::Wrong);
    }
    // One that is merely found is not used at all.
    write(known("Vane v. Weir", "2024-03-20"));
    fs::write(here.join(".ordain.toml"), "baseline = \"known.json\"\nallow = [\"D0303\"]\nview = \"Weir\"\n").unwrap();
    holds("settings", &here, &[], Wanted::Breached);
}

/// `ordain test` and a run of many: a matter that is not run is said.
#[test]
fn no_matter_of_a_folder_passes_unread() {
    let expects = |verdict: &str| both(MISSED, &format!("{OPEN}expect Brief ¶ 1 {verdict} on April 1, 2024\n"));
    let here = folder(
        "test",
        &[("one/a.order", &expects("undetermined")), ("two/three/four/five/six/b.Order", &expects("met"))],
    );
    let output = run(&here, &["test", "m"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let here = folder(
        "search",
        &[("one/a.order", &both("", OPEN)), ("two/b.orders", &both(MISSED, OPEN)), ("three/r.facts", RECORD)],
    );
    holds("near names", &here, &[], Wanted::Open("", "m/two/b.orders"));
    holds("facts alone", &here, &[], Wanted::Open("", "m/three"));
}

/// What cannot be written is no success, be it only the help.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_no_success() {
    for args in [&["--help"][..], &["--version"], &["check", "--help"], &["explain", "D0301"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let status = Command::new(env!("CARGO_BIN_EXE_ordain")).args(args).stdout(full).status().unwrap();
        assert_eq!(status.code(), Some(2), "{args:?}");
    }
}

/// A table of the papers that Weir sent, and a duty on each of them.
const LIST: &str = "table letters from \"letters.csv\"\n  rows are documents\n  columns bates is \"no\", produced is \"sent\"\n  \
                    by Weir\n  complete through April 1, 2024\n  source Dkt. 7\n";
const EACH: &str = "¶ 1  Weir must produce each document by March 15, 2024\n";

/// Whatever ends its lines, a row that is in the file is judged: the second of each of these files is missed.
#[test]
fn no_row_is_lost_at_the_end_of_a_line() {
    for (name, rows) in [
        ("carriage returns", "no,sent\rVW1,2024-03-01\rVW2,\r"),
        ("a carriage return before a line feed", "no,sent\rVW1,2024-03-01\rVW2,\nVW3,2024-03-02\n"),
        ("line feeds", "no,sent\nVW1,2024-03-01\nVW2,\n"),
        ("both", "no,sent\r\nVW1,2024-03-01\r\nVW2,\r\n"),
        ("no end", "no,sent\nVW1,2024-03-01\nVW2,"),
    ] {
        let folder = folder(
            &format!("ends-{}", name.replace(' ', "-")),
            &[("a.order", &format!("{HEAD}{EACH}")), ("r.facts", LIST), ("letters.csv", rows)],
        );
        holds(name, &folder, &[], Wanted::Breached);
        let seen = run(&folder, &["inspect", "m/letters.csv"]);
        let seen = String::from_utf8_lossy(&seen.stdout).into_owned();
        let all = rows.split(['\r', '\n']).filter(|r| !r.is_empty()).count() - 1;
        assert!(seen.contains(&format!("{all} read")), "{name}: {seen}");
    }
}

/// A row that cannot be read may be the one that was missed.
#[test]
fn a_row_that_cannot_be_read_is_no_success() {
    for (name, rows) in [
        ("a value more", "no,sent\nVW1,2024-03-01\nVW2,2024-03-02,x\n"),
        ("a mark that never closes", "no,sent\nVW1,2024-03-01\nVW2,\"2024-03-02\nVW3,2024-03-02\n"),
        ("no day", "no,sent\nVW1,2024-03-01\nVW2,soon\n"),
    ] {
        let folder = folder(
            &format!("unread-{}", name.replace(' ', "-")),
            &[("a.order", &format!("{HEAD}{EACH}")), ("r.facts", LIST), ("letters.csv", rows)],
        );
        holds(name, &folder, &[], Wanted::Wrong);
        let said = run(&folder, &["check", "m", "--as-of", "2024-04-01", "--format", "json"]);
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.contains("\"verdict\": \"undetermined\""), "{name}: {said}");
    }
}

/// A report that comes again in other units than days was due, and was never filed. In hours nobody can say when: the
/// record has days.
#[test]
fn what_comes_again_falls_due_in_every_unit() {
    for every in ["court day", "business day", "2 court days", "48 hours", "week", "month"] {
        let order = format!(
            "{HEAD}¶ 1  Weir must file report first by March 4, 2024 and every {every} thereafter until March 29, 2024\n"
        );
        let folder = folder(&format!("every-{}", every.replace(' ', "-")), &[("a.order", &order), ("r.facts", RECORD)]);
        match every {
            "48 hours" => holds(every, &folder, &[], Wanted::Open("D0302", "")),
            _ => holds(every, &folder, &[], Wanted::Breached),
        }
    }
}

/// Of more instances, or of a longer chain, than are decided one by one nothing is said to be met or not yet due.
#[test]
fn nothing_behind_a_limit_is_a_success() {
    let days = (0..2000).map(|k| {
        let day = chrono::NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + chrono::Days::new(k);
        format!("on {day} Weir filed report\n  source Dkt. {k}\n")
    });
    let daily = "¶ 1  Weir must file report first by January 1, 2010 and every day thereafter until April 1, 2024\n";
    let early = HEAD.replace("March 1, 2024", "December 1, 2009");
    let folder_of_days =
        folder("daily", &[("a.order", &format!("{early}{daily}")), ("r.facts", &days.collect::<String>())]);
    let strict = run(&folder_of_days, &["check", "m", "--as-of", "2024-04-01", "--strict"]);
    assert_ne!(strict.status.code(), Some(0), "{}", String::from_utf8_lossy(&strict.stdout));
    let first = "¶ 1  Weir must file brief by March 4, 2024\n".to_owned();
    let chain = (2..=80).fold(first, |all, k| {
        format!("{all}¶ {k}  Weir must file \"brief {k}\" within 1 day after ¶ {} is due\n", k - 1)
    });
    let folder_of_chain = folder("chain", &[("a.order", &format!("{HEAD}{chain}")), ("r.facts", RECORD)]);
    let strict = run(&folder_of_chain, &["check", "m", "--as-of", "2024-04-01", "--strict", "--format", "json"]);
    let said = String::from_utf8_lossy(&strict.stdout).into_owned();
    assert!(strict.status.code().is_some_and(|c| c != 0), "{said}");
    assert!(!said.contains("\"verdict\": \"waiting\""), "{said}");
}
