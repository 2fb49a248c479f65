//! The laws of money: payments in any order, and what a breach costs.

#![expect(clippy::expect_used, reason = "days of the test that exist")]

use chrono::{Days, NaiveDate};
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::verdict::{Kind, Verdict};
use proptest::prelude::*;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 2).and_then(|d| d.checked_add_days(Days::new(n))).expect("a day of the test")
}

fn ask(order: &str, facts: &str, as_of: u64) -> Vec<Verdict> {
    let head = "matter \"A v. B\"\n  court C.D. Cal.\nparty Plaintiffs\nparty Defendants\n\
                order MTC \"Order\", entered 2024-01-02\n";
    let texts = vec![
        Text { path: "a.order".to_owned(), bytes: format!("{head}{order}").into_bytes() },
        Text { path: "b.facts".to_owned(), bytes: facts.as_bytes().to_vec() },
    ];
    let options = Options { as_of: AsOf::On(day(as_of)), known_on: None, views: Views::One(View::Court) };
    let report = check(texts, "laws", &options);
    assert!(!report.incomplete, "the generator writes what parses: {:#?}", report.diagnostics);
    report.verdicts().to_vec()
}

/// Cents, as the exact figure they are.
fn cents(figure: &str) -> u64 {
    let (whole, part) = figure.split_once('.').unwrap_or((figure, "00"));
    format!("{whole}{part}").parse().expect("a figure")
}

#[derive(Debug, Clone)]
struct Payment {
    day: u64,
    cents: u64,
    euros: bool,
}

fn payments() -> impl Strategy<Value = Vec<Payment>> {
    let one = (0..60_u64, 1..40_000_u64, prop::bool::weighted(0.2));
    prop::collection::vec(one.prop_map(|(day, cents, euros)| Payment { day, cents, euros }), 0..7)
}

fn facts(payments: &[Payment]) -> String {
    let one = |p: &Payment| {
        let sign = if p.euros { '€' } else { '$' };
        let (whole, part) = (p.cents / 100, p.cents % 100);
        format!("on {} Defendants paid {sign}{whole}.{part:02} to Plaintiffs\n  source Dkt. 7\n", day(p.day))
    };
    payments.iter().map(one).collect::<String>()
        + &format!("the record is complete through {} for payments and filings by Defendants\n", day(400))
}

const DEBT: &str = "¶ 1 Defendants must pay $500 to Plaintiffs\n    by 2024-02-01\n";

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// The order in which payments are written never matters, and the sum decides:
    /// here against a sum in whole cents.
    #[test]
    fn payments_add_up_in_any_order(mut list in payments(), as_of in 0..90_u64, turn in 0..7_usize) {
        let one = ask(DEBT, &facts(&list), as_of);
        if !list.is_empty() {
            let turn = turn % list.len();
            list.rotate_left(turn);
            list.reverse();
        }
        let other = ask(DEBT, &facts(&list), as_of);
        prop_assert_eq!((one[0].kind, one[0].days, &one[0].why), (other[0].kind, other[0].days, &other[0].why));
        let paid = |by: u64| list.iter().filter(|p| !p.euros && p.day <= by).map(|p| p.cents).sum::<u64>();
        let expected = match as_of {
            _ if paid(as_of.min(30)) >= 50_000 => Kind::Met,
            ..=30 => Kind::Pending,
            _ if paid(as_of) >= 50_000 => Kind::Late,
            _ => Kind::Breached,
        };
        prop_assert_eq!(one[0].kind, expected, "{}", one[0].why);
    }

    /// A payment more never makes it worse.
    #[test]
    fn a_payment_more_only_helps(list in payments(), as_of in 0..90_u64, on in 0..60_u64, cents in 1..60_000_u64) {
        let before = ask(DEBT, &facts(&list), as_of)[0].kind;
        let mut more = list;
        more.push(Payment { day: on, cents, euros: false });
        let after = ask(DEBT, &facts(&more), as_of)[0].kind;
        prop_assert!(after == before || matches!(after, Kind::Met | Kind::Late), "{before:?} then {after:?}");
        prop_assert!(before != Kind::Met || after == Kind::Met);
    }

    /// What has accrued never shrinks while the duty is not met, never passes its
    /// cap, and no longer grows once it is.
    #[test]
    fn accrual_only_grows(
        growth in prop::sample::select(vec![
            "for each day until met",
            "for each week until met",
            "for each month until met",
            "per day, doubling every 5 days",
            ", doubling every week",
        ]),
        cap in prop::option::of(1..900_000_u64),
        met in prop::option::of(31..200_u64),
        as_of in 0..200_u64,
        more in 0..60_u64,
    ) {
        let capped = cap.map(|c| format!(", not exceeding ${}.{:02}", c / 100, c % 100)).unwrap_or_default();
        let order = format!(
            "¶ 1 Defendants must file answer\n    by 2024-02-01\n    on breach Defendants must pay $12.34{}{growth}{capped}\n",
            if growth.starts_with(',') { "" } else { " " }
        );
        let filed = met.map(|m| format!("on {} Defendants filed answer\n  source Dkt. 8\n", day(m))).unwrap_or_default();
        let record = format!("{filed}{}", facts(&[]));
        let owed = |as_of| ask(&order, &record, as_of)[0].accrued.first().map(|a| cents(&a.amount));
        // Beyond any amount that can be held nothing is said; the days here are too few for that.
        let (before, after) = (owed(as_of).unwrap_or(0), owed(as_of + more).unwrap_or(0));
        prop_assert!(after >= before, "{before} then {after}");
        prop_assert!(cap.is_none_or(|c| after <= c));
        prop_assert!(as_of > 30 || before == 0);
        if met.is_some_and(|m| as_of >= m) {
            prop_assert_eq!(before, after);
        }
    }

    /// So much for each day is the days times the amount.
    #[test]
    fn each_day_counts_once(days in 1..300_u64) {
        let order = "¶ 1 Defendants must file answer\n    by 2024-02-01\n    on breach Defendants must pay $0.10 for each day until met\n";
        let owed = ask(order, &facts(&[]), 30 + days)[0].accrued.first().map(|a| cents(&a.amount));
        prop_assert_eq!(owed, Some(10 * days));
    }
}
