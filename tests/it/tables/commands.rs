//! The commands, on folders as a firm has them.

#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::support::{dat, gz};

fn ordain(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(args).env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    // A command that does not read its input closes it.
    let _ = child.stdin.take().map(|mut i| i.write_all(input));
    child.wait_with_output().expect("the binary ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

const ORDER: &str = "matter \"Doe v. Acme\"\nparty Defendants\norder MTC, entered October 19, 2023\n\
    ¶ 1  Defendants must file answer by December 1, 2023\n";
const CSV: &str = "BEGDOC,ENDDOC\nDOE-0001,DOE-0002\n";

/// A matter with one table, and a file beside it.
fn matter(table: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("matter");
    std::fs::create_dir_all(folder.join("productions")).expect("a folder");
    std::fs::write(home.path().join("outside.csv"), CSV).expect("a file");
    std::fs::write(folder.join("a.order"), ORDER).expect("a file");
    std::fs::write(folder.join("a.facts"), table).expect("a file");
    for name in ["VOL001.csv", "VOL002.csv"] {
        std::fs::write(folder.join("productions").join(name), CSV).expect("a file");
    }
    home
}

fn checked(table: &str, more: &[&str]) -> (String, Option<i32>) {
    let home = matter(table);
    let args = [&["check", "matter", "--as-of", "2023-11-01", "--format", "plain"], more].concat();
    let output = ordain(home.path(), &args, b"");
    (out(&output), output.status.code())
}

#[test]
fn folders_and_patterns_are_one_table() {
    for path in ["productions", "productions/*.csv", "productions/VOL00?.csv", "*/VOL001.csv"] {
        let (said, status) = checked(&format!("table documents from \"{path}\" as Concordance\n"), &[]);
        assert_eq!(status, Some(0), "{path}: {said}");
    }
    let (said, status) = checked("table documents from \"productions/VOL01.csv\" as Concordance\n", &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("productions/VOL001.csv"), "the nearest name is offered: {said}");
}

#[test]
fn a_path_out_of_the_folder_is_refused_unless_it_is_allowed() {
    let table = "table documents from \"../outside.csv\" as Concordance\n";
    let (said, status) = checked(table, &[]);
    assert_eq!(status, Some(2), "{said}");
    assert!(said.contains("F0302") && said.contains("--allow-outside"), "{said}");
    let (said, status) = checked(table, &["--allow-outside"]);
    assert_eq!(status, Some(0), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let home = matter("table documents from \"productions/link.csv\" as Concordance\n");
    let link = home.path().join("matter/productions/link.csv");
    std::os::unix::fs::symlink(home.path().join("outside.csv"), link).expect("a link");
    let output = ordain(home.path(), &["check", "matter", "--as-of", "2023-11-01"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("F0302"), "{}", out(&output));
}

#[test]
fn the_standard_input_is_read_packed_or_not() {
    let home = tempfile::tempdir().expect("a folder");
    let text = dat("þBEGDOCþ¦þENDDOCþ\r\nþ0001þ¦þ0002þ\r\n");
    for input in [text.clone().into_bytes(), gz(text.as_bytes())] {
        let said = out(&ordain(home.path(), &["inspect", "-"], &input));
        assert!(said.contains("rows        1 read, none unreadable"), "{said}");
    }
}

#[test]
fn nothing_of_a_file_steers_the_terminal() {
    let home = tempfile::tempdir().expect("a folder");
    let hostile = "BEGDOC\u{1b}[2J,\u{202e}ENDDOC,DATESENT\nA-1,A-1,\u{1b}]0;x\u{7}1/2/2023\n";
    for format in ["text", "json"] {
        let said = out(&ordain(home.path(), &["inspect", "-", "--format", format], hostile.as_bytes()));
        assert!(!said.contains('\u{1b}') && !said.contains('\u{7}'), "{said:?}");
        assert!(format == "json" || !said.contains('\u{202e}'), "{said:?}");
    }
}

#[test]
fn what_is_pasted_is_read_and_no_line_is_wider_than_the_screen() {
    let home = matter("");
    let folder = home.path().join("matter");
    let output = ordain(&folder, &["inspect", "productions/VOL001.csv", "--width", "80"], b"");
    let said = out(&output);
    assert!(said.lines().all(|l| l.chars().count() <= 80), "{said}");
    let statement = said.split_once("To paste into a .facts file:").expect("a statement").1;
    let (said, status) = checked(statement, &[]);
    assert_eq!(status, Some(0), "{statement}\n{said}");
}
