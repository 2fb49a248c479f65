//! `ordain cover`: what an order's own text orders and no paragraph quotes.

use std::io::Write;

use super::exit::Exit;
use super::failure::Failure;
use super::input::{OpenMatter, order_and_file, order_texts};
use super::screen::Screen;
use super::streams::write_out;
use clap::ValueEnum;
use ordain_core::session::{self, Inputs};
use ordain_render::cover;

/// The forms of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For machines.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain cover doe-v-roe
  ordain cover doe-v-roe --all
  ordain cover doe-v-roe --text MTC=order-2023-10-19.txt
  ordain cover doe-v-roe --format json > cover.json

Exit status:
  0  the texts were read, whatever they cover
  2  the files or the command are wrong")]
pub(super) struct Args {
    /// The folder of a matter, or single files of it.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    /// The text of an order, if no file of the matter names it.
    #[arg(long, value_parser = order_and_file, value_name = "order=file")]
    text: Vec<(String, String)>,

    /// Also list the sentences that are quoted.
    #[arg(long)]
    all: bool,

    /// The form of the checklist.
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut matter = OpenMatter::read(&args.paths, false)?;
    let (papers, ties) = order_texts(&args.text)?;
    matter.texts.extend(papers);
    let inputs = Inputs { ties: &ties, ..matter.inputs() };
    let found = session::cover_with(matter.texts.clone(), &inputs, &matter.name);
    let status = if found.errors.is_empty() { Exit::Clean } else { Exit::Wrong };
    let text = match args.format {
        Format::Text => cover::render(&found, args.all, &args.screen.style()),
        Format::Json => cover::json(&found),
    };
    Ok(write_out(out, &text, status)?)
}
