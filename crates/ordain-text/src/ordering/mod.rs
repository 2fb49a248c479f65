//! Which sentences of an order order something, and what.

mod bearers;
mod kind;
mod of_court;
mod order;
mod sentences;
mod vocabulary;
mod will;
mod word;

pub use kind::{OrderingWord, SentenceKind};
pub use sentences::ordering_sentences;

#[cfg(test)]
mod tests;
