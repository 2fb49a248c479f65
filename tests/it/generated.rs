//! Well-formed matters, made by the generator of the fuzz targets from bytes that are drawn by number. `cargo test` tries
//! two dozen; `ORDAIN_FUZZ_SECONDS=600 cargo test --test it -- generated` goes on for as long as is said.

#![expect(clippy::disallowed_methods, reason = "how long to go on is read from the environment")]

#[path = "../../fuzz/fuzz_targets/common/checked.rs"]
mod checked;
#[path = "../../fuzz/fuzz_targets/common/matter.rs"]
mod matter;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use arbitrary::Unstructured;
use ordain_base::diag::Severity;
use ordain_syntax::formatter::{NotFormatted, format};

/// Bytes that follow from a number (splitmix64).
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    (0..64).flat_map(|_| next().to_le_bytes()).collect()
}

/// How long to go on, where the environment says so.
fn seconds() -> Option<Duration> {
    std::env::var("ORDAIN_FUZZ_SECONDS").ok()?.parse().ok().map(Duration::from_secs)
}

fn try_all(kind: matter::Kind, first: u64) {
    let begun = Instant::now();
    let (mut tried, mut read, mut slowest) = (0_u64, 0_u64, Duration::ZERO);
    for seed in first.. {
        match seconds() {
            Some(limit) if begun.elapsed() > limit => break,
            None if tried == 12 => break,
            _ => {}
        }
        let Ok(made) = matter::matter(&mut Unstructured::new(&bytes(seed)), kind) else { continue };
        let at = Instant::now();
        let report = catch_unwind(AssertUnwindSafe(|| checked::checked(&made.order, &made.facts)));
        assert!(report.is_ok(), "number {seed}:\n{}\n{}", made.order, made.facts);
        let Ok(report) = report else { continue };
        slowest = slowest.max(at.elapsed());
        for text in [&made.order, &made.facts] {
            assert!(laid_out_once(text), "number {seed}:\n{text}");
        }
        tried += 1;
        read += u64::from(!report.diagnostics.iter().any(|d| d.severity == Severity::Error));
    }
    println!("{tried} matters, {read} without an error, the slowest took {slowest:?}");
    assert!(read * 3 > tried, "of {tried} matters only {read} are well-formed: the generator has lost the grammar");
}

/// True of a text with errors, and of one that is laid out already when it has been laid out.
fn laid_out_once(text: &str) -> bool {
    match format(text) {
        Ok(once) => matches!(format(&once), Ok(twice) if twice == once),
        Err(why) => matches!(why, NotFormatted::Errors(_)),
    }
}

#[test]
fn matters_of_duties_have_one_report() {
    try_all(matter::Kind::Duties, 1);
}

#[test]
fn matters_of_dispositions_have_one_report() {
    try_all(matter::Kind::Dispositions, 1_000_000);
}
