//! Readers of tables: each quirk of a real file has one written here that shows it.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod bad;
mod commands;
mod delimited;
mod detection;
mod duties;
mod images;
mod json;
mod laws;
mod layouts;
mod record;
mod support;
mod workbook;
