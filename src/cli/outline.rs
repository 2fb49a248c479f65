//! `ordain outline`: paragraphs read back from what was understood of them.

use std::io::Write;

use clap::ValueEnum;

use super::exit::Exit;
use super::failure::Failure;
use super::input::OpenMatter;
use super::screen::Screen;
use super::streams::write_out;
use ordain_core::session;
use ordain_render::{anatomy, outline};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for each paragraph.
    Text,
    /// For machines: `ordain.outline/1`.
    Json,
    /// Statements of the language, written from what was understood.
    Statements,
    /// A page: the parts on the words themselves, the matter as a tree and as a timeline.
    Html,
    /// A drawing of the parts on the words themselves, for a slide.
    Svg,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain outline matter
  ordain outline matter \"MTC ¶ 1\" \"MTC ¶ 2\"
  ordain outline matter MTC --format json
  ordain outline matter \"MTC ¶ 1\" --format statements
  ordain outline matter --format html > anatomy.html

Exit status:
  0  every line was read
  2  a line could not be read, or the command is wrong")]
pub(super) struct Args {
    /// The folder of a matter, or one file of it.
    #[arg(value_name = "matter")]
    path: String,

    /// Paragraphs (`MTC ¶ 1`, `\"MTC 1\"`) or orders (`MTC`); all if you name none.
    #[arg(value_name = "paragraph")]
    paragraphs: Vec<String>,

    /// The form of the outline.
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let matter = OpenMatter::read(std::slice::from_ref(&args.path), false)?;
    let mut found = session::outline_matter(matter.texts.clone(), &matter.inputs(), &matter.name);
    if let Err((wanted, near)) = found.only(&args.paragraphs) {
        let near = near.map_or(String::new(), |id| format!(": did you mean `{id}`?"));
        return Err(format!("this matter has no paragraph and no order `{wanted}`{near}").into());
    }
    let text = match args.format {
        Format::Text => outline::render(&found, &args.screen.style()),
        Format::Json => outline::json(&found),
        Format::Statements => outline::statements(&found),
        Format::Html | Format::Svg => {
            let apart = session::anatomy_of_matter(matter.texts.clone(), &matter.inputs(), &matter.name, &found);
            if args.format == Format::Html { anatomy::html(&apart) } else { anatomy::svg(&apart) }
        }
    };
    Ok(write_out(out, &text, if found.incomplete { Exit::Wrong } else { Exit::Clean })?)
}
