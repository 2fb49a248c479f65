//! What the seed must show that is no verdict: its `expect` lines are run by
//! `ordain test`, and by the first test here.

#![expect(clippy::expect_used, clippy::panic, reason = "a test of files that are there")]

use chrono::NaiveDate;
use ordain::disk::{Disk, Folder};
use ordain_core::report::{Report, View};
use ordain_core::session::files::{Files, Text};
use ordain_core::session::{AsOf, Inputs, Options, Views, check, test_with};
use ordain_core::verdict::{Kind, Reason, Verdict};

fn texts(folder: &str) -> Vec<Text> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/");
    Disk.matter(&format!("{root}{folder}")).expect("a matter of the repository")
}

fn options(day: &str) -> Options {
    let day: NaiveDate = day.parse().expect("a day");
    Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) }
}

fn seed(day: &str) -> Report {
    check(texts("immdef-v-mayorkas"), "seed", &options(day))
}

fn find<'a>(verdicts: &'a [Verdict], id: &str) -> &'a Verdict {
    fn part<'a>(v: &'a Verdict, id: &str) -> Option<&'a Verdict> {
        if v.id == id { Some(v) } else { v.parts.iter().find_map(|p| part(p, id)) }
    }
    verdicts.iter().find_map(|v| part(v, id)).unwrap_or_else(|| panic!("there is no {id}"))
}

/// Every sentence of a tree of reasons.
fn reported(reasons: &[Reason]) -> Vec<&str> {
    reasons.iter().flat_map(|r| std::iter::once(r.text.as_str()).chain(reported(&r.because))).collect()
}

#[test]
fn every_expectation_of_every_matter_in_rules_holds() {
    let mut matters = vec!["immdef-v-mayorkas".to_owned()];
    let examples = Disk.matters(concat!(env!("CARGO_MANIFEST_DIR"), "/rules/examples")).expect("the examples");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/");
    matters.extend(examples.iter().filter_map(|m| m.strip_prefix(root)).map(str::to_owned));
    // Four cases of one court lie in a folder of their own.
    assert!(matters.iter().any(|m| m == "examples/ca9-schedules/22-22"), "{matters:#?}");
    for matter in matters {
        let folder = Folder { folder: format!("{}/rules/{matter}", env!("CARGO_MANIFEST_DIR")), outside: false };
        let beside = Inputs { tables: Some(&folder), ..Inputs::default() };
        let tested = test_with(texts(&matter), &beside, &matter, &options("2024-04-05"));
        let failed: Vec<&String> = tested.expectations.iter().filter(|e| !e.ok).map(|e| &e.message).collect();
        assert!(failed.is_empty(), "{matter}: {failed:#?}");
        assert!(!tested.report.incomplete, "{matter}: {:#?}", tested.report.diagnostics);
        assert!(!tested.expectations.is_empty(), "{matter} expects something");
    }
}

#[test]
fn the_breach_of_december_2_names_what_is_there() {
    let report = seed("2023-12-02");
    let whole = find(report.verdicts(), "MTC ¶ 1");
    assert_eq!((whole.kind, whole.days), (Kind::Breached, Some(1)));
    assert!(whole.why.contains("categories 1, 2 and 3: nothing produced"), "{}", whole.why);
    assert!(whole.why.contains("12 documents produced on Fri 2023-12-01"), "{}", whole.why);
}

#[test]
fn a_request_to_the_other_side_stands_beside_the_breach() {
    let report = seed("2023-12-02");
    let beside = reported(&find(report.verdicts(), "MTC ¶ 1").notes);
    assert!(beside.iter().any(|t| {
        t.starts_with("Defendants asked Plaintiffs, not the Court, on Fri 2023-12-01, the day of the deadline")
    }));
    assert!(beside.contains(&"no motion on the record before Fri 2023-12-01"));
    // Plaintiffs declined on December 6: not known yet.
    assert!(!beside.iter().any(|t| t.contains("declined")));
}

#[test]
fn the_third_supplement_is_shown_as_74_days_late() {
    let report = seed("2024-04-05");
    let reasons = reported(&find(report.verdicts(), "MTC ¶ 1 category 5").reasons);
    assert!(reasons.contains(&"1 document produced on Tue 2024-02-13, 74 days late"), "{reasons:#?}");
    let reasons = reported(&find(report.verdicts(), "MTC ¶ 1 category 4").reasons);
    assert!(!reasons.iter().any(|t| t.contains("2024-02-13")), "category 4 has no part in it");
}

#[test]
fn no_log_is_owed_for_what_was_withheld_for_confidentiality() {
    let report = seed("2023-12-16");
    let whole = find(report.verdicts(), "MTC ¶ 2");
    assert!(whole.parts.iter().all(|p| !p.id.contains("Withheld Fifteen")));
    let item = find(report.verdicts(), "MTC ¶ 2 First Redacted Document");
    assert_eq!((item.kind, item.days), (Kind::Breached, Some(1)));
}

#[test]
fn the_late_logs_have_a_lower_bound_and_no_finding() {
    let report = seed("2024-04-05");
    let item = find(report.verdicts(), "MTC ¶ 2 First Redacted Document");
    assert_eq!((item.kind, item.days, item.at_least), (Kind::Late, Some(42), true));
    let beside = reported(&find(report.verdicts(), "MTC ¶ 2").notes);
    assert!(beside.iter().any(|t| t.contains("no finding says that it was missed")), "{beside:#?}");
}

#[test]
fn every_excuse_is_listed_with_where_it_was_rejected() {
    let beside = |day| reports_of(&seed(day), "MTC ¶ 1");
    let rejected =
        beside("2024-04-05").iter().filter(|t| t.contains("argued") && t.contains("rejected (Enforcement at")).count();
    assert_eq!(rejected, 9);
    // Before the order of April 5 they were argued, and nobody had answered.
    let open =
        beside("2024-03-01").iter().filter(|t| t.contains("argued") && t.contains("no order recognises it")).count();
    assert_eq!(open, 9);
}

fn reports_of(report: &Report, id: &str) -> Vec<String> {
    reported(&find(report.verdicts(), id).notes).into_iter().map(str::to_owned).collect()
}

#[test]
fn promptly_is_for_judgment_and_silence_after_april_5_decides_nothing() {
    let report = seed("2024-04-05");
    assert!(reports_of(&report, "Enforcement ¶ 1").contains(&"you decide whether it was done `promptly`".to_owned()));
    let report = seed("2024-04-20");
    let verdict = find(report.verdicts(), "Enforcement ¶ 1");
    assert_eq!(verdict.kind, Kind::Undetermined);
    assert!(verdict.why.contains("the record is silent after Fri 2024-04-05"), "{}", verdict.why);
    let remedy = verdict.remedy.as_deref().unwrap_or_default();
    assert_eq!(remedy, "the record is complete through 2024-04-20 for productions by Defendants");
}

#[test]
fn twenty_five_and_twelve_and_fifteen_are_both_shown() {
    let report = seed("2024-04-05");
    let finding = report.diagnostics.iter().find(|d| d.code.id == "F0201").expect("a contradiction");
    assert_eq!(finding.message, "25 documents here, 12 + 15 = 27 in the acts of the record");
    let words: Vec<&str> = finding.labels.iter().map(|l| report.sources.text(l.span)).collect();
    assert!(words.iter().any(|w| w.contains("25 documents")) && words.iter().any(|w| w.contains("15 documents")));
}

#[test]
fn a_later_day_does_not_change_what_was_known_before() {
    let known = |as_of: &str, known_on: &str| {
        let options = Options { known_on: known_on.parse().ok(), ..options(as_of) };
        let report = check(texts("immdef-v-mayorkas"), "seed", &options);
        find(report.verdicts(), "MTC ¶ 1 category 4").kind
    };
    assert_eq!(known("2024-04-05", "2024-04-05"), Kind::Breached);
    // Read to March 1, the record has the claim and its denial, and no finding.
    assert_eq!(known("2024-04-05", "2024-03-01"), Kind::Undetermined);
}
