//! The whole check, from bytes to JSON: the seed, and generated matters of
//! growing size. `cargo bench --bench check`. Twice the paragraphs and facts
//! should take about twice the time.

#![expect(clippy::expect_used, reason = "a bench stops where its input is missing")]

use std::hint::black_box;
use std::path::Path;

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ordain::disk::Disk;
use ordain_core::report::View;
use ordain_core::session::files::{Files, Text};
use ordain_core::session::{AsOf, Options, Views, check};

fn options() -> Options {
    let day = NaiveDate::from_ymd_opt(2024, 4, 5).expect("a day");
    Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) }
}

/// A matter of `n` paragraphs and `n` facts, half of which perform one.
fn generated(n: usize) -> Vec<Text> {
    let mut order = String::from("matter \"A v. B\"\nparty Plaintiffs\nparty Defendants\n");
    let mut facts = String::from("the record is complete through April 5, 2024 for filings by Defendants\n");
    for i in 0..n {
        if i % 50 == 0 {
            order.push_str(&format!("order O{} \"Order\", entered 2023-01-02\n", i / 50));
            order.push_str(&format!("document Paper{}\n", i / 50));
        }
        let (month, day) = (1 + i % 12, 1 + i % 28);
        order.push_str(&format!(
            "¶ {} Defendants must file opposition to Paper{}\n  by 2023-{month:02}-{day:02}\n  source Dkt. {i} at 4\n",
            i % 50 + 1,
            i / 50
        ));
        facts.push_str(&format!(
            "on 2023-{month:02}-{day:02} Defendants filed opposition to Paper{}\n  source Dkt. {i}\n",
            i / 100
        ));
    }
    vec![
        Text { path: "a.order".into(), bytes: order.into_bytes() },
        Text { path: "b.facts".into(), bytes: facts.into_bytes() },
    ]
}

fn seed(c: &mut Criterion) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/immdef-v-mayorkas");
    assert!(Path::new(root).is_dir(), "the seed is in the repository");
    let texts = Disk.matter(root).expect("the seed is readable");
    c.bench_function("seed", |b| b.iter(|| black_box(check(texts.clone(), "seed", &options()))));
}

fn scale(c: &mut Criterion) {
    let mut group = c.benchmark_group("paragraphs and facts");
    group.sample_size(10);
    for n in [2_500, 5_000, 10_000, 20_000] {
        let texts = generated(n);
        group.throughput(Throughput::Elements(n as u64));
        group.bench_with_input(BenchmarkId::from_parameter(n), &texts, |b, texts| {
            b.iter(|| ordain_render::json::render(&check(texts.clone(), "scale", &options())));
        });
    }
    group.finish();
}

criterion_group!(benches, seed, scale);
criterion_main!(benches);
