//! A case of the manual: every `##` or `###` heading of `tests/spec/**/*.md`, of
//! `docs/language.md` and of `docs/tables.md` with a block of text under it.
//!
//! A case has blocks of `order`, `facts`, `calendar` and `format`, of `file
//! documents.csv` (the file of a table) and of `text order.txt` (the text of an
//! order; `␌` ends a page), and blocks of `expect`, whose opening line says the
//! day and, if need be, the view; [`super::expect`] says what is in them.
//! `expect 2023-12-05 known 2024-04-05` reads the record and the docket to the
//! second day. On the pages of the manual, where readers do not see the opening
//! line, the first line of the block says so instead: `on 2023-12-05`. A block
//! `order prelude` begins every case of its file.

use std::fs;
use std::path::PathBuf;

use super::{Named, Problems, called, expect, files, root, shown};

/// One case, as its file has it.
#[derive(Default, Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    /// The file and the line of the heading, as a failure names them.
    pub(crate) file: String,
    pub(crate) line: usize,
    /// `order`, `facts`, `file VOL001.csv`, `text order.txt`, each with its text.
    pub(crate) texts: Vec<(String, String)>,
    pub(crate) expects: Vec<Expect>,
}

/// A block of `expect`.
#[derive(Default, Clone)]
pub(crate) struct Expect {
    /// Its opening line: `expect 2024-04-05 under Defendants`.
    pub(crate) info: String,
    /// The line of the file on which it opens.
    pub(crate) line: usize,
    /// What must hold, each with its line in the file.
    pub(crate) lines: Vec<(usize, String)>,
}

impl Case {
    fn run(&self) -> Problems {
        let mut problems = Vec::new();
        for block in &self.expects {
            let report = expect::report(self, block);
            for (line, why) in expect::problems(&report, block) {
                problems.push(format!("{}:{line}: {}: {why}", self.file, block.info));
            }
        }
        problems
    }

    /// What each block of `expect` has against its report.
    pub(crate) fn problems(&self) -> Problems {
        self.run()
    }
}

pub(crate) fn trials() -> Vec<Named> {
    let folders = ["tests/spec", "tests/spec/fold", "tests/spec/seen"];
    let mut all: Vec<PathBuf> = folders.into_iter().flat_map(|f| files(f, "md")).collect();
    all.extend(["docs/language.md", "docs/tables.md"].map(|page| root().join(page)));
    let mut trials = Vec::new();
    for file in all {
        let text = fs::read_to_string(&file).expect("a specification");
        for case in cases(&text, &shown(&file)) {
            trials.push(Named::new(format!("{}::{}", called(&file), case.name), move || case.problems()));
        }
    }
    trials
}

/// The cases of a file, in order.
fn cases(text: &str, file: &str) -> Vec<Case> {
    let mut prelude: Vec<(String, String)> = Vec::new();
    let mut all: Vec<Case> = Vec::new();
    let mut open: Option<(String, usize, Vec<&str>)> = None;
    for (n, line) in text.lines().enumerate().map(|(n, line)| (n + 1, line)) {
        match &mut open {
            None if line.starts_with("## ") || line.starts_with("### ") => {
                let name = line.trim_start_matches('#').trim().to_owned();
                all.push(Case { name, file: file.to_owned(), line: n, ..Case::default() });
            }
            None => {
                if let Some(info) = line.strip_prefix("```") {
                    open = Some((info.trim().to_owned(), n, Vec::new()));
                }
            }
            Some((info, from, lines)) if line.starts_with("```") => {
                block(info, *from, lines, all.last_mut(), &mut prelude);
                open = None;
            }
            Some((.., lines)) => lines.push(line),
        }
    }
    all.retain(|c| !c.texts.is_empty());
    for case in &mut all {
        case.texts.splice(0..0, prelude.iter().cloned());
        if case.expects.is_empty() {
            // An example of the manual: it is read without a complaint.
            case.expects.push(Expect { info: "expect 2024-01-01".to_owned(), line: case.line, lines: Vec::new() });
        }
    }
    all
}

/// A block that closes: what it is of the case above it.
fn block(info: &str, line: usize, lines: &[&str], case: Option<&mut Case>, prelude: &mut Vec<(String, String)>) {
    let body = lines.join("\n") + "\n";
    let mut words = info.split_whitespace();
    match (words.next(), words.next(), case) {
        (Some("order" | "facts"), Some("prelude"), _) => prelude.push(("order".to_owned(), body)),
        (Some("file"), Some(name), Some(case)) => case.texts.push((format!("file {name}"), body)),
        (Some("text"), Some(name), Some(case)) => case.texts.push((format!("text {name}"), paged(&body))),
        (Some(kind @ ("order" | "facts" | "calendar" | "format")), _, Some(case)) => {
            case.texts.push((kind.to_owned(), body));
        }
        (Some("expect"), _, Some(case)) => {
            let on = lines.first().and_then(|l| l.strip_prefix("on ")).filter(|_| info == "expect");
            let info = on.map_or_else(|| info.to_owned(), |day| format!("expect {day}"));
            let lines = lines.iter().enumerate().skip(on.iter().count());
            let lines = lines.filter(|(_, l)| !l.trim().is_empty());
            let lines = lines.map(|(n, l)| (line + 1 + n, (*l).to_owned())).collect();
            case.expects.push(Expect { info, line, lines });
        }
        _ => {}
    }
}

/// The text of an order as a specification shows it: `␌` ends a page, `␀` is a byte that no text has.
pub(crate) fn paged(text: &str) -> String {
    text.replace('␌', "\u{c}").replace('␀', "\0")
}
