//! A run of many matters: what every format gets of it, and the lists for people, a line a matter, worst first.

use super::Style;
use super::clean::Cleaner;
use super::date::Months;
use super::machine::Options;
use super::paint::Ink;
use super::terminal::{hanging_rows, push_paragraph};
use super::words::count_as_i64;
use super::wrap::wrap_text;
use ordain_base::diag::{Diagnostic, Severity, plural};
use ordain_core::report::Report;
use ordain_core::verdict::Kind;

/// A run of many matters.
#[derive(Debug, Clone, Copy)]
pub struct Run<'r> {
    /// In the order of their paths.
    pub matters: &'r [MatterOfRun<'r>],
    /// What of the folders that were searched is not read.
    pub notes: &'r [Diagnostic],
    /// The exit status: the worst of all.
    pub status: u8,
    /// The folder that paths are shown from, with `/`; may be empty.
    pub root: &'r str,
    /// Width, color and character set.
    pub style: Style,
}

/// One matter of a run.
#[derive(Debug, Clone)]
pub struct MatterOfRun<'r> {
    /// The path as it was given.
    pub path: &'r str,
    /// The exit status that it would have by itself.
    pub status: u8,
    /// What came of it.
    pub outcome: Outcome<'r>,
}

/// What came of a matter.
#[derive(Debug, Clone)]
pub enum Outcome<'r> {
    /// It was checked: its report.
    Checked(&'r Report, Options<'r>),
    /// Why it could not be read.
    NotRead(&'r str),
}

impl<'r> Run<'r> {
    /// Those that were read, each with its options.
    pub(crate) fn checked(&self) -> impl Iterator<Item = (&'r MatterOfRun<'r>, &'r Report, &'r Options<'r>)> {
        self.matters.iter().filter_map(|m| match &m.outcome {
            Outcome::Checked(report, options) => Some((m, *report, options)),
            Outcome::NotRead(_) => None,
        })
    }

    /// Those that could not be read, each with the reason.
    pub(crate) fn not_read(&self) -> impl Iterator<Item = (&'r str, &'r str)> {
        self.matters.iter().filter_map(|m| match m.outcome {
            Outcome::NotRead(why) => Some((m.path, why)),
            Outcome::Checked(..) => None,
        })
    }
}

/// How a matter came out, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    Errors,
    Fails,
    Undetermined,
    Passes,
}

impl Standing {
    pub(crate) const ALL: [Self; 4] = [Self::Errors, Self::Fails, Self::Undetermined, Self::Passes];

    pub(crate) const fn of(status: u8) -> Self {
        match status {
            0 => Self::Passes,
            1 => Self::Fails,
            3 => Self::Undetermined,
            _ => Self::Errors,
        }
    }

    /// The first word of its line, and its name in JSON.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Errors => "errors",
            Self::Fails => "fails",
            Self::Undetermined => "undetermined",
            Self::Passes => "passes",
        }
    }

    const fn ink(self) -> Ink {
        match self {
            Self::Errors | Self::Fails => Ink::Red,
            Self::Undetermined => Ink::Magenta,
            Self::Passes => Ink::Green,
        }
    }
}

/// One line of the list.
pub(crate) struct Line {
    pub(crate) standing: Standing,
    pub(crate) path: String,
    pub(crate) said: String,
}

/// A line a matter, worst first; of one standing, in the order of their paths.
pub(crate) fn lines_of_matters(run: &Run<'_>, cleaner: Cleaner) -> Vec<Line> {
    let mut all: Vec<Line> = Vec::new();
    for m in run.matters {
        let said = match &m.outcome {
            Outcome::NotRead(why) => (*why).to_owned(),
            Outcome::Checked(report, options) => format!("{}: {}", report.matter, totals_of_report(report, options)),
        };
        let (path, said) = (cleaner.line(m.path), cleaner.line(&said));
        all.push(Line { standing: Standing::of(m.status), path, said });
    }
    all.sort_by_key(|l| l.standing);
    all
}

/// `1 breached, 2 met`, with what was not read and the day, where it is not the same for all.
fn totals_of_report(report: &Report, options: &Options<'_>) -> String {
    let of_kind = |kind: Kind| Some(report.count(kind)).filter(|n| *n > 0).map(|n| format!("{n} {}", kind.phrase()));
    let mut said: Vec<String> = Kind::ALL.into_iter().filter_map(of_kind).collect();
    if said.is_empty() {
        said.push("no verdicts".to_owned());
    }
    let errors = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    if errors > 0 {
        said.insert(0, plural(count_as_i64(errors), "error"));
    }
    let known = options.baseline.map_or(0, ordain_core::report::Comparison::known);
    if known > 0 {
        said.push(format!("{known} known"));
    }
    let open = report.diagnostics.iter().filter(|d| ordain_base::diag::codes::files::leaves_open(d)).count();
    if open > 0 {
        said.push(format!("{} about what was not read", plural(count_as_i64(open), "note")));
    }
    said.join(", ")
}

/// `3 matters, as of Mon June 3, 2024 (the Court's view)`.
pub(crate) fn heading_of_run(run: &Run<'_>, months: Months) -> String {
    let mut said = vec![plural(count_as_i64(run.matters.len()), "matter")];
    let mut days: Vec<_> = run.checked().map(|(_, r, _)| r.as_of).collect();
    days.sort_unstable();
    days.dedup();
    match days.as_slice() {
        [] => {}
        [one] => said.push(format!("as of {}", months.day(*one))),
        [first, .., last] => {
            said.push(format!("as of {} to {}, today at each court", months.day(*first), months.day(*last)))
        }
    }
    let mut views: Vec<&str> = run.checked().map(|(_, r, _)| r.view_name()).collect();
    views.sort_unstable();
    views.dedup();
    let view = match views.as_slice() {
        ["court"] => " (the Court's view)".to_owned(),
        [one] => format!(" (the view of {one})"),
        _ => String::new(),
    };
    said.join(", ") + &view
}

/// `1 matter with a breach, 2 matters without a breach`.
pub(crate) fn summary_of_run(run: &Run<'_>) -> String {
    let of = |standing: Standing| run.matters.iter().filter(|m| Standing::of(m.status) == standing).count();
    let said = Standing::ALL.into_iter().filter_map(|s| match (s, count_as_i64(of(s))) {
        (_, 0) => None,
        (Standing::Errors, n) => Some(format!("{} cannot be relied on", plural(n, "matter"))),
        (Standing::Fails, n) => Some(format!("{} with a breach", plural(n, "matter"))),
        (Standing::Undetermined, n) => Some(format!("{} undetermined", plural(n, "matter"))),
        (Standing::Passes, n) => Some(format!("{} without a breach", plural(n, "matter"))),
    });
    said.collect::<Vec<_>>().join(", ")
}

const NEXT: &str = "`ordain check` with the folder of one matter shows its report";

/// The list for a screen.
#[must_use]
pub fn terminal(run: &Run<'_>) -> String {
    let style = run.style;
    let cleaner = Cleaner::for_people(style.unicode);
    let mut out = String::new();
    push_paragraph(&cleaner.line(&heading_of_run(run, Months::Short)), Ink::Bold, style, &mut out);
    out.push('\n');
    let lines = lines_of_matters(run, cleaner);
    let word = lines.iter().map(|l| l.standing.name().len()).max().unwrap_or(0);
    for line in &lines {
        let name = format!("{:word$}  ", line.standing.name());
        let rows =
            wrap_text(&format!("{}, {}", line.path, line.said), style.columns().saturating_sub(name.len()).max(20));
        for (i, row) in rows.iter().enumerate() {
            let lead = if i == 0 { style.paint(line.standing.ink(), &name) } else { " ".repeat(name.len()) };
            out.push_str(&format!("{lead}{row}\n"));
        }
    }
    for note in run.notes {
        let text = cleaner.line(&format!("{}: {}", note.severity.name(), note.message));
        hanging_rows(&text, 2, style.columns()).iter().for_each(|row| out.push_str(&format!("{row}\n")));
    }
    out.push('\n');
    push_paragraph(&summary_of_run(run), Ink::Bold, style, &mut out);
    push_paragraph(NEXT, Ink::Dim, style, &mut out);
    out
}

/// The same in sentences.
#[must_use]
pub fn plain(run: &Run<'_>) -> String {
    let cleaner = Cleaner::for_readers_aloud(run.style.unicode);
    let mut out = vec![format!("{}.", cleaner.line(&heading_of_run(run, Months::Full))), String::new()];
    out.extend(
        lines_of_matters(run, cleaner).iter().map(|l| format!("{}, {}: {}.", l.path, l.standing.name(), l.said)),
    );
    out.extend(run.notes.iter().map(|n| cleaner.line(&format!("{}: {}.", n.severity.name(), n.message))));
    out.extend([String::new(), format!("Totals: {}.", summary_of_run(run))]);
    out.join("\n") + "\n"
}

/// The same as a table.
#[must_use]
pub fn markdown(run: &Run<'_>) -> String {
    let cleaner = Cleaner::for_people(true);
    let cell = |text: &str| super::markdown::escape_markdown(text);
    let mut out = vec![
        format!("# {}", cell(&cleaner.line(&heading_of_run(run, Months::Short)))),
        format!("**{}.**", cell(&summary_of_run(run))),
    ];
    let mut table = vec!["| | Matter | Verdicts |".to_owned(), "|---|---|---|".to_owned()];
    table.extend(
        lines_of_matters(run, cleaner)
            .iter()
            .map(|l| format!("| {} | {} | {} |", l.standing.name(), cell(&l.path), cell(&l.said))),
    );
    out.push(table.join("\n"));
    let notes = run.notes.iter().map(|n| format!("- {}: {}", n.severity.name(), cell(&cleaner.line(&n.message))));
    let notes: Vec<String> = notes.collect();
    if !notes.is_empty() {
        out.push(notes.join("\n"));
    }
    out.join("\n\n") + "\n"
}
