//! A clause lives in the table, in `words.pest`, in `clauses.pest`, in `lower` and in
//! the tree. Whoever forgets one of them is reported by one of these.

use std::collections::BTreeSet;

use super::OPENERS;
use crate::ast::{Body, StatementKind};
use crate::grammar::{Rule, read};
use crate::{Options, parse};

const WORDS: &str = include_str!("../../grammar/words.pest");
const CLAUSES: &str = include_str!("../../grammar/clauses.pest");

/// The body of a rule of the grammar, up to its closing brace.
fn body_of_rule<'t>(grammar: &'t str, rule: &str) -> &'t str {
    let (_, rest) = grammar.split_once(&format!("\n{rule} = ")).expect("the rule");
    rest.split_once('{').expect("a body").1.split_once('}').expect("its end").0
}

/// The rules that a body names, without what is in quotation marks.
fn rules_named_in(body: &str) -> BTreeSet<&str> {
    let code = body.split('"').step_by(2);
    code.flat_map(|c| c.split(|c: char| !c.is_alphanumeric() && c != '_')).filter(|w| w.len() > 2).collect()
}

fn keywords_of_openers() -> BTreeSet<String> {
    OPENERS.iter().map(|o| format!("{:?}", o.keyword)).collect()
}

#[test]
fn an_example_begins_with_its_words_or_says_the_same() {
    for opener in OPENERS {
        let same = OPENERS.iter().any(|o| o.example == opener.example && o.example.starts_with(o.words));
        assert!(same, "`{}` is not how `{}` begins", opener.words, opener.example);
    }
}

#[test]
fn the_grammar_begins_a_clause_at_every_opener() {
    for opener in OPENERS {
        let example = opener.example;
        assert!(read(Rule::line_clause, example).is_some(), "`line_clause` of words.pest: `{example}`");
        assert!(read(opener.keyword, example).is_some(), "`{:?}`: `{example}`", opener.keyword);
    }
}

#[test]
fn the_grammar_reads_every_clause_whole() {
    for opener in OPENERS {
        let tree = read(Rule::clause, opener.example);
        let read = tree.as_ref().and_then(|t| t.root());
        let read = read.unwrap_or_else(|| panic!("clauses.pest: {}", opener.example));
        assert_eq!(read.as_str(), opener.example, "clauses.pest reads less than the clause");
        let reader = read.into_inner().next().map(|p| p.as_rule());
        assert_eq!(reader, Some(opener.reader), "{}", opener.example);
    }
}

#[test]
fn the_tree_holds_every_clause() {
    for opener in OPENERS {
        let text = format!("order O, entered January 3, 2024\n¶ 1  Acme must file answer\n     {}\n", opener.example);
        let parsed = parse(&text, 0, Options::default());
        let held = parsed.statements.iter().any(|s| match &s.kind {
            // `beginning D and ending E` becomes a clause of each of two acts.
            StatementKind::Paragraph(p) => match &p.body {
                Body::Provision(body) if p.clauses.is_empty() => {
                    body.items.len() == 2 && body.items.iter().all(|i| i.clauses.len() == 1)
                }
                _ => p.clauses.len() == 1,
            },
            _ => false,
        });
        assert!(held, "lower/clause.rs drops `{}`: {:?}", opener.example, parsed.diagnostics);
    }
}

#[test]
fn the_table_has_every_opener_of_the_grammar() {
    // Said of what follows an opener, and no opener.
    let inside = ["k_times"];
    let known = keywords_of_openers();
    for rule in ["line_clause", "inline_clause"] {
        for keyword in rules_named_in(body_of_rule(WORDS, rule)) {
            let opens = keyword.starts_with("k_") || keyword == "flag" || keyword == "nunc_words";
            let missing = opens && !known.contains(keyword) && !inside.contains(&keyword);
            assert!(!missing, "`{keyword}` of `{rule}` in words.pest is not in the table of openers");
        }
    }
}

#[test]
fn the_table_has_every_clause_of_the_grammar() {
    let known: BTreeSet<String> = OPENERS.iter().map(|o| format!("{:?}", o.reader)).collect();
    for reader in rules_named_in(body_of_rule(CLAUSES, "clause_body")) {
        assert!(known.contains(reader), "`{reader}` of `clause_body` in clauses.pest is not in the table of openers");
    }
}

#[test]
fn the_grammar_has_every_verb_of_a_disposition() {
    for verb in crate::reserved::DISPOSITIONS.iter().chain(crate::reserved::SHOWN) {
        let rest = match *verb {
            "takes" => " under advisement",
            "lifts" => " stay",
            "excludes" => " time",
            _ => "",
        };
        let text = format!("{verb}{rest}");
        let read = read(Rule::disposition_verb, &text);
        assert!(
            read.and_then(|t| t.root().map(|p| p.as_str() == text)).unwrap_or(false),
            "dispositions.pest does not read `{text}`"
        );
    }
}
