//! A statement that may say what a sentence says, before it has been tried.

use super::names::Names;
use crate::model::Verbs;

/// What all forms need to know of the paper.
pub(super) struct Context<'c> {
    pub(super) names: &'c Names,
    pub(super) verbs: &'c Verbs,
}

/// What must be declared for a statement to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Declared {
    /// An event, by the order's own words for it.
    Event { name: String, words: String },
    /// A hearing; with its day, where a statement needs it to have one.
    Hearing { name: String, on: Option<String> },
    /// A verb that the table of verbs does not have.
    Verb { lemma: String, past: String },
}

impl Declared {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Event { name, .. } | Self::Hearing { name, .. } => name,
            Self::Verb { lemma, .. } => lemma,
        }
    }

    /// The lines of the declaration.
    pub(super) fn lines(&self) -> String {
        match self {
            Self::Event { name, words } => format!("event {name} {}\n", super::phrase::in_quotation_marks(words)),
            Self::Hearing { name, on: Some(day) } => format!("hearing {name}\n  on {day}\n"),
            Self::Hearing { name, on: None } => format!("hearing {name}\n"),
            Self::Verb { lemma, past } => format!("verb \"{lemma}\" past \"{past}\"\n"),
        }
    }
}

/// What a statement does to whom it binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    Must,
    MustNot,
    May,
    Should,
    /// A cut-off, a hearing, a disposition.
    Other,
    /// The order's words, which are only shown.
    Words,
}

/// A statement to try.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its lines, without the label.
    pub(super) text: String,
    pub(super) declares: Vec<Declared>,
    pub(super) force: Force,
    /// What somebody should look at, though the statement says what the sentence says.
    pub(super) remark: Option<String>,
    /// Words of the sentence that the form itself says: `deadline` of a cut-off.
    pub(super) implied: &'static [&'static str],
}

impl Candidate {
    pub(super) fn new(text: String, force: Force) -> Self {
        Self { text, declares: Vec::new(), force, remark: None, implied: &[] }
    }

    /// The order's words as they stand, which the report shows and nothing decides.
    pub(super) fn words(text: &str) -> Self {
        Self::new(format!("orders {}", super::phrase::in_quotation_marks(text)), Force::Words)
    }
}

/// What a form makes of a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Formed {
    /// Statements to try, the closest to the sentence first.
    pub(super) candidates: Vec<Candidate>,
    /// What only a person can answer; then no statement is written.
    pub(super) question: Option<String>,
}

impl Formed {
    pub(super) fn question(text: impl Into<String>) -> Self {
        Self { candidates: Vec::new(), question: Some(text.into()) }
    }

    pub(super) fn of(candidates: Vec<Candidate>) -> Self {
        Self { candidates, question: None }
    }

    pub(super) fn nothing() -> Self {
        Self::default()
    }

    /// Nothing where a leading clause would be lost.
    pub(super) fn filter_unled(self, led: bool) -> Self {
        if led { Self::nothing() } else { self }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.candidates.is_empty() && self.question.is_none()
    }
}
