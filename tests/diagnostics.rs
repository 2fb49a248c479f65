//! Failing inputs with their whole reports: every `##` section of
//! `tests/spec/diagnostics/*.md` is a case, with blocks of `order`, `facts` and
//! `calendar`, of `text NAME` (the text of an order; `␌` ends a page) and
//! `file NAME` (the file of a table), and one of `report DAY`, which is what `ordain check --format plain` says on that day,
//! word for word.
//!
//! After a change that is meant: `REPORTS=overwrite cargo test --test
//! diagnostics`, and read the difference before it is kept.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test reads and writes its own files")]

use std::fs;
use std::path::{Path, PathBuf};

use ordain_base::diag::{Diagnostic, Severity};
use ordain_base::source::Location;
use ordain_core::report::{Report, View};
use ordain_core::session::files::{Memory, Text};
use ordain_core::session::{AsOf, Beside, Options, Views, check_with};
use ordain_render::{Style, plain};

/// The day of a report where its block names none.
const DAY: &str = "2023-12-01";

struct Case {
    name: String,
    texts: Vec<Text>,
    files: Memory,
    day: String,
    /// Where the lines of the report stand in the file: after its fence, before the closing one.
    report: Option<(usize, usize)>,
    /// The first line after the last block, where a report would be written.
    end: usize,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec/diagnostics");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the failing inputs").map(|e| e.expect("a file").path()).collect();
    files.sort();
    files
}

fn cases(lines: &[&str]) -> Vec<Case> {
    let mut prelude = String::new();
    let mut all: Vec<Case> = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    for (n, line) in lines.iter().enumerate() {
        match open {
            None if line.starts_with("## ") => all.push(Case {
                name: line[3..].to_owned(),
                texts: Vec::new(),
                files: Memory::default(),
                day: DAY.to_owned(),
                report: None,
                end: n + 1,
            }),
            None => open = line.strip_prefix("```").map(|info| (info, n + 1)),
            Some((info, from)) if *line == "```" => {
                let body = lines[from..n].iter().map(|l| format!("{l}\n")).collect::<String>();
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

fn report(case: &Case) -> Report {
    let day = case.day.parse().expect("`report` and a day");
    let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    let beside = Beside { ties: &[], tables: Some(&case.files), ..Beside::default() };
    check_with(case.texts.clone(), &beside, "case", &options)
}

#[test]
fn reports_are_as_written() {
    let overwrite = std::env::var("REPORTS").is_ok_and(|v| v == "overwrite");
    let mut wrong = Vec::new();
    let (mut count, mut failing) = (0, 0);
    for file in files() {
        let text = fs::read_to_string(&file).expect("a file of failing inputs");
        let lines: Vec<&str> = text.lines().collect();
        let mut anew: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
        for case in cases(&lines).iter().rev() {
            count += 1;
            let report = report(case);
            failing += usize::from(!report.diagnostics.is_empty());
            let found = plain::render(&report, &Style::new(80));
            let there =
                case.report.map(|(from, to)| lines[from..to].iter().map(|l| format!("{l}\n")).collect::<String>());
            if there.as_deref() == Some(found.as_str()) {
                continue;
            }
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            wrong.push(format!("{name}: {}\n--- written\n{}--- found\n{found}", case.name, there.unwrap_or_default()));
            let block = found.lines().map(str::to_owned);
            match case.report {
                Some((from, to)) => drop(anew.splice(from..to, block)),
                None => {
                    let fenced = ["".to_owned(), format!("```report {}", case.day)].into_iter().chain(block);
                    drop(anew.splice(case.end..case.end, fenced.chain(["```".to_owned()])));
                }
            }
        }
        if overwrite {
            fs::write(&file, anew.join("\n") + "\n").expect("the file is written");
        }
    }
    assert!(failing >= 150, "only {failing} of {count} inputs fail");
    let hint = "`REPORTS=overwrite cargo test --test diagnostics` writes them; read the difference";
    assert!(wrong.is_empty() || overwrite, "{} of {count} reports differ ({hint}):\n{}", wrong.len(), wrong.join("\n"));
}

/// The manners of a finding, held over every one of these inputs.
#[test]
fn findings_keep_their_manners() {
    let mut wrong = Vec::new();
    for file in files() {
        let text = fs::read_to_string(&file).expect("a file of failing inputs");
        for case in cases(&text.lines().collect::<Vec<_>>()) {
            let report = report(&case);
            let mut last = (Severity::Error, None);
            for d in &report.diagnostics {
                let mut fail = |why: &str| wrong.push(format!("{}: {} {}: {why}", case.name, d.code.id, d.message));
                manners(d, &report, &mut fail);
                // In one file; the rows of a table have places of their own.
                let at = report.sources.locate(d.span());
                let same_file =
                    |a: &Location, b: &Location| a.file == b.file && (a.line, a.column) < (b.line, b.column);
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
                wrong.push(format!("{}: two errors at one place", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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
    if d.labels.iter().filter(|l| l.primary).count() != 1 {
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
            fail("its mend changes nothing");
        }
    }
}
