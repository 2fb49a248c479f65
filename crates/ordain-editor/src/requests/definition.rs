//! `textDocument/definition`, `textDocument/references` and `textDocument/documentHighlight`.

use lsp_types::{DocumentHighlight, Location, Position};
use ordain_core::references::Occurs;

use crate::snapshot::Snapshot;

/// Where the name at a position is declared.
#[must_use]
pub fn definition(snapshot: &Snapshot, path: &str, position: Position) -> Vec<Location> {
    let Some(here) = snapshot.place(path, position).and_then(|at| snapshot.reference_at(at)) else { return Vec::new() };
    let declared: Vec<_> = snapshot.references_to(&here.target).filter(|r| r.occurs == Occurs::Declared).collect();
    // The declaration of that very name; of another name of the same thing where it has none of its own.
    let own: Vec<_> = declared.iter().filter(|r| r.name == here.name).copied().collect();
    let chosen = if own.is_empty() { declared } else { own };
    chosen.iter().filter_map(|r| snapshot.location(r.span)).collect()
}

/// Every place of the thing that is named at a position, in all files of the matter.
#[must_use]
pub fn references(snapshot: &Snapshot, path: &str, position: Position, with_declaration: bool) -> Vec<Location> {
    let Some(here) = snapshot.place(path, position).and_then(|at| snapshot.reference_at(at)) else { return Vec::new() };
    let wanted = snapshot.references_to(&here.target).filter(|r| with_declaration || r.occurs == Occurs::Used);
    wanted.filter_map(|r| snapshot.location(r.span)).collect()
}

/// The same in the file itself.
#[must_use]
pub fn highlights(snapshot: &Snapshot, path: &str, position: Position) -> Vec<DocumentHighlight> {
    let Some(file) = snapshot.file(path) else { return Vec::new() };
    let Some(here) = snapshot.place(path, position).and_then(|at| snapshot.reference_at(at)) else { return Vec::new() };
    let inside = snapshot.references_to(&here.target).filter(|r| file.span().contains(r.span));
    inside.map(|r| DocumentHighlight { range: snapshot.range(r.span), kind: None }).collect()
}
