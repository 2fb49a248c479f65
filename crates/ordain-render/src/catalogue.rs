//! `docs/codes.md`: the list of every code, made from the catalogue and never
//! written by hand. What a code means stands once, in the page of the code.

use ordain_base::diag::{Code, Family, PAGES, codes};

const HEAD: &str = "\
# Codes

Everything that `ordain` can report, one code a line. Each code links to its page: what it means, an example that fails, and
the same example corrected. `ordain explain S0201` prints that page; a test runs every example.

A code is stable: new codes are added, and no code is renamed or given another meaning.

This list is made from the catalogue in `crates/ordain-base/src/diag`. After a change there, run `cargo accept -- catalogue`.
";

/// The list, family by family.
#[must_use]
pub fn markdown() -> String {
    let mut out = HEAD.to_owned();
    let all = codes::sorted();
    for family in Family::ALL {
        out.push_str(&format!("\n## {}\n\n| code | name | severity | meaning |\n|---|---|---|---|\n", family.title()));
        all.iter().filter(|c| c.family() == family).for_each(|c| out.push_str(&row_of_code(*c)));
    }
    out
}

fn row_of_code(code: Code) -> String {
    let Code { id, name, .. } = code;
    let summary = code.summary.replace('|', "\\|");
    format!("| [{id}](../{PAGES}/{id}.md) | `{name}` | {} | {summary} |\n", code.severity.name())
}
