//! One request of the protocol a file.

pub mod code_actions;
pub mod code_lenses;
pub mod completion;
pub mod definition;
pub mod diagnostics;
pub mod document_links;
pub mod folding;
pub mod formatting;
pub mod hover;
pub mod inlay_hints;
pub mod rename;
pub mod semantic_tokens;
pub mod signature_help;
pub mod symbols;
pub mod views;
