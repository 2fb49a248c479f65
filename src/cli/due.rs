//! `ordain due`: what falls due in one matter or many, and the calendar file of it.

use std::collections::BTreeSet;
use std::io::Write;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::calendar_file::text_to_write;
use super::choice::{Chosen, Named, choose_matters};
use super::due_within::{DueWithin, due_within};
use super::exit::Exit;
use super::failure::Failure;
use super::input::{OpenMatter, day_of_argument, today_now};
use super::jobs::{JobsArgs, UNFORESEEN, run_for_each};
use super::screen::Screen;
use super::streams::{write_note, write_out, write_refusal};
use crate::disk;
use ordain_base::diag::Severity;
use ordain_core::report::{Report, View};
use ordain_core::session::{AsOf, Options, Views, check_with};
use ordain_render::calendar::{self, Calendar, MatterDays};

/// The forms of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Drawn for a screen.
    Terminal,
    /// Sentences, for screen readers.
    Plain,
    /// For spreadsheets.
    Csv,
    /// For programs; see `ordain schema due`.
    Json,
    /// A calendar file, with every day of the matters.
    Ics,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain due doe-v-roe
  ordain due matters --within 30d                          every matter in the folder
  ordain due matters --within 2w --party Acme
  ordain due matters --calendar days.ics --alarm 7d --alarm 1d
  ordain due matters --within 60d --format csv > days.csv

A calendar file has every day, whatever --within says. Where the file is there already, Ordain goes on from it: an event
keeps its place in your calendar program, a day that moved is moved there, and a day that an order took away is cancelled.
A calendar of one party, and one of all, are two files.

Exit status:
  0  the list is whole
  2  a matter has errors or cannot be read, or the command is wrong")]
pub(super) struct Args {
    /// The folder of a matter, folders of matters, or single files of one matter.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    /// The day from which it counts [default: today at the court].
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    as_of: Option<NaiveDate>,

    /// List only what falls due within so many days: `30d`, `2w`.
    #[arg(long, value_parser = due_within, value_name = "days")]
    within: Option<DueWithin>,

    /// Only what this party has to do, and the hearings.
    #[arg(long, value_name = "party")]
    party: Option<String>,

    /// The form of the list.
    #[arg(long, value_enum, default_value_t = Format::Terminal, value_name = "format")]
    format: Format,

    /// Write a calendar file, or go on from the one that is there.
    #[arg(long, value_name = "file")]
    calendar: Option<String>,

    /// In a calendar, remind so long before each day: `7d`; may be given several times.
    #[arg(long, value_parser = due_within, value_name = "days")]
    alarm: Vec<DueWithin>,

    #[command(flatten)]
    jobs: JobsArgs,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    if !args.alarm.is_empty() && args.calendar.is_none() && args.format != Format::Ics {
        return Err("`--alarm` is for a calendar: add `--calendar days.ics`".into());
    }
    let (named, notes) = match choose_matters(&args.paths)? {
        Chosen::One(paths) => (vec![(paths, None)], Vec::new()),
        Chosen::Many(many) => {
            let one = |m: Named| (vec![m.path], m.wrong);
            (many.matters.into_iter().map(one).collect(), many.notes)
        }
    };
    let found = run_for_each(&named, args.jobs.of(named.len()), |(paths, wrong)| match wrong {
        Some(why) => Err(why.clone()),
        None => report_of_matter(args, paths),
    });
    let found: Vec<Result<Report, String>> =
        found.into_iter().map(|r| r.unwrap_or_else(|| Err(UNFORESEEN.to_owned()))).collect();
    let mut exit = Exit::Clean;
    for why in found.iter().filter_map(|r| r.as_ref().err()) {
        exit = write_refusal(why);
    }
    notes.iter().for_each(|n| write_note(&format!("{}: {}", n.severity.name(), n.message)));
    let read = || named.iter().zip(&found).filter_map(|((paths, _), r)| Some((paths, r.as_ref().ok()?)));
    if read().any(|(_, r)| r.incomplete) {
        exit = Exit::Wrong;
    }
    check_party(args, read().map(|(_, r)| r))?;
    let matters = read()
        .map(|(paths, report)| MatterDays::of(paths.first().map_or("", String::as_str), report, args.party.as_deref()));
    let not_read = named
        .iter()
        .zip(&found)
        .filter_map(|((paths, _), r)| Some((paths.first().map_or("", String::as_str), r.as_ref().err()?.as_str())));
    let calendar = Calendar {
        matters: matters.collect(),
        not_read: not_read.collect(),
        within: args.within.map(|w| w.0),
        party: args.party.as_deref(),
    };
    let alarms: Vec<u32> = args.alarm.iter().map(|a| a.0).collect();
    if let Some(path) = &args.calendar {
        write_calendar(path, &calendar, &alarms)?;
    }
    let style = args.screen.style();
    let text = match args.format {
        Format::Terminal => calendar::terminal(&calendar, style),
        Format::Plain => calendar::plain(&calendar, style.unicode),
        Format::Csv => calendar::csv(&calendar),
        Format::Json => calendar::json(&calendar),
        Format::Ics => calendar::ics(&calendar, &alarms),
    };
    Ok(write_out(out, &text, exit)?)
}

/// The report of one matter; what is wrong with it is said on the error stream.
fn report_of_matter(args: &Args, paths: &[String]) -> Result<Report, String> {
    let matter = OpenMatter::read(paths, false).map_err(|e| e.to_string())?;
    let as_of = args.as_of.map_or_else(today_now, AsOf::On);
    let options = Options { as_of, known_on: None, views: Views::One(View::Court) };
    let report = check_with(matter.texts.clone(), &matter.inputs(), &matter.name, &options);
    let errors = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if errors > 0 {
        let path = paths.first().map_or("", String::as_str);
        let errors = ordain_base::diag::plural(i64::try_from(errors).unwrap_or(i64::MAX), "error");
        write_note(&format!(
            "warning: `{path}` has {errors}, so a day may be missing: `ordain check {path}` shows them"
        ));
    }
    Ok(report)
}

/// # Errors
/// In words for the user, where no matter has such a party.
fn check_party<'r>(args: &Args, reports: impl Iterator<Item = &'r Report>) -> Result<(), String> {
    let Some(party) = &args.party else { return Ok(()) };
    let names: BTreeSet<&str> = reports.flat_map(|r| &r.parties).map(String::as_str).collect();
    if names.contains(party.as_str()) {
        return Ok(());
    }
    let hint = match ordain_base::diag::closest(party, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the parties are {}", ordain_base::words::quoted_list(&names.into_iter().collect::<Vec<_>>())),
    };
    Err(format!("no matter has a party `{party}`: {hint}"))
}

/// Writes the calendar, which goes on from the one that is there.
fn write_calendar(path: &str, calendar: &Calendar<'_>, alarms: &[u32]) -> Result<(), String> {
    let text = text_to_write(path, calendar::ics(calendar, alarms))?;
    disk::write(path, &text).map_err(|e| e.to_string())
}
