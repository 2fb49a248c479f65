//! The reader of the language, as a specification: what is read, what is
//! refused, which words are underlined, and what fixes it.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod clauses;
mod collisions;
mod dates;
mod declarations;
mod dispositions;
mod facts;
mod layout;
mod lists;
mod properties;
mod refused;
mod support;
mod tables;
