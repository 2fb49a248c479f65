//! `textDocument/documentLink`: from the head of an order to its own text.

use lsp_types::DocumentLink;
use ordain_syntax::ast::StatementKind;

use crate::snapshot::Snapshot;

/// The texts of orders that a file names.
#[must_use]
pub fn document_links(snapshot: &Snapshot, path: &str) -> Vec<DocumentLink> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let link = |text: &ordain_syntax::ast::Quoted| {
        let name = text.value.strip_prefix("./").unwrap_or(&text.value);
        // A name that leads out of the folder is reported, and not opened.
        let inside = !name.split(['/', '\\']).any(|part| matches!(part, ".." | "")) && !name.contains(':');
        let target = snapshot.uri(&format!("{folder}/{name}")).filter(|_| inside)?;
        let tooltip = Some("open the text of the order".to_owned());
        Some(DocumentLink { range: snapshot.range(text.span), target: Some(target), tooltip, data: None })
    };
    let orders = snapshot.statements(path).iter().filter_map(|s| match &s.kind {
        StatementKind::Order(order) => order.text.as_ref(),
        _ => None,
    });
    orders.filter_map(link).collect()
}
