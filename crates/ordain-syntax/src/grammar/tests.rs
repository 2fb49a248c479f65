//! The reader that is made from the grammar finds what pest finds with the same grammar: in every statement of the
//! manual, the specifications and the rules, and in each with one word left out.

#![expect(clippy::disallowed_methods, reason = "a test reads its own files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ordain_grammar::Pairs;
use pest_meta::{optimizer, parser};
use pest_vm::Vm;

use super::{Rule, read};
use crate::classify::{Kind, classify};
use crate::layout::cut_into_blocks;
use crate::scan::View;

const GRAMMAR: &str = concat!(
    include_str!("../../grammar/lexical.pest"),
    include_str!("../../grammar/dates.pest"),
    include_str!("../../grammar/words.pest"),
    include_str!("../../grammar/phrases.pest"),
    include_str!("../../grammar/clauses.pest"),
    include_str!("../../grammar/conditions.pest"),
    include_str!("../../grammar/paragraphs.pest"),
    include_str!("../../grammar/dispositions.pest"),
    include_str!("../../grammar/order.pest"),
    include_str!("../../grammar/facts.pest"),
    include_str!("../../grammar/tables.pest"),
);

fn pest_reader() -> Vm {
    let pairs = parser::parse(parser::Rule::grammar_rules, GRAMMAR).expect("a grammar");
    Vm::new(optimizer::optimize(parser::consume_rules(pairs).expect("rules")))
}

/// Nodes as text, one in another.
fn ours(pairs: Pairs<'_, Rule>) -> String {
    pairs.map(|p| format!("{:?} {}..{} ({})", p.as_rule(), p.start(), p.end(), ours(p.into_inner()))).collect()
}

fn theirs(pairs: pest::iterators::Pairs<'_, &str>) -> String {
    let one = |p: pest::iterators::Pair<'_, &str>| {
        let (rule, span) = (p.as_rule().to_owned(), p.as_span());
        format!("{rule} {}..{} ({})", span.start(), span.end(), theirs(p.into_inner()))
    };
    pairs.map(one).collect()
}

/// The files under a folder whose text holds statements.
fn files_under(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or("");
        if path.is_dir() {
            files_under(&path, out);
        } else if matches!(kind, "md" | "order" | "facts") {
            out.push(path);
        }
    }
}

/// The texts in which statements are, each of a file or of an example in one.
fn texts() -> Vec<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["docs", "rules", "tests/spec"] {
        files_under(&top.join(folder), &mut files);
    }
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("text");
        match file.extension().is_some_and(|e| e == "md") {
            true => texts
                .extend(text.split("```").skip(1).step_by(2).filter_map(|t| Some(t.split_once('\n')?.1.to_owned()))),
            false => texts.push(text),
        }
    }
    texts
}

/// The rules by which a statement could be read: the one of its kind first.
fn rules_of(text: &str) -> &'static [&'static str] {
    match classify(text) {
        Kind::Declaration => &["declaration"],
        Kind::Verb => &["verb"],
        Kind::Paragraph => &["paragraph", "fact"],
        Kind::Fact => &["fact", "paragraph"],
        Kind::Expect => &["expect"],
        Kind::Table => &["table"],
        Kind::Clause | Kind::Unknown => &["paragraph", "fact", "declaration", "clause"],
    }
}

fn rule_named(name: &str) -> Rule {
    let all = [Rule::declaration, Rule::verb, Rule::paragraph, Rule::fact, Rule::expect, Rule::table, Rule::clause];
    all.into_iter().find(|r| format!("{r:?}") == name).expect("a rule")
}

#[test]
fn the_reader_finds_what_pest_finds() {
    let pest = pest_reader();
    let mut seen = BTreeSet::new();
    for text in texts() {
        for (n, block) in cut_into_blocks(&text, 0, &mut Vec::new()).into_iter().enumerate() {
            let view = View::new(&text[block.start..block.end], 0, &mut Vec::new()).text;
            let mut variants = vec![view.clone()];
            // One word less, another in each statement: much is then read by other rules, or not at all.
            let words: Vec<&str> = view.split(' ').collect();
            let rest = words.iter().enumerate().filter(|(i, _)| *i != n * 7 % words.len()).map(|(_, w)| *w);
            variants.push(rest.collect::<Vec<_>>().join(" "));
            for variant in &variants {
                for rule in rules_of(variant) {
                    if !seen.insert((*rule, variant.clone())) {
                        continue;
                    }
                    let found = read(rule_named(rule), variant).map(|t| ours(t.pairs()));
                    let wanted = pest.parse(rule, variant).ok().map(theirs);
                    assert_eq!(found, wanted, "by `{rule}`: {variant}");
                }
            }
        }
    }
    assert!(seen.len() > 5_000, "only {} were compared", seen.len());
}
