//! The laws of `ordain transcribe`: every draft passes `check` as it is, and the same text gives the same draft.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test reads its texts")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ordain_base::diag::Severity;
use ordain_core::report::View;
use ordain_core::session::files::Text;
use ordain_core::session::{AsOf, Options, Views, check};
use ordain_core::transcribe::{Draft, Paper, Refused, transcribe};
use proptest::prelude::*;

fn paper(text: &str) -> Paper<'_> {
    Paper { name: "order.txt", text, text_file: Some("order.txt"), entry: None }
}

/// What `ordain check` has against a draft.
fn errors(draft: &Draft, text: &str) -> Vec<String> {
    let file = |path: &str, text: &str| Text { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    let day = chrono::NaiveDate::from_ymd_opt(2024, 3, 25).expect("a day");
    let options = Options { as_of: AsOf::On(day), known_on: None, views: Views::One(View::Court) };
    let report = check(vec![file("matter.order", &draft.order), file("order.txt", text)], "draft", &options);
    let wrong =
        report.diagnostics.into_iter().filter(|d| d.severity == Severity::Error || d.code.id.starts_with("L04"));
    wrong.map(|d| format!("{}: {}", d.code.id, d.message)).collect()
}

fn holds(text: &str) -> Result<(), String> {
    let first = transcribe(&paper(text));
    if first != transcribe(&paper(text)) {
        return Err("two drafts of one text differ".to_owned());
    }
    let Ok(draft) = first else { return Ok(()) };
    let wrong = errors(&draft, text);
    if wrong.is_empty() { Ok(()) } else { Err(format!("{wrong:#?}\n{}", draft.order)) }
}

/// Every text in the folders of the repository that hold texts of orders, and the texts in their specifications.
fn texts() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["rules", "tests/texts", "tests/proof", "tests/transcribe"].iter().map(|f| root.join(f)).collect();
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(&folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
        entries.sort();
        for path in entries {
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".txt") {
                all.push((path.clone(), fs::read_to_string(&path).expect("a text")));
            } else if name.ends_with(".md") {
                let page = fs::read_to_string(&path).expect("a page");
                let blocks = page.split("```order\n").skip(1).filter_map(|b| Some(b.split_once("```")?.0.to_owned()));
                all.extend(blocks.map(|b| (path.clone(), b)));
            }
        }
    }
    all
}

#[test]
fn every_draft_of_a_text_here_passes_check() {
    let texts = texts();
    assert!(texts.len() > 100, "only {} texts", texts.len());
    let wrong: Vec<String> = texts
        .iter()
        .filter_map(|(path, text)| Some(format!("{}: {}\n{text}", path.display(), holds(text).err()?)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Pieces of orders, in any order.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "Plaintiff shall ",
        "Defendants must ",
        "The parties are directed to ",
        "The Court ORDERS Plaintiff to ",
        "IT IS ORDERED that ",
        "file an answer ",
        "produce all documents ",
        "serve \"a copy\" on Defendant ",
        "meet and confer ",
        "not destroy any record ",
        "by March 4, 2024",
        "within fourteen (14) days of this Order",
        "within 7 days",
        "no later than 5:00 p.m. on May 6, 2024",
        "until further order",
        ", and ",
        "; ",
        ". ",
        "\n",
        "\n\n",
        "\n1. ",
        "\n(a) ",
        "(1) ",
        " (2) ",
        "if ",
        "unless ",
        "except ",
        "or ",
        "The motion (Dkt. 12) is GRANTED",
        "in part and DENIED in part",
        "A status conference is set for May 6, 2024 at 9:00 a.m.",
        "This action is dismissed with prejudice",
        "Dispositive motions are due June 3, 2024",
        "Failure to comply may result in sanctions",
        "by Plaintiff ",
        "he ",
        "“the Order”",
        "¶ ",
        "# ",
        "-- ",
        "order Order ",
        "Jane Doe, Plaintiff, v. Acme, Inc., Defendant.\n",
        "\u{C}",
    ];
    prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_draft_of_any_text_passes_check(pieces in proptest::collection::vec(piece(), 1..24)) {
        let text = pieces.concat();
        prop_assert_eq!(holds(&text), Ok(()), "{}", text);
    }
}

#[test]
fn a_paper_that_orders_nothing_or_twice_is_refused() {
    assert_eq!(transcribe(&paper("The sun rose. It was a fine day.")), Err(Refused::OrdersNothing));
    let one = "Poe v. Roe\n\nPlaintiff shall file a reply by May 6, 2024.\n\nDated: May 1, 2024\n\n===\n\n";
    assert_eq!(transcribe(&paper(&one.repeat(2))), Err(Refused::Several(2)));
    // Without days, and with a caption of one line: the court's name begins each.
    let one = "UNITED STATES DISTRICT COURT\nDISTRICT OF OREGON\n\nPoe v. Roe, No. 3:23-cv-00123\n\nORDER\n\n\
               Defendant shall file an answer by May 6, 2024.\n\nIT IS SO ORDERED.\n\n";
    assert_eq!(transcribe(&paper(&one.repeat(3))), Err(Refused::Several(3)));
    // What is attached orders nothing.
    let attached = "UNITED STATES DISTRICT COURT\nDISTRICT OF OREGON\n\nCERTIFICATE OF SERVICE\n\nServed by mail.\n";
    assert!(transcribe(&paper(&format!("{one}{attached}"))).is_ok());
}

/// A hundred pages take about a second in a release build; a debug build on a busy machine takes many times as long.
#[test]
fn a_hundred_pages_are_fast() {
    let prose =
        "Plaintiff filed this action in May, and Defendant answered. The Court has considered the papers.\n".repeat(36);
    let page = |n: usize| {
        format!(
            "{prose}\n{n}. Defendant shall produce all documents responsive to Request No. {n} by June 3, 2024.\n\n\
             The motion to strike exhibit {n} is DENIED without prejudice.\n\u{C}"
        )
    };
    let text = format!("Jane Doe, Plaintiff, v. Acme, Inc., Defendant.\n\n{}", (1..=100).map(page).collect::<String>());
    let begun = Instant::now();
    let draft = transcribe(&paper(&text)).expect("a draft");
    assert!(draft.sentences >= 200, "{} sentences", draft.sentences);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
