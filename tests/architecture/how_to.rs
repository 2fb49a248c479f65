//! The pages of `docs/how-to` name files and tests that are there: a page that has become stale leads nobody anywhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{functions, rust_files};

/// What is between single backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// `NAME`, `CODE`, `STATE`: the reader puts the name of the new thing there.
fn has_placeholder(path: &str) -> bool {
    path.split(|c: char| !c.is_ascii_uppercase()).any(|word| word.len() > 3) && !path.contains(".toml")
}

/// A file of the repository, by its path from the top.
fn is_path(word: &str) -> bool {
    let roots = ["crates/", "docs/", "fuzz/", "grammar/", "rules/", "src/", "tests/"];
    roots.iter().any(|root| word.starts_with(root)) && !word.contains([' ', '…', '*'])
}

/// The name of a test: `catalogue::every_code_is_explained`, `the_grammar_knows_every_kind`.
fn test_name(word: &str) -> Option<&str> {
    let name = word.rsplit("::").next()?;
    let snake = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    (snake && name.matches('_').count() >= 3).then_some(name)
}

#[test]
fn pages_name_files_and_tests_that_are_there() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known: BTreeSet<String> = BTreeSet::new();
    for file in ["src", "crates", "tests"].into_iter().flat_map(|folder| rust_files(&repository.join(folder))) {
        let text = fs::read_to_string(&file).expect("a source file");
        let all = functions::of(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        known.extend(all.into_iter().map(|f| f.name));
    }
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for entry in fs::read_dir(repository.join("docs/how-to")).expect("the pages") {
        let path = entry.expect("a page").path();
        let page = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for (n, line) in fs::read_to_string(&path).expect("a page").lines().enumerate() {
            for word in quoted(line) {
                let missing = match (is_path(word), test_name(word)) {
                    (true, _) => !has_placeholder(word) && !repository.join(word).exists(),
                    (false, Some(name)) => !known.contains(name),
                    (false, None) => continue,
                };
                looked_at += 1;
                if missing {
                    wrong.push(format!("docs/how-to/{page}:{}: there is no `{word}`", n + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(looked_at > 50, "only {looked_at} names were found in the pages");
}
