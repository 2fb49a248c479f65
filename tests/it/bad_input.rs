//! Bad input that cannot be written in Markdown: bytes, great lengths, folders.
//! Whatever comes in, a report comes out, and it says so in words.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::Kind;

const HEAD: &str = "matter \"Doe v. Acme\"\nparty Defendants\norder MTC, entered October 19, 2023\n";
const DUTY: &str = "¶ 1  Defendants must file answer by December 1, 2023\n";
/// Generous: a debug build on a busy machine. What is caught is a cost that is not linear.
const PATIENCE: Duration = Duration::from_secs(60);

fn read(bytes: Vec<u8>) -> Report {
    let begun = Instant::now();
    let texts = vec![Text { path: "case.order".to_owned(), bytes }];
    let day = NaiveDate::from_ymd_opt(2023, 12, 5).unwrap();
    let report =
        check(texts, "case", &Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) });
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    report
}

/// The codes, each with the words underlined.
fn found(report: &Report) -> Vec<(&str, &str)> {
    let errors = report.diagnostics.iter().filter(|d| !d.code.id.starts_with("D03"));
    errors.map(|d| (d.code.id, report.sources.text(d.span()))).collect()
}

fn answers(report: &Report) -> Vec<(&str, Kind)> {
    report.verdicts().iter().map(|v| (v.id.as_str(), v.kind)).collect()
}

#[test]
fn not_utf8_is_an_error_at_the_byte_and_the_rest_is_read() {
    let mut bytes = format!("{HEAD}{DUTY}").into_bytes();
    bytes.extend(b"\xff\xfe\x80\n");
    let report = read(bytes);
    assert!(found(&report).iter().any(|(c, _)| c.starts_with('N')), "{:?}", found(&report));
    assert_eq!(answers(&report), [("MTC ¶ 1", Kind::Undetermined)]);
    assert!(report.incomplete);
}

#[test]
fn a_byte_order_mark_crlf_tabs_and_no_last_newline_change_nothing() {
    let plain = read(format!("{HEAD}{DUTY}").into_bytes());
    let text = format!("\u{feff}{HEAD}{DUTY}").replace('\n', "\r\n").replace("  ", "\t");
    let other = read(text.trim_end().as_bytes().to_vec());
    assert_eq!(found(&other), []);
    assert_eq!(answers(&other), answers(&plain));
}

#[test]
fn spaces_that_do_not_break_are_spaces() {
    let text = format!("{HEAD}{DUTY}").replace(' ', "\u{a0}");
    let report = read(text.into_bytes());
    assert_eq!(found(&report), []);
    assert_eq!(answers(&report), [("MTC ¶ 1", Kind::Undetermined)]);
}

#[test]
fn control_characters_are_errors_where_they_stand() {
    for c in ['\u{1b}', '\0', '\u{202e}', '\u{7f}'] {
        let report = read(format!("{HEAD}¶ 1  Defendants must file {c}answer by December 1, 2023\n").into_bytes());
        let hidden = c.to_string();
        assert_eq!(found(&report), [("S0107", hidden.as_str())]);
    }
}

#[test]
fn ten_thousand_parentheses_are_one_error() {
    for (open, close) in [("(", ""), ("(", ")"), ("[", "]"), ("\"", ""), ("“", "")] {
        let nest = format!("{}{}", open.repeat(10_000), close.repeat(10_000));
        let report = read(format!("{HEAD}¶ 1  Defendants must file {nest} by December 1, 2023\n{DUTY}").into_bytes());
        assert!(report.incomplete, "{open}");
        assert!(found(&report).len() <= 3, "{open}: {} errors", found(&report).len());
    }
}

#[test]
fn a_line_of_ten_megabytes_is_refused_and_the_rest_is_read() {
    for word in ["a", "a ", "must ", "( ", "\"", "¶ ", "by ", "“x” "] {
        let long = word.repeat(10_000_000 / word.len());
        let report = read(format!("{HEAD}{DUTY}¶ 2  Defendants must file {long}\n").into_bytes());
        let all = found(&report);
        assert_eq!(all.first().map(|(c, _)| *c), Some("S0108"), "{word:?}: {} errors", all.len());
        assert_eq!(all.len(), 1, "{word:?}");
        assert_eq!(answers(&report), [("MTC ¶ 1", Kind::Undetermined)]);
    }
}

#[test]
fn no_bytes_stop_the_reader() {
    let seeds: [&[u8]; 6] = [b"", b"\xef\xbb\xbf", b"\0", b"\n\n\n", b"\xc2", "¶".as_bytes()];
    for seed in seeds {
        for times in [1, 100, 10_000] {
            read(seed.repeat(times));
        }
    }
}

#[test]
fn the_text_cut_anywhere_is_read() {
    let text = format!("{HEAD}{DUTY}     source MTC at 16\n     quote \"shall answer\"\n");
    for at in 0..=text.len() {
        read(text.as_bytes()[..at].to_vec());
    }
}

// ----- folders ---------------------------------------------------------------

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bad_input").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &PathBuf, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(args).env("NO_COLOR", "1").output().unwrap()
}

#[test]
fn a_folder_without_a_matter_says_what_belongs_in_it() {
    let here = folder("empty");
    let output = run(&here, &["check", ".", "--as-of", "2024-01-01"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(".order"), "{said}");
}

#[test]
fn a_folder_that_is_not_there_says_so() {
    let here = folder("missing");
    let output = run(&here, &["check", "nowhere", "--as-of", "2024-01-01"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("nowhere"));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_said_and_nothing_is_breached() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder("locked");
    fs::write(here.join("a.order"), format!("{HEAD}{DUTY}")).unwrap();
    let locked = here.join("record.facts");
    fs::write(&locked, "the record is complete through December 31, 2023 for filings by Defendants\n").unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read(&locked).is_ok() {
        return; // whoever runs this may read everything
    }
    let output = run(&here, &["check", ".", "--as-of", "2023-12-05"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("record.facts"));
}

#[test]
fn no_escape_sequence_of_a_file_reaches_the_terminal() {
    let here = folder("escape");
    let text = format!("{HEAD}¶ 1  Defendants must file \"\u{1b}[31mred\u{7}\" by December 1, 2023\nx\u{1b}]8;;http\n");
    fs::write(here.join("a.order"), text).unwrap();
    for format in ["terminal", "plain", "json"] {
        let output = run(&here, &["check", ".", "--as-of", "2023-12-05", "--color", "never", "--format", format]);
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(!output.stdout.contains(&0x1b) && !output.stdout.contains(&7), "{format}");
    }
}
