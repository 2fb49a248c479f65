//! One million counts of `14 days`, from one million days, rolled off closed
//! ones: the date alone, the date with every step, and reading the files.

use std::hint::black_box;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use ordain_time::{Anchor, Direction, Length, Library, Options, Unit, Venue, count, due_day};

const COUNTS: u64 = 1_000_000;
/// From 2017-01-01 on, as many days as keep the count within 2017 to 2040.
const SPAN: u64 = 8_700;

fn million(c: &mut Criterion) {
    let library = Library::standard();
    let Ok(rules) = library.rules("frcp") else { return };
    let Ok(calendar) = library.calendar(rules, &Venue::default()) else { return };
    let options = Options::default();
    let length = Length::new(14, Unit::Days);
    let first = NaiveDate::from_ymd_opt(2017, 1, 1).unwrap_or_default();
    let days: Vec<Anchor> = (0..COUNTS).map(|i| Anchor::Day(first + Days::new(i % SPAN))).collect();

    let mut group = c.benchmark_group("one_million_counts");
    group.sample_size(10).measurement_time(Duration::from_secs(3));
    group.bench_function("date", |b| {
        b.iter(|| {
            for day in &days {
                black_box(due_day(rules, &calendar, *day, length, Direction::After, &options).ok());
            }
        });
    });
    group.bench_function("date_and_trace", |b| {
        b.iter(|| {
            for day in &days {
                black_box(count(rules, &calendar, *day, length, Direction::After, &options).ok());
            }
        });
    });
    group.finish();
    c.bench_function("read_standard_files", |b| {
        b.iter(|| Library::default().with_all(Library::files().iter().map(|(_, text)| (*text, 0))));
    });
}

criterion_group!(benches, million);
criterion_main!(benches);
