//! `ordain plan`: what the duties of a matter ask of its tables, before any is read.

use std::io::{self, Write};

use clap::ValueEnum;

use super::input::{Standing, name, texts};
use super::{Exit, refuse, say};
use ordain_core::session;
use ordain_tables::row_engine;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain plan rules/examples/production --as-of 2024-04-05
  ordain plan rules/examples/production --format json")]
pub(super) struct Args {
    /// The folder of a matter, or one file of it.
    #[arg(value_name = "matter")]
    path: String,

    #[command(flatten)]
    standing: Standing,

    /// Words, or `ordain.plan/1` for programs.
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "format")]
    format: Format,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    let paths = std::slice::from_ref(&args.path);
    let texts = match texts(paths) {
        Ok(texts) => texts,
        Err(error) => return Ok(refuse(&error.to_string())),
    };
    let tables = args.standing.tables(paths);
    let beside = session::Beside { tables: Some(&tables), ..session::Beside::default() };
    let plan = session::plan(texts, &beside, &name(paths), &args.standing.options());
    let Some(plan) = plan else {
        return Ok(refuse("no duty of this matter in force on that day is over the rows of a table"));
    };
    let text = match args.format {
        Format::Text => row_engine::text(&plan),
        Format::Json => format!("{:#}\n", row_engine::json(&plan)),
    };
    say(out, &ordain_render::clean_text(&text), Exit::Clean)
}
