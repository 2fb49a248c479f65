//! Runs the specifications: every `##` section of `tests/spec/**/*.md` and of
//! `docs/language.md` is a case. They are the manual as well.
//!
//! `expect 2023-12-05 known 2024-04-05` reads the record and the docket to the second day.
//! A case has blocks of `order`, `facts` and `calendar`, of `csv documents.csv` (the file of a table), and blocks of `expect`, whose
//! opening line says the day and, if need be, the view:
//!
//! ```text
//! expect 2024-04-05 under Defendants
//! MTC ¶ 1 breached 126 days
//! N0201 at `privlege log`
//! ```
//!
//! A line may say that words are shown: `` MTC ¶ 1 says `asked Plaintiffs` ``.
//! A line is a verdict, with its days where they are given (`none`: there is
//! no verdict), what is owed because of a breach (`MTC ¶ 1 owes USD 2000`), or the code of a diagnostic with the words that it underlines,
//! the primary ones first: `` S0304 at `by May 8` and `by May 1` ``. Every error and warning that
//! is not a verdict must be listed; notes may be, and `no L0333` says that a note is not there. A block `order prelude`
//! stands before every case of its file.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test that reads specifications")]

#[path = "spec/pages.rs"]
mod pages;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use ordain_base::diag::{Diagnostic, Severity};
use ordain_core::report::{Report, View};
use ordain_core::session::files::{Memory, Text};
use ordain_core::session::{AsOf, Beside, Options, Views, check_with};
use ordain_core::verdict::Verdict;

#[derive(Default, Clone)]
struct Case {
    name: String,
    texts: Vec<(String, String)>,
    expects: Vec<(String, Vec<String>)>,
}

#[test]
fn specifications_hold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = markdown(&root.join("tests/spec"));
    files.push(root.join("docs/language.md"));
    let mut failures = Vec::new();
    let mut count = 0;
    for file in files.iter().filter(|f| f.exists()) {
        // Counting and reports have harnesses of their own.
        if file.components().any(|c| c.as_os_str() == "time" || c.as_os_str() == "diagnostics") {
            continue;
        }
        let text = fs::read_to_string(file).expect("a specification");
        for case in cases(&text) {
            count += 1;
            for problem in run(&case) {
                let name = file.strip_prefix(root).unwrap_or(file).display();
                failures.push(format!("{name}: {}: {problem}", case.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
    assert!(count > 0, "no specification was found");
}

fn cases(text: &str) -> Vec<Case> {
    let mut prelude: Vec<(String, String)> = Vec::new();
    let mut all: Vec<Case> = Vec::new();
    let mut open: Option<(String, Vec<&str>)> = None;
    for line in text.lines() {
        match &mut open {
            None if line.starts_with("## ") || line.starts_with("### ") => {
                let name = line.trim_start_matches('#').trim().to_owned();
                all.push(Case { name, ..Case::default() });
            }
            None => {
                if let Some(info) = line.strip_prefix("```") {
                    open = Some((info.trim().to_owned(), Vec::new()));
                }
            }
            Some((info, lines)) if line.starts_with("```") => {
                let body = lines.join("\n") + "\n";
                let mut words = info.split_whitespace();
                match (words.next(), words.next()) {
                    (Some("order" | "facts"), Some("prelude")) => prelude.push(("order".to_owned(), body)),
                    // A file that a table names: ```file VOL001.csv
                    (Some("file"), Some(name)) => {
                        if let Some(case) = all.last_mut() {
                            case.texts.push((format!("file {name}"), body));
                        }
                    }
                    (Some(kind @ ("order" | "facts" | "calendar" | "format")), _) => {
                        if let Some(case) = all.last_mut() {
                            case.texts.push((kind.to_owned(), body));
                        }
                    }
                    // The text of an order; `␌` ends a page.
                    (Some("text"), Some(name)) => {
                        if let Some(case) = all.last_mut() {
                            case.texts.push((format!("text {name}"), paged(&body)));
                        }
                    }
                    (Some("expect"), _) => {
                        if let Some(case) = all.last_mut() {
                            let lines = lines.iter().filter(|l| !l.trim().is_empty()).map(|l| (*l).to_owned());
                            case.expects.push((info.clone(), lines.collect()));
                        }
                    }
                    _ => {}
                }
                open = None;
            }
            Some((_, lines)) => lines.push(line),
        }
    }
    all.retain(|c| !c.texts.is_empty());
    for case in &mut all {
        case.texts.splice(0..0, prelude.iter().cloned());
        if case.expects.is_empty() {
            // An example of the manual: it is read without a complaint.
            case.expects.push(("expect 2024-01-01".to_owned(), Vec::new()));
        }
    }
    all
}

/// The text of an order as a specification shows it: `␌` ends a page, `␀` is a byte that no text has.
fn paged(text: &str) -> String {
    text.replace('␌', "\u{c}").replace('␀', "\0")
}

fn run(case: &Case) -> Vec<String> {
    let mut problems = Vec::new();
    for (info, lines) in &case.expects {
        let report = ask(case, info);
        let mut listed: Vec<(String, Vec<String>)> = Vec::new();
        for line in lines {
            match line.split_once(" at `") {
                Some((code, words)) if code.len() == 5 => {
                    let words = words.trim_end().trim_end_matches('`').replace('⏎', "\n");
                    listed.push((code.to_owned(), words.split("` and `").map(str::to_owned).collect()));
                }
                _ if line.strip_prefix("no ").is_some_and(|code| code.len() == 5) => {
                    let told = report.diagnostics.iter().find(|d| line.ends_with(d.code.id));
                    problems.extend(told.map(|d| format!("{info}: {line}; there is: {}", d.message)));
                }
                _ if line.contains(" says `") => problems.extend(says(&report, line).map(|p| format!("{info}: {p}"))),
                _ => {
                    if let Some(p) = verdict(&report, line) {
                        problems.push(format!("{info}: {p}"));
                    }
                }
            }
        }
        problems.extend(diagnostics(&report, &listed).into_iter().map(|p| format!("{info}: {p}")));
    }
    problems
}

fn ask(case: &Case, info: &str) -> Report {
    let mut words = info.split_whitespace().skip(1);
    let day: NaiveDate = words.next().and_then(|w| w.parse().ok()).expect("`expect` and a day");
    let mut rest: Vec<&str> = words.collect();
    let known_on = match rest.as_slice() {
        ["known", day, ..] => Some(day.parse().expect("`known` and a day")),
        _ => None,
    };
    if known_on.is_some() {
        rest.drain(..2);
    }
    let view = match rest.as_slice() {
        ["under", name @ ..] => View::Party(name.join(" ")),
        _ => View::Court,
    };
    // `order` blocks are one file, `facts` blocks another: as a lawyer would keep them.
    let mut texts = Vec::new();
    for kind in ["order", "facts", "calendar", "format"] {
        let body: String = case.texts.iter().filter(|(k, _)| k == kind).map(|(_, t)| t.as_str()).collect();
        if !body.is_empty() {
            texts.push(Text { path: format!("case.{kind}"), bytes: body.into_bytes() });
        }
    }
    let papers = case.texts.iter().filter_map(|(kind, text)| Some((kind.strip_prefix("text ")?, text)));
    texts.extend(papers.map(|(name, text)| Text { path: name.to_owned(), bytes: text.clone().into_bytes() }));
    let options = Options { as_of: AsOf::On(day), known_on, views: Views::One(view) };
    let named = case.texts.iter().filter_map(|(kind, text)| Some((kind.strip_prefix("file ")?, text)));
    let files = named.fold(Memory::default(), |all, (name, text)| all.with(name, text.as_bytes()));
    check_with(texts, &Beside { ties: &[], tables: Some(&files), ..Beside::default() }, "case", &options)
}

/// `` MTC ¶ 1 says `asked Plaintiffs` ``: words of the verdict, beside it, or of what is shown.
/// `` D0301 says `Defendants have not` ``: words of a finding. With `not says` they must not be there.
fn says(report: &Report, line: &str) -> Option<String> {
    let (id, words) = line.split_once(" says `")?;
    let words = words.trim_end().trim_end_matches('`');
    let (id, wanted) = id.strip_suffix(" not").map_or((id, true), |id| (id, false));
    let shown = report.shown.iter().filter(|s| s.id == id);
    let mut texts: Vec<String> = shown.flat_map(|s| s.sources.iter().chain([&s.text]).cloned()).collect();
    let coded = report.diagnostics.iter().filter(|d| d.code.id == id);
    texts.extend(coded.map(|d| d.message.clone()));
    for v in report.verdicts().iter().filter_map(|v| part(v, id)) {
        texts.push(v.why.clone());
        texts.extend(v.notes.iter().chain(&v.reasons).map(|r| r.text.clone()));
    }
    if texts.is_empty() {
        return Some(format!("there is no `{id}`"));
    }
    (texts.iter().any(|t| t.contains(words)) != wanted).then(|| format!("{id} says {texts:#?}"))
}

/// `MTC ¶ 1 category 4 breached 126 days`, against what was found.
fn verdict(report: &Report, line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let (words, days) = match words.as_slice() {
        [rest @ .., n, "day" | "days"] => (rest, n.parse::<i64>().ok()),
        all => (all, None),
    };
    // `MTC ¶ 1 owes USD 2000`, `MTC ¶ 1 owes nothing`
    if let Some(at) = words.iter().position(|w| *w == "owes") {
        let (id, owed) = (words.get(..at)?.join(" "), words.get(at + 1..)?.join(" "));
        let found = report.verdicts().iter().find_map(|v| part(v, &id));
        let Some(found) = found else { return Some(format!("there is no `{id}`")) };
        let sums: Vec<String> = found.accrued.iter().map(|a| format!("{} {}", a.currency, a.amount)).collect();
        let sums = if sums.is_empty() { "nothing".to_owned() } else { sums.join(" and ") };
        return (sums != owed).then(|| format!("{id}: expected {owed} owed, found {sums}"));
    }
    let (kind, id) = words.split_last()?;
    let id = id.join(" ");
    if *kind == "shown" {
        let there = report.shown.iter().any(|s| s.id == id);
        return (!there).then(|| format!("{id} is not among what is shown"));
    }
    let found = report.verdicts().iter().find_map(|v| part(v, &id));
    if *kind == "none" {
        return found.map(|v| format!("{id}: expected no verdict, found {}", v.kind.name()));
    }
    let Some(found) = found else {
        let all: Vec<&str> = report.verdicts().iter().map(|v| v.id.as_str()).collect();
        return Some(format!("there is no `{id}`; there are {all:?}"));
    };
    if found.kind.name() != *kind {
        return Some(format!("{id}: expected {kind}, found {}: {}", found.kind.name(), found.why));
    }
    (days.is_some() && days != found.days).then(|| format!("{id}: expected {days:?} days, found {:?}", found.days))
}

fn part<'a>(v: &'a Verdict, id: &str) -> Option<&'a Verdict> {
    if v.id == id { Some(v) } else { v.parts.iter().find_map(|p| part(p, id)) }
}

/// Every listed diagnostic is there, and no error or warning that is not listed.
fn diagnostics(report: &Report, listed: &[(String, Vec<String>)]) -> Vec<String> {
    let underlined = |d: &Diagnostic| {
        let mut labels: Vec<_> = d.labels.iter().collect();
        labels.sort_by_key(|l| !l.primary);
        labels.iter().map(|l| report.sources.text(l.span).to_owned()).collect::<Vec<_>>()
    };
    let mut found: Vec<(String, Vec<String>, Severity, String)> = report
        .diagnostics
        .iter()
        .map(|d| (d.code.id.to_owned(), underlined(d), d.severity, d.message.clone()))
        .collect();
    let mut problems = Vec::new();
    for (code, words) in listed {
        match found.iter().position(|(c, w, ..)| c == code && w.starts_with(words)) {
            Some(i) => {
                found.remove(i);
            }
            None => {
                let same: Vec<_> = found.iter().filter(|(c, ..)| c == code).map(|(_, w, ..)| w).collect();
                problems.push(format!("no {code} at {words:?}; {code} is at {same:?}"));
            }
        }
    }
    for (code, words, severity, message) in found {
        let verdict = code.starts_with("D03");
        if !verdict && matches!(severity, Severity::Error | Severity::Warning) {
            problems.push(format!("not listed: {code} at {words:?}: {message}"));
        }
    }
    problems
}

fn markdown(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(dir) else { return found };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(markdown(&path));
        } else if path.extension().is_some_and(|e| e == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}
