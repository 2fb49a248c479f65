//! The examples of the pages of codes, `crates/ordain-base/src/diag/pages/<ID>.md`:
//! the failing one gives the code at the words it says, the corrected one does not
//! give it. A failure names the line of the example's heading.

use std::process::Command;

use ordain_base::diag::{Block, Code, Example, codes};
use ordain_base::source::SourceMap;

use super::case::{Case, Expect, paged};
use super::{Named, Problems, expect};

const PAGES: &str = "crates/ordain-base/src/diag/pages";

/// Codes that no file alone can show; their page says in a line why.
const WITHOUT_EXAMPLE: &[&str] = &[
    "S0108", "N0220", "N0221", "N0391", "T0404", "T0511", "D0306", "D0307", "D0421", "N0346", "S0614", "S0615",
    "F0351", "F0352", "F0311", "L0501", "L0502", "L0503", "L0504", "L0505", "L0506", "L0409", "L0410", "L0411",
    "L0412", "L0413", "L0414",
];

pub(crate) fn trials() -> Vec<Named> {
    let one = |code: Code| Named::new(format!("pages::{}", code.id), move || problems_of(code));
    codes::sorted().into_iter().map(one).collect()
}

fn problems_of(code: Code) -> Problems {
    let page = code.page();
    let file = format!("{PAGES}/{}.md", code.id);
    let at = |heading: &str| 1 + code.markdown.lines().position(|l| l.trim_end() == heading).unwrap_or(0);
    let mut found = Vec::new();
    match (&page.fails, &page.corrected) {
        (Some(fails), Some(corrected)) => {
            let (first, second) = (at("## Fails"), at("## Corrected"));
            found.extend(example(fails, &file, first));
            found.extend(example(corrected, &file, second));
            let said = fails.expected().any(|b| b.text.lines().any(|l| l.starts_with(code.id)));
            if !said {
                found.push(format!("{file}:{first}: the failing example does not expect the code"));
            }
            if ids(corrected).iter().any(|id| id == code.id) {
                found.push(format!("{file}:{second}: the corrected example still gives the code"));
            }
        }
        (None, None) => {
            if page.no_example.is_some() != WITHOUT_EXAMPLE.contains(&code.id) {
                found.push(format!("{file}:1: the list WITHOUT_EXAMPLE of tests/spec/pages.rs differs"));
            }
            if !code.markdown.is_empty() && page.no_example.is_none() {
                found.push(format!("{file}:1: it has no example, and does not say why under `## No example`"));
            }
        }
        _ => found.push(format!("{file}:1: it has one of `## Fails` and `## Corrected`, and not the other")),
    }
    found
}

/// What an example has against what it expects.
fn example(example: &Example<'_>, file: &str, line: usize) -> Problems {
    let found = match (one(example, "command"), one(example, "text")) {
        (Some(command), _) => commanded(command),
        (None, Some(text)) => proofed(text),
        (None, None) => return case(example, file, line).problems(),
    };
    let missing = listed(example).filter(|l| !found.contains(l));
    missing.map(|l| format!("{file}:{line}: no {l}; there is {found:?}")).collect()
}

/// The ids that an example gives.
fn ids(example: &Example<'_>) -> Vec<String> {
    let ids = |lines: Vec<String>| lines.iter().filter_map(|l| l.get(..5).map(str::to_owned)).collect();
    match (one(example, "command"), one(example, "text")) {
        (Some(command), _) => ids(commanded(command)),
        (None, Some(text)) => ids(proofed(text)),
        (None, None) => {
            let case = case(example, "", 0);
            let all = case.expects.iter().flat_map(|block| expect::report(&case, block).diagnostics);
            all.map(|d| d.code.id.to_owned()).collect()
        }
    }
}

fn case(example: &Example<'_>, file: &str, line: usize) -> Case {
    // `text order.txt` is the text of an order, a file of the matter.
    // `file VOL001.csv` is one that a table names.
    let kind = |b: &Block<'_>| match b.kind {
        "text" | "file" => format!("{} {}", b.kind, b.rest),
        kind => kind.to_owned(),
    };
    let texts = example.written().map(|b| (kind(b), paged(b.text))).collect();
    let lines = |b: &Block<'_>| {
        let lines = b.text.lines().filter(|l| !l.trim().is_empty());
        lines.map(|l| (line, l.to_owned())).collect()
    };
    let block = |b: &Block<'_>| Expect { info: format!("expect {}", b.rest), line, lines: lines(b) };
    let mut expects: Vec<_> = example.expected().map(block).collect();
    if expects.is_empty() {
        expects.push(Expect { info: "expect 2023-12-01".to_owned(), line, lines: Vec::new() });
    }
    Case { name: String::new(), file: file.to_owned(), line, texts, expects }
}

fn one<'a>(example: &Example<'a>, kind: &str) -> Option<&'a str> {
    example.written().find(|b| b.kind == kind && b.rest.is_empty()).map(|b| b.text)
}

fn listed<'a>(example: &'a Example<'_>) -> impl Iterator<Item = String> + 'a {
    example.expected().flat_map(|b| b.text.lines()).filter(|l| !l.is_empty()).map(str::to_owned)
}

/// What `ordain proof` finds, as `` L0201 at `Friday, April 18, 2024` ``.
fn proofed(text: &str) -> Vec<String> {
    let mut sources = SourceMap::default();
    sources.add("order.txt", text);
    let words = |s| sources.text(s).split_whitespace().collect::<Vec<_>>().join(" ");
    let all = ordain_text::proofread::findings(text, 0);
    all.iter().map(|f| format!("{} at `{}`", f.diagnostic.code.id, words(f.diagnostic.span()))).collect()
}

/// What `ordain count …` says: its refusal with the words underlined, or the codes of its notes.
fn commanded(line: &str) -> Vec<String> {
    let args = words(line.trim());
    assert_eq!(args.first().map(String::as_str), Some("ordain"), "{line}");
    let out = Command::new(env!("CARGO_BIN_EXE_ordain")).args(&args[1..]).args(["--format", "json"]).output();
    let json = out.ok().and_then(|o| serde_json::from_slice::<serde_json::Value>(&o.stdout).ok()).unwrap_or_default();
    let text = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_owned();
    if let Some(error) = json.get("error") {
        return vec![format!("{} at `{}`", text(&error["code"]), text(&error["words"]))];
    }
    json["notices"].as_array().into_iter().flatten().map(|n| text(&n["code"])).collect()
}

/// The words of a command line, with those in double quotes kept together.
pub(crate) fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(i, part)| match i % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        })
        .collect()
}
