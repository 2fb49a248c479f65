//! Every test that is written in Rust, in one program: it is linked once.
//! `cargo test --test it -- render` runs one part. The specifications, which are
//! written in Markdown, are run by `tests/spec`.

mod bad_input;
mod catalogue;
mod command;
mod coverage;
mod fix;
mod formats;
mod generated;
mod growth;
mod hidden;
mod laws;
mod oracle;
mod plain_english;
mod proof;
mod render;
mod seed;
mod sets;
mod syntax;
mod tables;
mod third_party;
mod time;
mod timeline;
mod transcribe;
mod vocabulary;
mod what_if;
