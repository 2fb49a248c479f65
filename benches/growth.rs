//! What a matter costs at one, two and four times a size, for each kind that once bent: read, decided and shown.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_render::{Style, plain};

#[path = "curves.rs"]
mod curves;

fn growth(criterion: &mut Criterion) {
    let as_of = AsOf::On(NaiveDate::from_ymd_opt(2024, 4, 5).unwrap_or_default());
    let options = Options { as_of, known_on: None, views: Views::One(View::Court) };
    for curve in curves::CURVES {
        let mut group = criterion.benchmark_group(curve.name);
        group.sample_size(10);
        for times in [1, 2, 4] {
            let (order, facts) = (curve.build)(curve.n * times);
            group.bench_with_input(BenchmarkId::from_parameter(curve.n * times), &times, |b, _| {
                b.iter(|| {
                    let texts = vec![
                        Text { path: "a.order".into(), bytes: order.clone().into() },
                        Text { path: "r.facts".into(), bytes: facts.clone().into() },
                    ];
                    let report = check(texts, "case", &options);
                    black_box(plain::render(&report, &Style::new(80)))
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, growth);
criterion_main!(benches);
