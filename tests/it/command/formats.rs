//! The flags for builds, as they are used.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of this name with a matter in it, called `m`.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("flags").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_ordain")).current_dir(&folder).args(["new", "m"]).output().unwrap();
    assert!(made.status.success());
    folder
}

fn check(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.current_dir(folder).args(["check", "m", "--as-of", "2024-03-25"]).args(args).env("NO_COLOR", "1");
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Refused with status 2, and nothing on standard output.
fn refused(folder: &Path, args: &[&str]) -> String {
    let output = check(folder, args);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{args:?}: {output:?}");
    err(&output)
}

#[test]
fn several_formats_in_one_run() {
    let here = folder("several");
    let output = check(&here, &["--format", "sarif=o.sarif,junit=o.xml,github", "--format", "json=o.json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(out(&output).starts_with("ordain: "), "{}", out(&output));
    for (file, start) in [("o.sarif", "{\n"), ("o.xml", "<?xml"), ("o.json", "{\n  \"schema\"")] {
        assert!(fs::read_to_string(here.join(file)).unwrap().starts_with(start), "{file}");
    }
    assert_eq!(out(&check(&here, &["--format", "json=o.json"])), "", "nothing but the file");
    assert_eq!(out(&check(&here, &["--format", "json=-"])), out(&check(&here, &["--format", "json"])));
    let left: Vec<_> = fs::read_dir(&here).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "nothing is left behind: {left:?}");
}

#[test]
fn what_cannot_be_written_is_said() {
    let here = folder("unwritable");
    let said = |format: &str| refused(&here, &["--format", format]);
    assert_eq!(said("json=none/o.json"), "error: `none/o.json` cannot be written: there is no folder `none`\n");
    assert_eq!(said("json=m"), "error: `m` cannot be written: there is a folder of this name\n");
    assert_eq!(
        said("json=m/matter.order"),
        "error: `m/matter.order` is a file that this run reads: a report is not written over it\n"
    );
    assert_eq!(
        said("json=new.order"),
        "error: `new.order` would be a file of a matter: a report is not written over one\n"
    );
    assert!(fs::read_to_string(here.join("m/matter.order")).unwrap().starts_with("matter"));
    assert!(said("json=o.json,sarif=./o.json").contains("`o.json` and `./o.json` are one file"));
    assert!(said("json,sarif").contains("`json` and `sarif` would both go to standard output"));
    assert!(said("json=o,sarif=o").contains("`json` and `sarif` would both be written to `o`"));
    assert!(said("sarf").contains("did you mean `sarif`?"));
    assert!(said("json=").contains("names no file"));
    // The others are written, and the status says that one was not.
    let output = check(&here, &["--format", "json=none/o.json,junit=o.xml,plain"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(here.join("o.xml").is_file() && out(&output).contains("the Court's view"));
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    let here = folder("device");
    let output = check(&here, &["--format", "json=/dev/null,plain"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn a_baseline_is_written_and_read() {
    let here = folder("baseline");
    let output = check(&here, &["--write-baseline", "known.json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let text = fs::read_to_string(here.join("known.json")).unwrap();
    assert!(text.starts_with("{\n  \"schema\": \"ordain.baseline/1\""), "{text}");
    assert!(err(&output).starts_with("baseline: 0 known"), "{}", err(&output));
    assert_eq!(check(&here, &["--baseline", "known.json"]).status.code(), Some(0));
    let said = refused(&here, &["--baseline", "none.json"]);
    assert_eq!(said, "error: there is no file or folder `none.json`: --write-baseline makes a baseline\n");
    fs::write(here.join("bad.json"), "{}").unwrap();
    assert!(refused(&here, &["--baseline", "bad.json"]).contains("the baseline `bad.json` cannot be used"));
    assert!(refused(&here, &["--baseline", "a", "--write-baseline", "b"]).contains("cannot be used with"));
    // An error of the files is nothing to get used to.
    fs::write(here.join("m/bad.facts"), b"\xff").unwrap();
    assert!(refused(&here, &["--write-baseline", "other.json"]).contains("fix the errors"));
    assert!(!here.join("other.json").exists());
}

#[test]
fn settings_that_are_found_only_make_stricter() {
    let here = folder("settings");
    let loose = "format = [\"plain\", \"json=o.json\"]\ndue-within = \"7d\"\nview = \"Defendant\"\n";
    fs::write(here.join(".ordain.toml"), loose).unwrap();
    let output = check(&here, &["--format", "plain"]);
    assert!(out(&output).contains("(the Court's view).") && !here.join("o.json").exists(), "{output:?}");
    // The report and the error stream name the file, what it did, and what it did not.
    let left = "`format` and `view` of `.ordain.toml` were not applied";
    for format in ["terminal", "plain", "markdown", "json", "sarif", "github", "gitlab", "rdjson"] {
        let output = check(&here, &["--format", format, "--width", "200"]);
        let shown = out(&output).to_lowercase().replace("\\`", "`");
        assert!(shown.contains(left), "{format}: {shown}");
        assert!(shown.contains("this report was made with `due-within` of `.ordain.toml`"), "{format}: {shown}");
        assert!(err(&output).contains(left), "{format}: {}", err(&output));
    }
    // Whoever trusts the file names it.
    let output = check(&here, &["--config", ".ordain.toml"]);
    assert!(out(&output).contains("view of Defendant") && here.join("o.json").is_file(), "{output:?}");
    let output = check(&here, &["--config", ".ordain.toml", "--format", "github"]);
    assert!(out(&output).contains("ordain: "), "the command line goes before: {output:?}");
    assert!(!out(&check(&here, &["--no-config"])).contains("ordain.toml"));
    assert!(refused(&here, &["--config", "none.toml"]).contains("there is no settings file `none.toml`"));
    fs::write(here.join("m/.ordain.toml"), "deny = \"F0203\"\n").unwrap();
    assert!(err(&check(&here, &[])).contains("`deny` of `m/.ordain.toml`"), "the nearest one is taken");
    fs::write(here.join("m/.ordain.toml"), "strict = true\nas-of = \"2024-01-01\"\n").unwrap();
    let said = refused(&here, &[]);
    assert!(said.starts_with("error: `m/.ordain.toml`, line 2: the day is never a setting"), "{said}");
    assert_eq!(check(&here, &["--no-config"]).status.code(), Some(0));
}

#[test]
fn settings_above_the_root_of_a_repository_are_not_looked_for() {
    let here = folder("repository");
    fs::write(here.join(".ordain.toml"), "strict = true\n").unwrap();
    assert!(err(&check(&here, &[])).contains("`strict` of `.ordain.toml`"));
    fs::create_dir(here.join("m/.git")).unwrap();
    assert!(!err(&check(&here, &[])).contains("ordain.toml"));
}

/// A settings file that is trusted writes beside itself, over plain files, and over nothing that the run reads.
#[cfg(unix)]
#[test]
fn settings_write_into_their_own_folder_only() {
    let here = folder("settings-write");
    fs::create_dir(here.join("victim")).unwrap();
    fs::write(here.join("victim/kept"), "kept").unwrap();
    std::os::unix::fs::symlink("../victim", here.join("m/out")).unwrap();
    std::os::unix::fs::symlink("../victim/kept", here.join("m/link")).unwrap();
    for file in ["out/kept", "out/new", "link", "matter.order", "record.facts"] {
        fs::write(here.join("m/.ordain.toml"), format!("format = \"plain={file}\"\n")).unwrap();
        let output = check(&here, &["--config", "m/.ordain.toml"]);
        assert_eq!(output.status.code(), Some(2), "{file}: {output:?}");
    }
    assert_eq!(fs::read_to_string(here.join("victim/kept")).unwrap(), "kept");
    assert_eq!(fs::read_dir(here.join("victim")).unwrap().count(), 1);
    assert!(fs::symlink_metadata(here.join("m/link")).unwrap().is_symlink());
}

#[test]
fn slips_in_the_flags_are_refused() {
    let here = folder("slips");
    assert!(refused(&here, &["--deny", "duty-breached"]).contains("--deny: D0301 is a breach"));
    assert!(refused(&here, &["--allow", "D0303", "--deny", "D0303"]).contains("is set to `allow` and to `deny`"));
    assert!(refused(&here, &["--warn", "due-son"]).contains("did you mean `due-soon`?"));
    assert!(refused(&here, &["--due-within", "soon"]).contains("write it as `7d` or `2w`"));
    assert_eq!(check(&here, &["--deny", "D0303,F0203", "--due-within", "2w", "--strict"]).status.code(), Some(0));
}

#[test]
fn completions_know_the_formats() {
    let here = folder("completions");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    let script = out(&command.current_dir(&here).args(["completions", "bash"]).output().unwrap());
    assert!(script.contains("sarif junit github gitlab rdjson"), "{script}");
}

#[test]
fn every_format_is_in_the_help() {
    let here = folder("help");
    let output = check(&here, &["--help"]);
    for format in ordain_render::formats::ALL {
        assert!(out(&output).contains(&format!("  {} ", format.name)), "{}", format.name);
        let asked = if format.is_text() { format.name.to_owned() } else { format!("{0}=report.{0}", format.name) };
        assert_eq!(check(&here, &["--format", &asked]).status.code(), Some(0), "{asked}");
    }
}
