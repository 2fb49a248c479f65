//! `ordain words`: the words that orders may use.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::screen::Screen;
use super::streams::write_out;
use ordain_base::words::{closest, quoted_list};
use ordain_core::vocabulary::vocabulary_sections;
use ordain_render::vocabulary;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a screen.
    Text,
    /// For machines: `ordain.words/1`.
    Json,
    /// As on the page of the manual.
    Markdown,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain words
  ordain words verbs
  ordain words \"words that carry nothing\"
  ordain words --format json")]
pub(super) struct Args {
    /// Sections: `verbs`, `papers`, `clauses`; all if you name none.
    #[arg(value_name = "section")]
    sections: Vec<String>,

    /// The form of the list.
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut shown = vocabulary_sections();
    let names: Vec<&str> = shown.iter().map(|s| s.name).collect();
    if let Some(unknown) = args.sections.iter().find(|s| !names.contains(&s.as_str())) {
        let hint = match closest(unknown, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", quoted_list(&names)),
        };
        return Err(format!("there is no section `{unknown}`: {hint}").into());
    }
    shown.retain(|s| args.sections.is_empty() || args.sections.iter().any(|a| a == s.name));
    let text = match args.format {
        Format::Text => vocabulary::render(&shown, args.screen.style()),
        Format::Json => vocabulary::json(&shown),
        Format::Markdown => vocabulary::markdown(&shown),
    };
    Ok(write_out(out, &text, Exit::Clean)?)
}
