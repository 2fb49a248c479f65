//! `textDocument/documentSymbol` and `workspace/symbol`: orders with their paragraphs, and what is declared.

use lsp_types::{DocumentSymbol, SymbolInformation, SymbolKind};
use ordain_base::source::Span;
use ordain_syntax::ast::{NamedKind, Phrase, Statement, StatementKind, text_of};

use crate::snapshot::Snapshot;
use crate::verdict_words::due_and_verdict;

/// The outline of a file: paragraphs under their orders.
#[must_use]
pub fn document_symbols(snapshot: &Snapshot, path: &str) -> Vec<DocumentSymbol> {
    let mut out: Vec<DocumentSymbol> = Vec::new();
    for statement in snapshot.statements(path) {
        let Some(symbol) = symbol_of_statement(snapshot, statement) else { continue };
        match out.last_mut().filter(|o| o.kind == SymbolKind::MODULE && symbol.kind == SymbolKind::FUNCTION) {
            Some(order) => {
                order.range.end = symbol.range.end;
                order.children.get_or_insert_with(Vec::new).push(symbol);
            }
            None => out.push(symbol),
        }
    }
    out
}

/// The symbols of every file of a matter whose names contain these words.
#[must_use]
pub fn workspace_symbols(snapshot: &Snapshot, wanted: &str) -> Vec<SymbolInformation> {
    let wanted = wanted.to_lowercase();
    let mut out = Vec::new();
    for statement in snapshot.examined.trees.iter().flat_map(|t| &t.statements) {
        let Some(symbol) = symbol_of_statement(snapshot, statement) else { continue };
        let Some(location) = snapshot.location(statement.span) else { continue };
        if symbol.name.to_lowercase().contains(&wanted) {
            out.push(information(symbol, location));
        }
    }
    out
}

#[expect(deprecated, reason = "the protocol's own type has a field that was replaced")]
fn information(symbol: DocumentSymbol, location: lsp_types::Location) -> SymbolInformation {
    let DocumentSymbol { name, kind, detail, .. } = symbol;
    SymbolInformation { name, kind, tags: None, deprecated: None, location, container_name: detail }
}

#[expect(deprecated, reason = "the protocol's own type has a field that was replaced")]
fn symbol_of_statement(snapshot: &Snapshot, statement: &Statement) -> Option<DocumentSymbol> {
    let (name, detail, kind, name_span) = described(snapshot, statement)?;
    let within = Span::new(name_span.start.max(statement.span.start), name_span.end.min(statement.span.end));
    Some(DocumentSymbol {
        name: if name.trim().is_empty() { "?".to_owned() } else { name },
        detail,
        kind,
        tags: None,
        deprecated: None,
        range: snapshot.range(statement.span),
        selection_range: snapshot.range(within),
        children: None,
    })
}

/// Its name, what is said beside it, its kind, and where the name is.
fn described(snapshot: &Snapshot, statement: &Statement) -> Option<(String, Option<String>, SymbolKind, Span)> {
    let named = |phrase: &Phrase, what: &str, kind| Some((text_of(phrase), Some(what.to_owned()), kind, phrase.span));
    match &statement.kind {
        StatementKind::Matter(m) => {
            let caption = m.caption.as_ref()?;
            Some((caption.value.clone(), Some("matter".to_owned()), SymbolKind::NAMESPACE, caption.span))
        }
        StatementKind::Party(p) => named(&p.name, "party", SymbolKind::CLASS),
        StatementKind::Record(r) => named(&r.name, "record", SymbolKind::ENUM),
        StatementKind::Table(t) => named(&t.name, "table", SymbolKind::ARRAY),
        StatementKind::Named(n) => match n.kind {
            NamedKind::Document => named(&n.name, "paper", SymbolKind::FILE),
            NamedKind::Event => named(&n.name, "event", SymbolKind::EVENT),
            NamedKind::Hearing => named(&n.name, "hearing", SymbolKind::EVENT),
            NamedKind::Motion => named(&n.name, "motion", SymbolKind::FILE),
        },
        StatementKind::Order(o) => {
            let title = o.title.as_ref().map(|t| t.value.clone());
            Some((text_of(&o.name), title, SymbolKind::MODULE, o.name.span))
        }
        StatementKind::Paragraph(p) => {
            let label = p.label.as_ref().map_or_else(String::new, |l| format!("¶ {}", l.value));
            let verdict = snapshot.verdict_of(statement.span).map(due_and_verdict);
            let words: String = p.words.chars().take(60).collect();
            let span = p.label.as_ref().map_or(statement.span, |l| l.span);
            Some((format!("{label} {words}").trim().to_owned(), verdict, SymbolKind::FUNCTION, span))
        }
        StatementKind::Verb(_) | StatementKind::Fact(_) | StatementKind::Expect(_) => None,
    }
}
