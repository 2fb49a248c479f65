//! The passes in order, and the one door to the disk.

pub mod files;

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use crate::diag::Diagnostic;
use crate::report::{Column, FactCounts, Input, Report, View};
use crate::source::SourceMap;

/// The day on which a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    On(NaiveDate),
    /// Turned into the court's day.
    Today(DateTime<Utc>),
}

/// Whose accounts are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Views {
    One(View),
    All,
}

/// What a run is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    pub as_of: AsOf,
    pub known_on: Option<NaiveDate>,
    pub views: Views,
}

/// One `expect` line and what came of it.
#[derive(Debug, Clone)]
pub struct Expectation {
    pub target: String,
    pub ok: bool,
    pub message: String,
    pub diagnostic: Option<Diagnostic>,
}

/// The expectations of a matter.
#[derive(Debug, Clone)]
pub struct Tested {
    pub report: Report,
    pub expectations: Vec<Expectation>,
}

/// Checks a matter. Errors are diagnostics of the report.
#[must_use]
pub fn check(texts: Vec<files::Text>, name: &str, options: &Options) -> Report {
    let (as_of, as_of_given) = match options.as_of {
        AsOf::On(day) => (day, true),
        AsOf::Today(now) => (now.date_naive(), false),
    };
    let mut sources = SourceMap::default();
    let mut inputs = Vec::new();
    for text in texts {
        let digest = Sha256::digest(&text.bytes);
        let sha256 = digest.iter().map(|b| format!("{b:02x}")).collect();
        inputs.push(Input { path: text.path.clone(), sha256 });
        sources.add(text.path, String::from_utf8_lossy(&text.bytes).into_owned());
    }
    let view = match &options.views {
        Views::One(view) => view.clone(),
        Views::All => View::Court,
    };
    Report {
        matter: name.to_owned(),
        as_of,
        as_of_given,
        known_on: options.known_on.unwrap_or(as_of),
        columns: vec![Column { view, verdicts: Vec::new() }],
        incomplete: false,
        inputs,
        facts: FactCounts::default(),
        shown: Vec::new(),
        diagnostics: Vec::new(),
        sources,
    }
}

/// Runs every `expect` of a matter.
#[must_use]
pub fn test(texts: Vec<files::Text>, name: &str, options: &Options) -> Tested {
    Tested { report: check(texts, name, options), expectations: Vec::new() }
}
