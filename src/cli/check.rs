//! `ordain check`: which duties are met, late, breached, pending or undecided.

use crate::disk;
use std::io::{self, Write};

use clap::ValueEnum;

use super::fix::Fix;
use super::input::{Standing, Supposed, name, texts, tie, tied};
use super::levels::Weights;
use super::outputs::{self, Output, OutputParser};
use super::screen::Screen;
use super::settings::{self, Settings};
use super::tables::{Progress, Tables};
use super::within::{Within, within};
use super::{Exit, known, note, refuse};
use ordain_core::report::Fails;
use ordain_core::session;
use ordain_render::{Options, Primary};

/// What counts as a failure besides a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// A duty performed after its deadline.
    Late,
}

/// Which place of a finding comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum First {
    /// The words of the order.
    Rule,
    /// The nearest fact: for pull requests that change the record.
    Fact,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain check matter --as-of 2024-04-05
  ordain check matter --as-of 2024-04-05 --view all
  ordain check matter --as-of 2024-04-05 --format json > report.json
  ordain check matter --as-of 2024-04-05 --assume \"on 2023-12-01 Defendants filed answer\"
  ordain check matter --as-of 2024-04-05 --without E-11
  ordain check matter --format sarif=o.sarif,junit=o.xml,github
  ordain check matter --fix --diff
  ordain check matter --due-within 7d --baseline known.json
  ordain check mtc.order record.facts --as-of 2024-04-05
  cat mtc.order | ordain check - --as-of 2024-04-05")]
pub(super) struct Args {
    /// The folder of a matter, or single files of it; `-` reads one from the standard input.
    #[arg(required = true, value_name = "matter")]
    paths: Vec<String>,

    #[command(flatten)]
    standing: Standing,

    #[command(flatten)]
    supposed: Supposed,

    #[arg(long, value_parser = OutputParser, hide_possible_values = true, value_delimiter = ',', value_name = "format[=file]", help = outputs::help())]
    format: Vec<Output>,

    /// Which place comes first in the formats for machines.
    #[arg(long, value_enum, default_value_t = First::Rule, value_name = "place")]
    primary: First,

    /// Exit with 3 where something is undetermined and nothing breached.
    #[arg(long)]
    strict: bool,

    /// Exit with 1 for these as well.
    #[arg(long, value_enum, value_name = "verdict")]
    fail_on: Option<FailOn>,

    /// Note each duty that falls due within so many days: `7d`, `2w`.
    #[arg(long, value_parser = within, value_name = "days")]
    due_within: Option<Within>,

    /// What this file knows does not fail the build; what is new or worse does.
    #[arg(long, value_name = "file")]
    baseline: Option<String>,

    /// Write all that is breached, late or undetermined to this file, as known.
    #[arg(long, value_name = "file", conflicts_with = "baseline")]
    write_baseline: Option<String>,

    /// The text of an order that no file of the matter names, to hold its quotations against.
    #[arg(long, value_parser = tie, value_name = "order=file")]
    text: Vec<(String, String)>,

    /// Write every row that is not as a duty asks to this file, as CSV.
    #[arg(long, value_name = "file")]
    findings: Option<String>,

    #[command(flatten)]
    tables: Tables,

    /// First mend what has one meaning only, in the files: `shall`, `1.` for `¶ 1`, a clause at the margin.
    #[arg(long)]
    fix: bool,

    /// With --fix: write nothing and show the difference; exit with 1 where there is one.
    #[arg(long, requires = "fix", conflicts_with_all = ["format", "baseline", "write_baseline"])]
    diff: bool,

    #[command(flatten)]
    weights: Weights,

    /// Do not look for `.ordain.toml` in the folder of the matter and above.
    #[arg(long)]
    no_config: bool,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> io::Result<u8> {
    if args.diff {
        return match texts(&args.paths) {
            Ok(texts) => Fix::of(texts, &name(&args.paths)).show(args.screen.style(), out),
            Err(why) => Ok(refuse(&why.to_string())),
        };
    }
    match checked(args) {
        Ok(run) => run.write(args, out),
        Err(why) => Ok(refuse(&why)),
    }
}

/// A run that can be written.
struct Run {
    report: ordain_core::report::Report,
    comparison: Option<ordain_core::report::Comparison>,
    fails: Fails,
    outputs: Vec<Output>,
}

/// Everything up to the writing; or why the command is refused.
fn checked(args: &Args) -> Result<Run, String> {
    let settings = match args.paths.first() {
        Some(first) if !args.no_config => settings::find(first)?,
        _ => Settings::default(),
    };
    let outputs = outputs::chosen(&args.format, &settings.format)?;
    let levels = args.weights.levels()?.over(&settings.levels);
    let fails = Fails {
        late: args.fail_on.or(settings.fail_on) == Some(FailOn::Late),
        undetermined: args.strict || settings.strict,
    };
    let mut texts = texts(&args.paths).map_err(|e| e.to_string())?;
    if args.fix {
        if args.paths.iter().any(|p| p == "-") {
            return Err("--fix writes files, and the standard input is none: add --diff".to_owned());
        }
        texts = Fix::of(texts, &name(&args.paths)).write()?;
    }
    let (papers, ties) = tied(&args.text).map_err(|e| e.to_string())?;
    texts.extend(papers);
    let options = args.standing.options_or(settings.view.as_deref());
    let supposition = args.supposed.supposition();
    if !supposition.is_empty() && args.write_baseline.is_some() {
        return Err("what is only supposed is not written as known: leave out `--write-baseline`, or `--assume` and `--without`".to_owned());
    }
    let progress = Progress::new();
    let tables = args.standing.tables(&args.paths);
    let beside =
        session::Beside { ties: &ties, tables: Some(&tables), how: args.tables.how(), progress: progress.told() };
    let mut report = session::suppose(texts, &beside, &name(&args.paths), &options, &supposition);
    if let (Some(file), Some(rows)) = (&args.findings, &report.rows) {
        disk::write(file, &ordain_render::findings::csv(rows)).map_err(|e| e.to_string())?;
    }
    if let Some(Within(days)) = args.due_within.or(settings.due_within) {
        report.note_due_within(days);
    }
    report.set_levels(&levels);
    let comparison = match (&args.write_baseline, args.baseline.as_ref().or(settings.baseline.as_ref())) {
        (Some(file), _) => Some(known::write(file, &report)?),
        (None, Some(file)) => Some(known::read(file, &report)?),
        (None, None) => None,
    };
    Ok(Run { report, comparison, fails, outputs })
}

impl Run {
    fn write(&self, args: &Args, out: &mut dyn Write) -> io::Result<u8> {
        let comparison = self.comparison.as_ref();
        let status = Exit::of(&self.report, self.fails, comparison);
        let root = super::input::root();
        let primary = match args.primary {
            First::Rule => Primary::Rule,
            First::Fact => Primary::Fact,
        };
        let style = args.screen.style();
        let options =
            Options { style, primary, status: status as u8, fails: self.fails, root: &root, baseline: comparison };
        let status = outputs::write(&self.outputs, &self.report, &options, out)?;
        if let Some(comparison) = comparison {
            note(&format!("baseline: {}", comparison.summary()));
        }
        Ok(status)
    }
}
