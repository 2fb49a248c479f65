//! What is to be done, as a value: printed by `ordain plan`, carried out by
//! [`run`](super::run), and plain enough for another engine.

use super::date::Order;
use super::{Day, Test};

/// Everything a matter asks of its tables on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which they are read: what others join first.
    pub scans: Vec<Scan>,
    pub joins: Vec<Join>,
    pub checks: Vec<Check>,
    /// What is dated later has not happened.
    pub as_of: Day,
}

/// One table, read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// As the record calls it: `documents`.
    pub name: String,
    /// Its files, read one after another as one table.
    pub files: Vec<String>,
    /// Only those that something asks for.
    pub columns: Vec<Column>,
    /// The column that names a row, where no two rows may have one name.
    pub unique: Option<usize>,
}

/// A column that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// As rules call it: `produced`.
    pub field: String,
    /// As the file calls it: `produced_on`; or by its position, from 1.
    pub name: String,
    pub position: Option<usize>,
    pub kind: Kind,
}

/// What the values of a column are, and so what else is a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Text that names one thing; compared byte for byte, spaces around it apart.
    Key,
    /// Text of few values, by which rows are counted; only these, where they are known.
    Label(Option<Vec<String>>),
    /// Declared, or proved by the column.
    Date(Option<Order>),
    /// Yes or no, in one spelling throughout.
    Flag,
    Number,
    Text,
}

/// How a row of one table finds rows of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// The table that is searched.
    pub table: usize,
    /// Its column or columns that the key of the asking row is compared with.
    pub by: Match,
    /// The column of the asking row.
    pub on: usize,
    /// The day of a row that is found; the earliest counts.
    pub date: Option<usize>,
    /// Which rows of the searched table count.
    pub filter: Test,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// The same text.
    Key(usize),
    /// From the first Bates number to the last.
    Range { first: usize, last: usize },
}

/// One duty over the rows of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The paragraph and its part: `MTC ¶ 1`.
    pub name: String,
    pub table: usize,
    /// Which rows it is about.
    pub filter: Test,
    /// The column by which rows are counted apart.
    pub group: Option<usize>,
    /// Any one of them performs; the earliest counts.
    pub ways: Vec<Way>,
    /// The last day that is in time; without one, anything on the record by `as_of` is.
    pub due: Option<Day>,
    pub goal: Goal,
}

/// What performs a duty for one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A column has the day.
    Dated(usize),
    /// The row itself says so.
    Holds(Test),
    /// Another table has a row for it: a position in [`Plan::joins`].
    Found(usize),
}

/// How many rows must be as they should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Every one.
    Every,
    /// So many, or so much of a column, of those performed in time; in each month of `monthly`, where there is one.
    AtLeast { n: u64, of: Measure, monthly: Option<usize> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    Rows,
    /// The sum of a column.
    Sum(usize),
    /// Per cent of the rows.
    Percent,
}
