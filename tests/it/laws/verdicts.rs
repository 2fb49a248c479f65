//! The laws that every evaluation keeps, over generated matters. They are in
//! the language reference under "What a verdict promises".

#![expect(clippy::expect_used, reason = "days of the test that exist")]

use chrono::{Days, NaiveDate};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::{Kind, Verdict};
use proptest::prelude::*;

const HEAD: &str = "matter \"A v. B\"
party Plaintiffs
party Defendants
  members CBP
record CAR
  category 1 \"one\"
  category 2 \"two\"
document Brief
  filed February 1, 2024
order MTC \"Order\", entered 2023-10-01
";

/// A duty of `MTC` due some days after its entry.
#[derive(Debug, Clone)]
struct Duty {
    act: usize,
    due: u64,
}

const ACTS: [(&str, &str); 5] = [
    ("file answer", "filed answer"),
    ("file joint status report", "filed joint status report"),
    ("produce privilege log", "produced privilege log"),
    ("serve declaration", "served declaration"),
    ("complete CAR categories 1-2", "produced 5 documents in CAR category 1"),
];

/// A fact, as a statement of the record.
#[derive(Debug, Clone)]
enum Fact {
    Act { act: usize, day: u64, by: bool, denied: bool },
    After { act: usize, day: u64 },
    Claims { complete: bool, by: usize, day: u64, denied: bool },
    Closed { day: u64 },
}

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 1).and_then(|d| d.checked_add_days(Days::new(n))).expect("a day of the test")
}

impl Duty {
    fn text(&self, label: usize) -> String {
        format!("¶ {label} Defendants must {}\n  by {}\n", ACTS[self.act].0, day(self.due))
    }
}

impl Fact {
    fn text(&self) -> String {
        let denial = |denied: bool| if denied { "  denied by Plaintiffs  source Brief at 4\n" } else { "" };
        match self {
            Self::Act { act, day: d, by, denied } => {
                let who = if *by { "Defendants" } else { "CBP" };
                format!("on {} {who} {}\n  source Dkt. 7\n{}", day(*d), ACTS[*act].1, denial(*denied))
            }
            Self::After { act, day: d } => {
                format!("on or after {} Defendants {}\n  source Dkt. 8\n", day(*d), ACTS[*act].1)
            }
            Self::Claims { complete, by, day: d, denied } => {
                let who = ["Defendants say", "the Court finds", "Plaintiffs say", "the parties stipulate that"][*by];
                let what = if *complete { "complete" } else { "not complete" };
                let denied = denial(*denied && *by == 0);
                format!(
                    "on {} {who} CAR categories 1-2 {what}\n  as of {}\n  source Dkt. 9\n{denied}",
                    day(*d),
                    day(*d)
                )
            }
            Self::Closed { day: d } => {
                format!(
                    "the record is complete through {} for productions, filings and service by Defendants\n",
                    day(*d)
                )
            }
        }
    }
}

fn duty() -> impl Strategy<Value = Duty> {
    (0..ACTS.len(), 1..90_u64).prop_map(|(act, due)| Duty { act, due })
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        4 => (0..ACTS.len(), 0..120_u64, any::<bool>(), any::<bool>())
            .prop_map(|(act, day, by, denied)| Fact::Act { act, day, by, denied }),
        1 => (0..ACTS.len(), 0..120_u64).prop_map(|(act, day)| Fact::After { act, day }),
        2 => (any::<bool>(), 0..4_usize, 0..120_u64, any::<bool>())
            .prop_map(|(complete, by, day, denied)| Fact::Claims { complete, by, day, denied }),
        1 => (0..150_u64).prop_map(|day| Fact::Closed { day }),
    ]
}

#[derive(Debug, Clone)]
struct Matter {
    duties: Vec<Duty>,
    facts: Vec<Fact>,
    as_of: u64,
}

fn matter() -> impl Strategy<Value = Matter> {
    (prop::collection::vec(duty(), 1..5), prop::collection::vec(fact(), 0..7), 0..130_u64)
        .prop_map(|(duties, facts, as_of)| Matter { duties, facts, as_of })
}

impl Matter {
    fn texts(&self) -> Vec<Text> {
        let order = HEAD.to_owned() + &self.duties.iter().enumerate().map(|(i, d)| d.text(i + 1)).collect::<String>();
        let facts: String = self.facts.iter().map(Fact::text).collect();
        vec![
            Text { path: "a.order".to_owned(), bytes: order.into_bytes() },
            Text { path: "b.facts".to_owned(), bytes: facts.into_bytes() },
        ]
    }

    fn ask(&self, view: View) -> Report {
        let options = Options { as_of: AsOf::On(day(self.as_of)), known_on: None, views: Views::One(view) };
        let report = check(self.texts(), "laws", &options);
        assert!(!report.incomplete, "the generator writes what parses: {:#?}", report.diagnostics);
        report
    }

    fn kinds(&self, view: View) -> Vec<(String, Kind)> {
        self.ask(view).verdicts().iter().flat_map(flat).collect()
    }
}

fn flat(v: &Verdict) -> Vec<(String, Kind)> {
    std::iter::once((v.id.clone(), v.kind)).chain(v.parts.iter().flat_map(flat)).collect()
}

fn defendants() -> View {
    View::Party("Defendants".to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    /// A fact in the bearer's favour never turns `met` into `breached`.
    #[test]
    fn a_performance_more_never_breaches(matter in matter(), act in 0..ACTS.len(), on in 0..120_u64) {
        let before = matter.kinds(View::Court);
        let mut more = matter.clone();
        more.facts.push(Fact::Act { act, day: on, by: true, denied: false });
        for ((id, was), (_, is)) in before.iter().zip(more.kinds(View::Court)) {
            prop_assert!(!(*was == Kind::Met && is == Kind::Breached), "{id}");
        }
    }

    /// Taking away a fact against the bearer never turns `undetermined` into `breached`.
    #[test]
    fn a_charge_less_never_breaches(matter in matter(), by in 1..3_usize, on in 0..120_u64) {
        let mut with = matter.clone();
        with.facts.push(Fact::Claims { complete: false, by, day: on, denied: false });
        for ((id, was), (_, is)) in with.kinds(View::Court).iter().zip(matter.kinds(View::Court)) {
            prop_assert!(!(*was == Kind::Undetermined && is == Kind::Breached), "{id}");
        }
    }

    /// A later day never turns a settled verdict back into `pending`.
    #[test]
    fn time_does_not_run_back(matter in matter(), later in 1..60_u64) {
        let now = matter.kinds(View::Court);
        let then = Matter { as_of: matter.as_of + later, ..matter }.kinds(View::Court);
        for ((id, was), (_, is)) in now.iter().zip(then) {
            let settled = matches!(was, Kind::Breached | Kind::Late | Kind::Met);
            prop_assert!(!(settled && is == Kind::Pending), "{id}: {was:?} became {is:?}");
        }
    }

    /// The order of facts never matters, nor does asking twice.
    #[test]
    fn order_does_not_matter(matter in matter(), turn in 0..7_usize) {
        let mut turned = matter.clone();
        if !turned.facts.is_empty() {
            let n = turn % turned.facts.len();
            turned.facts.rotate_left(n);
        }
        prop_assert_eq!(matter.kinds(View::Court), turned.kinds(View::Court));
        let json = || ordain_render::json::render(&matter.ask(View::Court));
        prop_assert_eq!(json(), json());
    }

    /// Every breach has words in an order, and names a fact or the line that closes the record.
    #[test]
    fn every_breach_has_its_ground(matter in matter()) {
        let report = matter.ask(View::Court);
        for v in report.verdicts() {
            let leaves: Vec<&Verdict> = if v.parts.is_empty() { vec![v] } else { v.parts.iter().collect() };
            for leaf in leaves.into_iter().filter(|l| l.kind == Kind::Breached) {
                prop_assert!(report.sources.text(leaf.span).contains(|c: char| c.is_alphabetic()));
                prop_assert!(leaf.facts.iter().any(|f| f.fact.is_some()), "{}: {}", leaf.id, leaf.why);
            }
        }
    }

    /// Under a view that does not take an act, the verdict is that of the record without it.
    #[test]
    fn what_is_not_accepted_is_not_there(matter in matter(), act in 0..4_usize, on in 0..120_u64) {
        let plaintiffs = View::Party("Plaintiffs".to_owned());
        let without = Matter { as_of: matter.as_of.max(123), ..matter };
        let mut with = without.clone();
        with.facts.push(Fact::Act { act, day: on, by: true, denied: true });
        prop_assert_eq!(with.kinds(plaintiffs.clone()), without.kinds(plaintiffs));
    }

    /// A verdict of the whole is the worst of its parts.
    #[test]
    fn the_whole_is_its_worst_part(matter in matter()) {
        for view in [View::Court, defendants()] {
            for v in matter.ask(view).verdicts().iter().filter(|v| !v.parts.is_empty()) {
                prop_assert_eq!(Some(v.kind), v.parts.iter().map(|p| p.kind).min());
            }
        }
    }
}
