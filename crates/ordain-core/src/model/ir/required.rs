//! What rows must be like: `each document must have a Bates number of its own`.

use super::asked::Asked;
use super::quantity::{Keyed, Quantity};
use ordain_base::source::Spanned;
use ordain_tables::Rows;

/// What is asked of each row.
#[derive(Debug, Clone, PartialEq)]
pub enum Required {
    /// Its own columns show it.
    Test(Asked),
    /// Another table has a row with it, or has none.
    Among { rows: Rows, own: Keyed, asked: Option<Asked>, none: bool },
    /// It says as much as another table counts.
    Counts { own: Quantity, rows: Rows, by: Keyed },
    /// No other row has its name.
    Alone(Spanned<String>),
    /// No other row has one of its numbers.
    Apart,
}
