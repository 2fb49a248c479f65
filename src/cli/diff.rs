//! `ordain diff`: what changed in duties, dates and verdicts between two days, or since an earlier report.

use std::io::Write;

use chrono::NaiveDate;

use super::answer_form::AnswerForm;
use super::choice::{Chosen, choose_matters};
use super::exit::Exit;
use super::failure::Failure;
use super::input::{OpenMatter, day_of_argument, today_now};
use super::jobs::{JobsArgs, UNFORESEEN, run_for_each};
use super::screen::Screen;
use super::streams::{write_note, write_out, write_refusal};
use crate::disk::Disk;
use ordain_base::words::quoted_list;
use ordain_core::report::{Changes, EarlierReports, NotAReport, View};
use ordain_core::session::files::Files;
use ordain_core::session::{self, AsOf, Between, Since};
use ordain_render::changes;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain diff matter --from 2023-12-01 --to 2024-04-05
  ordain diff matters --from 2024-04-01 --to 2024-04-05      every matter in the folder
  ordain diff matter --from 2023-12-01 --to 2024-04-05 --known-on 2024-04-05 --format json
  ordain diff matters --since last-night.json                what is new since `ordain check --format json` wrote that

Exit status:
  0  nothing changed, or the two days were compared
  1  with --since: something changed
  2  a matter has errors or cannot be read, or the command is wrong")]
pub(super) struct Args {
    /// The folder of a matter, folders of matters, or single files of one matter.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    /// The first day.
    #[arg(long, value_name = "day", value_parser = day_of_argument, required_unless_present = "since")]
    from: Option<NaiveDate>,

    /// The second day.
    #[arg(long, value_name = "day", value_parser = day_of_argument, required_unless_present = "since")]
    to: Option<NaiveDate>,

    /// Compare with a report that `ordain check --format json` wrote, of one matter or of many.
    #[arg(long, value_name = "file", conflicts_with_all = ["from", "to", "known_on", "view"])]
    since: Option<String>,

    /// With --since: the day that is compared [default: today at the court].
    #[arg(long, value_name = "day", value_parser = day_of_argument, requires = "since")]
    as_of: Option<NaiveDate>,

    /// Take the record and the docket of both as known on this day [default: each its own].
    #[arg(long, value_name = "day", value_parser = day_of_argument)]
    known_on: Option<NaiveDate>,

    /// Whose account of the facts is taken: `court`, or the name of a party [default: court].
    #[arg(long, value_name = "view")]
    view: Option<String>,

    /// The form of the answer.
    #[arg(long, value_enum, default_value_t = AnswerForm::Terminal, value_name = "format")]
    format: AnswerForm,

    #[command(flatten)]
    jobs: JobsArgs,

    #[command(flatten)]
    screen: Screen,
}

/// Why a matter was not compared.
enum Fault {
    /// In words.
    Words(String),
    /// The earlier report has nothing of it: its caption.
    NotInReport(String),
}

impl From<String> for Fault {
    fn from(why: String) -> Self {
        Self::Words(why)
    }
}

impl Fault {
    fn in_words(&self) -> String {
        match self {
            Self::Words(why) => why.clone(),
            Self::NotInReport(caption) => format!("the earlier report has nothing of `{caption}`"),
        }
    }
}

/// What is compared.
enum Compared {
    Days { from: NaiveDate, to: NaiveDate },
    Since(EarlierReports),
}

impl Compared {
    fn of(args: &Args) -> Result<Self, String> {
        if let Some(path) = &args.since {
            return earlier_reports(path).map(Self::Since);
        }
        match (args.from, args.to) {
            (Some(from), Some(to)) if to < from => {
                Err("the second day is before the first: exchange --from and --to".to_owned())
            }
            (Some(from), Some(to)) => Ok(Self::Days { from, to }),
            _ => Err("name two days, `--from` and `--to`, or an earlier report, `--since`".to_owned()),
        }
    }

    /// Why a matter was not compared, with what the earlier report is of.
    fn refusal(&self, fault: &Fault) -> String {
        let said = fault.in_words();
        match (fault, self) {
            (Fault::NotInReport(_), Self::Since(reports)) => {
                let known: Vec<&str> = reports.captions().collect();
                format!("{said}; it is of {}", quoted_list(&known))
            }
            _ => said,
        }
    }

    fn exit_status(&self, found: &Changes) -> Exit {
        match self {
            _ if found.incomplete => Exit::Wrong,
            Self::Since(_) if !found.changes.is_empty() => Exit::Breached,
            _ => Exit::Clean,
        }
    }
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let compared = Compared::of(args)?;
    let many = match choose_matters(&args.paths)? {
        Chosen::One(paths) => {
            let (found, notes) = changes_of_matter(args, &compared, &paths).map_err(|f| compared.refusal(&f))?;
            notes.iter().for_each(|n| write_note(n));
            return Ok(write_out(out, &render_changes(args, &compared, &found), compared.exit_status(&found))?);
        }
        Chosen::Many(many) => many,
    };
    let results = run_for_each(&many.matters, args.jobs.of(many.matters.len()), |m| match &m.wrong {
        Some(why) => Err(Fault::Words(why.clone())),
        None => changes_of_matter(args, &compared, std::slice::from_ref(&m.path)),
    });
    let results: Vec<Result<(Changes, Vec<String>), Fault>> =
        results.into_iter().map(|r| r.unwrap_or_else(|| Err(Fault::Words(UNFORESEEN.to_owned())))).collect();
    // Of several matters one may be new; of a report of other matters nothing is.
    let some_known = results.iter().any(Result::is_ok);
    let mut worst = Exit::Clean;
    for result in &results {
        match result {
            Ok((found, notes)) => {
                notes.iter().for_each(|n| write_note(n));
                worst = worst.worse(compared.exit_status(found));
            }
            Err(fault @ Fault::NotInReport(_)) if some_known => {
                write_note(&format!("new: {}", fault.in_words()));
                worst = worst.worse(Exit::Breached);
            }
            Err(fault) => worst = worst.worse(write_refusal(&compared.refusal(fault))),
        }
    }
    many.notes.iter().for_each(|n| write_note(&format!("{}: {}", n.severity.name(), n.message)));
    let found: Vec<&Changes> = results.iter().flatten().map(|(c, _)| c).collect();
    let why: Vec<String> = results.iter().map(|r| r.as_ref().err().map_or_else(String::new, Fault::in_words)).collect();
    let named = many.matters.iter().zip(&results).zip(&why);
    let named = named.map(|((m, r), why)| (m.path.as_str(), r.as_ref().map(|(c, _)| c).map_err(|_| why.as_str())));
    let text = match (args.format, &compared) {
        (AnswerForm::Json, Compared::Days { .. }) => changes::json_of_many(&named.collect::<Vec<_>>()),
        (AnswerForm::Json, Compared::Since(_)) => changes::json_since(&named.collect::<Vec<_>>()),
        (AnswerForm::Markdown, _) => {
            found.iter().map(|c| changes::markdown(c) + "\n").collect::<String>() + &changes::total_of_many(&found)
        }
        (AnswerForm::Terminal | AnswerForm::Plain, _) => {
            let changed = found.iter().filter(|c| c.incomplete || !c.changes.is_empty());
            let texts: String = changed.map(|c| render_changes(args, &compared, c) + "\n").collect();
            texts + &changes::total_of_many(&found)
        }
    };
    Ok(write_out(out, &text, worst)?)
}

/// The reports that an earlier run wrote.
fn earlier_reports(path: &str) -> Result<EarlierReports, String> {
    let text = Disk.single(path).map_err(|e| e.to_string())?;
    let words = text.decode().map_err(|_| format!("`{path}` cannot be compared with: {}", NotAReport::NotOurs))?;
    EarlierReports::read(words).map_err(|why| format!("`{path}` cannot be compared with: {why}"))
}

/// What changed in one matter, and what in its folder is not read.
fn changes_of_matter(args: &Args, compared: &Compared, paths: &[String]) -> Result<(Changes, Vec<String>), Fault> {
    let matter = OpenMatter::read(paths, false).map_err(|e| e.to_string())?;
    let notes = || matter.notes.iter().map(|n| format!("{}: {}", n.severity.name(), n.message)).collect();
    match compared {
        Compared::Days { from, to } => Ok((changes_between(args, &matter, (*from, *to))?, notes())),
        Compared::Since(reports) => {
            let path = paths.first().map_or("", String::as_str);
            let as_of = args.as_of.map_or_else(today_now, AsOf::On);
            let since = Since { reports, path };
            let found = session::changes_since(matter.texts.clone(), &matter.inputs(), &matter.name, since, as_of);
            let found = found.map_err(Fault::NotInReport)?;
            if found.to < found.from {
                return Err(Fault::Words(format!(
                    "the earlier report of `{}` speaks of {}, which is after {}: name a later `--as-of`",
                    found.matter, found.from, found.to
                )));
            }
            Ok((found, notes()))
        }
    }
}

fn changes_between(args: &Args, matter: &OpenMatter, (from, to): (NaiveDate, NaiveDate)) -> Result<Changes, String> {
    let view = match args.view.as_deref() {
        None | Some("court") => View::Court,
        Some("all") => return Err("`ordain diff` compares one view: name `court` or a party".to_owned()),
        Some(party) => View::Party(party.to_owned()),
    };
    let asked = view.name().to_owned();
    let between = Between { from, to, known_on: args.known_on, view };
    let found = session::diff_with(matter.texts.clone(), &matter.inputs(), &matter.name, &between);
    if found.view == "court" && asked != "court" {
        return Err(format!("`--view {asked}` names no party of this matter: name `court` or a party of this matter"));
    }
    Ok(found)
}

fn render_changes(args: &Args, compared: &Compared, found: &Changes) -> String {
    match (args.format, compared) {
        (AnswerForm::Terminal, _) => changes::render(found, &args.screen.style()),
        (AnswerForm::Plain, _) => changes::plain(found),
        (AnswerForm::Markdown, _) => changes::markdown(found),
        (AnswerForm::Json, Compared::Days { .. }) => changes::json(found),
        (AnswerForm::Json, Compared::Since(_)) => {
            changes::json_since(&[(args.paths.first().map_or("", String::as_str), Ok(found))])
        }
    }
}
