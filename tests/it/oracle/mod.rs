//! A second opinion: a few thousand generated matters are also read by a small
//! answer-set program (`tests/it/oracle/reading.lp`), and every verdict must agree.
//! It runs where `clingo` is installed (`pip install clingo`) and says so where
//! it is not. `ORDAIN_ORACLE=20000` tries that many matters.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that runs a program"
)]

mod matter;
mod mistakes;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use matter::{Asked, Matter};
use ordain_base::diag::Severity;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::Kind;

/// Matter, paragraph and view, and the verdict.
type Answers = BTreeMap<(usize, usize, String), String>;

const MATTERS: usize = 3000;
/// Enough for each seeded mistake to show.
const FOR_MISTAKES: usize = 800;
const READING: &str = include_str!("reading.lp");

#[test]
fn an_answer_set_program_reads_the_same() {
    let Some(mut clingo) = clingo() else { return skipped() };
    let count = std::env::var("ORDAIN_ORACLE").ok().and_then(|n| n.parse().ok()).unwrap_or(MATTERS);
    let matters = generated(count);
    let theirs = second(&mut clingo, &matters, READING, "sound");
    let ours = first(&matters);
    let differ: Vec<String> = parted(&ours, &theirs).map(|k| describe(&matters, k, &ours, &theirs)).collect();
    let kinds = tally(&ours);
    let report: Vec<String> = kinds.iter().map(|(k, n)| format!("{k} {:.1} %", share(*n, ours.len()))).collect();
    eprintln!("{} verdicts of {count} matters: {}", ours.len(), report.join(", "));
    assert!(differ.is_empty(), "{} of {} verdicts differ; the first:\n{}", differ.len(), ours.len(), differ[0]);
    for kind in [
        Kind::Waiting,
        Kind::Pending,
        Kind::Met,
        Kind::Late,
        Kind::Breached,
        Kind::Undetermined,
        Kind::Stayed,
        Kind::Lifted,
        Kind::Kept,
    ] {
        let n = kinds.get(kind.name()).copied().unwrap_or(0);
        assert!(share(n, ours.len()) >= 5.0, "the generator makes too few `{}`: {n}", kind.name());
    }
}

#[test]
fn every_seeded_mistake_is_found() {
    if clingo().is_none() {
        return skipped();
    }
    let matters = generated(FOR_MISTAKES);
    let ours = first(&matters);
    for (n, mistake) in mistakes::ALL.iter().enumerate() {
        let Some(mut clingo) = clingo() else { return };
        let theirs = second(&mut clingo, &matters, &mistake.seeded(READING), &format!("mistake{n}"));
        let found = parted(&ours, &theirs).count();
        eprintln!("{found} of {} verdicts part: {}", ours.len(), mistake.name);
        assert!(found > 0, "nothing tells this mistake: {}", mistake.name);
    }
}

fn skipped() {
    eprintln!("the second reading is skipped: clingo is not installed (pip install clingo)");
}

fn generated(count: usize) -> Vec<Matter> {
    (0..count).map(|n| Matter::generate(n as u64)).collect()
}

/// The verdicts that only one reading gives, or both give differently.
fn parted<'a>(ours: &'a Answers, theirs: &'a Answers) -> impl Iterator<Item = &'a (usize, usize, String)> {
    let only = theirs.keys().filter(|k| !ours.contains_key(*k));
    ours.keys().filter(|k| ours.get(*k) != theirs.get(*k)).chain(only)
}

#[expect(clippy::cast_precision_loss, reason = "a share of a few thousand")]
fn share(n: usize, of: usize) -> f64 {
    100.0 * n as f64 / of.max(1) as f64
}

fn tally(answers: &Answers) -> BTreeMap<&str, usize> {
    let mut kinds = BTreeMap::new();
    for kind in answers.values() {
        *kinds.entry(kind.as_str()).or_default() += 1;
    }
    kinds
}

/// What Ordain says.
fn first(matters: &[Matter]) -> Answers {
    let mut answers = Answers::new();
    for (m, matter) in matters.iter().enumerate() {
        let Asked { as_of, known_on } = matter.asked;
        let options =
            Options { as_of: AsOf::On(matter::day(as_of)), known_on: Some(matter::day(known_on)), views: Views::All };
        let report = check(matter.texts(), "oracle", &options);
        let wrong: Vec<_> = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
        assert!(!report.incomplete, "the generator writes what parses:\n{matter}\n{wrong:#?}");
        for column in &report.columns {
            let view = column.view.name().to_lowercase();
            for verdict in column.verdicts.iter().filter(|v| v.order == "First") {
                let paragraph = verdict.paragraph.parse().expect("a numbered paragraph");
                answers.insert((m, paragraph, view.clone()), verdict.kind.name().to_owned());
            }
        }
    }
    answers
}

/// What the answer-set program says, under these rules.
fn second(clingo: &mut Command, matters: &[Matter], reading: &str, name: &str) -> Answers {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let data = folder.join(format!("oracle-{name}.lp"));
    let rules = folder.join(format!("reading-{name}.lp"));
    fs::write(&rules, reading).expect("a file in the build's own folder");
    let text: String = matters.iter().enumerate().map(|(m, matter)| matter.atoms(m)).collect();
    fs::write(&data, text).expect("a file in the build's own folder");
    let output = clingo.arg(&rules).args(["--outf=0", "-V0", "-Wnone"]).arg(&data).output().expect("clingo runs");
    let text = String::from_utf8(output.stdout).expect("text");
    let mut answers = Answers::new();
    for atom in text.split_whitespace().filter_map(|w| w.strip_prefix("verdict(")) {
        let parts: Vec<&str> = atom.trim_end_matches(')').split(',').collect();
        let [m, p, view, kind] = parts[..] else { panic!("an atom of four parts: {atom}") };
        let key = (m.parse().expect("a number"), p.parse().expect("a number"), view.to_owned());
        let before = answers.insert(key.clone(), kind.to_owned());
        assert!(before.is_none(), "the second reading says both {before:?} and {kind} of {key:?}");
    }
    assert!(!answers.is_empty(), "clingo said nothing: {}", String::from_utf8_lossy(&output.stderr));
    answers
}

/// The program, or the module of Python that is the same.
fn clingo() -> Option<Command> {
    let works = |c: &mut Command| c.arg("--version").output().is_ok_and(|o| o.status.success());
    if works(&mut Command::new("clingo")) {
        return Some(Command::new("clingo"));
    }
    let python = || {
        let mut c = Command::new("python3");
        c.args(["-m", "clingo"]);
        c
    };
    works(&mut python()).then(python)
}

fn describe(matters: &[Matter], key: &(usize, usize, String), ours: &Answers, theirs: &Answers) -> String {
    let (m, p, view) = key;
    let said = |a: &Answers| a.get(key).cloned().unwrap_or_else(|| "nothing".to_owned());
    format!(
        "matter {m}, ¶ {p} under {view}: Ordain says {}, the second reading {}\n{}",
        said(ours),
        said(theirs),
        matters[*m]
    )
}
