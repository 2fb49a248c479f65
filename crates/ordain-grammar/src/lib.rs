//! A grammar in the notation of pest, made into a quick reader.
//!
//! A build script hands the grammar to `compile` (feature `compile`), which writes a function a rule. These functions
//! call what is here: a [`Matcher`] that matches text and keeps the nodes found in it, and the [`Tree`] of those nodes.
//!
//! The reader reads what pest reads and finds the same nodes; a test holds them against each other. It is quicker for
//! three reasons: it looks at the next byte before it tries an alternative that cannot begin with it, it keeps no
//! record of what it tried, and it makes no node where a rule only looks ahead.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(feature = "compile")]
mod compile;
mod matcher;
mod tree;

#[cfg(feature = "compile")]
pub use compile::compile;
pub use matcher::{END, Matcher, Mode};
/// Classes of characters by their Unicode names.
pub use pest::unicode;
pub use tree::{Pair, Pairs, Tree};
