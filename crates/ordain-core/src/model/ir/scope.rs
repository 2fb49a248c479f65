//! What a disposition reaches: sets, sides, cases.

use super::ids::{OrderId, PartyId};
use super::object::Objects;
use super::owed::OwedBy;

/// How far a disposition reaches beyond the things it names one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    pub sweeps: Vec<Sweep>,
    /// `as to Defendants`: those it reaches; everyone where empty.
    pub parties: Vec<PartyId>,
    /// `between A and B`: only what they owe one another.
    pub between: Vec<PartyId>,
    /// Parties to whom an order leaves only part of what the words say: a claim of theirs is dismissed, not they.
    pub in_part: Vec<PartyId>,
    /// `in case "20-1234"`: those of several cases; those of its paragraph where empty.
    pub cases: Vec<usize>,
}

/// A set named by what it is: `all unreached deadlines of MTC`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sweep {
    pub what: Swept,
    /// `this action`: all that is in it.
    pub action: bool,
    /// Only those whose day had not come.
    pub unreached: bool,
    /// `all other`: not those that the same order names one by one.
    pub other: bool,
    /// The orders whose paragraphs are meant; the whole matter where empty.
    pub of: Vec<OrderId>,
    /// `topic discovery`.
    pub topic: Option<String>,
    /// `of Defendants`: whose; everybody's where empty.
    pub owed_by: Vec<PartyId>,
}

impl Sweep {
    /// All of a kind, in the whole matter.
    pub const fn of(what: Swept) -> Self {
        Self { what, action: false, unreached: false, other: false, of: Vec::new(), topic: None, owed_by: Vec::new() }
    }
}

/// `except Sched ¶ 2`, `except as to Acme`: what a disposition does not reach.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spared {
    pub objects: Option<Objects>,
    /// `the deadline to file answer`: becomes the paragraph that orders it as soon as all are read.
    pub owed: Option<OwedBy>,
    pub scope: Scope,
    /// In words that only a person can apply: what of a set they spare is not known.
    pub words: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swept {
    /// What falls due.
    Deadlines,
    /// `all paragraphs of MTC`, `all obligations`: prohibitions too.
    Paragraphs,
    Hearings,
    /// `all dates`, `this action`: both.
    Dates,
}
