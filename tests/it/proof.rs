//! The laws of `ordain proof`, and its command. What it finds is specified in
//! `tests/proof/*.md`, which `tests/spec/proof.rs` runs.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test reads its specifications and writes its texts"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use ordain_text::proofread::{check, codes, findings};
use proptest::prelude::*;

#[test]
fn the_page_has_a_section_for_each_lint() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/proof.md")).expect("the page");
    let missing: Vec<&str> =
        codes().map(|c| c.id).filter(|id| !page.lines().any(|l| l.starts_with(&format!("### {id} ")))).collect();
    assert!(missing.is_empty(), "docs/proof.md has no section for {missing:?}");
}

#[test]
fn spans_begin_where_the_text_begins() {
    let order = "The hearing is set for Friday, April 18, 2024.";
    let at = |base| check(order, base).first().map(|d| d.span()).expect("a finding");
    assert_eq!(at(1000).start, at(0).start + 1000);
}

/// Pieces of orders that the lints look at, in any order and any nesting.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "On ",
        "by ",
        "from ",
        "to ",
        "until ",
        "within ",
        "thirty (20) days ",
        "30 days ",
        "October 19, 2023",
        "Feb. 30, 2024",
        "13/45/2024",
        "Friday, ",
        "Dated: ",
        "the following five categories: ",
        "(1) ",
        "\n1. ",
        "\n\n",
        "\n",
        ". ",
        "; ",
        "“",
        "”",
        "\"",
        "(",
        ")",
        "[",
        "]",
        "(the “Order”)",
        "(“MTD,” Dkt. No. 3-",
        "12 documents ",
        "only 25 documents ",
        "$1,000.50 ",
        "total of ",
        "Defendants filed a Motion ",
        "an Opposition ",
        "shall file a joint letter ",
        "may ",
        "VACATES the ",
        "hearing ",
        "ﬁled",
        "’",
        "é",
        "\u{2028}",
        "\u{c}",
        "¹ ",
        "=== x\n",
        "(Entered: 01/04/2008)",
        "Smith Decl. ",
        "99999999999999999999 ",
        "4294967295 months after ",
        "twenty-",
        "hundred ",
        "Dkt. No. ",
        "*",
        "\r",
    ];
    prop_oneof![4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,400}") {
        let _ = check(&text, 0);
    }

    #[test]
    fn every_label_stands_on_whole_words(pieces in prop::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        for d in check(&text, 0) {
            for l in &d.labels {
                prop_assert!(text.get(l.span.start as usize..l.span.end as usize).is_some(), "{:?} in {:?}", l, text);
            }
        }
    }
}

/// Generous: a debug build on a busy machine. Quadratic work on any of these takes longer.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn hostile_texts_are_read_in_linear_time() {
    for piece in [
        "(",
        "[(",
        "]) ",
        "“",
        "\"x ",
        "by May 5, 2024 ",
        "from May 5, 2024 to May 4, 2024 ",
        "for 30 days, until May 9, 2024 ",
        "(“AB,” Dkt. No. 1) produce AB log by May 5, 2024. ",
        "the following five: (1) ",
        "1,111,111",
        "twenty-",
        "within 30 days ",
        "60 days from the hearing ",
        "VACATES the hearing ",
        "produced 12 documents, only 25 documents. ",
        "parties shall file a b. ",
        "Dated: May 5, 2024\n",
        "\n\n(",
        "=== \n",
        "¹ \n\n",
        "the the the the ",
        "A B C (ABC) ",
        "$1 total of $2 ",
        "x",
        "\n1 a",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let begun = Instant::now();
        assert!(findings(&text, 0).len() <= text.len());
        assert!(begun.elapsed() < PATIENCE, "{piece:?}: {:?}", begun.elapsed());
    }
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ordain")).args(args).output().expect("the binary runs")
}

#[test]
fn the_command_says_what_it_found_by_its_status() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let good = write("good.txt", b"The hearing is set for Friday, April 19, 2024.\n");
    let bad = write("bad.txt", b"The hearing is set for Friday, April 18, 2024.\n");
    let soft = write("soft.txt", b"If the motion fails, Doe shall file it within 30 days.\n");
    let old = write("old.txt", b"\xff\xfeT");
    let status = |args: &[&str]| run(args).status.code();
    assert_eq!(status(&["proof", &good]), Some(0));
    assert_eq!(status(&["proof", &bad]), Some(1));
    assert_eq!(status(&["proof", &soft]), Some(0), "of low confidence");
    assert_eq!(status(&["proof", &soft, "--min-confidence", "low"]), Some(1));
    assert_eq!(status(&["proof", &old]), Some(2));
    assert_eq!(status(&["proof", "no-such-file.txt"]), Some(2));
    assert_eq!(status(&["proof"]), Some(2));
    let json = run(&["proof", &bad, &good, "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    assert_eq!(json["findings"][0]["code"], "L0201");
    assert_eq!(json["findings"][0]["labels"][0]["words"], "Friday, April 18, 2024");
    assert_eq!(json["files"].as_array().map(Vec::len), Some(2));
    let plain = String::from_utf8(run(&["proof", &bad, "--format", "plain"]).stdout).expect("text");
    assert!(plain.starts_with("Finding 1 of 1, warning L0201, confidence high. "), "{plain}");
    assert!(plain.contains("bad.txt:1:24: Friday, April 18, 2024 — a Thursday"), "{plain}");
    let drawn = String::from_utf8(run(&["proof", &bad]).stdout).expect("text");
    assert!(drawn.starts_with("warning[L0201]: 2024-04-18 is a Thursday, not a Friday"), "{drawn}");
}

#[test]
fn no_escape_sequence_of_a_file_reaches_the_screen() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("steer.txt");
    fs::write(&path, "\u{1b}[2J (open \u{202e} by Friday, April 18, 2024.\n").expect("a file");
    for format in ["terminal", "plain", "json"] {
        let out = run(&["proof", &path.to_string_lossy(), "--format", format]).stdout;
        let out = String::from_utf8(out).expect("text");
        assert!(!out.contains('\u{1b}') && !out.contains('\u{202e}'), "{format}: {out:?}");
    }
}
