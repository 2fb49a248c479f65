//! One row of a table with its place, and what a reader of any format promises.

use std::ops::ControlFlow;

/// Where a row is in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row of data, from 1: the header and blank lines are not counted.
    pub row: u64,
    /// The line of the file (of the sheet, for a workbook) on which the row starts, from 1.
    pub line: u64,
    /// The byte of the file, after decompression, at which the row starts.
    pub byte: u64,
}

/// One row. Its values are text in UTF-8, as the file has them: identifiers keep
/// their leading zeros, and nothing is trimmed but the format's own quotes.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    /// Where the row stands.
    pub place: Place,
    /// In the order of the columns; a row has as many as the header.
    pub fields: &'a [&'a str],
}

/// Something that could not be read: never dropped, never a second finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Where the row stands.
    pub place: Place,
    /// The position of the column, where one is to blame.
    pub column: Option<usize>,
    /// Why, in one sentence without a final period.
    pub reason: String,
}

/// A source of rows.
pub trait Reader {
    /// The names of the columns, as the file or its layout has them.
    fn columns(&self) -> &[String];

    /// Hands every row to `each`, in the order of the file, and every row that
    /// cannot be read to it as a [`Trouble`]. Stops early where `each` breaks.
    ///
    /// # Errors
    /// What keeps the file from being read to its end (it is truncated, it
    /// changed meanwhile, it is larger than allowed).
    fn read(&mut self, each: &mut dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()>) -> Result<(), Trouble>;
}
