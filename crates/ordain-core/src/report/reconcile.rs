//! What each side's papers say about each number, side by side.

use chrono::NaiveDate;

use super::Input;
use ordain_base::source::Location;

/// The table of `ordain reconcile`.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconciliation {
    /// The caption of the matter, or the name of its folder where it has none.
    pub matter: String,
    /// The day asked about.
    pub as_of: NaiveDate,
    /// False where the day is today's, because none was given.
    pub as_of_given: bool,
    /// The last day whose papers are known.
    pub known_on: NaiveDate,
    /// True where some line could not be read or resolved.
    pub incomplete: bool,
    /// The files that were read.
    pub inputs: Vec<Input>,
    /// In the order of their kinds, then of the record.
    pub topics: Vec<Topic>,
}

/// What a topic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// How many there are.
    Count,
    /// On which day something happened.
    Day,
    /// When a duty falls due.
    Deadline,
    /// Whether a set is complete.
    State,
}

impl About {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Count, Self::Day, Self::Deadline, Self::State];

    /// Its word in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Day => "day",
            Self::Deadline => "deadline",
            Self::State => "state",
        }
    }
}

/// One number, day or state, and everything that is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// What the statements are about.
    pub kind: About,
    /// `documents produced by Defendants`, `MTC ¶ 2 falls due`.
    pub about: String,
    /// The statements, oldest first.
    pub statements: Vec<StatedValue>,
    /// What is said does not agree.
    pub differs: bool,
}

/// One thing said, and who says it where.
#[derive(Debug, Clone, PartialEq)]
pub struct StatedValue {
    /// `25`, `Thu 2023-12-14`, `complete`.
    pub value: String,
    /// `the Court finds`, `Defendants produced`, `the acts add up`.
    pub who: String,
    /// `on Fri 2023-12-01`, `12 + 15, through Wed 2024-01-31`; may be empty.
    pub how: String,
    /// The papers that the statement cites.
    pub cites: Vec<String>,
    /// The id of the fact, where it is one.
    pub fact: Option<String>,
    /// Where it is written; nowhere, of a sum.
    pub place: Option<Location>,
}
