//! `ordain check`: which duties are met, late, breached, pending or undecided.

use std::io::{self, Write};

use clap::ValueEnum;

use super::input::{Standing, name, texts};
use super::screen::Screen;
use super::{Exit, refuse, say};
use crate::render::{json, plain, terminal};
use crate::session;

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Drawn for a screen.
    Terminal,
    /// Sentences, for screen readers.
    Plain,
    /// For machines; see `ordain schema`.
    Json,
}

/// What counts as a failure besides a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A duty performed after its deadline.
    Late,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain check matter --as-of 2024-04-05
  ordain check matter --as-of 2024-04-05 --view all
  ordain check matter --as-of 2024-04-05 --format json > report.json
  ordain check mtc.order record.facts --as-of 2024-04-05
  cat mtc.order | ordain check - --as-of 2024-04-05")]
pub(super) struct Args {
    /// The folder of a matter, or single files of it; `-` reads one from the standard input.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    #[command(flatten)]
    standing: Standing,

    /// The form of the report.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    /// Exit with 3 where something is undetermined and nothing breached.
    #[arg(long)]
    strict: bool,

    /// Exit with 1 for these as well.
    #[arg(long, value_enum, value_name = "verdict")]
    fail_on: Option<FailOn>,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    let texts = match texts(&args.paths) {
        Ok(texts) => texts,
        Err(error) => return Ok(refuse(&error.to_string())),
    };
    let report = session::check(texts, &name(&args.paths), &args.standing.options());
    let status = Exit::of(&report, args.strict, args.fail_on == Some(FailOn::Late));
    let style = args.screen.style();
    let text = match args.format {
        Format::Terminal => terminal::render(&report, &style),
        Format::Plain => plain::render(&report, &style),
        Format::Json => json::render(&report),
    };
    say(out, &text, status)
}
