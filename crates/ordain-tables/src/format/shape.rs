//! Where the rows of a text begin, and how they are cut.

use super::dialect::Dialect;
use crate::Encoding;

/// Where to begin, and what to take rows for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pub encoding: Encoding,
    pub dialect: Dialect,
    /// The line of the header, from 1; rows begin after it.
    pub header: Option<u32>,
    /// How many values a row has; where not known, that of the first row.
    pub columns: Option<usize>,
    /// A row may leave out its last values (Opticon).
    pub short: bool,
    /// Each row ends with one separator more than the header, and with nothing after it.
    pub trailing: bool,
}
