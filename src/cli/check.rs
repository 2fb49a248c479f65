//! `ordain check`: which duties are met, late, breached, pending or undecided.

use crate::disk;
use std::io::Write;

use clap::ValueEnum;

use super::baseline::{compare_with, write_known};
use super::due_within::{DueWithin, due_within};
use super::exit::Exit;
use super::failure::Failure;
use super::fix::Fix;
use super::input::{HypothesisArgs, MatterFilesArgs, order_and_file, order_texts};
use super::outputs::{self, Output, OutputParser};
use super::screen::Screen;
use super::settings::{self, Settings};
use super::severity::{FailOn, SeverityArgs};
use super::streams::write_note;
use super::tables::{Progress, TableArgs};
use ordain_core::report::{Comparison, Fails, Report};
use ordain_core::session::{Inputs, check_hypothesis};
use ordain_render::{Extent, Options, Primary};

/// Which place of a finding comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum First {
    /// The words of the order.
    Rule,
    /// The nearest fact: for pull requests that change the record.
    Fact,
}

/// Which facts are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FactList {
    /// Those that no verdict rests on and no finding shows.
    Unused,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  ordain check matter --as-of 2024-04-05
  ordain check matter --as-of \"April 5, 2024\" --brief
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
    #[command(flatten)]
    matter: MatterFilesArgs,

    #[command(flatten)]
    hypothesis: HypothesisArgs,

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
    #[arg(long, value_parser = due_within, value_name = "days")]
    due_within: Option<DueWithin>,

    /// What this file knows does not fail the build; what is new or worse does.
    #[arg(long, value_name = "file")]
    baseline: Option<String>,

    /// Write all that is breached, late or undetermined to this file, as known.
    #[arg(long, value_name = "file", conflicts_with = "baseline")]
    write_baseline: Option<String>,

    /// The text of an order that no file of the matter names, to hold its quotations against.
    #[arg(long, value_parser = order_and_file, value_name = "order=file")]
    text: Vec<(String, String)>,

    /// Write every row that is not as a duty asks to this file, as CSV.
    #[arg(long, value_name = "file")]
    findings: Option<String>,

    /// Show the table of answers and nothing else.
    #[arg(long, conflicts_with = "all")]
    brief: bool,

    /// Show every paragraph, and every finding with all its places.
    #[arg(long)]
    all: bool,

    /// List facts: those that nothing used.
    #[arg(long, value_enum, value_name = "which")]
    facts: Option<FactList>,

    #[command(flatten)]
    tables: TableArgs,

    /// First fix what has one meaning only, in the files: `shall`, `1.` for `¶ 1`, a clause at the margin.
    #[arg(long)]
    fix: bool,

    /// With --fix: write nothing and show the difference; exit with 1 where there is one.
    #[arg(long, requires = "fix", conflicts_with_all = ["format", "baseline", "write_baseline"])]
    diff: bool,

    #[command(flatten)]
    severity: SeverityArgs,

    /// Do not look for `.ordain.toml` in the folder of the matter and above.
    #[arg(long)]
    no_config: bool,

    #[command(flatten)]
    screen: Screen,
}

pub(super) fn run(args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
    if args.diff {
        let matter = args.matter.open()?;
        return Ok(Fix::of(matter.texts, &matter.name).show(args.screen.style(), out)?);
    }
    checked(args)?.write(args, out)
}

/// A run that can be written.
struct Run {
    report: Report,
    comparison: Option<Comparison>,
    fails: Fails,
    outputs: Vec<Output>,
}

/// Everything up to the writing; or why the command is refused.
fn checked(args: &Args) -> Result<Run, Failure> {
    let paths = &args.matter.paths;
    let settings = match paths.first() {
        Some(first) if !args.no_config => settings::find(first)?,
        _ => Settings::default(),
    };
    let outputs = outputs::chosen(&args.format, &settings.format)?;
    let levels = args.severity.levels()?.over(&settings.levels);
    let fails = Fails {
        late: args.fail_on.or(settings.fail_on) == Some(FailOn::Late),
        undetermined: args.strict || settings.strict,
    };
    let mut report = report(args, &settings)?;
    if let (Some(file), Some(rows)) = (&args.findings, &report.rows) {
        disk::write(file, &ordain_render::findings::csv(rows))?;
    }
    if let Some(DueWithin(days)) = args.due_within.or(settings.due_within) {
        report.note_due_within(days);
    }
    report.set_levels(&levels);
    let comparison = match (&args.write_baseline, args.baseline.as_ref().or(settings.baseline.as_ref())) {
        (Some(file), _) => Some(write_known(file, &report)?),
        (None, Some(file)) => Some(compare_with(file, &report)?),
        (None, None) => None,
    };
    Ok(Run { report, comparison, fails, outputs })
}

/// The report of the matter, its files fixed first where that is asked.
fn report(args: &Args, settings: &Settings) -> Result<Report, Failure> {
    let mut matter = args.matter.open()?;
    if let [folder] = args.matter.paths.as_slice() {
        note_near_names(folder);
    }
    if args.fix {
        if args.matter.paths.iter().any(|p| p == "-") {
            return Err("--fix writes files, and the standard input is none: add --diff".into());
        }
        matter.texts = Fix::of(matter.texts, &matter.name).write()?;
    }
    let (papers, ties) = order_texts(&args.text)?;
    matter.texts.extend(papers);
    let options = args.matter.question.options_or(settings.view.as_deref());
    let hypothesis = args.hypothesis.hypothesis();
    if !hypothesis.is_empty() && args.write_baseline.is_some() {
        return Err("what is only supposed is not written as known: leave out `--write-baseline`, or `--assume` and `--without`".into());
    }
    let progress = Progress::new();
    let inputs = Inputs { ties: &ties, how: args.tables.how(), progress: progress.on_progress(), ..matter.inputs() };
    Ok(check_hypothesis(matter.texts.clone(), &inputs, &matter.name, &options, &hypothesis))
}

/// A file that is left aside for its name is said to be.
fn note_near_names(folder: &str) {
    let near = disk::near_names(folder);
    if !near.is_empty() {
        let names: Vec<&str> = near.iter().map(String::as_str).collect();
        let all = ordain_base::words::quoted_all(&names);
        write_note(&format!("not read: {all} (a matter is the `.order` and `.facts` files of one folder)"));
    }
}

impl Run {
    fn write(&self, args: &Args, out: &mut dyn Write) -> Result<u8, Failure> {
        let comparison = self.comparison.as_ref();
        let status = Exit::of(&self.report, self.fails, comparison);
        let root = super::input::root();
        let primary = match args.primary {
            First::Rule => Primary::Rule,
            First::Fact => Primary::Fact,
        };
        let style = args.screen.style();
        let extent = match (args.brief, args.all) {
            (true, _) => Extent::Brief,
            (false, true) => Extent::All,
            (false, false) => Extent::Findings,
        };
        let options = Options {
            style,
            primary,
            status: status as u8,
            fails: self.fails,
            root: &root,
            baseline: comparison,
            extent,
            unused_facts: args.facts == Some(FactList::Unused),
            named: args.matter.paths.first().map_or("", String::as_str),
        };
        let status = outputs::write(&self.outputs, &self.report, &options, out)?;
        if let Some(comparison) = comparison {
            write_note(&format!("baseline: {}", comparison.summary()));
        }
        Ok(status)
    }
}
