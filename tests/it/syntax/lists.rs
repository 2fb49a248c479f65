//! Several items under one `must`.

use super::support::*;
use ordain_syntax::ast::*;

fn items(p: &Paragraph) -> Vec<(String, String)> {
    provision(p).items.iter().map(|i| (words(&i.act), deadline(&i.clauses))).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn the_sentence_of_the_card() {
    let text = "\
party Defendants
record CAR \"Certified Administrative Record\"
order MTC \"Order on Motion to Compel\", entered 2023-10-19
Defendants must: complete CAR categories 1-5 by 2023-12-01; privilege log by 2023-12-15
";
    let statements = clean(text);
    let p = paragraphs(&statements)[0];
    assert!(provision(p).listed);
    assert_eq!(p.label, None);
    assert_eq!(words(&provision(p).bearer), "Defendants");
    assert_eq!(
        items(p),
        pairs(&[("complete CAR categories 1-5", "by 2023-12-01"), ("privilege log", "by 2023-12-15")])
    );
    let StatementKind::Order(order) = &statements[2].kind else { panic!("{statements:?}") };
    assert_eq!(order.entered.as_ref().map(|d| d.day), Some(day("2023-10-19")));
    assert_eq!(order.title.as_ref().map(|t| t.value.as_str()), Some("Order on Motion to Compel"));
}

#[test]
fn items_by_semicolons_lines_and_letters() {
    let expected = pairs(&[("complete CAR", "by 2023-12-01"), ("privilege log", "by 2023-12-15")]);
    for list in [
        " complete CAR by 2023-12-01; privilege log by 2023-12-15",
        "\n  complete CAR by 2023-12-01\n  privilege log by 2023-12-15",
        "\n  complete CAR by 2023-12-01;\n  privilege log by 2023-12-15;",
        "\n  (a) complete CAR by 2023-12-01; and\n  (b) privilege log by 2023-12-15.",
        " complete CAR; by 2023-12-01; privilege log\n    by 2023-12-15\n",
    ] {
        let text = format!("¶ 1 Defendants must:{list}");
        let statements = clean(&text);
        assert_eq!(items(paragraphs(&statements)[0]), expected, "{text}");
    }
    let p = paragraph("¶ 1 Defendants must:\n  (a) file answer no deadline\n  (b) file reply no deadline");
    let labels: Vec<_> = provision(&p).items.iter().map(|i| i.label.as_ref().map(|l| l.value.clone())).collect();
    assert_eq!(labels, [Some("a".to_owned()), Some("b".to_owned())]);
}

#[test]
fn a_source_on_its_own_line_is_for_the_whole_list() {
    let p = paragraph(
        "¶ 1 Defendants must: complete CAR by 2023-12-01 source MTC at 16; privilege log by 2023-12-15;\n  source MTC at 17\n  note \"x\"",
    );
    assert_eq!(p.clauses.len(), 2);
    assert_eq!(provision(&p).items[0].clauses.len(), 2);
    assert_eq!(provision(&p).items[1].clauses.len(), 1);
}

#[test]
fn a_deadline_below_a_list_is_for_all_items_that_have_none() {
    let p = paragraph("¶ 1 Defendants must:\n  complete CAR\n  privilege log\n  by December 1, 2023");
    assert_eq!(deadline(&p.clauses), "by 2023-12-01");
}
