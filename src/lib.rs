//! Ordain: rules as code for court orders.
//!
//! Data flows one way: rule text and fact files are parsed ([`syntax`]),
//! resolved ([`model`], [`facts`]), evaluated for a day and a view ([`eval`]),
//! and shown ([`report`], [`render`]). `docs/architecture.md` has the drawing,
//! and `tests/architecture.rs` holds the crates and modules to it.

#![forbid(unsafe_code)]

pub mod cli;
pub mod disk;
