//! Work grows with a matter, and not with its square. What is counted are steps (`ordain_base::steps`) and not time: of
//! each kind of matter one of a size, one of twice and one of four times that size. `benches/growth.rs` times the same.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop")]

#[path = "../../benches/curves.rs"]
mod curves;

use chrono::NaiveDate;
use ordain_base::steps;
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_render::{Style, plain};

use curves::{CURVES, Curve};

/// Steps of reading a matter, deciding it and showing it.
fn taken(curve: &Curve, n: usize) -> u64 {
    let (order, facts) = (curve.build)(n);
    let texts = vec![
        Text { path: "a.order".into(), bytes: order.into() },
        Text { path: "r.facts".into(), bytes: facts.into() },
    ];
    let as_of = AsOf::On(NaiveDate::from_ymd_opt(2024, 4, 5).unwrap());
    let _ = steps::take();
    let report = check(texts, "case", &Options { as_of, known_on: None, views: Views::One(View::Court) });
    let _ = plain::render(&report, &Style::new(80));
    steps::take()
}

/// Each of these prohibitions is broken by each of these acts: there are as many findings as pairs.
const PAIRED: &str = "prohibitions and acts";

#[test]
fn work_grows_with_the_matter() {
    let mut bent = Vec::new();
    for curve in CURVES {
        let [one, two, four] = [1, 2, 4].map(|times| taken(curve, curve.n * times));
        assert!(one > 0, "{}: nothing was counted", curve.name);
        // Twice as much is twice the work, or a little more: n log n. Four times shows what twice hides.
        let most = if curve.name == PAIRED { 42 } else { 24 };
        if two * 10 > one * most || four * 10 > two * most {
            bent.push(format!("{}: {one}, {two}, {four} steps", curve.name));
        }
    }
    assert!(bent.is_empty(), "{}", bent.join("\n"));
}

/// Two sides of many names each: only so many are compared, however many there are.
#[test]
fn names_are_compared_within_a_limit() {
    let curve = CURVES.iter().find(|c| c.name == "unknown names").unwrap();
    assert!(taken(curve, 1200) < 1_500_000);
}
