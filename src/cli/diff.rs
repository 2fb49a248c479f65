//! `ordain diff`: what changed in duties, dates and verdicts between two days.

use std::io::Write;

use chrono::NaiveDate;

use super::exit::Exit;
use super::failure::Failure;
use super::history::Format;
use super::input::{OpenMatter, day};
use super::screen::Screen;
use super::streams::write_out;
use ordain_core::report::View;
use ordain_core::session::{self, Between};
use ordain_render::changes;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain diff matter --from 2023-12-01 --to 2024-04-05
  ordain diff matter --from 2023-12-01 --to 2024-04-05 --known-on 2024-04-05 --format json")]
pub(super) struct Args {
    /// The folder of a matter, or one file of it.
    #[arg(value_name = "matter")]
    path: String,

    /// The first day.
    #[arg(long, value_name = "day", value_parser = day)]
    from: NaiveDate,

    /// The second day.
    #[arg(long, value_name = "day", value_parser = day)]
    to: NaiveDate,

    /// Take the record and the docket of both as known on this day [default: each its own].
    #[arg(long, value_name = "day", value_parser = day)]
    known_on: Option<NaiveDate>,

    /// Whose account of the facts is taken: `court`, or the name of a party [default: court].
    #[arg(long, value_name = "view")]
    view: Option<String>,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let matter = OpenMatter::read(std::slice::from_ref(&args.path), false)?;
    if args.to < args.from {
        return Err("the second day is before the first: exchange --from and --to".into());
    }
    let view = match args.view.as_deref() {
        None | Some("court") => View::Court,
        Some("all") => return Err("`ordain diff` compares one view: name `court` or a party".into()),
        Some(party) => View::Party(party.to_owned()),
    };
    let asked = view.name().to_owned();
    let between = Between { from: args.from, to: args.to, known_on: args.known_on, view };
    let found = session::diff_with(matter.texts.clone(), &matter.inputs(), &matter.name, &between);
    if found.view == "court" && asked != "court" {
        return Err(
            format!("`--view {asked}` names no party of this matter: name `court` or a party of this matter").into()
        );
    }
    let text = match args.format {
        Format::Terminal => changes::render(&found, &args.screen.style()),
        Format::Plain => changes::plain(&found),
        Format::Json => changes::json(&found),
    };
    Ok(write_out(out, &text, if found.incomplete { Exit::Wrong } else { Exit::Clean })?)
}
