//! Lines, margins, comments, quotations.

use super::support::*;
use ordain_syntax::ast::*;

#[test]
fn a_listing_pasted_with_its_margin() {
    let statements = clean("    order MTC \"x\"\n    Defendants must: answer by 2023-12-01\n");
    assert_eq!(statements.len(), 2);
}

#[test]
fn blank_lines_and_comments_do_not_end_a_statement() {
    for between in
        ["\n", "\n\n", "\n# a comment\n", "\n   # a comment\n\n", "   # a comment\n", " -- a comment\n", "\r\n", "\r"]
    {
        let text = format!("¶ 1 Defendants must produce log{between}   by December 1, 2023");
        let statements = clean(&text);
        assert_eq!(deadline(&paragraphs(&statements)[0].clauses), "by 2023-12-01", "{text:?}");
    }
}

#[test]
fn strange_spaces_a_mark_at_the_start_and_no_last_line_end() {
    let text = "\u{FEFF}¶\u{A0}1  Defendants\u{202F}must produce log\n\tby December\u{A0}1, 2023\n   source Dkt. 12\n¶ 2 Defendants must file answer no deadline";
    let statements = clean(text);
    assert_eq!(statements.len(), 2);
    assert_eq!(deadline(&paragraphs(&statements)[0].clauses), "by 2023-12-01");
    assert_eq!(
        &text[statements[1].span.start as usize..statements[1].span.end as usize],
        "¶ 2 Defendants must file answer no deadline"
    );
}

#[test]
fn a_final_full_stop_is_not_a_word() {
    for text in [
        "¶1 Defendants must produce log by December 1, 2023.",
        "¶ 1. Defendants must produce log by December 1, 2023; source Dkt. 12.",
        "¶ 1 Defendants must produce log.\n  by December 1, 2023.",
    ] {
        let statements = clean(text);
        assert_eq!(act(paragraphs(&statements)[0]), "produce log", "{text}");
    }
}

#[test]
fn a_clause_at_the_margin_is_joined_and_indented() {
    let text = "¶ 1 Defendants must produce log\nby December 1, 2023\nsource MTC at 16\n¶ 2 Defendants must file answer no deadline\n";
    assert_eq!(findings(text), ["S0104: by =>      ", "S0104: source =>      "]);
    assert_eq!(paragraph("¶ 1 Defendants must produce log\nby December 1, 2023").clauses.len(), 1);
    clean(&corrected(text));
}

#[test]
fn a_clause_with_nothing_above_it() {
    assert_eq!(findings("on breach the Court may \"dismiss\""), ["S0109: on breach the Court may \"dismiss\""]);
}

#[test]
fn paragraphs_indented_under_their_order_are_noted_once_and_kept() {
    let text = "order MTC \"x\"\n  ¶ 1 Defendants must produce log\n    by December 1, 2023\n  ¶ 2 Defendants must file answer by December 2, 2023\n    source Axe Decl.\n      ¶ 6\n";
    let parsed = read(text);
    assert_eq!(findings(text), ["S0105: ¶"]);
    assert_eq!(errors(&parsed), 0);
    assert_eq!(paragraphs(&parsed.statements).len(), 2);
}

#[test]
fn a_statement_left_of_the_first_margin_is_a_statement() {
    assert_eq!(clean(" order MTC \"x\"\n¶ 1 Defendants must produce log no deadline").len(), 2);
}

#[test]
fn quotations() {
    let p = paragraph("¶ 1 Defendants must produce log note “curly ‘inner’ text” by December 1, 2023");
    assert!(matches!(&p.clauses[0].kind, ClauseKind::Note(n) if n.value == "curly ‘inner’ text"));
    let text = "¶ 1 Defendants must produce log note \"unclosed\n   by December 1, 2023\n   source Dkt. 12\n";
    assert_eq!(findings(text), ["S0106: \" => \""]);
    assert_eq!(paragraph(text).clauses.len(), 3);
    clean(&corrected(text));
    let text = "¶ 1 Defendants must produce log\n   note \"unclosed\n   by December 1, 2023\n   quote \"closed\"\n";
    assert_eq!(findings(text), ["S0106: \" => \""]);
    assert_eq!(paragraph(text).clauses.len(), 3);
}

#[test]
fn characters_that_cannot_be_seen() {
    let text = "¶ 1 Defendants must\u{7} produce log no deadline note \"x\u{1b}[31m\"";
    let parsed = read(text);
    assert_eq!(parsed.diagnostics.len(), 2);
    for d in &parsed.diagnostics {
        assert_eq!(d.code.id, "S0107");
        let said = format!("{}{}", d.message, d.help.as_deref().unwrap_or(""));
        assert!(!said.chars().any(char::is_control), "{said:?}");
    }
}

#[test]
fn spans_are_global() {
    let parsed =
        ordain_syntax::parse("¶ 1 Defendants shall produce log no deadline", 1000, ordain_syntax::Options::default());
    assert_eq!(parsed.diagnostics[0].span(), ordain_base::source::Span::new(1016, 1021));
}
