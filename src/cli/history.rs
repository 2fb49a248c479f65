//! `ordain history`: what was in force when.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::input::MatterArgs;
use super::screen::Screen;
use super::streams::write_out;
use ordain_core::session;
use ordain_render::history;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A table, drawn for a screen.
    Terminal,
    /// Sentences, for screen readers.
    Plain,
    /// For machines: `ordain.history/1`.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain history matter
  ordain history matter \"MTC ¶ 1\" --as-of 2024-04-05
  ordain history matter MTC --known-on 2023-12-01 --format json")]
pub(super) struct Args {
    #[command(flatten)]
    matter: MatterArgs,

    /// A paragraph (`MTC ¶ 1`, `MTC 1`) or an order (`MTC`); all if you name none.
    #[arg(value_name = "paragraph")]
    paragraph: Vec<String>,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let matter = args.matter.open()?;
    let options = args.matter.question.options();
    let mut histories = session::history_with(matter.texts.clone(), &matter.inputs(), &matter.name, &options);
    if !args.paragraph.is_empty()
        && let Err((wanted, near)) = histories.only(&args.paragraph)
    {
        let near = near.map_or(String::new(), |id| format!(": did you mean `{id}`?"));
        return Err(format!("nothing is ordered in `{wanted}` on that day{near}").into());
    }
    let text = match args.format {
        Format::Terminal => history::render(&histories, &args.screen.style()),
        Format::Plain => history::plain(&histories),
        Format::Json => history::json(&histories),
    };
    Ok(write_out(out, &text, if histories.incomplete { Exit::Wrong } else { Exit::Clean })?)
}
