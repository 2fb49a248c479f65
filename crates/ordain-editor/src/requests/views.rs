//! What a view of a matter beside the text shows: its verdicts, worst first, and the texts of its orders with what of
//! them is quoted. The protocol has no request for these; they are commands that give JSON.

use ordain_core::report::Report;
use ordain_core::session::Cover;
use serde_json::{Value, json};

use super::document_links::has_pages_of_its_own;
use crate::snapshot::Snapshot;
use crate::verdict_words::due_and_verdict;
use ordain_render::clean_text;
use ordain_render::date::{day_in_words, sentence_in_words};

/// The command that gives the verdicts of a matter: the address of a file of it.
pub const VERDICTS: &str = "ordain.verdicts";
/// The command that gives the texts of its orders: the address of a file of it.
pub const ORDER_TEXTS: &str = "ordain.orderTexts";

/// The matter, the day, and each verdict with its place, worst first.
#[must_use]
pub fn verdicts(snapshot: &Snapshot) -> Value {
    let report: &Report = snapshot.report();
    let mut all: Vec<_> = report.verdicts().iter().collect();
    all.sort_by_key(|v| (v.kind, v.due.as_ref().map(|d| d.day)));
    let one = |v: &&ordain_core::verdict::Verdict| {
        json!({
            "id": clean_text(&v.id),
            "verdict": v.kind.name(),
            "words": clean_text(&due_and_verdict(v)),
            "ordered": clean_text(&v.ordered),
            "why": clean_text(&sentence_in_words(&v.why)),
            "location": snapshot.location(v.span),
        })
    };
    json!({
        "matter": clean_text(&report.matter),
        "asOf": report.as_of.to_string(),
        "day": day_in_words(report.as_of),
        "incomplete": report.incomplete,
        "verdicts": all.iter().map(one).collect::<Vec<_>>(),
    })
}

/// The text of each order that is there, with the sentences that order something: where they are, and which paragraphs
/// quote them. Of a paper that is no plain text, places are lines of nothing that an editor shows: its sentences have
/// none.
#[must_use]
pub fn order_texts(snapshot: &Snapshot, cover: &Cover) -> Value {
    let paragraph = |name: &str| {
        let outline = snapshot.examined.paragraphs.iter().find(|p| p.id == name);
        json!({ "id": clean_text(name), "location": outline.and_then(|p| snapshot.location(p.span)) })
    };
    let orders = cover.orders.iter().filter_map(|order| {
        let path = order.file.as_deref()?;
        let file = cover.sources.files().iter().find(|f| f.path == path)?;
        let at = |place: u32| snapshot.encoding.position(&file.text, &file.lines, place.saturating_sub(file.base));
        let sentences = order.sentences.iter().map(|s| {
            let range = lsp_types::Range::new(at(s.span.start), at(s.span.end));
            let by = s.by.iter().filter_map(|id| cover.paragraphs.get(id.index()));
            json!({
                "range": (!has_pages_of_its_own(path)).then_some(range),
                "words": clean_text(&s.words),
                "kind": s.kind.name(),
                "covered": s.covered.name(),
                "page": s.page.map(|p| p.number()),
                "paragraphs": by.map(|name| paragraph(name)).collect::<Vec<_>>(),
            })
        });
        Some(json!({
            "order": clean_text(&order.name),
            "uri": snapshot.uri(path),
            "sentences": sentences.collect::<Vec<_>>(),
        }))
    });
    orders.collect()
}
