//! Words that the pages gave up for plain ones do not come back.
//!
//! What is held to this: the running text of the pages that people write, the
//! pages of codes among them. Code, quotations and made pages are not
//! (`docs/codes.md` is made from the catalogue).

#![expect(clippy::disallowed_methods, reason = "a test reads its own files")]

use std::fs;
use std::path::{Path, PathBuf};

/// What was given up, and what to write. A `*` means any ending.
const GIVEN_UP: &[(&str, &str)] = &[
    ("told", "reported, stated, said"),
    ("stands", "applies, remains, appears, is"),
    ("stand", "apply, remain, appear, be"),
    ("mend*", "fix, correct"),
    ("founds", "creates"),
    ("limb*", "part"),
    ("for a person", "you decide, a person must judge"),
    ("nobody's", "no one's, or say whose it is"),
    ("that is no day", "is not a date"),
    ("rests on silence", "no missing act is held against anyone"),
];

/// Made from something else, which has a test of its own, or about the words themselves.
const LEFT_OUT: &[&str] = &["docs/codes.md", "docs/words.md", "docs/style.md"];

#[test]
fn pages_use_plain_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md"), root.join("CONTRIBUTING.md")];
    for folder in ["docs", "docs/how-to", "crates/ordain-base/src/diag/pages"] {
        let entries = fs::read_dir(root.join(folder)).expect("a folder of pages");
        let files = entries.map(|e| e.expect("an entry").path());
        pages.extend(files.filter(|f: &PathBuf| f.extension().is_some_and(|e| e == "md")));
    }
    pages.sort();
    let mut found = Vec::new();
    for page in pages {
        let name = page.strip_prefix(root).unwrap_or(&page).to_string_lossy().replace('\\', "/");
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&page).expect("a page");
        found.extend(given_up(&text).map(|(line, word, instead)| format!("{name}:{line}: `{word}`; write: {instead}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Each word given up that the running text has: its line, the word, and what to write.
fn given_up(page: &str) -> impl Iterator<Item = (usize, &'static str, &'static str)> {
    let text = running(page).to_lowercase();
    // A phrase may run over the end of a line.
    let flat = text.replace('\n', " ");
    GIVEN_UP.iter().flat_map(move |(pattern, instead)| {
        let (word, any_ending) = pattern.strip_suffix('*').map_or((*pattern, false), |w| (w, true));
        let whole = |at: usize| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !before.is_some_and(char::is_alphabetic) && (any_ending || !after.is_some_and(char::is_alphabetic))
        };
        let places: Vec<usize> = flat.match_indices(word).map(|(at, _)| at).filter(|at| whole(*at)).collect();
        let lines: Vec<usize> = places.into_iter().map(|at| 1 + text[..at].matches('\n').count()).collect();
        lines.into_iter().map(move |line| (line, *pattern, *instead))
    })
}

/// The page with its code, its quotations and the ends of its lines blanked, line for line.
fn running(page: &str) -> String {
    let mut out = String::new();
    let (mut fenced, mut code, mut quoted) = (false, false, false);
    for line in page.split_inclusive('\n') {
        if line.starts_with("```") {
            (fenced, code, quoted) = (!fenced, false, false);
        }
        let block = fenced || line.starts_with("```") || line.starts_with("    ");
        if line.trim().is_empty() {
            (code, quoted) = (false, false);
        }
        for c in line.chars() {
            match c {
                '\n' => out.push('\n'),
                _ if block => out.push(' '),
                '`' => {
                    code = !code;
                    out.push(' ');
                }
                '"' if !code => {
                    quoted = !quoted;
                    out.push(' ');
                }
                _ if code || quoted => out.push(' '),
                c => out.push(c),
            }
        }
    }
    out
}

#[test]
fn a_word_given_up_is_found_in_running_text_only() {
    let lines = |page: &str| given_up(page).map(|(line, word, _)| (line, word)).collect::<Vec<_>>();
    assert_eq!(lines("It is good.\nAs told, it is a limb.\n"), [(2, "told"), (2, "limb*")]);
    assert_eq!(lines("A mended file.\n"), [(1, "mend*")]);
    assert_eq!(lines("`stands`, \"told\", amendment\n\n```order\nMTC stands\n```\n"), []);
    assert_eq!(lines("`a\nb` told\n"), [(2, "told")]);
    assert_eq!(lines("It is for a\nperson.\n"), [(1, "for a person")]);
}

#[test]
fn messages_use_plain_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/ordain-base/src/diag/codes");
    let mut found = Vec::new();
    for entry in fs::read_dir(root).expect("the catalogue") {
        let path = entry.expect("a family of codes").path();
        let text = fs::read_to_string(&path).expect("a source file");
        let own = text.split("#[cfg(test)]").next().unwrap_or_default();
        for literal in literals(own).filter(|l| l.contains(' ')) {
            let words = given_up(&literal)
                .map(|(_, word, instead)| format!("{}: `{word}` in \"{literal}\"; write: {instead}", path.display()));
            found.extend(words.collect::<Vec<_>>());
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The strings of a source, without the marks around them; comments are none.
fn literals(source: &str) -> impl Iterator<Item = String> {
    let code = source.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let code = code.replace("\\\"", "'").replace("'\"'", "''");
    let parts: Vec<String> = code.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    parts.into_iter()
}

#[test]
fn strings_of_a_source_are_found() {
    let found: Vec<String> = literals("a(\"one \\\"two\\\"\"); // no\n// \"none\"\nb(\"three\")").collect();
    assert_eq!(found, ["one 'two'", "three"]);
}
