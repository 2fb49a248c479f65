//! `textDocument/documentLink`: from the head of an order to its own text, and from a quotation to the words in it.

use lsp_types::{DocumentLink, Uri};
use ordain_base::source::Span;
use ordain_core::quotations::Quotation;
use ordain_syntax::ast::StatementKind;

use crate::snapshot::Snapshot;

/// The texts of orders that a file names, and the places in them that it quotes.
#[must_use]
pub fn document_links(snapshot: &Snapshot, path: &str) -> Vec<DocumentLink> {
    let Some(file) = snapshot.file(path) else { return Vec::new() };
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let heads = snapshot.statements(path).iter().filter_map(|s| match &s.kind {
        StatementKind::Order(order) => order.text.as_ref(),
        _ => None,
    });
    let heads = heads.filter_map(|text| {
        let target = text_of_order(snapshot, folder, &text.value)?;
        Some(link(snapshot, text.span, target, "open the text of the order".to_owned()))
    });
    let quoted = snapshot.examined.quotations.iter().filter(|q| file.span().contains(q.span));
    let quoted = quoted.filter_map(|q| {
        let page = q.passage()?.pages.map(|(first, _)| format!(", page {}", first.number()));
        let tooltip = format!("these words in the order{}", page.unwrap_or_default());
        Some(link(snapshot, q.span, place_in_text(snapshot, q)?, tooltip))
    });
    let mut out: Vec<DocumentLink> = heads.chain(quoted).collect();
    // The quotation under a list of items is one, though each item is a paragraph.
    out.dedup_by(|a, b| a.range == b.range);
    out
}

fn link(snapshot: &Snapshot, span: Span, target: Uri, tooltip: String) -> DocumentLink {
    DocumentLink { range: snapshot.range(span), target: Some(target), tooltip: Some(tooltip), data: None }
}

/// The address of the text of an order; none of a name that leads out of the folder, which is reported and not opened.
fn text_of_order(snapshot: &Snapshot, folder: &str, name: &str) -> Option<Uri> {
    let name = name.strip_prefix("./").unwrap_or(name);
    let inside = !name.split(['/', '\\']).any(|part| matches!(part, ".." | "")) && !name.contains(':');
    snapshot.uri(&format!("{folder}/{name}")).filter(|_| inside)
}

/// Where the words of a quotation are: the line of a plain text, the page of another paper.
fn place_in_text(snapshot: &Snapshot, quotation: &Quotation) -> Option<Uri> {
    let passage = quotation.passage()?;
    let file = snapshot.report().sources.file_of(passage.span)?;
    let uri = snapshot.uri(&file.path)?;
    let is_plain = !has_pages_of_its_own(&file.path);
    let place = match passage.pages {
        _ if is_plain => format!("L{}", snapshot.range(passage.span).start.line + 1),
        Some((first, _)) => format!("page={}", first.count),
        None => return Some(uri),
    };
    format!("{}#{place}", uri.as_str()).parse().ok()
}

/// True of a paper that an editor does not show as lines of text.
pub(super) fn has_pages_of_its_own(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| ["pdf", "docx"].iter().any(|e| end.eq_ignore_ascii_case(e)))
}
