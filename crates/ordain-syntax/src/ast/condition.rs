//! Conditions, as written: the words that open one, and its test or list of tests.

use super::Phrase;
use ordain_base::source::Spanned;

/// Which word opened a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConditionWord {
    If,
    /// `when`, `upon`, `once`.
    When,
    ToTheExtent,
    Unless,
    /// `after`: what must come first.
    After,
    /// `provided that`, `on condition that`.
    Provided,
}

impl ConditionWord {
    /// The word as the reference has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::If => "if",
            Self::When => "when",
            Self::ToTheExtent => "to the extent",
            Self::Unless => "unless",
            Self::After => "after",
            Self::Provided => "provided that",
        }
    }
}

/// How many of a list are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    All,
    Any,
    ExactlyOne,
}

impl Choice {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all of",
            Self::Any => "any of",
            Self::ExactlyOne => "exactly one of",
        }
    }
}

/// What a condition asks. The words of a test are flat: the model cuts them at
/// `and` and `or`, because it knows the names.
#[derive(Debug, Clone, PartialEq)]
pub enum Tests {
    One(Phrase),
    /// `all of: (1) …; (2) …`.
    List(Spanned<Choice>, Vec<Phrase>),
}
