//! No rule of a grammar reads itself, directly or through others. So the depth of a parser is that of its grammar,
//! whatever it is given, and pest need not ask at each call how much of the stack is left.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The rules of some grammar files, each with the words in its body.
fn rules(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut rules: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut rule, mut depth) = (String::new(), 0);
    for line in text.lines() {
        for token in tokens(line) {
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                word if depth == 0 => rule = word.to_owned(),
                word => {
                    rules.entry(rule.clone()).or_default().insert(word.to_owned());
                }
            }
        }
    }
    rules
}

/// The words and braces of a line, without strings and comments. The braces of a count, `{1,9}`, cancel out.
fn tokens(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => break,
            '"' => {
                while let Some(inner) = chars.next() {
                    match inner {
                        '\\' => drop(chars.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '{' | '}' => out.push(c.to_string()),
            c if c.is_alphabetic() || c == '_' => {
                let mut word = c.to_string();
                while let Some(next) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(next);
                }
                // `_{` says that the rule leaves no node.
                if word != "_" {
                    out.push(word);
                }
            }
            _ => {}
        }
    }
    out
}

/// A rule that reaches itself.
fn reads_itself(rules: &BTreeMap<String, BTreeSet<String>>) -> Option<&str> {
    rules.keys().map(String::as_str).find(|rule| {
        let mut open: Vec<&str> = vec![rule];
        let mut seen = BTreeSet::new();
        while let Some(one) = open.pop() {
            for next in rules.get(one).into_iter().flatten().map(String::as_str) {
                if next == *rule {
                    return true;
                }
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        false
    })
}

#[test]
fn no_rule_of_a_grammar_reads_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar");
    let (mut whole, mut alone) = (String::new(), Vec::new());
    for entry in fs::read_dir(folder).expect("the grammars") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("text");
        // Two files are grammars of their own, which use the same names for other rules.
        match path.file_stem().and_then(|s| s.to_str()) {
            Some("calendar" | "format") => alone.push(text),
            _ => whole.push_str(&text),
        }
    }
    for text in alone.iter().chain([&whole]) {
        let rules = rules(text);
        assert!(rules.len() > 20, "the rules are found");
        assert_eq!(reads_itself(&rules), None);
    }
}

#[test]
fn a_rule_that_reads_itself_is_found() {
    let text = "list = { item ~ (\",\" ~ more)? } // the rest\nmore = _{ list }\nitem = @{ 'a'..'z'{1,9} }\n";
    assert_eq!(reads_itself(&rules(text)), Some("list"));
    assert_eq!(reads_itself(&rules("a = { b ~ \"a {\" }\nb = { \"c\" }")), None);
}
