//! What an order's own text orders and no paragraph quotes: the transcriber's checklist.

use serde_json::{Value, json};

use super::json::pretty_json;
use super::wrap::wrap_text;
use super::{PROGRAM, Style, clean_text, terminal};
use ordain_base::diag::plural;
use ordain_base::words::join;
use ordain_core::quotations::{Covered, Sentence};
use ordain_core::session::{Cover, OrderCover};

/// The checklist; `all` lists the sentences that are quoted as well.
#[must_use]
pub fn render(cover: &Cover, all: bool, style: &Style) -> String {
    let mut out = String::new();
    let mut line = |text: &str, indent: usize| {
        if text.is_empty() {
            out.push('\n');
        }
        for row in wrap_text(&clean_text(text), style.columns().saturating_sub(indent)) {
            out.push_str(&" ".repeat(indent));
            out.push_str(&row);
            out.push('\n');
        }
    };
    line(&cover.matter, 0);
    for order in &cover.orders {
        line("", 0);
        let Some(file) = &order.file else {
            let name = file_name(&order.name);
            line(&format!("{}: no text to hold its quotations against", order.name), 0);
            line(
                &format!(
                    "add `text \"{name}\"` under `order {}`, and put the order there (PDF, DOCX or text)",
                    order.name
                ),
                2,
            );
            continue;
        };
        line(&format!("{} ({file}): {}", order.name, share_quoted(order)), 0);
        for sentence in order.sentences.iter().filter(|s| all || s.covered != Covered::Quoted) {
            line("", 0);
            line(&head_of_sentence(cover, sentence), 2);
            line(&sentence.words, 4);
        }
    }
    line("", 0);
    line(&total_of_cover(cover), 0);
    if !style.unicode {
        out = out.replace('…', "...");
    }
    let all = cover.errors.iter().chain(&cover.unread);
    all.map(|d| terminal::diagnostic(d, &cover.sources, style) + "\n").collect::<String>() + &out
}

/// `3 of 8 sentences that order something are quoted (37 %), 1 of them in part`.
fn share_quoted(order: &OrderCover) -> String {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let Some(percent) = order.percent() else {
        return "found no sentence that orders something; read it all the same".to_owned();
    };
    let (quoted, partly) = (order.count(Covered::Quoted), order.count(Covered::Partly));
    let all = plural(count(order.sentences.len()), "sentence");
    let orders = if order.sentences.len() == 1 { "orders" } else { "order" };
    let are = if quoted == 1 { "is" } else { "are" };
    let part = if partly == 0 { String::new() } else { format!(", {partly} in part") };
    format!("{quoted} of {all} that {orders} something {are} quoted ({percent} %){part}")
}

/// `not quoted: page 7, line 120, duty`; `partly: … by MTC ¶ 1`.
fn head_of_sentence(cover: &Cover, sentence: &Sentence) -> String {
    let line = cover.sources.locate(sentence.span).map_or(0, |at| at.line);
    let page = sentence.page.map(|p| format!("page {}, ", p.number())).unwrap_or_default();
    let by = covered_by(cover, sentence);
    let by = if by.is_empty() { String::new() } else { format!(", by {}", join(&by)) };
    let covered = match sentence.covered {
        Covered::Partly => "in part",
        other => other.name(),
    };
    format!("{covered}: {page}line {line}, {}{by}", sentence.kind.name())
}

fn covered_by<'c>(cover: &'c Cover, sentence: &Sentence) -> Vec<&'c str> {
    sentence.by.iter().filter_map(|id| cover.paragraphs.get(id.index())).map(String::as_str).collect()
}

fn total_of_cover(cover: &Cover) -> String {
    let texts = cover.orders.iter().filter(|o| o.file.is_some()).count();
    let sentences: usize = cover.orders.iter().map(|o| o.sentences.len()).sum();
    let quoted: usize = cover.orders.iter().map(|o| o.count(Covered::Quoted)).sum();
    let orders = plural(i64::try_from(cover.orders.len()).unwrap_or(i64::MAX), "order");
    let have = if texts == 1 { "has" } else { "have" };
    let percent = (quoted * 100).checked_div(sentences).map(|p| format!(" ({p} %)")).unwrap_or_default();
    format!("{texts} of {orders} {have} a text; {quoted} of {sentences} sentences that order something quoted{percent}")
}

/// A name for the file of an order: `mtc.pdf`.
fn file_name(order: &str) -> String {
    let plain: String = order.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    format!("{}.pdf", plain.trim_matches('-').to_lowercase())
}

/// `ordain.cover/1`.
#[must_use]
pub fn json(cover: &Cover) -> String {
    let sentence = |s: &Sentence| {
        let at = cover.sources.locate(s.span)?;
        Some(json!({
            "line": at.line, "column": at.column, "endLine": at.end_line, "endColumn": at.end_column,
            "page": s.page.map(|p| p.number()), "sort": s.kind.name(), "covered": s.covered.name(),
            "by": covered_by(cover, s), "words": s.words,
        }))
    };
    let order = |o: &OrderCover| {
        json!({
            "order": o.name, "text": o.file, "pages": o.pages, "percent": o.percent(),
            "quoted": o.count(Covered::Quoted), "partly": o.count(Covered::Partly), "notQuoted": o.count(Covered::Not),
            "sentences": o.sentences.iter().filter_map(sentence).collect::<Vec<Value>>(),
        })
    };
    let error = |d: &ordain_base::diag::Diagnostic| {
        let at = cover.sources.locate(d.span());
        json!({
            "code": d.code.id, "message": d.message, "help": d.help,
            "file": at.as_ref().map(|a| a.file.as_str()), "line": at.as_ref().map(|a| a.line),
        })
    };
    let document = json!({
        "schema": "ordain.cover/1",
        "tool": { "name": PROGRAM, "version": env!("CARGO_PKG_VERSION") },
        "matter": cover.matter,
        "errors": cover.errors.iter().map(error).collect::<Vec<Value>>(),
        "unread": cover.unread.iter().map(error).collect::<Vec<Value>>(),
        "orders": cover.orders.iter().map(order).collect::<Vec<Value>>(),
    });
    pretty_json(&document)
}
