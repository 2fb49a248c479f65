//! The command as it is run: what it writes, and what it says to the one that
//! started it.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn ordain() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn run(folder: &PathBuf, args: &[&str]) -> Output {
    ordain().current_dir(folder).args(args).output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What is said on the error stream, with status 2 and nothing else written.
fn refused(folder: &PathBuf, args: &[&str]) -> String {
    let output = run(folder, args);
    assert_eq!(status(&output), 2, "{args:?}: {output:?}");
    assert_eq!(out(&output), "", "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn help_has_examples_for_each_command() {
    let here = folder("help");
    let whole = out(&run(&here, &["--help"]));
    for command in ["check", "why", "test", "new", "schema", "completions"] {
        assert!(whole.contains(&format!("\n  {command} ")), "{command} is not listed:\n{whole}");
        let output = run(&here, &[command, "--help"]);
        assert_eq!(status(&output), 0);
        assert!(out(&output).contains("\nExample"), "{command} has no example");
    }
    assert_eq!(out(&run(&here, &["--version"])), format!("ordain {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(status(&run(&here, &[])), 2);
    assert_eq!(status(&run(&here, &["chek"])), 2);
}

#[test]
fn what_cannot_be_read_is_said_in_words() {
    let here = folder("unreadable");
    assert_eq!(refused(&here, &["check", "nowhere"]), "error: there is no file or folder `nowhere`\n");
    fs::create_dir(here.join("empty")).unwrap();
    assert_eq!(
        refused(&here, &["check", "empty/"]),
        "error: `empty` has no `.order` file: `ordain new <folder>` writes a first matter to look at\n"
    );
    fs::write(here.join("empty/mtc.pdf"), "").unwrap();
    assert_eq!(
        refused(&here, &["check", "empty"]),
        "error: `empty` has no `.order` file: `ordain transcribe empty/mtc.pdf --into <new folder>` writes a matter from an \
         order\n"
    );
    assert_eq!(
        refused(&here, &["check", "empty/mtc.pdf"]),
        "error: `empty/mtc.pdf` is a paper, and no file of a matter: `ordain transcribe empty/mtc.pdf --into <folder>` writes \
         a matter from it\n"
    );
    fs::write(here.join("empty/mtc.order.txt"), "").unwrap();
    assert_eq!(
        refused(&here, &["check", "empty"]),
        "error: `empty` has no `.order` file: is `mtc.order.txt` meant to end in `.order`?\n"
    );
    fs::create_dir(here.join("empty/inner")).unwrap();
    fs::write(here.join("empty/inner/a.order"), "").unwrap();
    assert_eq!(
        refused(&here, &["outline", "empty"]),
        "error: `empty` has no `.order` file: name one of the matters in it, as `empty/inner`\n"
    );
    fs::write(here.join("notes.md"), "").unwrap();
    assert_eq!(
        refused(&here, &["check", "notes.md"]),
        "error: `notes.md` is not a file of a matter: those end in `.order`, `.facts`, `.calendar` or `.format`\n"
    );
    assert!(refused(&here, &["test", "nowhere"]).contains("no file or folder"));
    assert!(refused(&here, &["why", "nowhere", "MTC 1"]).contains("no file or folder"));
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_refused() {
    let here = folder("days");
    for day in ["04/05/2024", "2024-02-30", "today", "+2024-04-05", "20240405"] {
        let said = refused(&here, &["check", ".", "--as-of", day]);
        assert!(said.contains("write it as `2024-04-05`"), "{day}: {said}");
    }
}

#[test]
fn a_new_matter_runs_and_is_never_written_over() {
    let here = folder("new");
    let output = run(&here, &["new", "doe v acme"]);
    assert_eq!(status(&output), 0);
    assert!(out(&output).contains("ordain check \"doe v acme\" --as-of 2024-03-25"), "{}", out(&output));
    let order = fs::read_to_string(here.join("doe v acme/matter.order")).unwrap();
    assert_eq!(order.lines().count(), 6);
    let output = run(&here, &["check", "doe v acme", "--as-of", "2024-03-25"]);
    assert_eq!(status(&output), 0, "{output:?}");
    assert!(out(&output).contains("as of Mon Mar. 25, 2024"));
    assert!(refused(&here, &["new", "doe v acme"]).contains("the folder is not empty"));
    fs::write(here.join("file"), "x").unwrap();
    assert!(refused(&here, &["new", "file"]).contains("no matter was written to `file`"));
    assert_eq!(fs::read_to_string(here.join("file")).unwrap(), "x");
    fs::create_dir(here.join("made")).unwrap();
    assert_eq!(status(&run(&here, &["new", "made/"])), 0, "an empty folder may be used");
}

#[test]
fn the_report_says_when_the_day_is_todays() {
    let here = folder("today");
    run(&here, &["new", "m"]);
    assert!(out(&run(&here, &["check", "m"])).contains(", today (the Court"));
    assert!(!out(&run(&here, &["check", "m", "--as-of", "2024-03-25"])).contains("today"));
}

#[test]
fn colour_is_used_where_it_is_asked_for() {
    let here = folder("colour");
    run(&here, &["new", "m"]);
    let check = |args: &[&str], set: &[(&str, &str)]| {
        let mut command = ordain();
        command.current_dir(&here).args(["check", "m", "--as-of", "2024-03-25"]).args(args);
        for (name, value) in set {
            command.env(name, value);
        }
        out(&command.output().unwrap()).contains('\x1b')
    };
    assert!(!check(&[], &[]), "a pipe is no terminal");
    assert!(check(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(check(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!check(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!check(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!check(&["--format", "json", "--color", "always"], &[]));
    assert!(!check(&["--format", "plain", "--color", "always"], &[]));
}

#[test]
fn one_file_may_come_from_the_standard_input() {
    let here = folder("stdin");
    let mut command = ordain();
    command.args(["check", "-", "--as-of", "2024-03-25", "--format", "json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).current_dir(&here).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"matter \"Doe v. Acme\"\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["inputs"][0]["path"], "stdin.order");
}

#[test]
fn a_file_named_twice_is_one_file() {
    let here = folder("twice");
    run(&here, &["new", "m"]);
    let args = ["check", "m/matter.order", "m/matter.order", "m/record.facts", "--as-of", "2024-03-25"];
    let output = run(&here, &[&args[..], &["--format", "json"]].concat());
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["inputs"].as_array().unwrap().len(), 2);
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let here = folder("head");
    run(&here, &["new", "m"]);
    for args in [&["schema"][..], &["check", "m", "--as-of", "2024-03-25"], &["completions", "zsh"], &["--help"]] {
        let mut command = ordain();
        command.current_dir(&here).args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn the_schema_is_printed_as_json() {
    let value: serde_json::Value = serde_json::from_str(&out(&run(&folder("schema"), &["schema"]))).unwrap();
    assert_eq!(value["properties"]["schema"]["const"], "ordain.report/1");
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(out(&run(&folder("completions"), &["completions", shell])).contains("check"), "{shell}");
    }
}

#[test]
fn an_unknown_paragraph_is_refused() {
    let here = folder("why");
    run(&here, &["new", "m"]);
    let said = refused(&here, &["why", "m", "Scheduling", "99", "of", "all", "--as-of", "2024-03-25"]);
    assert!(said.starts_with("error: this matter has no paragraph `Scheduling 99 of all`"), "{said}");
}

/// What is too long to be read as an order's own words takes only the comparison with them away.
#[test]
fn a_text_that_is_too_long_hides_no_verdict() {
    let here = folder("long-text");
    let order = "matter \"Poe v. Roe\"\n  court C.D. Cal.\nparty Roe\norder MTC, entered March 1, 2024\n\
                 ¶ 1  Roe must file answer by March 22, 2024\n";
    fs::write(here.join("a.order"), order).unwrap();
    fs::File::create(here.join("mtc.pdf")).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    let output = run(&here, &["check", ".", "--text", "MTC=mtc.pdf", "--as-of", "2024-03-01"]);
    let said = out(&output);
    assert_eq!(status(&output), 2, "{said}");
    assert!(said.contains("L0412") && said.contains("MTC ¶ 1  Roe must file answer"), "{said}");
}
