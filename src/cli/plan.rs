//! `ordain plan`: what the duties of a matter ask of its tables, before any is read.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::input::MatterArgs;
use super::streams::write_out;
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
    #[command(flatten)]
    matter: MatterArgs,

    /// Words, or `ordain.plan/1` for programs.
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "format")]
    format: Format,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let matter = args.matter.open()?;
    let options = args.matter.question.options();
    let plan = session::plan(matter.texts.clone(), &matter.inputs(), &matter.name, &options);
    let Some(plan) = plan else {
        return Err("no duty of this matter in force on that day is over the rows of a table".into());
    };
    let text = match args.format {
        Format::Text => row_engine::text(&plan),
        Format::Json => format!("{:#}\n", row_engine::json(&plan)),
    };
    Ok(write_out(out, &ordain_render::clean_text(&text), Exit::Clean)?)
}
