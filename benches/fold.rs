//! Orders that amend one another: a thousand orders in chains of a hundred
//! over a hundred thousand facts, read once and then evaluated. `cargo bench
//! --bench fold`. Twice the orders and facts should take about twice the time.

#![expect(clippy::expect_used, reason = "a bench stops where its input is wrong")]

use std::collections::BTreeSet;
use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ordain_core::eval::{Question, Side, evaluate, histories_of_paragraphs};
use ordain_core::facts::{self, Ledger};
use ordain_core::model::{self, Model};
use ordain_time::Library;

const CHAIN: usize = 100;

fn day(n: usize) -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day");
    start.checked_add_days(Days::new(n as u64)).expect("a day")
}

/// `orders` in chains of a hundred: each chain begins with a duty, and each
/// further order extends, modifies, stays, lifts or vacates and reinstates it.
fn generated(orders: usize, facts: usize) -> (Model, Ledger) {
    let mut order = String::from("matter \"A v. B\"\nparty Plaintiffs\nparty Defendants\n");
    for i in 0..orders {
        let (chain, n) = (i / CHAIN, i % CHAIN);
        let first = format!("O{}", chain * CHAIN);
        if n == 0 {
            order.push_str(&format!("document Paper{chain}\n"));
        }
        order.push_str(&format!("order O{i}, Dkt. {}, entered {}\n", i + 1, day(n * 3)));
        order.push_str(&match n % 7 {
            _ if n == 0 => format!("¶ 1 Defendants must file opposition to Paper{chain} by {}\n", day(10)),
            1 | 2 => format!("¶ 1 extends {first} ¶ 1 to {}\n", day(n * 3 + 30)),
            3 => format!("¶ 1 stays {first} through {}\n", day(n * 3 + 2)),
            4 => format!("¶ 1 modifies {first} ¶ 1: by {}\n", day(n * 3 + 30)),
            5 => format!("¶ 1 vacates O{} ¶ 1\n", i - 1),
            6 => format!("¶ 1 reinstates O{} ¶ 1\n", i - 2),
            _ => format!("¶ 1 extends {first} ¶ 1 by 3 days\n"),
        });
    }
    let mut record = String::from("the record is complete through 2020-12-31 for filings by Defendants\n");
    for i in 0..facts {
        let paper = i % (orders / CHAIN).max(1);
        record.push_str(&format!("on {} Plaintiffs filed reply to Paper{paper}\n", day(i % 360)));
    }
    let base = u32::try_from(order.len() + 1).expect("a short text");
    let parsed = [
        ordain_syntax::parse(&order, 0, ordain_syntax::Options::default()),
        ordain_syntax::parse(&record, base, ordain_syntax::Options::default()),
    ];
    let (model, found) = model::resolve(&parsed, || Library::standard().clone(), |_, _| ());
    assert!(!model.incomplete, "{:?}", found.first());
    let names = ["orders".to_owned(), "facts".to_owned()];
    let (ledger, _) =
        facts::read(&model.declared, &parsed, &names, &BTreeSet::new(), Vec::new(), facts::Docket::default());
    assert_eq!(ledger.assertions.len(), facts);
    (model, ledger)
}

fn fold(c: &mut Criterion) {
    let mut group = c.benchmark_group("orders in chains");
    group.sample_size(10);
    for (orders, facts) in [(500, 50_000), (1_000, 100_000), (2_000, 200_000)] {
        let (model, ledger) = generated(orders, facts);
        let asked = Question { as_of: day(340), known_on: day(340), side: Side::Court };
        group.throughput(Throughput::Elements((orders + facts) as u64));
        group.bench_with_input(BenchmarkId::new("evaluate", orders), &orders, |b, _| {
            b.iter(|| black_box(evaluate(&model, &ledger, false, asked)));
        });
        group.bench_with_input(BenchmarkId::new("histories", orders), &orders, |b, _| {
            b.iter(|| black_box(histories_of_paragraphs(&model, &ledger, false, asked)));
        });
    }
    group.finish();
}

criterion_group!(benches, fold);
criterion_main!(benches);
