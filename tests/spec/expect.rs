//! What is in a block of `expect`, held against the report of its day:
//!
//! ```text
//! MTC ¶ 1 breached 126 days                 a verdict, with its days where they are given
//! MTC ¶ 2 none                              there is no verdict
//! MTC ¶ 1 owes USD 2000                     what is owed because of a breach; or `owes nothing`
//! MTC ¶ 3 shown                             it is among what is shown beside the verdicts
//! MTC ¶ 1 says `asked Plaintiffs`           words of the verdict or of what is beside it
//! MTC ¶ 1 says `Dkt. 4` before `Dkt. 6`     both, in this order
//! MTC ¶ 1 says `is complete` once           in one place and no more
//! D0301 says `Defendants have not`          words of a finding; `not says`: they are not there
//! S0304 at `by May 8` and `by May 1`        a finding, and the words it underlines, the primary ones first
//! no L0333                                  there is no such finding
//! ```
//!
//! Every error and warning that is not a verdict must be listed; notes may be.

use chrono::NaiveDate;
use ordain_base::diag::{Diagnostic, Severity};
use ordain_core::report::{Report, View};
use ordain_core::session::files::{Memory, Text};
use ordain_core::session::{AsOf, Inputs, Options, Views, check_with};
use ordain_core::verdict::Verdict;

use super::case::{Case, Expect};

/// The report that a block asks for.
pub(crate) fn report(case: &Case, block: &Expect) -> Report {
    let mut words = block.info.split_whitespace().skip(1);
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
    check_with(texts, &Inputs { ties: &[], tables: Some(&files), ..Inputs::default() }, "case", &options)
}

/// What of a block does not hold, each with the line of the file that says it.
pub(crate) fn problems(report: &Report, block: &Expect) -> Vec<(usize, String)> {
    let mut problems = Vec::new();
    let mut listed: Vec<Listed> = Vec::new();
    for (n, line) in &block.lines {
        let found = match line.split_once(" at `") {
            Some((code, words)) if code.len() == 5 => {
                let words = words.trim_end().trim_end_matches('`').replace('⏎', "\n");
                let words = words.split("` and `").map(str::to_owned).collect();
                listed.push(Listed { line: *n, code: code.to_owned(), words });
                None
            }
            _ if line.strip_prefix("no ").is_some_and(|code| code.len() == 5) => {
                let there = report.diagnostics.iter().find(|d| line.ends_with(d.code.id));
                there.map(|d| format!("{line}; there is: {}", d.message))
            }
            _ if line.contains(" says `") => says(report, line),
            _ => verdict(report, line),
        };
        problems.extend(found.map(|why| (*n, why)));
    }
    problems.extend(diagnostics(report, block.line, &listed));
    problems
}

/// A finding that a block lists: its code and the words underlined.
struct Listed {
    line: usize,
    code: String,
    words: Vec<String>,
}

/// `` MTC ¶ 1 says `asked Plaintiffs` ``: words of the verdict, beside it, or of what is shown.
/// `` D0301 says `Defendants have not` ``: words of a finding. With `not says` they must not be there.
fn says(report: &Report, line: &str) -> Option<String> {
    let (id, words) = line.split_once(" says `")?;
    let (words, once) = words.trim_end().strip_suffix("` once").map_or((words, false), |words| (words, true));
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
    let holds = if once {
        texts.iter().filter(|t| t.contains(words)).count() == 1
    } else if let Some((first, second)) = words.split_once("` before `") {
        let place = |words: &str| texts.iter().position(|t| t.contains(words));
        place(first).zip(place(second)).is_some_and(|(first, second)| first < second)
    } else {
        texts.iter().any(|t| t.contains(words))
    };
    (holds != wanted).then(|| format!("{id} says {texts:#?}"))
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
        let (id, owed) = (words[..at].join(" "), words[at + 1..].join(" "));
        let found = report.verdicts().iter().find_map(|v| part(v, &id));
        let Some(found) = found else { return Some(format!("there is no `{id}`")) };
        let sums: Vec<String> = found.accrued.iter().map(|a| format!("{} {}", a.currency, a.amount)).collect();
        let sums = if sums.is_empty() { "nothing".to_owned() } else { sums.join(" and ") };
        return (sums != owed).then(|| format!("{id}: expected {owed} owed, found {sums}"));
    }
    let Some((kind, id)) = words.split_last() else { return Some(format!("`{line}` says nothing")) };
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

/// Every listed finding is there, and no error or warning that is not listed; those are reported at the opening line.
fn diagnostics(report: &Report, opening: usize, listed: &[Listed]) -> Vec<(usize, String)> {
    let underlined = |d: &Diagnostic| {
        let mut labels: Vec<_> = d.labels.iter().collect();
        labels.sort_by_key(|l| !l.primary);
        labels.iter().map(|l| report.sources.text(l.span).to_owned()).collect::<Vec<_>>()
    };
    let mut found: Vec<(&str, Vec<String>, &Diagnostic)> =
        report.diagnostics.iter().map(|d| (d.code.id, underlined(d), d)).collect();
    let mut problems = Vec::new();
    for Listed { line, code, words } in listed {
        match found.iter().position(|(c, w, _)| c == code && w.starts_with(words)) {
            Some(i) => drop(found.remove(i)),
            None => {
                let same: Vec<_> = found.iter().filter(|(c, ..)| c == code).map(|(_, w, _)| w).collect();
                problems.push((*line, format!("no {code} at {words:?}; {code} is at {same:?}")));
            }
        }
    }
    for (code, words, d) in found {
        let verdict = code.starts_with("D03");
        // An example need not be a whole matter.
        let whole = d.code == ordain_base::diag::codes::files::NOTHING_DECIDED;
        if !verdict && !whole && matches!(d.severity, Severity::Error | Severity::Warning) {
            problems.push((opening, format!("not listed: {code} at {words:?}: {}", d.message)));
        }
    }
    problems
}
