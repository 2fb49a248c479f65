//! The catalogue: its codes are stable, its names unique, its pages whole, and
//! `docs/codes.md` lists them.
//!
//! After a change that is meant: `cargo accept -- catalogue`.

#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "a test reads and writes its own files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ordain_base::diag::codes;
use ordain_render::{Style, catalogue, explain};

fn path(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// The file holds this text; `cargo accept` makes it so.
fn holds(inside: &str, text: &str) {
    let file = path(inside);
    if std::env::var_os("ORDAIN_ACCEPT").is_some() {
        fs::write(&file, text).expect("the file is written");
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    let same = there.lines().zip(text.lines()).take_while(|(a, b)| a == b).count();
    let line = same + 1;
    assert!(there == text, "{inside} differs from the catalogue at line {line}: `cargo accept -- catalogue` writes it");
}

/// Codes are for ever: a code that is in the list stays in it, under its name.
/// `cargo accept` adds new codes; a changed or lost code it refuses.
#[test]
fn codes_are_listed_and_never_changed() {
    let known = fs::read_to_string(path("docs/codes.md")).unwrap_or_default();
    // `| [S0101](…/S0101.md) | `unreadable-statement` | error | … |`
    let row = |line: &str| {
        let (id, rest) = line.strip_prefix("| [")?.split_once("](../")?;
        Some((id.to_owned(), rest.split('`').nth(1)?.to_owned()))
    };
    let known: Vec<(String, String)> = known.lines().filter_map(row).collect();
    let lost: Vec<_> = known.iter().filter(|(id, name)| !codes::all().any(|c| c.id == id && c.name == name)).collect();
    assert!(lost.is_empty(), "codes are stable for ever, and these were changed or lost: {lost:?}");
    holds("docs/codes.md", &catalogue::markdown());
}

#[test]
fn ids_and_names_are_unique_and_well_formed() {
    let all: Vec<_> = codes::all().collect();
    for (what, set) in
        [("id", all.iter().map(|c| c.id).collect::<BTreeSet<_>>()), ("name", all.iter().map(|c| c.name).collect())]
    {
        let twice: Vec<&str> = all
            .iter()
            .map(|c| if what == "id" { c.id } else { c.name })
            .filter(|x| all.iter().filter(|c| c.id == *x || c.name == *x).count() > 1)
            .collect();
        assert!(set.len() == all.len(), "an {what} is used twice: {twice:?}");
    }
    for code in all {
        let (letter, number) = code.id.split_at(1);
        assert!(
            "SNTLFD".contains(letter) && number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()),
            "{code:?}"
        );
        assert!(code.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", code.name);
        assert!(!code.summary.ends_with('.') && !code.summary.starts_with(char::is_uppercase), "{}", code.summary);
    }
}

/// A code without a page does not compile; one with an empty page is caught here.
#[test]
fn every_code_is_explained() {
    let silent: Vec<&str> = codes::sorted().iter().filter(|c| c.page().paragraphs.is_empty()).map(|c| c.id).collect();
    assert!(silent.is_empty(), "write crates/ordain-base/src/diag/pages/<ID>.md of {silent:?}");
}

/// A file without a code would be read by nobody.
#[test]
fn every_page_belongs_to_a_code() {
    for entry in fs::read_dir(path("crates/ordain-base/src/diag/pages")).expect("the pages") {
        let name = entry.expect("a page").file_name().to_string_lossy().into_owned();
        let id = name.strip_suffix(".md").unwrap_or(&name);
        assert!(codes::all().any(|c| c.id == id), "crates/ordain-base/src/diag/pages/{name} is the page of no code");
    }
}

#[test]
fn pages_fit_on_a_screen() {
    for width in [40, 80, 200] {
        for code in codes::sorted() {
            let shown = explain::page(code, Style::new(width));
            assert!(shown.starts_with(code.id), "{shown}");
            // Examples are text to paste, and keep their lines.
            let prose = shown.lines().filter(|l| !l.starts_with("    "));
            let wide: Vec<&str> = prose.filter(|l| l.chars().count() > width).collect();
            assert!(wide.is_empty() || width == 40, "{} at {width}: {wide:?}", code.id);
            assert!(!shown.contains('\u{1b}'));
        }
        assert!(explain::list(Style::new(width)).lines().all(|l| l.chars().count() <= width.max(100)), "{width}");
    }
    for code in codes::sorted() {
        let page = code.page();
        for block in page.fails.iter().chain(&page.corrected).flat_map(|e| e.written()) {
            let wide = block.text.lines().find(|l| l.chars().count() > 76 && !l.contains("\u{a0}"));
            assert!(wide.is_none() || matches!(block.kind, "text" | "command"), "{}: wider than 76: {wide:?}", code.id);
        }
    }
}

fn explain(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ordain"));
    command.arg("explain").args(args).env_remove("CLICOLOR_FORCE").output().expect("the binary runs")
}

#[test]
fn a_code_is_found_by_its_id_and_its_name_in_any_case() {
    let id = explain(&["D0301"]);
    assert_eq!(id.status.code(), Some(0));
    let text = String::from_utf8(id.stdout).expect("text");
    assert!(text.starts_with("D0301  duty-breached  breach\nA duty whose day has passed, not performed\n"), "{text}");
    for asked in ["d0301", "duty-breached", "Duty-Breached", "breach[D0301]", "breach[D0301]:"] {
        assert_eq!(String::from_utf8(explain(&[asked]).stdout).expect("text"), text, "{asked}");
    }
    let wrong = explain(&["D0031"]);
    assert_eq!(wrong.status.code(), Some(2));
    let said = String::from_utf8(wrong.stderr).expect("text");
    assert!(said.contains("there is no code `D0031`: did you mean `D0301`?"), "{said}");
    let name = String::from_utf8(explain(&["duty-breeched"]).stderr).expect("text");
    assert!(name.contains("did you mean `duty-breached`?"), "{name}");
    assert_eq!(explain(&["elephant"]).status.code(), Some(2));
}

#[test]
fn the_list_names_every_code_and_the_machine_reads_them() {
    let list = String::from_utf8(explain(&[]).stdout).expect("text");
    let json = explain(&["--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let all = json["codes"].as_array().expect("a list");
    assert_eq!(all.len(), codes::all().count());
    for code in codes::all() {
        assert!(list.contains(&format!("  {}  {}", code.id, code.severity.name())), "{}", code.id);
        assert!(all.iter().any(|c| c["id"] == code.id && c["name"] == code.name), "{}", code.id);
    }
    let coloured = String::from_utf8(explain(&["D0301", "--color", "always"]).stdout).expect("text");
    assert!(coloured.starts_with("\u{1b}[1;31mD0301\u{1b}[0m"), "{coloured}");
}
