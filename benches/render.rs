//! Two thousand findings in a file of 2.5 MB, written by the formats that show
//! the words: `cargo bench --bench render`. The report is made once; only the
//! rendering is measured. Twice the findings should take twice the time.

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ordain_core::report::{Report, View};
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_render::{Style, json, plain, terminal};

/// A matter of `n` paragraphs of about 1,250 bytes, each with one error in it.
fn report(n: usize) -> Report {
    let mut order = String::from("matter \"A v. B\"\nparty Plaintiffs\nparty Defendants\ndocument Paper\n");
    let note = "the Court has read the papers that the parties filed and heard what they said of them; ".repeat(13);
    for i in 0..n {
        if i % 50 == 0 {
            order.push_str(&format!("order O{} \"Order\", entered 2023-01-02\n", i / 50));
        }
        let label = i % 50 + 1;
        let slip = ["by Decmber 1, 2023", "by 2023-02-30", "within 14 days", "by 12/1/2023"][i % 4];
        order.push_str(&format!("¶ {label} Defendants must file opposition to Paper {slip}\n  note \"{note}\"\n"));
    }
    let day = NaiveDate::from_ymd_opt(2024, 4, 5).unwrap_or_default();
    let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    check(vec![Text { path: "a.order".into(), bytes: order.into_bytes() }], "render", &options)
}

fn formats(c: &mut Criterion) {
    let mut group = c.benchmark_group("findings");
    group.sample_size(20);
    for n in [1_000, 2_000, 4_000] {
        let report = report(n);
        assert_eq!(report.diagnostics.len(), n, "one finding a paragraph");
        group.throughput(Throughput::Elements(n as u64));
        let id = |format: &str| BenchmarkId::new(format, n);
        group.bench_with_input(id("terminal"), &report, |b, report| {
            b.iter(|| black_box(terminal::render(report, &Style::new(80))));
        });
        group.bench_with_input(id("json"), &report, |b, report| b.iter(|| black_box(json::render(report))));
        group.bench_with_input(id("plain"), &report, |b, report| {
            b.iter(|| black_box(plain::render(report, &Style::new(80))));
        });
    }
    group.finish();
}

criterion_group!(benches, formats);
criterion_main!(benches);
