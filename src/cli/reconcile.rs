//! `ordain reconcile`: what each side's papers say about each number.

use std::io::{self, Write};

use clap::ValueEnum;

use super::input::{Standing, name, texts};
use super::screen::Screen;
use super::{Exit, refuse, say};
use ordain_core::session;
use ordain_render::reconcile::{self, Which};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table, drawn for a screen.
    Terminal,
    /// Sentences, for screen readers.
    Plain,
    /// Tables for a comment or a brief.
    Markdown,
    /// For machines: `ordain.reconcile/1`.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain reconcile matter --as-of 2024-04-05
  ordain reconcile matter --all --format markdown > numbers.md
  ordain reconcile matter --format json

Exit status:
  0  the record was read, whatever does not agree
  2  the files or the command are wrong")]
pub(super) struct Args {
    /// The folder of a matter, or single files of it.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    #[command(flatten)]
    standing: Standing,

    /// Show what all agree on as well.
    #[arg(long)]
    all: bool,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    let texts = match texts(&args.paths) {
        Ok(texts) => texts,
        Err(error) => return Ok(refuse(&error.to_string())),
    };
    let tables = args.standing.tables(&args.paths);
    let beside = session::Beside { tables: Some(&tables), ..session::Beside::default() };
    let found = session::reconcile(texts, &beside, &name(&args.paths), &args.standing.options());
    let which = if args.all { Which::All } else { Which::Differing };
    let text = match args.format {
        Format::Terminal => reconcile::render(&found, which, &args.screen.style()),
        Format::Plain => reconcile::plain(&found, which),
        Format::Markdown => reconcile::markdown(&found, which),
        Format::Json => reconcile::json(&found),
    };
    say(out, &text, if found.incomplete { Exit::Wrong } else { Exit::Clean })
}
