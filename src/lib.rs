//! Ordain: rules as code for court orders.
//!
//! Data flows one way: rule text and fact files are parsed ([`syntax`]),
//! resolved ([`model`], [`facts`]), evaluated for a day and a view ([`eval`]),
//! and shown ([`report`], [`render`]). `docs/architecture.md` has the drawing,
//! and `tests/architecture.rs` holds the modules to it.

#![forbid(unsafe_code)]

pub mod cli;
pub mod diag;
pub mod eval;
pub mod facts;
pub mod lints;
pub mod model;
pub mod money;
pub mod proof;
pub mod reading;
pub mod render;
pub mod report;
pub mod session;
pub mod sets;
pub mod source;
pub mod syntax;
pub mod tables;
pub mod time;
pub mod verdict;
pub mod wording;
pub mod words;
