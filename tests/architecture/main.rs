//! Data flows one way. This test reads the `crate::` paths of every module and
//! holds them against the table of `docs/architecture.md`: a new edge is a
//! change of this table, seen in review.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test that reads the source")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may import whom. A module may always import itself.
const TABLE: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("source", &[]),
    ("money", &[]),
    ("diag", &["source", "words"]),
    ("time", &["source", "diag", "words"]),
    ("syntax", &["source", "diag", "words"]),
    ("model", &["money", "source", "time", "diag", "syntax", "tables", "verdict", "words"]),
    ("verdict", &["source"]),
    ("facts", &["money", "source", "time", "diag", "syntax", "model", "tables", "verdict", "words"]),
    // What a unit of a period is called stands in the tree of a file.
    ("sets", &["tables", "words"]),
    ("eval", &["money", "source", "time", "model", "facts", "tables", "sets", "verdict", "syntax", "words"]),
    ("lints", &["source", "diag", "time", "syntax", "model", "facts", "eval", "verdict", "wording", "words"]),
    ("reading", &["source", "words"]),
    ("proof", &["source", "diag", "reading", "words"]),
    ("wording", &["source", "reading", "syntax", "model", "words"]),
    ("tables", &["source", "diag", "words"]),
    ("report", &["source", "diag", "verdict", "model", "sets", "words"]),
    ("render", &["source", "diag", "report", "verdict", "words"]),
    (
        "session",
        &[
            "source", "time", "diag", "syntax", "model", "tables", "sets", "facts", "eval", "lints", "verdict",
            "report", "wording", "words",
        ],
    ),
    (
        "cli",
        &[
            "source", "diag", "proof", "tables", "time", "verdict", "report", "render", "session", "sets", "wording",
            "words",
        ],
    ),
];

#[test]
fn every_import_is_in_the_table() {
    let table: BTreeMap<&str, &[&str]> = TABLE.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in rust_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let Some(module) = module_of(&file) else { continue };
        let allowed = table.get(module.as_str()).unwrap_or_else(|| panic!("src/{module} is not in the table"));
        let text = fs::read_to_string(&file).expect("a source file");
        for (n, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for (at, _) in code.match_indices("crate::") {
                let to: String = code[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let inside = to == module || allowed.contains(&to.as_str());
                if !inside && table.contains_key(to.as_str()) {
                    wrong.push(format!("{}:{}: {module} imports {to}", file.display(), n + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports against the table of docs/architecture.md:\n{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_cycle() {
    let table: BTreeMap<&str, &[&str]> = TABLE.iter().copied().collect();
    fn reaches(table: &BTreeMap<&str, &[&str]>, from: &str, to: &str, depth: usize) -> bool {
        depth > 0 && table[from].iter().any(|next| *next == to || reaches(table, next, to, depth - 1))
    }
    for module in table.keys() {
        assert!(!reaches(&table, module, module, TABLE.len()), "{module} reaches itself");
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    let long: Vec<String> = rust_files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")))
        .into_iter()
        .filter_map(|f| {
            let lines = fs::read_to_string(&f).expect("a source file").lines().count();
            (lines > 450).then(|| format!("{} has {lines} lines", f.display()))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// `eval` of `src/eval/case.rs`; none for `lib.rs` and `main.rs`.
fn module_of(file: &Path) -> Option<String> {
    let inside = file.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!matches!(name, "lib" | "main")).then(|| name.to_owned())
}

fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("a folder of the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
