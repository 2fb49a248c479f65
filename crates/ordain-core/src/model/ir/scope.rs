//! What a disposition reaches: sets, sides, cases.

use super::ids::{OrderId, PartyId};

/// How far a disposition reaches beyond the things it names one by one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    pub sweeps: Vec<Sweep>,
    /// `as to Defendants`: those it reaches; everyone where empty.
    pub parties: Vec<PartyId>,
    /// `between A and B`: only what they owe one another.
    pub between: Vec<PartyId>,
    /// `in case "20-1234"`: those of several cases; those of its paragraph where empty.
    pub cases: Vec<usize>,
}

/// A set named by what it is: `all unreached deadlines of MTC`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sweep {
    pub what: Swept,
    /// Only those whose day had not come.
    pub unreached: bool,
    /// `all other`: not those that the same order names one by one.
    pub other: bool,
    /// The orders whose paragraphs are meant; the whole matter where empty.
    pub of: Vec<OrderId>,
    /// `topic discovery`.
    pub topic: Option<String>,
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
