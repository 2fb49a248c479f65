//! One run, ready to be shown: the only place where verdicts meet diagnostics.

mod baseline;
mod baseline_of_many;
mod build;
mod calendar;
mod changes;
mod earlier;
mod facts;
mod history;
mod hypothesis;
mod policy;
mod reconcile;
mod rows;
mod soon;

use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeMap;

pub use baseline::{Baseline, Comparison, Entry, SCHEMA as BASELINE_SCHEMA, State, failing_parts};
pub use baseline_of_many::{BaselineOfMany, SCHEMA as BASELINE_OF_MANY_SCHEMA};
pub use build::{findings_of_verdicts, findings_with, worst_first};
pub use calendar::{CalendarDay, DayKind, DayState};
pub use changes::{Change, Changes, Side, compare_verdicts};
pub use earlier::{EarlierReport, EarlierReports, NotAReport};
pub use facts::{FactCounts, UnusedFact};
pub use history::Histories;
pub use hypothesis::{Altered, HypothesisOutcome, Said};
pub use policy::{Fails, Level, Levels};
pub use reconcile::{About, Reconciliation, StatedValue, Topic};
pub use rows::{RowFinding, Rows};

use crate::outline::ParagraphOutline;
use crate::verdict::{Kind, Listed, Verdict};
use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;

/// A file that was read, and its SHA-256 in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The path as it was given.
    pub path: String,
    /// The hash of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Whose account of the facts is taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// What is found, admitted or undisputed.
    Court,
    /// The name of a party.
    Party(String),
}

impl View {
    /// `court`, or the name of the party.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Court => "court",
            Self::Party(name) => name,
        }
    }
}

/// The verdicts under one view.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Whose account is taken.
    pub view: View,
    /// A verdict for each paragraph that has one.
    pub verdicts: Vec<Verdict>,
}

/// One run over a matter, ready to be shown.
#[derive(Debug, Clone)]
pub struct Report {
    /// The caption of the matter, or the name of its folder where it has none.
    pub matter: String,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// False where the day is today's, because none was given.
    pub as_of_given: bool,
    /// The last day whose papers are known.
    pub known_on: NaiveDate,
    /// The court, as the matter writes it.
    pub court: Option<String>,
    /// The number of the case, as the matter writes it.
    pub number: Option<String>,
    /// The zone of the court, where one is known.
    pub zone: Option<Tz>,
    /// Every party that the matter declares, by name.
    pub parties: Vec<String>,
    /// Every order whose day is known: its name, and the day on which it came on the docket.
    pub orders: Vec<(String, NaiveDate)>,
    /// The first column is the view that decides the exit status. More than
    /// one with `--view all`; they hold the same paragraphs in the same order.
    pub columns: Vec<Column>,
    /// True where some line could not be read or resolved.
    pub incomplete: bool,
    /// The files that were read.
    pub inputs: Vec<Input>,
    /// How many facts there are, and how many are used.
    pub facts: FactCounts,
    /// The facts that nothing used, in the order of the files.
    pub unused: Vec<UnusedFact>,
    /// What was found in the tables of the record, where a duty is over their rows.
    pub rows: Option<Rows>,
    /// What each paragraph with a verdict says, part by part, under its id: `MTC ¶ 1`.
    pub outlines: BTreeMap<String, ParagraphOutline>,
    /// What is shown without a verdict.
    pub shown: Vec<Listed>,
    /// Errors, breaches, warnings and notes, in the order in which they are shown.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that spans point into.
    pub sources: SourceMap,
    /// What was supposed and what that changed, where something was.
    pub hypothesis: Option<HypothesisOutcome>,
}

impl Report {
    /// The verdicts of the view that decides.
    #[must_use]
    pub fn verdicts(&self) -> &[Verdict] {
        self.columns.first().map_or(&[], |c| &c.verdicts)
    }

    /// The name of the one view, or `all`.
    #[must_use]
    pub fn view_name(&self) -> &str {
        match self.columns.as_slice() {
            [] => "court",
            [one] => one.view.name(),
            _ => "all",
        }
    }

    /// How many paragraphs have this verdict under the view that decides.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.verdicts().iter().filter(|v| v.kind == kind).count()
    }
}
