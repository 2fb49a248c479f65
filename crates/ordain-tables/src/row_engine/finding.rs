//! A row that is not as it should be, and what is wrong with it.

use super::date::Day;
use super::position::RowPosition;

/// A row that is not as it should be. The order is by check, then that of the rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// A position in [`Plan::checks`](super::Plan::checks).
    pub check: u32,
    pub position: RowPosition,
    /// The row's own name, where the table has one.
    pub name: Box<str>,
    /// The day on which it was performed, late; none where it was not.
    pub late: Option<Day>,
    /// The row of the joined table that performs it, or is against it, with its place in
    /// [`Plan::joins`](super::Plan::joins); [`OWN`] of the same table.
    pub other: Option<Box<(usize, RowPosition)>>,
    /// What of the row is not as it should be, where it can be named; of an unclear one, what of the row in `other`.
    pub mismatch: Option<Mismatch>,
    /// The row does not say what would decide it.
    pub unclear: bool,
    /// A position in the check's groups.
    pub group: u32,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mismatch {
    /// What it says, and what it should be.
    Amounts(i64, i64),
    /// A column that is empty.
    Empty(usize),
    /// A column whose value is none of those asked for.
    Other(usize),
}

/// In the place of a join: the row is one of the same table.
pub const OWN: usize = usize::MAX;
