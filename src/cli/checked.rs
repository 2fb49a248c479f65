//! What `ordain check` is asked, and one matter checked so.

use clap::ValueEnum;

use super::due_within::{DueWithin, due_within};
use super::exit::Exit;
use super::failure::Failure;
use super::fix::Fix;
use super::input::{HypothesisArgs, MatterFilesArgs, OpenMatter, order_and_file, order_texts};
use super::jobs::JobsArgs;
use super::outputs::{self, Output, OutputParser};
use super::screen::Screen;
use super::settings::{Settings, SettingsArgs};
use super::severity::{FailOn, SeverityArgs};
use super::tables::{Progress, TableArgs};
use crate::disk::Targets;
use ordain_core::report::{Fails, Report};
use ordain_core::session::files::FilesError;
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
  ordain check matters --as-of 2024-04-05                  every matter in the folder
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
    pub(super) matter: MatterFilesArgs,

    #[command(flatten)]
    hypothesis: HypothesisArgs,

    #[arg(long, value_parser = OutputParser, hide_possible_values = true, value_delimiter = ',', value_name = "format[=file]", help = outputs::help())]
    pub(super) format: Vec<Output>,

    /// Which place comes first in the formats for machines.
    #[arg(long, value_enum, default_value_t = First::Rule, value_name = "place")]
    primary: First,

    /// Exit with 3 where something is undetermined and nothing breached.
    #[arg(long)]
    pub(super) strict: bool,

    /// Exit with 1 for these as well.
    #[arg(long, value_enum, value_name = "verdict")]
    fail_on: Option<FailOn>,

    /// Note each duty that falls due within so many days: `7d`, `2w`.
    #[arg(long, value_parser = due_within, value_name = "days")]
    due_within: Option<DueWithin>,

    /// What this file knows does not fail the build; what is new or worse does.
    #[arg(long, value_name = "file")]
    pub(super) baseline: Option<String>,

    /// Write all that is breached, late or undetermined to this file, as known.
    #[arg(long, value_name = "file", conflicts_with = "baseline")]
    pub(super) write_baseline: Option<String>,

    /// The text of an order that no file of the matter names, to hold its quotations against.
    #[arg(long, value_parser = order_and_file, value_name = "order=file")]
    text: Vec<(String, String)>,

    /// Write every row that is not as a duty asks to this file, as CSV.
    #[arg(long, value_name = "file")]
    pub(super) findings: Option<String>,

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

    #[command(flatten)]
    pub(super) jobs: JobsArgs,

    /// First fix what has one meaning only, in the files: `shall`, `1.` for `¶ 1`, a clause at the margin.
    #[arg(long)]
    fix: bool,

    /// With --fix: write nothing and show the difference; exit with 1 where there is one.
    #[arg(long, requires = "fix", conflicts_with_all = ["format", "baseline", "write_baseline"])]
    pub(super) diff: bool,

    #[command(flatten)]
    severity: SeverityArgs,

    #[command(flatten)]
    pub(super) settings: SettingsArgs,

    #[command(flatten)]
    pub(super) screen: Screen,
}

impl Args {
    /// The first option that is about one matter only.
    pub(super) fn only_for_one_matter(&self) -> Option<&'static str> {
        if !self.hypothesis.hypothesis().is_empty() {
            Some("--assume, --without")
        } else if self.text.is_empty() {
            None
        } else {
            Some("--text")
        }
    }
}

/// Every file that the run writes.
///
/// # Errors
/// In words, where two are one.
pub(super) fn targets_of_run(args: &Args, outputs: &[Output]) -> Result<Targets, FilesError> {
    let mut targets = Targets::default();
    for file in outputs::files(outputs).chain(args.findings.as_deref()).chain(args.write_baseline.as_deref()) {
        targets.add(file)?;
    }
    Ok(targets)
}

/// One matter, checked.
pub(super) struct Checked {
    pub(super) report: Report,
    pub(super) fails: Fails,
    home: String,
    /// The matter as it was named.
    named: String,
}

impl Checked {
    /// How its report is shown, without a baseline.
    pub(super) fn options<'o>(&'o self, args: &Args, status: Exit, root: &'o str) -> Options<'o> {
        let primary = match args.primary {
            First::Rule => Primary::Rule,
            First::Fact => Primary::Fact,
        };
        let extent = match (args.brief, args.all) {
            (true, _) => Extent::Brief,
            (false, true) => Extent::All,
            (false, false) => Extent::Findings,
        };
        Options {
            style: args.screen.style(),
            primary,
            status: status as u8,
            fails: self.fails,
            root,
            home: &self.home,
            baseline: None,
            extent,
            unused_facts: args.facts == Some(FactList::Unused),
            named: &self.named,
        }
    }
}

/// Everything up to the baseline and the writing, with so many matters checked at a time; or why it is refused.
pub(super) fn check_matter(
    args: &Args,
    paths: &[String],
    settings: &Settings,
    jobs: usize,
) -> Result<Checked, Failure> {
    let mut matter = OpenMatter::read(paths, args.matter.question.allow_outside)?;
    if args.fix {
        if paths.iter().any(|p| p == "-") {
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
    let shown = progress.on_progress().filter(|_| jobs == 1);
    let inputs = Inputs { ties: &ties, how: args.tables.how_beside(jobs), progress: shown, ..matter.inputs() };
    let mut report = check_hypothesis(matter.texts.clone(), &inputs, &matter.name, &options, &hypothesis);
    if let Some(DueWithin(days)) = args.due_within.or(settings.due_within) {
        report.note_due_within(days);
    }
    report.add(matter.notes);
    report.set_levels(&args.severity.levels()?.with_fallback(&settings.levels));
    // Whatever is left out, it is said what the report was made with.
    report.add(settings.notes());
    let fails = Fails {
        late: args.fail_on.or(settings.fail_on) == Some(FailOn::Late),
        undetermined: args.strict || settings.strict,
    };
    Ok(Checked { report, fails, home: matter.home, named: paths.first().cloned().unwrap_or_default() })
}
