//! `ordain explain`: the page of a code, and the list of all, for a screen and
//! for machines.

use serde_json::{Value, json};

use super::Style;
use super::paint::Ink;
use super::words::capitalize_sentence;
use super::wrap::{pad_to, wrap_text};
use ordain_base::diag::{Block, Code, Example, Family, Severity, codes};

/// Columns of the names of severities in a list.
const SEVERITY: usize = 14;

/// The page of one code.
#[must_use]
pub fn page(code: Code, style: Style) -> String {
    let columns = style.columns();
    let page = code.page();
    let ink = Ink::severity(code.severity);
    let mut out =
        format!("{}  {}  {}\n", style.paint(ink, code.id), style.paint(Ink::Bold, code.name), code.severity.name());
    push_prose(&capitalize_sentence(code.summary), columns, &mut out);
    for paragraph in &page.paragraphs {
        out.push('\n');
        push_prose(paragraph, columns, &mut out);
    }
    for (heading, example) in [("Fails", &page.fails), ("Corrected", &page.corrected)] {
        let Some(example) = example else { continue };
        out.push_str(&format!("\n{}\n", style.paint(Ink::Bold, heading)));
        self::push_example(example, style, &mut out);
    }
    if let Some(why) = &page.no_example {
        out.push('\n');
        push_prose(why, columns, &mut out);
    }
    out
}

fn push_prose(text: &str, columns: usize, out: &mut String) {
    for line in wrap_text(text, columns) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

fn push_example(example: &Example<'_>, style: Style, out: &mut String) {
    let expected: Vec<(&Block<'_>, &str)> =
        example.expected().flat_map(|b| b.text.lines().filter(|l| !l.is_empty()).map(move |l| (b, l))).collect();
    let several = example.written().count() > 1;
    for block in example.written() {
        let caption = caption_of_block(block, several);
        if !caption.is_empty() {
            out.push_str(&format!("  {}\n", style.paint(Ink::Dim, &caption)));
        }
        let mut text = block.text.to_owned();
        for words in expected.iter().flat_map(|(_, line)| words_underlined_by(line)) {
            // Only to catch the eye: the first place is enough.
            if style.color {
                text = text.replacen(words, &style.paint(Ink::Red, words), 1);
            }
        }
        for line in text.lines() {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        }
    }
    if !expected.is_empty() {
        out.push('\n');
    }
    for (block, line) in expected {
        let day = block.rest.split(' ').next().filter(|d| !d.is_empty());
        let on = day.map_or(String::new(), |d| format!(" as of {d}"));
        for line in wrap_text(&format!("  says{on}: {line}"), style.columns()) {
            out.push_str(&line);
            out.push('\n');
        }
    }
}

/// The words that a line such as `` S0201 at `shall` `` underlines.
fn words_underlined_by(line: &str) -> impl Iterator<Item = &str> {
    line.split_once(" at `").into_iter().flat_map(|(_, words)| words.trim_end_matches('`').split("` and `"))
}

/// What is above a block, where it must be distinguished from another.
fn caption_of_block(block: &Block<'_>, several: bool) -> String {
    match block.kind {
        "text" if !block.rest.is_empty() => format!("in the file {}:", block.rest),
        "text" => "the text of an order, for `ordain proof`:".to_owned(),
        "command" => "on the command line:".to_owned(),
        kind @ ("order" | "facts" | "calendar" | "format") if several => format!("in a file that ends in .{kind}:"),
        "file" => format!("in the file {}:", block.rest),
        "order" | "facts" | "calendar" | "format" => String::new(),
        other => format!("{other}:"),
    }
}

/// Every code in a line, family by family.
#[must_use]
pub fn list(style: Style) -> String {
    let columns = style.columns();
    let mut out = String::new();
    for family in Family::ALL {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{}\n", style.paint(Ink::Bold, &format!("{}: {}", family.letter(), family.title()))));
        for code in codes::sorted().into_iter().filter(|c| c.family() == family) {
            let lead = format!("  {}  ", code.id);
            let indent = lead.len() + SEVERITY;
            let mut rows = wrap_text(code.summary, columns.saturating_sub(indent).max(16)).into_iter();
            let first = rows.next().unwrap_or_default();
            let severity = style.paint(Ink::severity(code.severity), code.severity.name());
            let gap = " ".repeat(SEVERITY - code.severity.name().len().min(SEVERITY - 1));
            out.push_str(&format!("{lead}{severity}{gap}{first}\n"));
            rows.for_each(|row| out.push_str(&format!("{}{row}\n", pad_to("", indent))));
        }
    }
    out.push_str("\n`ordain explain S0201` says more of one, with an example that fails and the same one corrected.\n");
    out
}

/// `ordain.codes/1`: these codes with their pages.
#[must_use]
pub fn json(codes: &[Code]) -> String {
    let all: Vec<Value> = codes.iter().map(|c| json_of_code(*c)).collect();
    let mut text = serde_json::to_string_pretty(&json!({"schema": "ordain.codes/1", "codes": all})).unwrap_or_default();
    text.push('\n');
    text
}

fn json_of_code(code: Code) -> Value {
    let page = code.page();
    let severity: Severity = code.severity;
    json!({
        "id": code.id,
        "name": code.name,
        "severity": severity.name(),
        "family": code.family().title(),
        "summary": code.summary,
        "explanation": page.paragraphs,
        "fails": page.fails.as_ref().map(json_of_example),
        "corrected": page.corrected.as_ref().map(json_of_example),
        "no_example": page.no_example,
    })
}

/// What is written, and what is said of it on which day.
fn json_of_example(example: &Example<'_>) -> Value {
    let written: Vec<Value> =
        example.written().map(|b| json!({"kind": b.kind, "name": b.rest, "text": b.text})).collect();
    let expected: Vec<Value> =
        example.expected().map(|b| json!({"as_of": b.rest, "says": b.text.lines().collect::<Vec<_>>()})).collect();
    json!({"written": written, "expected": expected})
}
