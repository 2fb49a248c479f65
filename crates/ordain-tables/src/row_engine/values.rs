//! The values of one row, whatever format they were read from.

use std::borrow::Cow;

use super::plan::Plan;

/// The values of one row by the columns of its scan.
pub trait Values {
    fn get(&self, column: usize) -> Cow<'_, [u8]>;
    /// True where a quotation mark is inside a value that does not begin with one.
    fn is_stray(&self, _column: usize) -> bool {
        false
    }
    /// The row as it stands, and where a value is in it.
    fn text(&self) -> &[u8];
    fn bounds(&self, _column: usize) -> Option<(u32, u32)> {
        None
    }
}

/// What names a row for people; empty where its table has no such column.
pub fn row_name<'v>(plan: &Plan, scan: usize, values: &'v impl Values) -> Cow<'v, [u8]> {
    plan.naming_column(scan).map(|c| values.get(c)).unwrap_or_default()
}
