//! `ordain test`: every `expect` of a matter, or of all matters in a folder.

use std::io::Write;

use super::choice::{Chosen, Many, choose_matters};
use super::exit::Exit;
use super::failure::Failure;
use super::input::{OpenMatter, today_now};
use super::jobs::{JobsArgs, UNFORESEEN, run_for_each};
use super::screen::Screen;
use super::streams::{write_note, write_out, write_refusal};
use ordain_base::diag::{Severity, plural};
use ordain_core::report::View;
use ordain_core::session::{self, Options, Tested, Views};
use ordain_render::{Style, clean_text, terminal};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain test matter
  ordain test rules/examples        every matter in the folder")]
pub(super) struct Args {
    /// The folder of a matter, folders of matters, or single files of one matter.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    #[command(flatten)]
    jobs: JobsArgs,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let style = args.screen.style();
    match choose_matters(&args.paths)? {
        Chosen::One(paths) => {
            let (tested, notes) = test_matter(&paths)?;
            notes.iter().for_each(|n| write_note(n));
            let name = paths.first().map_or("", String::as_str);
            Ok(write_out(out, &failures_in_words(name, &tested, &style), exit_of_test(&tested))?)
        }
        Chosen::Many(many) => test_all(args, &many, &style, out),
    }
}

/// Every matter, its lines in the order of the paths. One that cannot be read is said, and hides no other.
fn test_all(args: &Args, many: &Many, style: &Style, out: &mut dyn Write) -> Result<u8, Failure> {
    let results = run_for_each(&many.matters, args.jobs.of(many.matters.len()), |m| match &m.wrong {
        Some(why) => Err(why.clone()),
        None => test_matter(std::slice::from_ref(&m.path)),
    });
    let mut text = String::new();
    let mut status = Exit::Clean;
    for (matter, result) in many.matters.iter().zip(results) {
        match result.unwrap_or_else(|| Err(UNFORESEEN.to_owned())) {
            Ok((tested, notes)) => {
                notes.iter().for_each(|n| write_note(n));
                status = status.worse(exit_of_test(&tested));
                text.push_str(&failures_in_words(&matter.path, &tested, style));
            }
            Err(why) => status = status.worse(write_refusal(&why)),
        }
    }
    many.notes.iter().for_each(|n| write_note(&format!("{}: {}", n.severity.name(), n.message)));
    Ok(write_out(out, &text, status)?)
}

/// What its expectations came to, and what in its folder is not read.
fn test_matter(paths: &[String]) -> Result<(Tested, Vec<String>), String> {
    // An `expect` names its own day; those that do not are a finding of the session.
    let options = Options { as_of: today_now(), known_on: None, views: Views::One(View::Court) };
    let matter = OpenMatter::read(paths, false).map_err(|e| e.to_string())?;
    let tested = session::test_with(matter.texts.clone(), &matter.inputs(), &matter.name, &options);
    Ok((tested, matter.notes.iter().map(|n| format!("{}: {}", n.severity.name(), n.message)).collect()))
}

fn exit_of_test(tested: &Tested) -> Exit {
    if has_errors(tested) {
        Exit::Wrong
    } else if tested.expectations.iter().all(|e| e.ok) {
        Exit::Clean
    } else {
        Exit::Breached
    }
}

fn has_errors(tested: &Tested) -> bool {
    tested.report.incomplete || tested.report.diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// A line for each that failed, then the count.
fn failures_in_words(matter: &str, tested: &Tested, style: &Style) -> String {
    let mut text = String::new();
    for d in tested.report.diagnostics.iter().filter(|d| d.severity == Severity::Error) {
        text.push_str(&terminal::diagnostic(d, &tested.report.sources, style));
        text.push('\n');
    }
    let failed: Vec<_> = tested.expectations.iter().filter(|e| !e.ok).collect();
    for expectation in &failed {
        match &expectation.diagnostic {
            Some(d) => text.push_str(&(terminal::diagnostic(d, &tested.report.sources, style) + "\n")),
            None => text.push_str(&clean_text(&format!("{}: {}\n", expectation.target, expectation.message))),
        }
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let total = count(tested.expectations.len());
    let said = match (total, count(failed.len())) {
        (0, _) => "no expectations".to_owned(),
        (n, 0) => format!("{} met", plural(n, "expectation")),
        (n, f) => format!("{f} of {} failed", plural(n, "expectation")),
    };
    let unread = if has_errors(tested) { "; some lines could not be read" } else { "" };
    text + &clean_text(&format!("{matter}: {said}{unread}\n"))
}
