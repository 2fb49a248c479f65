//! Failing inputs with their whole reports: every `##` section of
//! `tests/spec/diagnostics/*.md` is a case, with blocks of `order`, `facts` and
//! `calendar`, of `text NAME` (the text of an order; `␌` ends a page) and
//! `file NAME` (the file of a table), and one of `report DAY`, which is what
//! `ordain check --format plain` says on that day, word for word.
//!
//! Each finding must keep the manners of `docs/style.md` as well: see [`manners`].
//!
//! After a change that is meant: `cargo accept -- diagnostics`, and read the
//! difference before it is kept. A case without a block of `report` gets one.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::Location;
use ordain_core::report::{Report, View};
use ordain_core::session::files::{Memory, Text};
use ordain_core::session::{AsOf, Inputs, Options, Views, check_with};
use ordain_render::{Style, plain};

use super::{Named, Problems, accepting, called, files, shown};

/// The day of a report where its block names none.
const DAY: &str = "2023-12-01";

/// At least so many of the inputs must fail: this folder is about findings.
const FAILING: usize = 150;

#[derive(Clone)]
struct Case {
    name: String,
    /// The line of the heading.
    line: usize,
    texts: Vec<Text>,
    files: Memory,
    day: String,
    /// Where the lines of the report are in the file: after its fence, before the closing one.
    report: Option<(usize, usize)>,
    /// The first line after the last block, where a report would be written.
    end: usize,
}

pub(crate) fn trials() -> Vec<Named> {
    let mut trials = Vec::new();
    let mut failing = 0;
    for file in files("tests/spec/diagnostics", "md") {
        let text = fs::read_to_string(&file).expect("a file of failing inputs");
        let lines: Vec<&str> = text.lines().collect();
        for (n, case) in cases(&lines).into_iter().enumerate() {
            let written = case.report.map(|(from, to)| joined(&lines[from..to]));
            failing += usize::from(written.as_ref().is_some_and(|w| w.contains("\nFinding 1 of ")));
            let (name, file) = (format!("{}::{}", called(&file), case.name), file.clone());
            trials.push(Named::new(name, move || problems(&file, n, &case, written.as_deref())));
        }
    }
    let few = move || match failing >= FAILING {
        true => Vec::new(),
        false => vec![format!("tests/spec/diagnostics: only {failing} inputs fail, of {FAILING} that there must be")],
    };
    trials.push(Named::new("diagnostics::most inputs fail".to_owned(), few));
    trials
}

/// What the `n`th case of a file has against the report that is written there.
fn problems(file: &Path, n: usize, case: &Case, written: Option<&str>) -> Problems {
    let report = report(case);
    let found = plain::render(&report, &Style::new(80));
    let at = format!("{}:{}", shown(file), case.report.map_or(case.line, |(from, _)| from));
    let mut problems = Vec::new();
    if written != Some(found.as_str()) {
        if accepting() {
            accept(file, n, &found);
        } else {
            let written = written.unwrap_or_default();
            problems.push(format!(
                "{at}: `cargo accept -- diagnostics` writes what was found\n--- written\n{written}--- found\n{found}"
            ));
        }
    }
    problems.extend(faults(&report).into_iter().map(|why| format!("{at}: {why}")));
    problems
}

/// Writes the report of the `n`th case into its file. Tests run side by side, the file is written by one after another.
fn accept(file: &Path, n: usize, found: &str) {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().expect("no test panics here");
    let text = fs::read_to_string(file).expect("a file of failing inputs");
    let lines: Vec<&str> = text.lines().collect();
    let mut anew: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
    let all = cases(&lines);
    let case = all.get(n).expect("the case that was run");
    let block = found.lines().map(str::to_owned);
    match case.report {
        Some((from, to)) => drop(anew.splice(from..to, block)),
        None => {
            let fenced = ["".to_owned(), format!("```report {}", case.day)].into_iter().chain(block);
            drop(anew.splice(case.end..case.end, fenced.chain(["```".to_owned()])));
        }
    }
    fs::write(file, anew.join("\n") + "\n").expect("the file is written");
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|l| format!("{l}\n")).collect()
}

fn report(case: &Case) -> Report {
    let day = case.day.parse().expect("`report` and a day");
    let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    let beside = Inputs { ties: &[], tables: Some(&case.files), ..Inputs::default() };
    check_with(case.texts.clone(), &beside, "case", &options)
}

fn cases(lines: &[&str]) -> Vec<Case> {
    let mut prelude = String::new();
    let mut all: Vec<Case> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for (n, line) in lines.iter().enumerate() {
        match open {
            None if line.starts_with("## ") => all.push(Case {
                name: line[3..].to_owned(),
                line: n + 1,
                texts: Vec::new(),
                files: Memory::default(),
                day: DAY.to_owned(),
                report: None,
                end: n + 1,
            }),
            None => open = line.strip_prefix("```").map(|info| (info, n + 1)),
            Some((info, from)) if *line == "```" => {
                let body = joined(&lines[from..n]);
                let (kind, rest) = info.split_once(' ').unwrap_or((info, ""));
                match (kind, all.last_mut()) {
                    ("order", None) if rest == "prelude" => prelude = body,
                    ("report", Some(case)) => {
                        case.day = rest.to_owned();
                        case.report = Some((from, n));
                        case.end = n + 1;
                    }
                    ("file", Some(case)) => {
                        case.files = std::mem::take(&mut case.files).with(rest, body.as_bytes());
                        case.end = n + 1;
                    }
                    ("text", Some(case)) => {
                        let bytes = body.replace('␌', "\u{c}").into_bytes();
                        case.texts.push(Text { path: rest.to_owned(), bytes });
                        case.end = n + 1;
                    }
                    (_, Some(case)) => {
                        case.texts.push(Text { path: format!("case.{kind}"), bytes: body.into_bytes() });
                        case.end = n + 1;
                    }
                    _ => {}
                }
                open = None;
            }
            Some(_) => {}
        }
    }
    for case in &mut all {
        match case.texts.iter_mut().find(|t| t.path == "case.order") {
            Some(order) => drop(order.bytes.splice(0..0, prelude.bytes())),
            None => case.texts.insert(0, Text { path: "case.order".to_owned(), bytes: prelude.clone().into_bytes() }),
        }
    }
    all
}

/// Where the findings of a report fail to keep their manners.
fn faults(report: &Report) -> Problems {
    let mut wrong = Vec::new();
    let mut last = (Severity::Error, None);
    for d in &report.diagnostics {
        let mut fail = |why: &str| wrong.push(format!("{} {}: {why}", d.code.id, d.message));
        manners(d, report, &mut fail);
        // In one file; the rows of a table have places of their own.
        let at = report.sources.locate(d.span());
        let same_file = |a: &Location, b: &Location| a.file == b.file && (a.line, a.column) < (b.line, b.column);
        if d.severity == Severity::Error
            && last.0 == Severity::Error
            && at.as_ref().zip(last.1.as_ref()).is_some_and(|(a, b)| same_file(a, b))
        {
            fail("out of reading order");
        }
        last = (d.severity, at);
    }
    let errors = report.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    let mut places: Vec<_> = errors.map(|d| d.span()).collect();
    places.sort_unstable();
    if places.windows(2).any(|w| w[0] == w[1]) {
        wrong.push("two errors at one place".to_owned());
    }
    wrong
}

/// One sentence, one primary place, labels that do not overlap, and what to do.
fn manners(d: &Diagnostic, report: &Report, fail: &mut dyn FnMut(&str)) {
    if d.message.ends_with(['.', '?', '!', ':']) || d.message.contains('\n') {
        fail("not one sentence without a period");
    }
    if d.severity == Severity::Error && d.help.is_none() {
        fail("does not say what to do");
    }
    if d.message.contains("``") {
        fail("quotes nothing");
    }
    // That nothing was decided is about no words of a file.
    let whole = d.code == ordain_base::diag::codes::files::NOTHING_DECIDED;
    if !whole && d.labels.iter().filter(|l| l.primary).count() != 1 {
        fail("has not one primary place");
    }
    let errors = d.severity == Severity::Error;
    for (i, a) in d.labels.iter().enumerate() {
        if errors && d.labels.iter().skip(i + 1).any(|b| a.span.overlaps(b.span)) {
            fail("labels overlap");
        }
    }
    for edit in d.fix.iter().flat_map(|f| &f.edits) {
        if report.sources.text(edit.span) == edit.text && !edit.text.is_empty() {
            fail("its fix changes nothing");
        }
    }
}
