//! What-if: facts assumed and facts left out. The law: `--without` a fact gives
//! the verdicts of the record without it.

use chrono::{Days, NaiveDate};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Hypothesis, Inputs, Options, Views, check, check_hypothesis};
use ordain_core::verdict::{Kind, Verdict};
use proptest::prelude::*;

const ORDER: &str = "matter \"A v. B\"
  court C.D. Cal.
party Plaintiffs
party Defendants
record CAR
  category 1 \"one\"
event Ruling
order MTC \"Order\", entered 2023-10-01
¶ 1  Defendants must file answer by November 1, 2023
¶ 2  Defendants must file notice by December 1, 2023 if ¶ 1 is breached
¶ 3  Defendants must complete CAR category 1 by November 15, 2023 unless \"excused\"
¶ 4  Defendants must not publish report until further order
¶ 5  Defendants must file brief within 14 days after Ruling
";

/// Facts that bear on one duty or another; some deny or decide others.
const FACTS: [&str; 10] = [
    "on {} Defendants filed answer\n  source Dkt. 1\n",
    "on {} Defendants filed notice\n  source Dkt. 2\n",
    "Ruling happened on {}\n",
    "on {} the Court finds \"excused\"\n",
    "on {} the Court finds \"excused\" not shown\n",
    "on {} Defendants say CAR category 1 is complete\n  as of {}\n",
    "on {} Plaintiffs deny that CAR category 1 is complete\n",
    "on {} Defendants published report\n  source Dkt. 3\n",
    "the record is complete through {} for filings and productions by Defendants\n",
    "on {} Defendants filed brief\n  source Dkt. 4\n",
];

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 1).unwrap_or_default() + Days::new(n)
}

/// Each fact with a label, so that its id does not hang on its place.
fn record(facts: &[(usize, u64)], but: Option<usize>) -> Vec<Text> {
    let line = |(i, (kind, on)): (usize, &(usize, u64))| {
        (but != Some(i)).then(|| format!("[F-{i}] {}", FACTS[*kind].replace("{}", &day(*on).to_string())))
    };
    let facts: String = facts.iter().enumerate().filter_map(line).collect();
    vec![
        Text { path: "a.order".to_owned(), bytes: ORDER.as_bytes().to_vec() },
        Text { path: "b.facts".to_owned(), bytes: facts.into_bytes() },
    ]
}

fn on(n: u64) -> Options {
    Options { as_of: AsOf::On(day(n)), known_on: None, views: Views::One(View::Court) }
}

/// Id, verdict, days, why, and what is beside it.
type Told = (String, Kind, Option<i64>, String, Vec<String>);

/// All that a report says of each paragraph and part, places apart.
fn said(report: &Report) -> Vec<Told> {
    fn flat(v: &Verdict, out: &mut Vec<Told>) {
        let beside = v.notes.iter().map(|r| r.text.clone()).collect();
        out.push((v.id.clone(), v.kind, v.days, v.why.clone(), beside));
        v.parts.iter().for_each(|p| flat(p, out));
    }
    let mut out = Vec::new();
    report.verdicts().iter().for_each(|v| flat(v, &mut out));
    out
}

fn facts() -> impl Strategy<Value = Vec<(usize, u64)>> {
    prop::collection::vec((0..FACTS.len(), 0..90_u64), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Left out by its id, or never written: the same.
    #[test]
    fn without_a_fact_is_the_record_without_it(facts in facts(), pick in 0..8_usize, at in 0..120_u64) {
        let pick = pick % facts.len();
        let without = Hypothesis { without: vec![format!("F-{pick}")], ..Hypothesis::default() };
        let supposed = check_hypothesis(record(&facts, None), &Inputs::default(), "laws", &on(at), &without);
        let plain = check(record(&facts, Some(pick)), "laws", &on(at));
        prop_assert!(!supposed.incomplete, "{:#?}", supposed.diagnostics);
        prop_assert_eq!(said(&supposed), said(&plain));
    }

    /// Assumed, or written into the record: the same; and the table tells what differs, no less and no more.
    #[test]
    fn an_assumption_is_a_line_of_the_record(facts in facts(), pick in 0..8_usize, at in 0..120_u64) {
        let pick = pick % facts.len();
        let (kind, when) = facts[pick];
        let assume = Hypothesis { assume: vec![FACTS[kind].replace("{}", &day(when).to_string())], ..Hypothesis::default() };
        let supposed = check_hypothesis(record(&facts, Some(pick)), &Inputs::default(), "laws", &on(at), &assume);
        let plain = check(record(&facts, None), "laws", &on(at));
        prop_assert_eq!(said(&supposed), said(&plain));
        let before = check(record(&facts, Some(pick)), "laws", &on(at));
        let table = supposed.hypothesis.map(|h| h.changes).unwrap_or_default();
        for (b, a) in before.verdicts().iter().zip(plain.verdicts()) {
            let reported = table.iter().any(|c| c.id == a.id);
            let differs = (b.kind, b.days, b.due.as_ref().map(|d| d.day)) != (a.kind, a.days, a.due.as_ref().map(|d| d.day));
            prop_assert_eq!(reported, differs, "{}", a.id);
        }
    }
}

fn ask(assume: &[&str], without: &[&str]) -> Report {
    let own = |all: &[&str]| all.iter().map(|s| (*s).to_owned()).collect();
    let supposed = Hypothesis { assume: own(assume), without: own(without) };
    let facts = [(8, 120), (0, 40)];
    check_hypothesis(record(&facts, None), &Inputs::default(), "laws", &on(70), &supposed)
}

fn found(report: &Report, code: &str) -> Vec<String> {
    let of = report.diagnostics.iter().filter(|d| d.code.id == code);
    of.map(|d| {
        format!(
            "{} {}",
            report.sources.locate(d.span()).map(|l| l.file).unwrap_or_default(),
            report.sources.text(d.span())
        )
    })
    .collect()
}

#[test]
fn what_is_wrong_with_an_argument_is_shown_in_it() {
    let report = ask(&["on November 1, 2023 Defendants flied answer"], &[]);
    assert_eq!(found(&report, "N0203"), ["--assume 1 flied"]);
    let report =
        ask(&["on November 1, 2023 Defendants filed answer", "¶ 7 Defendants must file list by November 1, 2023"], &[]);
    assert_eq!(found(&report, "S0614"), ["--assume 2 ¶ 7 Defendants must file list by November 1, 2023"]);
    assert_eq!(found(&ask(&["  "], &[]), "S0615").len(), 1);
    let report = ask(&[], &["F-1", "F-11"]);
    assert_eq!(found(&report, "N0346"), ["--without 2 F-11"]);
    assert!(report.hypothesis.is_some_and(|h| h.unread && h.changes.is_empty()));
}

#[test]
fn every_format_for_people_is_headed_as_hypothetical() {
    use ordain_render::{Options, Style, json, markdown, plain, terminal};
    let report = ask(&["on October 20, 2023 Defendants filed answer"], &["F-1"]);
    let style = Style::new(80);
    let options = Options::new(style);
    for text in [terminal::render(&report, &style), plain::render(&report, &style), markdown::render(&report, &options)]
    {
        assert!(text.lines().next().is_some_and(|l| l.contains("Hypothetical: A v. B")), "{text}");
        assert!(text.contains("F-1") && text.contains("9 days") && text.contains("met"), "{text}");
    }
    let json = json::render(&report);
    assert!(json.contains("\"hypothesis\"") && json.contains("\"D0421\""), "{json}");
    assert!(found(&report, "D0421").len() == 1);
}
