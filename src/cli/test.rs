//! `ordain test`: every `expect` of a matter, or of all matters in a folder.

use std::io::Write;

use super::exit::Exit;
use super::failure::Failure;
use super::input::{OpenMatter, today};
use super::screen::Screen;
use super::streams::write_out;
use crate::disk::Disk;
use ordain_base::diag::{Severity, plural};
use ordain_core::report::View;
use ordain_core::session::files::{Files, FilesError};
use ordain_core::session::{self, Options, Tested, Views};
use ordain_render::{Style, clean_text, terminal};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain test matter
  ordain test rules/examples        every matter in the folder")]
pub(super) struct Args {
    /// The folder of a matter, or a folder of matters.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    let style = args.screen.style();
    let mut text = String::new();
    let mut status = Exit::Clean;
    let mut matters = Vec::new();
    for path in &args.paths {
        matters.extend(Disk.matters(path)?);
    }
    for matter in &matters {
        let tested = tested(matter)?;
        status = worse(status, outcome(&tested));
        text.push_str(&shown(matter, &tested, &style));
    }
    Ok(write_out(out, &text, status)?)
}

fn tested(matter: &str) -> Result<Tested, FilesError> {
    // An `expect` names its own day; those that do not are a finding of the session.
    let options = Options { as_of: today(), known_on: None, views: Views::One(View::Court) };
    let matter = OpenMatter::read(&[matter.to_owned()], false)?;
    Ok(session::test_with(matter.texts.clone(), &matter.inputs(), &matter.name, &options))
}

fn outcome(tested: &Tested) -> Exit {
    if bad(tested) {
        Exit::Wrong
    } else if tested.expectations.iter().all(|e| e.ok) {
        Exit::Clean
    } else {
        Exit::Breached
    }
}

fn bad(tested: &Tested) -> bool {
    tested.report.incomplete || tested.report.diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// Bad files outweigh a failed expectation.
fn worse(a: Exit, b: Exit) -> Exit {
    if (a as u8) < (b as u8) { b } else { a }
}

/// A line for each that failed, then the count.
fn shown(matter: &str, tested: &Tested, style: &Style) -> String {
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
    let unread = if bad(tested) { "; some lines could not be read" } else { "" };
    text + &clean_text(&format!("{matter}: {said}{unread}\n"))
}
