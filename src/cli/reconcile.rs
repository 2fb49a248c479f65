//! `ordain reconcile`: what each side's papers say about each number.

use std::io::Write;

use super::answer_form::AnswerForm;
use super::exit::Exit;
use super::failure::Failure;
use super::input::MatterFilesArgs;
use super::screen::Screen;
use super::streams::write_out;
use ordain_core::session;
use ordain_render::reconcile::{self, TopicsShown};

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
    #[command(flatten)]
    matter: MatterFilesArgs,

    /// Also show what everyone agrees on.
    #[arg(long)]
    all: bool,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = AnswerForm::Terminal, value_name = "format")]
    format: AnswerForm,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let matter = args.matter.open()?;
    let options = args.matter.question.options();
    let found = session::reconcile_statements(matter.texts.clone(), &matter.inputs(), &matter.name, &options);
    let which = if args.all { TopicsShown::All } else { TopicsShown::Differing };
    let text = match args.format {
        AnswerForm::Terminal => reconcile::render(&found, which, &args.screen.style()),
        AnswerForm::Plain => reconcile::plain(&found, which),
        AnswerForm::Markdown => reconcile::markdown(&found, which),
        AnswerForm::Json => reconcile::json(&found),
    };
    Ok(write_out(out, &text, if found.incomplete { Exit::Wrong } else { Exit::Clean })?)
}
