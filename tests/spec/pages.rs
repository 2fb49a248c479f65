//! The examples of the pages of codes, `src/diag/pages/<ID>.md`: the failing
//! one gives the code at the words it says, the mended one does not give it.

use std::process::Command;

use ordain_base::diag::{Block, Example, codes};
use ordain_base::source::SourceMap;

use super::{Case, ask, paged, run};

/// Codes that no file alone can show; their page says in a line why.
const WITHOUT_EXAMPLE: &[&str] = &[
    "S0108", "N0220", "N0221", "N0391", "T0404", "T0511", "D0306", "D0307", "D0421", "N0346", "S0614", "S0615",
    "F0351", "F0352",
];

#[test]
fn examples_of_pages_fail_and_are_mended_as_they_say() {
    let mut failures = Vec::new();
    for code in codes::sorted() {
        let page = code.page();
        let mut fail = |why: String| failures.push(format!("src/diag/pages/{}.md: {why}", code.id));
        match (&page.fails, &page.mended) {
            (Some(fails), Some(mended)) => {
                problems(fails).into_iter().for_each(|p| fail(format!("Fails: {p}")));
                problems(mended).into_iter().for_each(|p| fail(format!("Mended: {p}")));
                let said = |e: &Example<'_>| e.expected().any(|b| b.text.lines().any(|l| l.starts_with(code.id)));
                if !said(fails) {
                    fail("the failing example does not expect the code".to_owned());
                }
                if found(mended).iter().any(|id| id == code.id) {
                    fail("the mended example still gives the code".to_owned());
                }
            }
            (None, None) => {
                if page.no_example.is_some() != WITHOUT_EXAMPLE.contains(&code.id) {
                    fail("the list WITHOUT_EXAMPLE of tests/spec/pages.rs differs".to_owned());
                }
                if !code.markdown.is_empty() && page.no_example.is_none() {
                    fail("it has no example, and does not say why under `## No example`".to_owned());
                }
            }
            _ => fail("it has one of `## Fails` and `## Mended`, and not the other".to_owned()),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn problems(example: &Example<'_>) -> Vec<String> {
    if let Some(command) = one(example, "command") {
        let found = commanded(command);
        return listed(example).filter(|l| !found.contains(l)).map(|l| format!("no {l}; there is {found:?}")).collect();
    }
    if let Some(text) = one(example, "text") {
        let found = proofed(text);
        return listed(example).filter(|l| !found.contains(l)).map(|l| format!("no {l}; there is {found:?}")).collect();
    }
    run(&case(example))
}

/// The ids that an example gives.
fn found(example: &Example<'_>) -> Vec<String> {
    let ids = |lines: Vec<String>| lines.iter().filter_map(|l| l.get(..5).map(str::to_owned)).collect();
    if let Some(command) = one(example, "command") {
        return ids(commanded(command));
    }
    if let Some(text) = one(example, "text") {
        return ids(proofed(text));
    }
    let case = case(example);
    let all = case.expects.iter().flat_map(|(info, _)| ask(&case, info).diagnostics);
    all.map(|d| d.code.id.to_owned()).collect()
}

fn case(example: &Example<'_>) -> Case {
    // `text order.txt` is the text of an order, a file of the matter.
    // `file VOL001.csv` is one that a table names.
    let kind = |b: &Block<'_>| match b.kind {
        "text" | "file" => format!("{} {}", b.kind, b.rest),
        kind => kind.to_owned(),
    };
    let texts = example.written().map(|b| (kind(b), paged(b.text))).collect();
    let lines = |b: &Block<'_>| b.text.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect();
    let mut expects: Vec<_> = example.expected().map(|b| (format!("expect {}", b.rest), lines(b))).collect();
    if expects.is_empty() {
        expects.push(("expect 2023-12-01".to_owned(), Vec::new()));
    }
    Case { name: String::new(), texts, expects }
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
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    parts
        .flat_map(|(i, part)| match i % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
            _ => vec![part.to_owned()],
        })
        .collect()
}
