//! Runs what is written in Markdown: every example is a test of its own, and a
//! failure names the file and the line.
//!
//! | files | tests | what a case is |
//! |---|---|---|
//! | `tests/spec/*.md`, `tests/spec/fold/*.md`, `tests/spec/seen/*.md`, `docs/language.md`, `docs/tables.md` | `periods::…`, `language::…` | a heading, [`case`] |
//! | `tests/spec/acts/*.md` | `acts/everyday::…` | a row: a duty, and what counts as doing it, [`acts`] |
//! | the page of each code | `pages::S0101` | both examples of the page, [`pages`] |
//! | `tests/spec/diagnostics/*.md` | `diagnostics/words::…` | an input and its whole report, [`diagnostics`] |
//! | `tests/spec/time/*.md` | `time/backward::…` | a row of a table, or a calendar file, [`time`] |
//! | `tests/proof/*.md`, `docs/proof.md` | `proof/dates::…` | a text and its findings, [`proof`] |
//! | `tests/transcribe/*.md` | `transcribe/duties::…` | a text and its draft, [`transcribe`] |
//! | `docs/first-order.md` | `first-order` | every step of the page, [`first_order`] |
//! | `tests/cmd/*.trycmd` | `cmd/count` | a transcript of commands, [`commands`] |
//!
//! `cargo test -- periods` runs the tests whose names have that word in them.
//! `cargo accept -- periods` writes what was found where reports or transcripts differ.

#![expect(clippy::disallowed_methods, clippy::expect_used, clippy::panic, reason = "a test reads its specifications")]

mod acts;
mod case;
mod commands;
mod diagnostics;
mod expect;
mod first_order;
mod pages;
#[path = "../../crates/ordain-paper/tests/support/mod.rs"]
mod paper_support;
mod proof;
mod time;
mod transcribe;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

/// What one test found wrong, a line each; nothing where it holds.
type Problems = Vec<String>;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // The whole is two thousand lines; a part of it is worth reading.
    arguments.quiet |= arguments.filter.is_none() && arguments.format.is_none() && !arguments.list;
    let mut trials = Vec::new();
    for part in [
        case::trials,
        acts::trials,
        pages::trials,
        diagnostics::trials,
        time::trials,
        proof::trials,
        transcribe::trials,
        commands::trials,
        first_order::trials,
    ] {
        let more = part();
        assert!(!more.is_empty(), "a folder of specifications is empty");
        trials.extend(more);
    }
    libtest_mimic::run(&arguments, told_apart(trials)).exit_code()
}

/// Cases of one name are numbered.
fn told_apart(trials: Vec<Named>) -> Vec<Trial> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let trial = |named: Named| {
        let n = seen.entry(named.name.clone()).and_modify(|n| *n += 1).or_insert(1);
        let name = if *n == 1 { named.name } else { format!("{} ({n})", named.name) };
        Trial::test(name, move || {
            let problems = (named.run)();
            if problems.is_empty() { Ok(()) } else { Err(Failed::from(problems.join("\n"))) }
        })
    };
    trials.into_iter().map(trial).collect()
}

/// A test before it is run.
struct Named {
    name: String,
    run: Box<dyn FnOnce() -> Problems + Send>,
}

impl Named {
    fn new(name: String, run: impl FnOnce() -> Problems + Send + 'static) -> Self {
        Self { name, run: Box::new(run) }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// True where what was found is to be written into the files: `cargo accept`.
fn accepting() -> bool {
    std::env::var_os("ORDAIN_ACCEPT").is_some()
}

/// The files in a folder that end so, sorted.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of specifications");
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == end));
    files.sort();
    files
}

/// `tests/spec/periods.md`, as a failure names it.
fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// `periods`, `fold/reach`: the part of a path that a test is called by.
fn called(file: &Path) -> String {
    let shown = shown(file);
    let inside = ["tests/spec/", "tests/", "docs/"].iter().find_map(|f| shown.strip_prefix(f)).unwrap_or(&shown);
    inside.rsplit_once('.').map_or(inside, |(stem, _)| stem).to_owned()
}
