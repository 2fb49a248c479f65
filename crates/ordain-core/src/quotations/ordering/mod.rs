//! Which sentences of an order order something, and what.

mod bearers;
pub(crate) mod kind;
pub(crate) mod sentences;
mod vocabulary;
mod word;
