//! Rows that cannot be read, and why.

use super::position::RowPosition;

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    pub position: RowPosition,
    /// A column of the scan, where one is to blame.
    pub column: Option<usize>,
    pub kind: FlawKind,
    /// The value, or what the reader of the format says.
    pub value: String,
    /// Where the value is in the row's text, in bytes; nothing where that is not known.
    pub at: Option<(u32, u32)>,
    /// The beginning of the row's text.
    pub text: String,
}

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlawKind {
    /// What the row as a whole is: ragged, never closed, too long, as the reader says.
    Row,
    /// A quotation position inside a value.
    Stray,
    NotUtf8,
    /// A number that a spreadsheet has rounded: `1.23457E+14`.
    Rounded,
    /// An empty cell where the row's name belongs.
    NoName,
    NotADay,
    ImpossibleDay,
    /// A time of another zone that is another day in some courts.
    NoZone,
    /// A date written in another order than the column's.
    OtherOrder,
    NotAFlag,
    NoFlag,
    /// `FALSE` where the column writes `false`.
    OtherSpelling,
    /// A label that is not among those known.
    NotAmong,
    NotANumber,
    /// A list with something that is neither a number of a series nor a range.
    NotInSeries,
}
