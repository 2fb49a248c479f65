//! `ordain schema`: the contract of what is written as JSON.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::streams::write_out;
use ordain_render::{calendar, changes_schema, outline, reconcile, schema, vocabulary};

/// What is written as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Document {
    /// Of `ordain check`.
    Report,
    /// Of `ordain check` where there are several matters.
    Matters,
    /// Of `ordain diff`.
    Diff,
    /// Of `ordain diff` where there are several matters.
    Diffs,
    /// Of `ordain diff --since`.
    Changes,
    /// Of `ordain due`.
    Due,
    /// Of `ordain reconcile`.
    Reconcile,
    /// Of `ordain outline`.
    Outline,
    /// Of `ordain words`.
    Words,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain schema > ordain.report.schema.json
  ordain schema reconcile > ordain.reconcile.schema.json
  ordain schema outline > ordain.outline.schema.json")]
pub(super) struct Args {
    /// Which of them.
    #[arg(value_enum, default_value_t = Document::Report, value_name = "document")]
    document: Document,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let text = match args.document {
        Document::Report => schema::render(),
        Document::Matters => schema::render_of_many(),
        Document::Diff => changes_schema::render(),
        Document::Diffs => changes_schema::render_of_many(),
        Document::Changes => changes_schema::render_since(),
        Document::Due => calendar::schema(),
        Document::Reconcile => reconcile::schema(),
        Document::Outline => outline::schema(),
        Document::Words => vocabulary::schema(),
    };
    Ok(write_out(out, &text, Exit::Clean)?)
}
