//! The examples for builds, run as far as they can be without the service:
//! their commands are taken out of them and run by a shell, in a folder with
//! a matter, and the files they upload must be the files that were written.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]
#![expect(clippy::disallowed_methods, reason = "folders are made here to be read by the command")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use yaml_rust2::{Yaml, YamlLoader};

fn example(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/ci").join(name)).unwrap()
}

fn yaml(name: &str) -> Yaml {
    YamlLoader::load_from_str(&example(name)).unwrap().remove(0)
}

/// A folder of this name with a matter in it, called `matter`.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ci").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    assert!(shell(&folder, "ordain new matter").status.success());
    folder
}

/// Runs a command with `ordain` on the path.
fn shell(folder: &Path, script: &str) -> Output {
    let here = Path::new(env!("CARGO_BIN_EXE_ordain")).parent().unwrap();
    let path = format!("{}:{}", here.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("sh");
    command.args(["-e", "-c", script]).current_dir(folder).env("PATH", path);
    command.env("MATTER", "matter").env("GITHUB_STEP_SUMMARY", folder.join("summary.md"));
    // A repository of ours is none of theirs.
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

fn ran(output: &Output) {
    let code = output.status.code();
    assert!(matches!(code, Some(0 | 1)), "{code:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_github_workflow_runs() {
    let workflow = yaml("github.yml");
    assert_eq!(workflow["permissions"]["security-events"].as_str(), Some("write"));
    assert!(workflow["on"]["schedule"][0]["cron"].as_str().is_some(), "days pass without a push");
    let steps = workflow["jobs"]["check"]["steps"].as_vec().unwrap();
    let step = |name: &str| steps.iter().find(|s| s["name"].as_str() == Some(name)).unwrap();
    let here = folder("github");
    for (event, first) in [("a pull request", "fact"), ("a push", "rule")] {
        // GitHub puts the value in before the shell sees the line.
        let run = step("Check the orders")["run"].as_str().unwrap();
        let (before, rest) = run.split_once("${{").unwrap();
        let (expression, after) = rest.split_once("}}").unwrap();
        assert!(expression.contains(&format!("'{first}'")), "{event}: {expression}");
        ran(&shell(&here, &format!("{before}{first}{after}")));
    }
    ran(&shell(&here, step("Show the summary")["run"].as_str().unwrap()));
    assert!(fs::read_to_string(here.join("summary.md")).unwrap().starts_with("# "));
    let sarif = step("Upload to code scanning")["with"]["sarif_file"].as_str().unwrap();
    assert!(fs::read_to_string(here.join(sarif)).unwrap().contains("\"version\": \"2.1.0\""));
    for file in step("Keep the reports")["with"]["path"].as_str().unwrap().lines() {
        assert!(here.join(file.trim()).is_file(), "{file} is uploaded and was not written");
    }
    for name in ["Show the summary", "Upload to code scanning", "Keep the reports"] {
        assert!(step(name)["if"].as_str().unwrap().starts_with("always()"), "{name}: a breach must not skip it");
    }
}

#[test]
fn the_gitlab_job_runs() {
    let job = &yaml("gitlab-ci.yml")["orders"];
    let here = folder("gitlab");
    for line in job["script"].as_vec().unwrap() {
        ran(&shell(&here, line.as_str().unwrap()));
    }
    assert_eq!(job["artifacts"]["when"].as_str(), Some("always"));
    let reports = &job["artifacts"]["reports"];
    let quality = fs::read_to_string(here.join(reports["codequality"].as_str().unwrap())).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&quality).unwrap().is_array());
    let junit = fs::read_to_string(here.join(reports["junit"].as_str().unwrap())).unwrap();
    assert!(junit.starts_with("<?xml"));
}

#[test]
fn the_hook_runs_in_a_repository() {
    let here = folder("hook");
    if Command::new("git").arg("--version").output().is_err() {
        return;
    }
    fs::write(here.join("hook"), example("pre-commit")).unwrap();
    ran(&shell(&here, "git init -q . && git add matter"));
    let output = shell(&here, "sh ./hook");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("the Court's view"), "the matter was checked: {output:?}");
    // A file that is not text stops the commit.
    fs::write(here.join("matter/bad.facts"), b"on \xff\xfe\n").unwrap();
    ran(&shell(&here, "git add matter"));
    let output = shell(&here, "sh ./hook");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be read as it is written"));
    // Only what is in the commit is asked about.
    ran(&shell(&here, "git rm -q -r --cached . && git add hook"));
    assert_eq!(shell(&here, "sh ./hook").status.code(), Some(0));
}
