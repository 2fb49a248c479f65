//! `THIRD-PARTY.md` names what is inside the program, and reproduces the licences under which it is there. Whoever gives
//! the program away must give that file with it. `cargo accept -- third_party` writes it.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test reads and writes its own files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A crate in the program.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    folder: String,
}

/// All that `cargo` builds into the program on any system; not what only tests and build scripts use.
fn crates() -> Vec<Crate> {
    let metadata = |network: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["metadata", "--format-version", "1", "--locked"]).args(network);
        cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs")
    };
    // A first build fetches only what this system needs; crates for others are fetched here.
    let offline = metadata(&["--offline"]);
    let output = if offline.status.success() { offline } else { metadata(&[]) };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let all: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let list = |v: &Value| v.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> = list(&all["packages"]).into_iter().map(|p| (text(&p["id"]), p)).collect();
    let needs: BTreeMap<String, Vec<Value>> =
        list(&all["resolve"]["nodes"]).iter().map(|n| (text(&n["id"]), list(&n["deps"]))).collect();
    let own: BTreeSet<String> = list(&all["workspace_members"]).iter().map(text).collect();
    let root = own.iter().find(|id| packages.get(*id).is_some_and(|p| p["name"] == "ordain")).expect("the program");
    let (mut seen, mut open) = (BTreeSet::new(), vec![root.clone()]);
    while let Some(id) = open.pop() {
        for needed in needs.get(&id).into_iter().flatten() {
            let inside = list(&needed["dep_kinds"]).iter().any(|k| k["kind"].is_null());
            let id = text(&needed["pkg"]);
            if inside && seen.insert(id.clone()) {
                open.push(id);
            }
        }
    }
    let mut found: Vec<Crate> = seen
        .iter()
        .filter(|id| !own.contains(*id))
        .filter_map(|id| packages.get(id))
        .map(|p| Crate {
            name: text(&p["name"]),
            version: text(&p["version"]),
            licence: text(&p["license"]),
            folder: Path::new(&text(&p["manifest_path"])).parent().map(|f| f.display().to_string()).unwrap_or_default(),
        })
        .collect();
    found.sort();
    found
}

/// The texts of the licences that lie with a crate: of several to choose from the MIT licence, for it is the shortest.
fn texts(of: &Crate) -> Vec<String> {
    let files = fs::read_dir(&of.folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = files
        .filter(|f| f.path().is_file())
        .map(|f| (f.file_name().to_string_lossy().to_uppercase(), f.path()))
        .filter(|(name, _)| {
            ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"].iter().any(|n| name.starts_with(n))
        })
        .collect();
    files.sort();
    let choice = of.licence.contains(" OR ") || of.licence.contains('/');
    if choice && of.licence.contains("MIT") && !of.licence.contains(" AND ") {
        let mit: Vec<_> = files.iter().filter(|(name, _)| name.contains("MIT")).cloned().collect();
        files = if mit.is_empty() { files } else { mit };
    }
    let lines = |text: String| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned();
    files.into_iter().filter_map(|(_, path)| fs::read_to_string(path).ok()).map(lines).collect()
}

fn page() -> String {
    let crates = crates();
    assert!(crates.len() > 100, "{} crates", crates.len());
    let mut page = String::from(
        "# What is inside the program\n\nOrdain is built from these crates. Each lets it be given away on the terms below. The list is made from \
         `Cargo.lock`;\na test holds it to that.\n\n| crate | version | licence |\n|---|---|---|\n",
    );
    let mut of_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in &crates {
        page.push_str(&format!("| {} | {} | {} |\n", one.name, one.version, one.licence));
        for text in texts(one) {
            of_text.entry(text).or_default().push(one.name.clone());
        }
    }
    let mut by_crates: Vec<(Vec<String>, String)> = of_text.into_iter().map(|(text, names)| (names, text)).collect();
    by_crates.sort();
    for (names, text) in by_crates {
        page.push_str(&format!("\n## {}\n\n```text\n{}\n```\n", names.join(", "), text.replace("```", "'''")));
    }
    page
}

#[test]
fn the_page_names_what_is_in_the_program() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("THIRD-PARTY.md");
    let made = page();
    if std::env::var_os("ORDAIN_ACCEPT").is_some() {
        fs::write(&file, &made).expect("the page is written");
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    let same = there.lines().zip(made.lines()).take_while(|(a, b)| a == b).count();
    let line = same + 1;
    assert!(there == made, "THIRD-PARTY.md differs at line {line}: `cargo accept -- third_party` writes it");
}

#[test]
fn nothing_in_the_program_asks_for_more_than_its_notice() {
    let free = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "0BSD", "Unicode-3.0"];
    for one in crates() {
        // Of `A OR B` one is enough; of `A AND B` each is needed.
        let plain = one.licence.replace(['(', ')'], "").replace('/', " OR ");
        let allowed = plain.split(" AND ").all(|part| part.split(" OR ").any(|l| free.contains(&l.trim())));
        assert!(allowed, "{} {}: {}", one.name, one.version, one.licence);
    }
}
