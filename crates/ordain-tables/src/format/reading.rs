//! What every format of tables says of a file, and how it is asked for its rows.

use std::fmt;
use std::io;
use std::ops::ControlFlow;

use super::shape::Shape;
use crate::{Limits, Record, Source, Trouble};

/// What is done with each row, and with each that cannot be read.
pub type Each<'e> = dyn FnMut(Result<Record<'_>, Trouble>) -> ControlFlow<()> + 'e;

/// A file whose rows are wanted.
pub struct Input<'a> {
    pub source: &'a dyn Source,
    pub columns: &'a [String],
    /// Columns whose value is the same in every row.
    pub beside: &'a [(usize, String)],
    pub limits: Limits,
}

/// How a file is written: all that is needed to read its rows.
pub trait Format: fmt::Debug + Send + Sync {
    /// For programs: `delimited`.
    fn name(&self) -> &'static str;

    /// For people: `Opticon: seven values a row, no header`. `packed` is put after the name of the
    /// format where the file is compressed; a workbook has so many sheets.
    fn described(&self, packed: &str, sheets: usize) -> String;

    /// Hands on every row.
    ///
    /// # Errors
    /// What keeps the file from being opened; inside, what keeps it from being read to its end.
    fn read(&self, input: &Input<'_>, each: &mut Each<'_>) -> io::Result<Result<(), Trouble>>;

    /// How its text is cut, where it is text between separators.
    fn delimited(&self) -> Option<&Shape> {
        None
    }

    /// The sheet of a workbook that is read.
    fn sheet(&self) -> Option<&str> {
        None
    }
}
