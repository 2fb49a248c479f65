//! What miette is known to get wrong, and we do not.

use ordain_base::diag::Diagnostic;
use ordain_base::source::{SourceMap, Span};
use ordain_render::{Style, json, plain, terminal};

use super::matter;

/// A map of these files.
fn files(files: &[(&str, &str)]) -> SourceMap {
    let mut sources = SourceMap::default();
    for (path, text) in files {
        sources.add(*path, *text).unwrap();
    }
    sources
}

fn at(sources: &SourceMap, words: &str) -> Span {
    let file = sources.files().iter().position(|f| f.text.contains(words)).unwrap();
    matter::words(sources, &sources.files()[file].path.clone(), words, 0)
}

/// The diagnostic alone, without its first line.
fn drawn(d: &Diagnostic, sources: &SourceMap, width: usize) -> String {
    let text = terminal::diagnostic(d, sources, &Style::new(width));
    text.split_once('\n').unwrap().1.to_owned()
}

#[test]
fn labels_that_overlap_are_drawn_apart() {
    let s = files(&[("a.order", "¶ 1  Defendants must produce “privilege log” by Monday, December 1\n")]);
    let d = Diagnostic::new(matter::BREACHED, "x", at(&s, "Defendants must produce “privilege log”"), "the duty")
        .label(at(&s, "“privilege log”"), "of what")
        .label(at(&s, "must produce “privilege"), "partly over both")
        .label(at(&s, "by Monday, December 1"), "when")
        .label(at(&s, "by Monday, December 1"), "and again");
    insta::assert_snapshot!(drawn(&d, &s, 80));
}

#[test]
fn a_label_at_the_end_of_a_file_is_seen() {
    for text in [
        "¶ 1  Defendants must file answer",
        "¶ 1  Defendants must file answer\n",
        "¶ 1  Defendants must file answer\n\n \n",
    ] {
        let s = files(&[("a.order", text)]);
        let end = u32::try_from(text.len()).unwrap();
        let d = Diagnostic::new(matter::UNKNOWN, "x", Span::new(end, end), "`by` and a date are missing here");
        let shown = drawn(&d, &s, 80);
        assert!(shown.contains("╭─[a.order:1:33]"), "{shown}");
        assert!(shown.contains("   ·                                 ┬\n"), "{shown}");
        assert!(shown.contains("╰── `by` and a date are missing here"), "{shown}");
    }
}

#[test]
fn an_empty_file_has_a_place_too() {
    let s = files(&[("empty.order", "")]);
    let d = Diagnostic::new(matter::UNKNOWN, "x", Span::new(0, 0), "nothing is written here");
    let shown = drawn(&d, &s, 80);
    assert!(shown.contains("empty.order:1:1") && shown.contains("nothing is written here"), "{shown}");
}

#[test]
fn columns_count_characters() {
    let s = files(&[("a.order", "¶ “§” – Defendants must\n")]);
    let d = Diagnostic::new(matter::UNKNOWN, "x", at(&s, "Defendants"), "who");
    assert!(drawn(&d, &s, 80).contains("[a.order:1:9]"));
    let mut report = matter::empty(s);
    report.diagnostics = vec![d];
    assert!(plain::render(&report, &Style::new(80)).contains("a.order:1:9: Defendants — who\n"));
    let value: serde_json::Value = serde_json::from_str(&json::render(&report)).unwrap();
    let label = &value["diagnostics"][0]["labels"][0];
    assert_eq!((label["line"].as_u64(), label["column"].as_u64()), (Some(1), Some(9)));
    assert_eq!((label["endLine"].as_u64(), label["endColumn"].as_u64()), (Some(1), Some(19)));
}

#[test]
fn help_is_never_broken_within_a_date_or_at_a_hyphen() {
    let s = files(&[("a.order", "a\n")]);
    let help = "the deadline was counted from Fri 2023-11-17 in the court-ordered way, and lands on Fri 2023-12-01, \
                a day that is not a holiday, by Fed. R. Civ. P. 6(a)(1)(C), well-known and time-honoured";
    let d = Diagnostic::new(matter::BREACHED, "x", Span::new(0, 1), "here").help(help);
    for width in 40..=120 {
        let shown = drawn(&d, &s, width);
        for whole in ["Fri Nov. 17, 2023", "Fri Dec. 1, 2023,", "court-ordered", "well-known", "time-honoured"] {
            assert!(shown.contains(whole), "{whole} is broken at {width}:\n{shown}");
        }
    }
}

#[test]
fn long_lines_are_trimmed_round_their_labels() {
    let words = "IT IS HEREBY ORDERED that, ".repeat(100);
    let text = format!("{words}Defendants shall complete the record by December 1, 2023, and {words}\n");
    let s = files(&[("order.txt", &text)]);
    let d = Diagnostic::new(matter::BREACHED, "x", at(&s, "complete the record"), "what")
        .label(at(&s, "December 1, 2023"), "by when");
    insta::assert_snapshot!(drawn(&d, &s, 60));
    let far = Diagnostic::new(matter::BREACHED, "x", Span::new(0, 5), "the beginning")
        .label(at(&s, "December 1, 2023"), "the end of a very long sentence that does not fit beside its bar");
    insta::assert_snapshot!(drawn(&far, &s, 60));
    let whole = Diagnostic::new(matter::BREACHED, "x", Span::new(0, 5400), "all of it");
    insta::assert_snapshot!(drawn(&whole, &s, 60));
}

#[test]
fn files_stand_in_one_report_the_primary_one_first() {
    let s = matter::sources();
    let d = Diagnostic::new(matter::BREACHED, "x", at(&s, "produced 12 documents"), "done")
        .label(matter::words(&s, "mtc.order", "by December 1, 2023", 0), "due")
        .label(matter::words(&s, "enforcement.order", "enforces MTC", 0), "a later order");
    insta::assert_snapshot!(drawn(&d, &s, 80));
}

#[test]
fn a_label_over_many_lines_says_where_it_ends() {
    let s = files(&[("a.facts", &"on December 1, 2023 Defendants produced 1 document\n".repeat(40))]);
    let d = Diagnostic::new(matter::UNKNOWN, "x", Span::new(51, 51 * 30 - 1), "all alike");
    insta::assert_snapshot!(drawn(&d, &s, 80));
}

#[test]
fn line_ends_tabs_and_a_mark_at_the_beginning_move_nothing() {
    let s = files(&[("a.order", "\u{FEFF}¶ 1\tDefendants must\r\n\tby December 1\rsource MTC\r\n")]);
    let d = Diagnostic::new(matter::UNKNOWN, "x", at(&s, "Defendants"), "who")
        .label(at(&s, "December"), "when")
        .label(at(&s, "MTC"), "where");
    insta::assert_snapshot!(drawn(&d, &s, 80));
}

#[test]
fn there_is_no_colour_unless_asked_for_and_never_a_link() {
    let report = matter::report();
    let without = terminal::render(&report, &Style::new(80));
    assert!(!without.contains('\x1b'));
    let with = terminal::render(&report, &Style::new(80).color(true));
    assert!(with.contains("\x1b[") && !with.contains("\x1b]"));
    assert_eq!(strip(&with), without, "colour changes nothing else");
}

/// Without escape sequences, and the spaces they may have kept at line ends.
fn strip(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split("\x1b[");
    out.push_str(parts.next().unwrap());
    for part in parts {
        out.push_str(part.split_once('m').unwrap().1);
    }
    out.lines().map(|l| l.trim_end().to_owned() + "\n").collect()
}
