//! Proofreading a long order. `cargo bench --bench proof`. A page has about
//! 3,000 characters; twice the pages should take about twice the time.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ordain_text::proofread::findings;

/// Three thousand characters such as an order has on a page, with a slip for most lints.
fn page(n: usize) -> String {
    let (month, day) = (1 + n % 12, 1 + n % 28);
    let paragraphs = [
        format!(
            "On March {day}, 2023, Plaintiffs filed a Motion to Compel. (“Motion,” Dkt. No. {n}.) On April {day}, 2023, Defendants \
             filed an Opposition. (“Opposition,” Dkt. No. {n}-1.) See Doe v. Roe, 384 U.S. 364, 370 (1966); 18 U.S.C. § 401.\n\n"
        ),
        format!(
            "The Court ORDERS Defendants to complete the Certified Administrative Record (“CAR”) no later than Friday, \
             {month:02}/{day:02}/2024, and to produce a privilege log within fourteen (14) days of the date of this Order. \
             Defendants produced {n} documents and, later, twelve documents. (Id. at {n} (citing Axe Decl. ¶ 5).)\n\n"
        ),
        "The Order required the following three categories of documents:\n\n1. Communications;\n2. Records of meetings; \
         and\n3. Guidance.\n\n"
            .to_owned(),
        "Defendants’ reasons for failing to comply are twofold: (1) there was simply not enough time, and (2) they held a \
         strong “preference” that a protective order be entered before producing the documents.\n\n"
            .to_owned(),
    ];
    let mut page = format!("Case 2:20-cv-09893 Document 290 Filed 10/19/23 Page {n} of 100\n\n");
    while page.len() < 3_000 {
        paragraphs.iter().for_each(|p| page.push_str(p));
    }
    page + "\u{c}"
}

fn order(pages: usize) -> String {
    (1..=pages).map(page).collect::<String>() + "Dated: April 5, 2024\n"
}

fn pages(c: &mut Criterion) {
    let mut group = c.benchmark_group("pages");
    group.sample_size(20);
    for n in [50, 100, 200, 400] {
        let text = order(n);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(n), &text, |b, text| {
            b.iter(|| black_box(findings(text, 0)));
        });
    }
    group.finish();
}

criterion_group!(benches, pages);
criterion_main!(benches);
