//! What holds of every text.

use super::support::*;
use ordain_syntax::ast::*;
use proptest::prelude::*;

/// Clauses that may be together on one duty.
const CLAUSES: &[&str] = &[
    "covering CAR categories 1-3",
    "if ruling on Motion",
    "unless the Court orders otherwise",
    "except privileged documents",
    "despite ¶ 3",
    "or file motion",
    "with at least 3 custodians",
    "containing \"progress\"",
    "to Plaintiffs and the Court",
    "in searchable PDF",
    "not exceeding 10 pages",
    "manner \"in person\"",
    "about \"status\"",
    "topic discovery",
    "on breach the Court may \"dismiss\"",
    "source Dkt. 305-1 ¶ 6; Coleman Decl. Ex. C",
    "quote \"shall file\"",
    "note \"it’s — so\"",
    "by December 1, 2023",
    "for each document withheld",
];

fn pieces() -> impl Strategy<Value = String> {
    words_of(0..40)
}

/// Short enough to be right now and then.
fn few_pieces() -> impl Strategy<Value = String> {
    words_of(1..7)
}

fn words_of(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "¶",
        "1",
        "Defendants",
        "must",
        "must:",
        "may not",
        "shall",
        "by",
        "December 1, 2023",
        "within",
        "14",
        "days",
        "after",
        "service",
        ";",
        ",",
        "\n",
        "\n  ",
        "source",
        "MTC at 16",
        "note",
        "\"",
        "“",
        "”",
        "unless",
        "the Court",
        "finds",
        "on",
        "on breach",
        "order",
        "record",
        "category",
        "until",
        "every",
        "#",
        "--",
        "\u{A0}",
        "\r",
        "[E-1]",
        "expect",
        "grants",
        "and",
        "or",
        "(",
        ")",
        "12/1/2023",
        "withn",
        "msut",
        "¶¶ 1-2",
        "[sic",
        "]",
        ".",
        ":",
        "the earlier of",
        "first by",
    ]);
    prop::collection::vec(words, count).prop_map(|w| w.join(" "))
}

/// Every finding has a place inside the text, at whole characters.
fn places_hold(text: &str) -> Result<(), TestCaseError> {
    let parsed = read(text);
    for d in &parsed.diagnostics {
        prop_assert!(!d.message.chars().any(|c| c.is_control()), "{:?}", d.message);
        for l in &d.labels {
            prop_assert!(text.get(l.span.start as usize..l.span.end as usize).is_some(), "{:?} in {text:?}", l.span);
        }
        for e in d.fix.iter().flat_map(|f| &f.edits) {
            prop_assert!(text.get(e.span.start as usize..e.span.end as usize).is_some(), "{:?} in {text:?}", e.span);
        }
    }
    for s in &parsed.statements {
        prop_assert!(text.get(s.span.start as usize..s.span.end as usize).is_some());
    }
    let starts: Vec<u32> = parsed.diagnostics.iter().map(|d| d.span().start).collect();
    prop_assert!(starts.is_sorted(), "not in reading order: {starts:?}");
    Ok(())
}

/// Found by chance, once in some thousand runs.
#[test]
fn an_hour_and_the_word_on_the_next_line_are_told_on_one() {
    places_hold("order ; on MTC at 16 \n order").expect("a message of one line");
}

/// Found by fuzzing: what is corrected may be longer than what is written.
#[test]
fn a_word_that_is_corrected_is_underlined_as_it_is_written() {
    for text in ["tabl", "tabl\n", "order Case, entered May 1, 2024\ntabl"] {
        places_hold(text).expect("a place inside the text");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        places_hold(&text)?;
    }

    #[test]
    fn any_run_of_the_languages_words_is_read(text in pieces()) {
        places_hold(&text)?;
    }

    /// Deleting one clause line changes no other clause.
    #[test]
    fn clauses_do_not_depend_on_their_neighbours(order in Just((0..CLAUSES.len()).collect::<Vec<_>>()).prop_shuffle(), gone in 0..CLAUSES.len()) {
        let lines: Vec<&str> = order.iter().filter_map(|i| CLAUSES.get(*i).copied()).collect();
        let kinds = |lines: &[&str]| -> Vec<String> {
            paragraph(&format!("¶ 1 Defendants may file report\n  {}\n", lines.join("\n  "))).clauses.iter().map(|c| bare(&c.kind)).collect()
        };
        let all = kinds(&lines);
        prop_assert_eq!(all.len(), lines.len());
        let mut fewer = lines.clone();
        fewer.remove(gone);
        let mut expected = all;
        expected.remove(gone);
        prop_assert_eq!(kinds(&fewer), expected);
    }

    /// A line that is no clause is reported, and hurts no clause beside it.
    #[test]
    fn every_bad_region_is_reported(junk in "(note|source|within|by the|every)? ?[%&@*=+]{1,8}", at in 0..CLAUSES.len()) {
        let mut lines: Vec<String> = CLAUSES.iter().map(|c| (*c).to_owned()).collect();
        lines.insert(at, format!("source {junk}"));
        let text = format!("¶ 1 Defendants may file report\n  {}\n", lines.join("\n  "));
        let parsed = read(&text);
        prop_assert!(errors(&parsed) >= 1, "{}", text);
        let p = paragraphs(&parsed.statements);
        prop_assert_eq!(p[0].clauses.len(), CLAUSES.len());
    }

    /// Nothing is lost in silence: every word of a statement is in the tree
    /// where there is no error. (Marks between clauses, and the `and` between items,
    /// carry nothing.)
    #[test]
    fn nothing_is_lost(text in few_pieces(), head in prop::sample::select(vec!["¶ 1 Defendants must ", "¶ 1 Defendants must: ", "on December 1, 2023 ", "¶ 1 grants ", "¶ 1 "])) {
        let text = format!("{head}{}", text.replace(['\n', '\r', '#'], " ").replace("--", " "));
        let parsed = read(&text);
        let mut seen = vec![false; text.len()];
        let mut mark = |from: usize, to: usize| seen.iter_mut().take(to).skip(from).for_each(|b| *b = true);
        for s in &parsed.statements {
            spans_of(&format!("{:?}", s.kind)).into_iter().for_each(|(from, to)| mark(from, to));
        }
        for d in &parsed.diagnostics {
            d.labels.iter().for_each(|l| mark(l.span.start as usize, l.span.end as usize));
        }
        let lost: String = text.char_indices().filter(|(i, _)| !seen[*i]).map(|(_, c)| c).collect();
        let lost: Vec<&str> = lost.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !matches!(*w, "and" | "the" | "Court" | "on" | "of")).collect();
        prop_assert!(lost.is_empty() || errors(&parsed) > 0, "{lost:?} of {text:?}\n{:#?}", parsed.diagnostics);
    }
}

/// Every place written in a tree.
fn spans_of(tree: &str) -> Vec<(usize, usize)> {
    tree.split("Span { start: ")
        .skip(1)
        .filter_map(|s| {
            let (from, rest) = s.split_once(", end: ")?;
            let to = rest.split(' ').next()?;
            Some((from.parse().ok()?, to.parse().ok()?))
        })
        .collect()
}

#[test]
fn texts_of_any_size_are_read_in_time() {
    let long_line = format!("¶ 1 Defendants must produce {}", "x ".repeat(5_000_000));
    let deep = format!("¶ 1 Defendants must produce {}{} no deadline", "(".repeat(10_000), ")".repeat(10_000));
    let items = format!("¶ 1 Defendants must: {}", "a; ".repeat(20_000));
    let semicolons = ";".repeat(60_000);
    let many_quotes = "¶ 1 Defendants must produce “ \n ".to_owned() + &"“ x\n ".repeat(8_000);
    for (text, code) in [
        (&long_line, Some("S0108")),
        (&deep, None),
        (&items, Some("S0305")),
        (&semicolons, Some("S0101")),
        (&many_quotes, Some("S0106")),
    ] {
        let parsed = read(text);
        match code {
            None => assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics.first()),
            Some(code) => assert!(
                parsed.diagnostics.iter().any(|d| d.code.id == code),
                "{code}: {:?}",
                parsed.diagnostics.first()
            ),
        }
    }
    let paragraphs_text = "¶ 1 Defendants must produce log\n  by December 1, 2023\n  source MTC at 16\n".repeat(2_000);
    assert_eq!(clean(&paragraphs_text).len(), 2_000);
}

#[test]
fn a_catalogue_code_is_used_once() {
    let ids: Vec<&str> = ordain_base::diag::codes::all().map(|c| c.id).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len());
    let kind = clean("¶ 1 Defendants may file reply");
    assert!(matches!(kind[0].kind, StatementKind::Paragraph(_)));
}
