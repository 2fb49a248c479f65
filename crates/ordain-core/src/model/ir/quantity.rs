//! How much, over rows: what a row itself says (`pages`, `its Bates range`), and how many
//! of the rows are asked for (`at least 80 % of the documents`).

use rust_decimal::Decimal;

use ordain_base::source::Spanned;
use ordain_tables::Rows;

/// An amount that a row has.
#[derive(Debug, Clone, PartialEq)]
pub enum Quantity {
    Field(Spanned<String>),
    /// How many numbers its Bates range has.
    Range,
    /// How many numbers the range of its family has.
    Family,
    Sum(Vec<Quantity>),
    Fixed(i64),
    /// `the number of images in its Bates range`, `the number of documents in its volume`.
    Count {
        rows: Rows,
        by: Keyed,
    },
}

/// By what of its own a row is looked for in another table.
#[derive(Debug, Clone, PartialEq)]
pub enum Keyed {
    /// The value of a field; of `bates` in a table with ranges, all its numbers.
    Field(Spanned<String>),
    /// Its Bates range.
    Range,
    /// The range of its family.
    Family,
}

/// How many rows, or how much of a column, are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Least {
    pub n: Decimal,
    pub of: Of,
    /// The words say that it is of rows: `of the documents`.
    pub explicit: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    Rows,
    /// The sum of a field.
    Sum(Spanned<String>),
    Percent,
}
