//! The specifications of `ordain proof`: every `##` section of `tests/proof/*.md`
//! and of `docs/proof.md` with a block of `order` and a block of `expect`, which
//! has a line a finding, in reading order:
//!
//! ```text
//! L0202 high `March 1, 2023` `December 14, 2023`
//! ```
//!
//! That is the code, the confidence, and the words underlined, those of the
//! first label first. What is not listed must not be found.

use std::fs;

use ordain_base::source::SourceMap;
use ordain_text::proofread::{Finding, check, findings};

use super::{Named, Problems, called, files, root, shown};

struct Case {
    name: String,
    /// The line on which its block of `expect` opens.
    line: usize,
    order: Option<String>,
    expect: Option<Vec<String>>,
}

pub(crate) fn trials() -> Vec<Named> {
    let mut all = files("tests/proof", "md");
    all.push(root().join("docs/proof.md"));
    let mut trials = Vec::new();
    for file in all {
        for case in cases(&fs::read_to_string(&file).expect("a specification")) {
            let (Some(order), Some(expect)) = (case.order, case.expect) else { continue };
            // `docs/proof.md` is called as the folder is.
            let at = match called(&file).as_str() {
                "proof" => "proof/manual".to_owned(),
                called => called.to_owned(),
            };
            let (name, place) = (format!("{at}::{}", case.name), format!("{}:{}", shown(&file), case.line));
            trials.push(Named::new(name, move || problems(&order, &expect, &place)));
        }
    }
    trials
}

fn problems(order: &str, expect: &[String], place: &str) -> Problems {
    let found = reported(order);
    let mut problems = faults(order).iter().map(|why| format!("{place}: {why}")).collect::<Vec<_>>();
    if found != expect {
        problems.push(format!("{place}: expected {expect:#?}\n  found {found:#?}"));
    }
    problems
}

/// Messages are one sentence without a period, with one primary label, and labels never overlap.
fn faults(order: &str) -> Problems {
    let mut wrong = Vec::new();
    for d in check(order, 0) {
        let mut fail = |why: &str| wrong.push(format!("{}: {why}", d.message));
        if d.message.ends_with('.') || d.message.contains('\n') {
            fail("not one sentence without a period");
        }
        if d.labels.iter().filter(|l| l.primary).count() != 1 {
            fail("has not one primary place");
        }
        for (i, a) in d.labels.iter().enumerate() {
            if a.span.is_empty() || d.labels.iter().skip(i + 1).any(|b| a.span.overlaps(b.span)) {
                fail("labels are empty or overlap");
            }
        }
    }
    wrong
}

fn cases(text: &str) -> Vec<Case> {
    let mut all: Vec<Case> = Vec::new();
    let mut open: Option<(String, Vec<&str>)> = None;
    for (n, line) in text.lines().enumerate() {
        match &mut open {
            None if line.starts_with("## ") || line.starts_with("### ") => {
                all.push(Case {
                    name: line.trim_start_matches('#').trim().to_owned(),
                    line: n + 1,
                    order: None,
                    expect: None,
                });
            }
            None => {
                if let Some(info) = line.strip_prefix("```") {
                    open = Some((info.trim().to_owned(), Vec::new()));
                    if let ("expect", Some(case)) = (info.trim(), all.last_mut()) {
                        case.line = n + 1;
                    }
                }
            }
            Some((info, lines)) if line.starts_with("```") => {
                let case = all.last_mut();
                match (info.as_str(), case) {
                    ("order", Some(case)) => case.order = Some(lines.join("\n") + "\n"),
                    ("expect", Some(case)) => case.expect = Some(lines.iter().map(|l| (*l).to_owned()).collect()),
                    _ => {}
                }
                open = None;
            }
            Some((_, lines)) => lines.push(line),
        }
    }
    all
}

/// The findings as the specifications write them.
fn reported(order: &str) -> Vec<String> {
    let mut sources = SourceMap::default();
    sources.add("order.txt", order).expect("a short text");
    let one = |f: &Finding| {
        let words = |s| sources.text(s).split_whitespace().collect::<Vec<_>>().join(" ");
        let labels: Vec<String> = f.diagnostic.labels.iter().map(|l| format!("`{}`", words(l.span))).collect();
        format!("{} {} {}", f.diagnostic.code.id, f.confidence.name(), labels.join(" "))
    };
    findings(order, 0).iter().map(one).collect()
}
