//! The laws of orders that change orders, over generated matters. They stand
//! in the language reference under "What a verdict promises".

#![expect(clippy::expect_used, reason = "days of the test that exist")]

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::{Kind, Verdict};
use proptest::prelude::*;

const HEAD: &str = "matter \"A v. B\"
  court C.D. Cal.
party Plaintiffs
party Defendants
  members Acme, Bolt
order First, Dkt. 1, entered 2023-10-01
";

const ACTS: [(&str, &str); 4] = [
    ("file answer", "filed answer"),
    ("file brief", "filed brief"),
    ("file reply", "filed reply"),
    ("serve declaration", "served declaration"),
];

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 1).and_then(|d| d.checked_add_days(Days::new(n))).expect("a day of the test")
}

#[derive(Debug, Clone)]
enum Due {
    On(u64),
    Within(u64),
}

/// What an order does to the duty with this number.
#[derive(Debug, Clone)]
enum Act {
    Extend(usize, u64),
    By(usize, u64),
    Modify(usize, u64),
    Stay(usize, Option<u64>),
    StayAll(Option<u64>),
    Lift(usize),
    Vacate(usize),
    Reinstate(usize),
    Stands(usize),
    Undo(usize),
}

#[derive(Debug, Clone)]
struct Order {
    entered: u64,
    docket: Option<u64>,
    retroactive: bool,
    only: bool,
    act: Act,
}

#[derive(Debug, Clone)]
enum Fact {
    Done(usize, u64),
    Closed(u64),
}

#[derive(Debug, Clone)]
struct Matter {
    duties: Vec<Due>,
    orders: Vec<Order>,
    facts: Vec<Fact>,
    as_of: u64,
}

fn due() -> impl Strategy<Value = Due> {
    prop_oneof![3 => (5..80_u64).prop_map(Due::On), 1 => (5..60_u64).prop_map(Due::Within)]
}

fn act() -> impl Strategy<Value = Act> {
    let n = 0..4_usize;
    prop_oneof![
        3 => (n.clone(), 5..110_u64).prop_map(|(n, d)| Act::Extend(n, d)),
        1 => (n.clone(), 1..30_u64).prop_map(|(n, d)| Act::By(n, d)),
        1 => (n.clone(), 5..110_u64).prop_map(|(n, d)| Act::Modify(n, d)),
        2 => (n.clone(), prop::option::of(5..110_u64)).prop_map(|(n, d)| Act::Stay(n, d)),
        1 => prop::option::of(5..110_u64).prop_map(Act::StayAll),
        1 => n.clone().prop_map(Act::Lift),
        1 => n.clone().prop_map(Act::Vacate),
        1 => n.clone().prop_map(Act::Reinstate),
        1 => n.clone().prop_map(Act::Stands),
        1 => n.prop_map(Act::Undo),
    ]
}

fn order() -> impl Strategy<Value = Order> {
    (1..100_u64, prop::option::weighted(0.8, 10..90_u64), prop::bool::weighted(0.2), prop::bool::weighted(0.15), act())
        .prop_map(|(entered, docket, retroactive, only, act)| Order { entered, docket, retroactive, only, act })
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        3 => (0..ACTS.len(), 1..120_u64).prop_map(|(a, d)| Fact::Done(a, d)),
        1 => (60..150_u64).prop_map(Fact::Closed),
    ]
}

fn matter() -> impl Strategy<Value = Matter> {
    (
        prop::collection::vec(due(), 1..5),
        prop::collection::vec(order(), 0..6),
        prop::collection::vec(fact(), 0..6),
        0..130_u64,
    )
        .prop_map(|(duties, orders, facts, as_of)| Matter { duties, orders, facts, as_of })
}

impl Order {
    fn text(&self, i: usize, duties: usize) -> String {
        let docket = self.docket.map(|d| format!(", Dkt. {d}")).unwrap_or_default();
        let p = |n: usize| format!("First ¶ {}", n % duties + 1);
        let only = if self.only { " as to Acme" } else { "" };
        let until = |d: &Option<u64>| d.map_or(" until further order".to_owned(), |d| format!(" through {}", day(d)));
        let act = match &self.act {
            Act::Extend(n, d) => format!("extends {} to {}{only}", p(*n), day(*d)),
            Act::By(n, d) => format!("extends {} by {d} days{only}", p(*n)),
            Act::Modify(n, d) => format!("modifies {}: by {}", p(*n), day(*d)),
            Act::Stay(n, d) => format!("stays {}{only}{}", p(*n), until(d)),
            Act::StayAll(d) => format!("stays all unreached deadlines of First{only}{}", until(d)),
            Act::Lift(n) => format!("lifts stay of {}", p(*n)),
            Act::Vacate(n) => format!("vacates {}{only}", p(*n)),
            Act::Reinstate(n) => format!("reinstates {}", p(*n)),
            Act::Stands(n) => format!("{} stands", p(*n)),
            // Of an order before it in the list, whatever its day.
            Act::Undo(n) if i > 0 => format!("vacates O{} ¶ 1", n % i),
            Act::Undo(n) => format!("vacates {}", p(*n)),
        };
        let back = if self.retroactive { " nunc pro tunc" } else { "" };
        format!("order O{i}{docket}, entered {}\n¶ 1 {act}{back}\n", day(self.entered))
    }
}

type Verdicts = BTreeMap<String, (Kind, Option<NaiveDate>)>;

impl Matter {
    /// The head, each order and the record in a file of its own.
    fn texts(&self) -> Vec<Text> {
        let mut head = HEAD.to_owned();
        for (i, due) in self.duties.iter().enumerate() {
            let when = match due {
                Due::On(d) => format!("by {}", day(*d)),
                Due::Within(n) => format!("within {n} days after entry"),
            };
            head.push_str(&format!("¶ {} Defendants must {} {when}\n", i + 1, ACTS[i % ACTS.len()].0));
        }
        let facts: String = self.facts.iter().map(Fact::text).collect();
        let orders = self.orders.iter().enumerate();
        let mut texts = vec![text("a.order", head), text("z.facts", facts)];
        texts.extend(orders.map(|(i, o)| text(&format!("b{i}.order"), o.text(i, self.duties.len()))));
        texts
    }

    fn verdicts(&self, texts: Vec<Text>, known_on: Option<u64>) -> Verdicts {
        let options =
            Options { as_of: AsOf::On(day(self.as_of)), known_on: known_on.map(day), views: Views::One(View::Court) };
        let report = check(texts, "laws", &options);
        assert!(!report.incomplete, "the generator writes what parses: {:#?}", report.diagnostics);
        report.verdicts().iter().flat_map(flat).collect()
    }

    fn ask(&self) -> Verdicts {
        self.verdicts(self.texts(), None)
    }

    /// With one order more, the last of its day.
    fn with(&self, entered: u64, act: Act) -> Self {
        let mut more = self.clone();
        more.orders.push(Order { entered, docket: Some(900), retroactive: false, only: false, act });
        more
    }

    /// Without the orders that `gone` is true of, each other as it was.
    fn without(&self, gone: impl Fn(&Order) -> bool) -> Vec<Text> {
        let orders = self.orders.iter().enumerate();
        let gone: Vec<String> = orders.filter(|(_, o)| gone(o)).map(|(i, _)| format!("b{i}.order")).collect();
        self.texts().into_iter().filter(|t| !gone.contains(&t.path)).collect()
    }

    /// No order takes back another: an order may be taken away without leaving a name that means nothing.
    fn plain(mut self) -> Self {
        self.orders.retain(|o| !matches!(o.act, Act::Undo(_)));
        self
    }
}

impl Fact {
    fn text(&self) -> String {
        match self {
            Self::Done(act, d) => format!("on {} Defendants {}\n  source Dkt. 7\n", day(*d), ACTS[*act].1),
            Self::Closed(d) => {
                format!("the record is complete through {} for filings and service by Defendants\n", day(*d))
            }
        }
    }
}

fn text(path: &str, body: String) -> Text {
    Text { path: path.to_owned(), bytes: body.into_bytes() }
}

fn flat(v: &Verdict) -> Vec<(String, (Kind, Option<NaiveDate>))> {
    let own = (v.id.clone(), (v.kind, v.due.as_ref().map(|d| d.day)));
    std::iter::once(own).chain(v.parts.iter().flat_map(flat)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// The fold is the same whatever the order of files.
    #[test]
    fn files_in_any_order(matter in matter(), turn in 0..8_usize) {
        let mut turned = matter.texts();
        let n = turned.len();
        turned.rotate_left(turn % n);
        turned.reverse();
        prop_assert_eq!(matter.ask(), matter.verdicts(turned, None));
    }

    /// An order entered after the day to which the docket is read changes nothing.
    #[test]
    fn what_is_not_known_is_not_there(matter in matter(), known in 0..130_u64) {
        let matter = matter.plain();
        let early = matter.without(|o| o.entered > known);
        prop_assert_eq!(matter.verdicts(matter.texts(), Some(known)), matter.verdicts(early, Some(known)));
    }

    /// Nor one entered after the day asked about, unless it is retroactive.
    #[test]
    fn what_comes_later_acts_later(matter in matter(), later in 0..60_u64) {
        let matter = matter.plain();
        let known = matter.as_of + later;
        let early = matter.without(|o| o.entered > matter.as_of && !o.retroactive);
        prop_assert_eq!(matter.verdicts(matter.texts(), Some(known)), matter.verdicts(early, Some(known)));
    }

    /// With the record read to a day before a fact, the verdicts are those of the record without it.
    #[test]
    fn a_fact_not_known_is_not_there(matter in matter(), known in 0..120_u64) {
        let mut less = matter.clone();
        less.facts.retain(|f| !matches!(f, Fact::Done(_, d) if *d > known));
        prop_assert_eq!(matter.verdicts(matter.texts(), Some(known)), less.verdicts(less.texts(), Some(known)));
    }

    /// A stay that covers neither a deadline nor the day asked about changes no verdict.
    #[test]
    fn a_stay_of_nothing_changes_nothing(matter in matter(), from in 1..100_u64, long in 0..20_u64) {
        let mut matter = matter;
        let last = from + long;
        matter.as_of = matter.as_of.max(last + 1);
        let covered = |d: u64| from <= d && d <= last;
        // Deadlines that are written as days, none of them covered; and no order that would end this stay or another.
        for due in &mut matter.duties {
            let (Due::On(d) | Due::Within(d)) = *due;
            *due = Due::On(if covered(d) { last + 1 } else { d });
        }
        matter.orders.retain(|o| o.entered != from && match o.act {
            Act::Extend(_, d) | Act::Modify(_, d) => !covered(d),
            Act::By(..) | Act::Lift(_) | Act::Reinstate(_) => false,
            _ => true,
        });
        prop_assert_eq!(matter.ask(), matter.with(from, Act::StayAll(Some(last))).ask());
    }

    /// Extending a deadline never turns `met` into anything worse.
    #[test]
    fn more_time_is_never_worse(matter in matter(), n in 0..4_usize, more in 1..60_u64) {
        let before = matter.ask();
        let id = format!("First ¶ {}", n % matter.duties.len() + 1);
        let Some((Kind::Met, Some(due))) = before.get(&id).copied() else { return Ok(()) };
        let to = u64::try_from((due - day(0)).num_days()).unwrap_or(0) + more;
        let after = matter.with(matter.as_of, Act::Extend(n, to)).ask();
        prop_assert_eq!(after.get(&id).map(|v| v.0), Some(Kind::Met), "{}", id);
    }

    /// Vacating and then reinstating gives back the same verdicts, but of what fell due
    /// between the two, and of periods that ran between them: nobody was bound on those days.
    #[test]
    fn reinstated_is_as_it_was(matter in matter(), n in 0..4_usize, entered in 1..100_u64, later in 0..20_u64) {
        let mut matter = matter;
        matter.as_of = matter.as_of.max(entered + later);
        // Of one that was vacated, or is stayed, reinstating does more; the two come last.
        matter.orders.retain(|o| {
            !matches!(o.act, Act::Vacate(_) | Act::Undo(_) | Act::Reinstate(_)) && o.entered < entered
        });
        let before = matter.ask();
        let mut more = matter.with(entered, Act::Vacate(n)).with(entered + later, Act::Reinstate(n));
        if let Some(last) = more.orders.last_mut() {
            last.docket = Some(901);
        }
        let (from, back) = (day(entered), day(entered + later));
        let between = |due: Option<NaiveDate>| due.is_some_and(|d| from <= d && d < back);
        let after = more.ask();
        for (id, was) in before.iter().filter(|(_, was)| !between(was.1)) {
            let is = after.get(id);
            let ran = |is: &(Kind, Option<NaiveDate>)| {
                is.0 == Kind::Undetermined && matches!(was.0, Kind::Breached | Kind::Late)
            };
            let holds = is == Some(was) || is.is_some_and(|is| between(is.1) || later > 0 && ran(is));
            prop_assert!(holds, "{}: {:?}, {:?}", id, was, is);
        }
    }

    /// `late` stays `late` unless an order moves the day itself.
    #[test]
    fn late_stays_late(matter in matter(), n in 0..4_usize, which in 0..5_usize) {
        let before = matter.ask();
        let act = match which {
            0 => Act::Stay(n, None),
            1 => Act::StayAll(None),
            2 => Act::Vacate(n),
            3 => Act::Lift(n),
            _ => Act::Stands(n),
        };
        let after = matter.with(matter.as_of, act).ask();
        for (id, (kind, _)) in before.iter().filter(|(_, (k, _))| *k == Kind::Late) {
            prop_assert_eq!(after.get(id).map(|v| v.0), Some(*kind), "{}", id);
        }
    }
}

/// What a later order may do to a prohibition, or to a permission that wins over it.
const CHANGES: [&str; 8] = [
    "vacates First ¶ 1",
    "extends First ¶ 1 to 2024-06-30",
    "advances First ¶ 1 to 2023-10-20",
    "replaces First ¶ 1 with Defendants must not publish list until further order",
    "modifies First ¶ 1: except to Plaintiffs",
    "vacates First ¶ 2",
    "First ¶ 1 expires on 2024-03-01",
    "converts First ¶ 1 into \"preliminary injunction\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// An order makes nothing a breach that was free when it was done, and takes back no breach from before it.
    #[test]
    fn what_was_done_keeps_its_words(
        acts in prop::collection::vec((1..60_u64, any::<bool>()), 0..4),
        ends in prop::option::of(5..80_u64),
        permitted in any::<bool>(),
        change in 0..CHANGES.len(),
        entered in 60..90_u64,
    ) {
        let until = ends.map_or("until further order".to_owned(), |d| format!("through {}", day(d)));
        let despite = if permitted { "¶ 2 Despite ¶ 1, Defendants may publish report to Plaintiffs\n" } else { "¶ 2 Plaintiffs may file reply\n" };
        let mut orders = format!("{HEAD}¶ 1 Defendants must not publish report {until}\n{despite}");
        let facts: String = acts
            .iter()
            .map(|(d, to)| format!("on {} Acme published report{}\n  source Dkt. 7\n", day(*d), if *to { " to Plaintiffs" } else { "" }))
            .collect();
        let ask = |orders: &str| {
            let options = Options { as_of: AsOf::On(day(100)), known_on: None, views: Views::One(View::Court) };
            let report = check(vec![text("a.order", orders.to_owned()), text("z.facts", facts.clone())], "laws", &options);
            assert!(!report.incomplete, "the generator writes what parses: {:#?}", report.diagnostics);
            let found = report.verdicts().iter().find(|v| v.id == "First ¶ 1").map(|v| v.kind);
            found == Some(Kind::Breached)
        };
        let before = ask(&orders);
        orders.push_str(&format!("order Later, Dkt. 900, entered {}\n¶ 1 {}\n", day(entered), CHANGES[change]));
        prop_assert_eq!(before, ask(&orders), "{}---\n{}", orders, facts);
    }
}

/// The generator makes every verdict that the laws speak of.
#[test]
fn the_generator_is_not_idle() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..300 {
        let matter = matter().new_tree(&mut runner).expect("a matter").current();
        for (kind, _) in matter.ask().into_values() {
            *seen.entry(kind.name()).or_default() += 1;
        }
    }
    for kind in ["met", "late", "breached", "pending", "undetermined", "stayed", "lifted"] {
        assert!(seen.get(kind).is_some_and(|n| *n >= 10), "{kind}: {seen:?}");
    }
}
