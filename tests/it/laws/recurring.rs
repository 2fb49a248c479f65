//! The laws of duties that recur, over generated series and records.

#![expect(clippy::expect_used, reason = "days of the test that exist")]

use chrono::{Days, NaiveDate};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::{Kind, Verdict};
use proptest::prelude::*;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 2).and_then(|d| d.checked_add_days(Days::new(n))).expect("a day of the test")
}

#[derive(Debug, Clone)]
struct Matter {
    every: &'static str,
    first: u64,
    end: Option<u64>,
    acts: Vec<u64>,
    closed: Option<u64>,
}

fn matter() -> impl Strategy<Value = Matter> {
    let every =
        prop::sample::select(vec!["every 7 days", "every 30 days", "every month", "every 2 weeks", "every quarter"]);
    let acts = prop::collection::vec(0..200_u64, 0..8);
    (every, 1..40_u64, prop::option::of(20..200_u64), acts, prop::option::of(100..300_u64))
        .prop_map(|(every, first, end, acts, closed)| Matter { every, first, end, acts, closed })
}

impl Matter {
    fn ask(&self, as_of: u64) -> Report {
        let until = self.end.map_or("no end stated".to_owned(), |e| format!("through {}", day(e)));
        let order = format!(
            "matter \"A v. B\"\n  court C.D. Cal.\nparty Defendants\norder MTC \"Order\", entered 2024-01-02\n\
             ¶ 1 Defendants must file status report\n    first by {} and {} thereafter {until}\n",
            day(self.first),
            self.every
        );
        let mut facts: String = self
            .acts
            .iter()
            .enumerate()
            .map(|(i, a)| format!("[A{i}] on {} Defendants filed status report\n  source Dkt. {}\n", day(*a), i + 10))
            .collect();
        if let Some(closed) = self.closed {
            facts.push_str(&format!("the record is complete through {} for filings by Defendants\n", day(closed)));
        }
        let texts = vec![
            Text { path: "a.order".to_owned(), bytes: order.into_bytes() },
            Text { path: "b.facts".to_owned(), bytes: facts.into_bytes() },
        ];
        let options = Options { as_of: AsOf::On(day(as_of)), known_on: None, views: Views::One(View::Court) };
        let report = check(texts, "laws", &options);
        assert!(!report.incomplete, "the generator writes what parses: {:#?}", report.diagnostics);
        report
    }

    fn instances(&self, as_of: u64) -> Vec<Verdict> {
        let report = self.ask(as_of);
        let whole = report.verdicts().first().expect("one paragraph");
        if whole.parts.is_empty() { vec![whole.clone()] } else { whole.parts.clone() }
    }
}

/// In the order of what is worst for the bearer.
fn weight(kind: Kind) -> u8 {
    match kind {
        Kind::Breached => 0,
        Kind::Undetermined => 1,
        Kind::Late => 2,
        _ => 3,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Instances never overlap: their days ascend, and no act performs two.
    #[test]
    fn instances_never_overlap(matter in matter(), as_of in 0..250_u64) {
        let all = matter.instances(as_of);
        let days: Vec<NaiveDate> = all.iter().filter_map(|v| v.due.as_ref().map(|d| d.day)).collect();
        prop_assert!(days.windows(2).all(|w| w[0] < w[1]), "{days:?}");
        let mut acts: Vec<&str> = all
            .iter()
            .filter(|v| matches!(v.kind, Kind::Met | Kind::Late))
            .filter_map(|v| v.facts.first().and_then(|f| f.fact.as_deref()))
            .collect();
        let count = acts.len();
        acts.sort_unstable();
        acts.dedup();
        prop_assert_eq!(acts.len(), count);
    }

    /// The verdict is that of every instance that has begun, and none begins after the end.
    #[test]
    fn the_end_is_kept(matter in matter(), as_of in 0..250_u64) {
        let all = matter.instances(as_of);
        if let Some(end) = matter.end {
            // A nominal day at the end may roll over a weekend and holidays, and no further.
            let last = day(end + 5);
            prop_assert!(all.iter().filter_map(|v| v.due.as_ref()).all(|d| d.day <= last));
        }
    }

    /// What an instance has come to, a later day does not take back.
    #[test]
    fn a_later_day_takes_nothing_back(matter in matter(), as_of in 0..200_u64, more in 0..60_u64) {
        let (before, after) = (matter.instances(as_of), matter.instances(as_of + more));
        for (was, is) in before.iter().zip(&after).filter(|(w, i)| w.id == i.id) {
            let settled = matches!(was.kind, Kind::Met | Kind::Late);
            prop_assert!(!settled || was.kind == is.kind, "{}: {:?} then {:?}", was.id, was.kind, is.kind);
            prop_assert!(was.kind != Kind::Breached || is.kind != Kind::Pending);
        }
    }

    /// An act more makes no instance worse.
    #[test]
    fn an_act_more_only_helps(matter in matter(), as_of in 0..250_u64, act in 0..200_u64) {
        let before = matter.instances(as_of);
        let mut more = matter.clone();
        more.acts.push(act);
        for (was, is) in before.iter().zip(more.instances(as_of)) {
            prop_assert!(weight(is.kind) >= weight(was.kind), "{}: {:?} then {:?}", was.id, was.kind, is.kind);
        }
    }
}
