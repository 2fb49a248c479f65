//! The laws of conditions, over generated matters: a condition only ever takes
//! from what is owed, and what is not known never accuses.

use chrono::{Days, NaiveDate};
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::Kind;
use proptest::prelude::*;

const HEAD: &str = "matter \"A v. B\"
  court C.D. Cal.
party Plaintiffs
party Defendants
event Ruling
order MTC \"Order\", entered 2023-10-01
¶ 1  Defendants must file answer by November 1, 2023
";

/// Tests that the facts below decide, or leave open.
const TESTS: [&str; 8] = [
    "¶ 1 is breached",
    "¶ 1 is met by October 20, 2023",
    "¶ 1 is not met",
    "Ruling happens",
    "Plaintiffs file opposition",
    "no opposition is filed by October 25, 2023",
    "\"documents are found\"",
    "Plaintiffs do not file reply by November 5, 2023",
];

const FACTS: [&str; 8] = [
    "on {} Defendants filed answer\n  source Dkt. 1\n",
    "on {} Defendants filed notice\n  source Dkt. 2\n",
    "Ruling happened on {}\n",
    "on {} Plaintiffs filed opposition\n  source Dkt. 3\n",
    "on {} the Court finds \"documents are found\"\n",
    "on {} Plaintiffs filed reply\n  source Dkt. 4\n  denied by Defendants\n",
    "the record is complete through {} for filings by Defendants\n",
    "the record is complete through {} for filings\n",
];

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 1).unwrap_or_default() + Days::new(n)
}

/// The verdict of a notice due on December 1 under this clause.
fn verdict(clause: &str, facts: &[(usize, u64)], at: u64) -> Kind {
    let order = format!("{HEAD}¶ 2  Defendants must file notice by December 1, 2023\n     {clause}\n");
    let facts: String = facts.iter().map(|(kind, on)| FACTS[*kind].replace("{}", &day(*on).to_string())).collect();
    let texts = vec![
        Text { path: "a.order".to_owned(), bytes: order.into_bytes() },
        Text { path: "b.facts".to_owned(), bytes: facts.into_bytes() },
    ];
    let options = Options { as_of: AsOf::On(day(at)), known_on: None, views: Views::One(View::Court) };
    let report = check(texts, "laws", &options);
    assert!(!report.incomplete, "the generator writes what parses: {:#?}", report.diagnostics);
    report.verdicts()[1].kind
}

fn facts() -> impl Strategy<Value = Vec<(usize, u64)>> {
    prop::collection::vec((0..FACTS.len(), 0..100_u64), 0..7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Under a condition a duty is breached, or late, only where it would be without one.
    #[test]
    fn a_condition_never_accuses(facts in facts(), test in 0..TESTS.len(), word in 0..2_usize, at in 0..120_u64) {
        let word = ["if", "unless"][word];
        let under = verdict(&format!("{word} {}", TESTS[test]), &facts, at);
        let without = verdict("", &facts, at);
        if matches!(under, Kind::Breached | Kind::Late) {
            prop_assert_eq!(under, without);
        }
        // What was performed in time is met, whatever it hangs on.
        if without == Kind::Met {
            prop_assert_eq!(under, Kind::Met);
        }
    }

    /// `if` and `unless` the same test: never breached both.
    #[test]
    fn a_test_and_its_opposite_never_both_accuse(facts in facts(), test in 0..TESTS.len(), at in 0..120_u64) {
        let accuses = |word: &str| {
            matches!(verdict(&format!("{word} {}", TESTS[test]), &facts, at), Kind::Breached | Kind::Late)
        };
        prop_assert!(!(accuses("if") && accuses("unless")), "{}", TESTS[test]);
    }

    /// `all of` owes no more than each item alone; each item alone owes no more than `any of`.
    #[test]
    fn lists_stand_in_order(facts in facts(), a in 0..TESTS.len(), b in 0..TESTS.len(), at in 0..120_u64) {
        let list = |which: &str| verdict(&format!("if {which}: (1) {}; (2) {}", TESTS[a], TESTS[b]), &facts, at) == Kind::Breached;
        let one = |test: usize| verdict(&format!("if {}", TESTS[test]), &facts, at) == Kind::Breached;
        let (all, any, exactly) = (list("all of"), list("any of"), list("exactly one of"));
        prop_assert!(!all || one(a) && one(b), "all of {} and {}", TESTS[a], TESTS[b]);
        prop_assert!(!(one(a) || one(b)) || any, "any of {} and {}", TESTS[a], TESTS[b]);
        prop_assert!(!(exactly && all), "exactly one of {} and {}", TESTS[a], TESTS[b]);
    }
}
