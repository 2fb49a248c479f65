//! One run, ready to be shown: the only place where verdicts meet diagnostics.

mod baseline;
mod baseline_of_many;
mod build;
mod changes;
mod facts;
mod history;
mod hypothesis;
mod policy;
mod reconcile;
mod rows;
mod soon;

use chrono::NaiveDate;

pub use baseline::{Baseline, Comparison, Entry, SCHEMA as BASELINE_SCHEMA, State, failing};
pub use baseline_of_many::{BaselineOfMany, SCHEMA as BASELINE_OF_MANY_SCHEMA};
pub use build::{findings, findings_with, worst_first};
pub use changes::{Change, Changes, Side, compare};
pub use facts::{FactCounts, UnusedFact};
pub use history::Histories;
pub use hypothesis::{Altered, HypothesisOutcome, Said};
pub use policy::{Fails, Level, Levels};
pub use reconcile::{About, Reconciliation, Told, Topic};
pub use rows::{RowFinding, Rows};

use crate::verdict::{Kind, Listed, Verdict};
use ordain_base::diag::Diagnostic;
use ordain_base::source::SourceMap;

/// A file that was read, and its SHA-256 in lower-case hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    pub path: String,
    pub sha256: String,
}

/// Whose account of the facts is taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    Court,
    /// The name of a party.
    Party(String),
}

impl View {
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
    pub view: View,
    pub verdicts: Vec<Verdict>,
}

#[derive(Debug, Clone)]
pub struct Report {
    /// The caption of the matter, or the name of its folder where it has none.
    pub matter: String,
    pub as_of: NaiveDate,
    /// False where the day is today's, because none was given.
    pub as_of_given: bool,
    pub known_on: NaiveDate,
    /// The first column is the view that decides the exit status. More than
    /// one with `--view all`; they hold the same paragraphs in the same order.
    pub columns: Vec<Column>,
    /// True where some line could not be read or resolved.
    pub incomplete: bool,
    pub inputs: Vec<Input>,
    pub facts: FactCounts,
    /// The facts that nothing used, in the order of the files.
    pub unused: Vec<UnusedFact>,
    /// What was found in the tables of the record, where a duty is over their rows.
    pub rows: Option<Rows>,
    pub shown: Vec<Listed>,
    /// Errors, breaches, warnings and notes, in the order in which they are shown.
    pub diagnostics: Vec<Diagnostic>,
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
