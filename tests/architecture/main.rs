//! The source is held to `docs/architecture.md`: crates, the modules of each
//! crate, and the rooms of `eval` and `model`. The page is read, not repeated.
//!
//! What is checked: every import is in the page's tables; no files import one
//! another in a circle; a type has its methods in the module that it is defined
//! in, or below it; no file is longer than 400 lines, and no function than 80;
//! the pages of `docs/how-to` name what is there.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that reads the source"
)]

mod circles;
mod functions;
mod grammar;
mod how_to;
mod page;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use page::Row;
use source::{Crate, Import};

const PAGE: &str = include_str!("../../docs/architecture.md");

/// Every crate of the workspace; the program itself is two of them.
fn crates() -> Vec<Crate> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(repository.join("crates")).expect("the crates");
    let mut folders: Vec<String> =
        entries.map(|e| format!("crates/{}", e.expect("a crate").file_name().to_string_lossy())).collect();
    folders.sort();
    let mut all: Vec<Crate> = folders
        .iter()
        .filter(|f| repository.join(f).join("src/lib.rs").is_file())
        .map(|f| Crate::read(repository, f, "src/lib.rs"))
        .collect();
    all.push(Crate::read(repository, ".", "src/lib.rs"));
    all
}

fn rows<'a>(tables: &'a BTreeMap<String, Vec<Row>>, path: &str) -> &'a [Row] {
    tables.get(path).map_or(&[], Vec::as_slice)
}

#[test]
fn crates_use_one_another_as_the_page_says() {
    let tables = page::tables(PAGE);
    let table = rows(&tables, "crates");
    let mut wrong = Vec::new();
    let all = crates();
    for one in &all {
        match table.iter().find(|r| r.name == one.name) {
            None => wrong.push(format!("{} is not in the table of crates", one.name)),
            Some(row) => wrong.extend(differ(row, &one.uses.iter().cloned().collect())),
        }
    }
    let gone = table.iter().filter(|r| !all.iter().any(|c| c.name == r.name));
    wrong.extend(gone.map(|r| format!("docs/architecture.md:{}: there is no crate `{}`", r.line, r.name)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a row allows and what is there.
fn differ(row: &Row, there: &BTreeSet<String>) -> Vec<String> {
    let allowed: BTreeSet<String> = row.may.iter().cloned().collect();
    let place = format!("docs/architecture.md:{}: `{}`", row.line, row.name);
    let more = there.difference(&allowed).map(|to| format!("{place} does not say `{to}`"));
    let less = allowed.difference(there).map(|to| format!("{place} says `{to}`, which is not needed"));
    more.chain(less).collect()
}

#[test]
fn modules_import_one_another_as_the_page_says() {
    let tables = page::tables(PAGE);
    let mut wrong = Vec::new();
    let mut there: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let all = crates();
    for one in &all {
        if !tables.contains_key(&one.name) {
            wrong.push(format!("docs/architecture.md has no table of the modules of `{}`", one.name));
        }
        let imports = one.imports();
        let ours = |path: &str| path == one.name || path.starts_with(&format!("{}::", one.name));
        for (path, table) in tables.iter().filter(|(path, _)| ours(path)) {
            let inside = path.strip_prefix(&one.name).unwrap_or("").trim_start_matches("::");
            let parts = parts(one, inside, &imports);
            let missing = parts.keys().filter(|p| !table.iter().any(|r| r.name == **p));
            wrong.extend(missing.map(|p| format!("docs/architecture.md: the table of `{path}` has no row `{p}`")));
            let silent = table.iter().filter(|r| r.holds == page::UNSAID);
            wrong.extend(silent.map(|r| format!("docs/architecture.md:{}: say what `{}` holds", r.line, r.name)));
            there.extend(parts.iter().map(|(part, to)| ((path.clone(), part.clone()), to.clone())));
            for row in table {
                match parts.get(&row.name) {
                    None => {
                        wrong.push(format!("docs/architecture.md:{}: there is no `{path}::{}`", row.line, row.name))
                    }
                    Some(to) => {
                        let differ = differ(row, to);
                        let of_row = |i: &&Import| arrow(i, inside).is_some_and(|(from, _)| from == row.name);
                        let shown = imports.iter().filter(of_row);
                        let shown: Vec<String> = shown.map(|i| format!("    {} imports {}", i.at, i.to)).collect();
                        if !differ.is_empty() {
                            wrong.push(format!("{}\n{}", differ.join("\n"), shown.join("\n")));
                        }
                    }
                }
            }
        }
    }
    let known = |path: &str| {
        let (name, inside) = path.split_once("::").unwrap_or((path, ""));
        path == "crates" || all.iter().any(|c| c.name == name && c.modules.contains_key(inside))
    };
    wrong.extend(tables.keys().filter(|p| !known(p)).map(|p| format!("docs/architecture.md: there is no `{p}`")));
    if std::env::var_os("ORDAIN_ACCEPT").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md");
        fs::write(path, page::with_imports(PAGE, &there)).expect("the page is written");
        return;
    }
    let hint = "`cargo accept --test architecture` writes the rows and imports that there are";
    assert!(wrong.is_empty(), "{} differences from docs/architecture.md ({hint}):\n{}", wrong.len(), wrong.join("\n"));
}

/// Of an import, the two parts of a module that it ties together: none where it is inside one part, or outside.
fn arrow(import: &Import, inside: &str) -> Option<(String, String)> {
    let (from, to) = (part(&import.from, inside)?, part(&import.to, inside)?);
    (from != to).then_some((from, to))
}

/// `duty` of `eval::duty::set`, inside `eval`.
fn part(module: &str, inside: &str) -> Option<String> {
    let below = if inside.is_empty() { module } else { module.strip_prefix(inside)?.strip_prefix("::")? };
    below.split("::").next().filter(|p| !p.is_empty()).map(str::to_owned)
}

/// The parts of a module, and what each imports of the others.
fn parts(one: &Crate, inside: &str, imports: &[Import]) -> BTreeMap<String, BTreeSet<String>> {
    let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in one.modules.keys().filter_map(|m| part(m, inside)) {
        parts.entry(part).or_default();
    }
    for (from, to) in imports.iter().filter_map(|i| arrow(i, inside)) {
        parts.entry(from).or_default().insert(to);
    }
    parts
}

/// Files that are a table of data, and are as long as it is.
const TABLES: &[&str] =
    &["crates/ordain-core/src/model/ir/verbs/table.rs", "crates/ordain-paper/src/pdf/glyph_names.rs"];

/// No file imports another that imports it, near or far.
#[test]
fn no_files_import_one_another_in_a_circle() {
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for one in crates() {
        let imports = one.imports();
        let file = |module: &str| one.modules[module].file.clone();
        let arrows: Vec<(String, String)> =
            imports.iter().map(|i| (file(&i.from), file(&i.to))).filter(|(a, b)| a != b).collect();
        for circle in circles::of(&arrows) {
            let both = |i: &&Import| circle.contains(&file(&i.from)) && circle.contains(&file(&i.to));
            let inside: Vec<&Import> = imports.iter().filter(both).filter(|i| file(&i.from) != file(&i.to)).collect();
            let first = inside.first().map_or("", |i| i.to.split("::").next().unwrap_or(""));
            let (files, shown) = found.entry(format!("{}::{first}", one.name)).or_default();
            *files += circle.len();
            shown.push_str(&format!("  a circle of {} files\n", circle.len()));
            inside.iter().for_each(|i| shown.push_str(&format!("    {} imports {}\n", i.at, i.to)));
        }
        // The parts of a module may form a circle although no files of them do.
        for path in page::tables(PAGE).keys().filter(|p| *p == &one.name || p.starts_with(&format!("{}::", one.name))) {
            let inside = path.strip_prefix(&one.name).unwrap_or("").trim_start_matches("::");
            let arrows: Vec<(String, String)> = imports.iter().filter_map(|i| arrow(i, inside)).collect();
            for circle in circles::of(&arrows) {
                let (parts, shown) = found.entry(format!("the parts of {path}")).or_default();
                *parts += circle.len();
                shown.push_str(&format!("  {}\n", circle.into_iter().collect::<Vec<_>>().join(", ")));
            }
        }
    }
    let circles = found.iter().map(|(module, (n, shown))| format!("{module}: {n} of them are in circles\n{shown}"));
    let circles: Vec<String> = circles.collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

/// Methods of a type are in its own module or below it: elsewhere they would tie the files that call them
/// together without an import that shows it.
#[test]
fn a_type_has_its_methods_at_home() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in crates() {
        for i in one.impls() {
            let above = |module: &str| module.rsplit_once("::").map_or("", |(above, _)| above).to_owned();
            let below = i.from.starts_with(&format!("{}::", i.to));
            if above(&i.from) != above(&i.to) && !below {
                found.entry(format!("{}::{}", one.name, i.to)).or_default().push(i.at);
            }
        }
    }
    let away = found.iter().map(|(module, at)| format!("types of {module} have methods elsewhere:\n{}", at.join("\n")));
    let away: Vec<String> = away.collect();
    assert!(away.is_empty(), "{}", away.join("\n"));
}

/// A file is read as a whole. Only a table of data may be longer than 400 lines.
#[test]
fn no_file_is_too_long_to_read() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = rust_files(&repository.join("src"));
    files.extend(rust_files(&repository.join("crates")));
    let mut long: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let lines = fs::read_to_string(&file).expect("a source file").lines().count();
        if lines > 400 {
            let shown = file.strip_prefix(repository).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            long.insert(shown, lines);
        }
    }
    let more = long.iter().filter(|(f, _)| !TABLES.contains(&f.as_str()));
    let mut wrong: Vec<String> =
        more.map(|(f, n)| format!("{f} has {n} lines: cut it along what it decides")).collect();
    let gone = TABLES.iter().filter(|f| !long.contains_key(**f));
    wrong.extend(gone.map(|f| format!("{f} is short now: take it out of the list TABLES")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A function is read at one sitting: at most 80 lines, from `fn` to its last brace.
#[test]
fn no_function_is_too_long_to_read() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src", "crates", "tests", "examples"];
    let files = folders.into_iter().flat_map(|folder| rust_files(&repository.join(folder)));
    let mut wrong = Vec::new();
    for file in files {
        let shown = file.strip_prefix(repository).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).expect("a source file");
        for f in functions::of(&text).unwrap_or_else(|e| panic!("{shown}: {e}")) {
            if f.lines > functions::MOST {
                wrong.push(format!(
                    "{shown}:{}: `{}` has {} lines: cut it along what it decides",
                    f.line, f.name, f.lines
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
