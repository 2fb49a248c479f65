//! `ordain diff`: what changed in duties, dates and verdicts between two days.

use std::io::Write;

use chrono::NaiveDate;

use super::choice::{Chosen, choose_matters};
use super::exit::Exit;
use super::failure::Failure;
use super::history::Format;
use super::input::{OpenMatter, day_of_argument};
use super::jobs::{JobsArgs, UNFORESEEN, run_for_each};
use super::screen::Screen;
use super::streams::{write_note, write_out, write_refusal};
use ordain_core::report::{Changes, View};
use ordain_core::session::{self, Between};
use ordain_render::changes;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain diff matter --from 2023-12-01 --to 2024-04-05
  ordain diff matters --from 2024-04-01 --to 2024-04-05      every matter in the folder
  ordain diff matter --from 2023-12-01 --to 2024-04-05 --known-on 2024-04-05 --format json")]
pub(super) struct Args {
    /// The folder of a matter, folders of matters, or single files of one matter.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    /// The first day.
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    from: NaiveDate,

    /// The second day.
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    to: NaiveDate,

    /// Take the record and the docket of both as known on this day [default: each its own].
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    known_on: Option<NaiveDate>,

    /// Whose account of the facts is taken: `court`, or the name of a party [default: court].
    #[arg(long, value_name = "view")]
    view: Option<String>,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    #[command(flatten)]
    jobs: JobsArgs,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let many = match choose_matters(&args.paths)? {
        Chosen::One(paths) => {
            let (found, notes) = changes_of_matter(args, &paths)?;
            notes.iter().for_each(|n| write_note(n));
            return Ok(write_out(out, &render_changes(args, &found), exit_status_of(&found))?);
        }
        Chosen::Many(many) => many,
    };
    let results = run_for_each(&many.matters, args.jobs.of(many.matters.len()), |m| match &m.wrong {
        Some(why) => Err(why.clone()),
        None => changes_of_matter(args, std::slice::from_ref(&m.path)),
    });
    let results: Vec<Result<(Changes, Vec<String>), String>> =
        results.into_iter().map(|r| r.unwrap_or_else(|| Err(UNFORESEEN.to_owned()))).collect();
    let mut worst = Exit::Clean;
    for result in &results {
        match result {
            Ok((found, notes)) => {
                notes.iter().for_each(|n| write_note(n));
                worst = worst.worse(exit_status_of(found));
            }
            Err(why) => worst = worst.worse(write_refusal(why)),
        }
    }
    many.notes.iter().for_each(|n| write_note(&format!("{}: {}", n.severity.name(), n.message)));
    let found: Vec<&Changes> = results.iter().flatten().map(|(c, _)| c).collect();
    let text = match args.format {
        Format::Json => {
            let all = many.matters.iter().zip(&results);
            let all = all.map(|(m, r)| (m.path.as_str(), r.as_ref().map(|(c, _)| c).map_err(String::as_str)));
            changes::json_of_many(&all.collect::<Vec<_>>())
        }
        Format::Terminal | Format::Plain => {
            let changed = found.iter().filter(|c| c.incomplete || !c.changes.is_empty());
            let texts: String = changed.map(|c| render_changes(args, c) + "\n").collect();
            texts + &changes::total_of_many(&found)
        }
    };
    Ok(write_out(out, &text, worst)?)
}

/// What changed in one matter, and what in its folder is not read.
fn changes_of_matter(args: &Args, paths: &[String]) -> Result<(Changes, Vec<String>), String> {
    let matter = OpenMatter::read(paths, false).map_err(|e| e.to_string())?;
    if args.to < args.from {
        return Err("the second day is before the first: exchange --from and --to".to_owned());
    }
    let view = match args.view.as_deref() {
        None | Some("court") => View::Court,
        Some("all") => return Err("`ordain diff` compares one view: name `court` or a party".to_owned()),
        Some(party) => View::Party(party.to_owned()),
    };
    let asked = view.name().to_owned();
    let between = Between { from: args.from, to: args.to, known_on: args.known_on, view };
    let found = session::diff_with(matter.texts.clone(), &matter.inputs(), &matter.name, &between);
    if found.view == "court" && asked != "court" {
        return Err(format!("`--view {asked}` names no party of this matter: name `court` or a party of this matter"));
    }
    Ok((found, matter.notes.iter().map(|n| format!("{}: {}", n.severity.name(), n.message)).collect()))
}

fn render_changes(args: &Args, found: &Changes) -> String {
    match args.format {
        Format::Terminal => changes::render(found, &args.screen.style()),
        Format::Plain => changes::plain(found),
        Format::Json => changes::json(found),
    }
}

const fn exit_status_of(found: &Changes) -> Exit {
    if found.incomplete { Exit::Wrong } else { Exit::Clean }
}
