//! `docs/codes.md`: the catalogue as a page of Markdown, made from the codes
//! and their pages and never written by hand.

use super::words::sentence;
use ordain_base::diag::{Code, Example, Family, codes};

const HEAD: &str = "\
# Codes

What `ordain` can say, code by code. A code is stable for ever: new ones are added, none is given another meaning.
`ordain explain S0201` prints one of these sections; every example is run by a test.

This page is made from `src/diag/codes/` and `src/diag/pages/`; after a change there,
`cargo accept -- catalogue` writes it anew.
";

/// The whole page.
#[must_use]
pub fn markdown() -> String {
    let mut out = HEAD.to_owned();
    let all = codes::sorted();
    for family in Family::ALL {
        out.push_str(&format!("\n## {}\n\n| code | | |\n|---|---|---|\n", family.title()));
        for code in all.iter().filter(|c| c.family() == family) {
            let id = code.id;
            out.push_str(&format!(
                "| [{id}](#{}) | {} | {} |\n",
                id.to_lowercase(),
                code.severity.name(),
                code.summary.replace('|', "\\|")
            ));
        }
        all.iter().filter(|c| c.family() == family).for_each(|c| section(*c, &mut out));
    }
    out
}

/// One code. The heading is the id alone, so that a link to it is known.
fn section(code: Code, out: &mut String) {
    let page = code.page();
    out.push_str(&format!("\n### {}\n\n", code.id));
    out.push_str(&format!("**{}** (`{}`, {})\n", sentence(code.summary), code.name, code.severity.name()));
    for paragraph in page.paragraphs.iter().chain(&page.no_example) {
        out.push_str(&format!("\n{paragraph}\n"));
    }
    for (heading, example) in [("Fails:", &page.fails), ("Mended:", &page.mended)] {
        let Some(example) = example else { continue };
        out.push_str(&format!("\n{heading}\n"));
        self::example(example, out);
    }
}

fn example(example: &Example<'_>, out: &mut String) {
    for block in example.written() {
        let info = format!("{} {}", block.kind, block.rest);
        out.push_str(&format!("\n```{}\n{}```\n", info.trim_end(), block.text));
    }
    for block in example.expected() {
        let says: Vec<&str> = block.text.lines().filter(|l| !l.is_empty()).collect();
        if !says.is_empty() {
            out.push_str(&format!("\n```{}\n{}\n```\n", format!("expect {}", block.rest).trim_end(), says.join("\n")));
        }
    }
}
