//! What is to be done, as a value: printed by `ordain plan`, carried out by
//! [`run`](super::run), and plain enough for another engine.

use chrono_tz::Tz;

use super::date::{Day, Order};
use super::test::{Amount, Test};

/// Everything a matter asks of its tables on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which they are read: what others join first.
    pub scans: Vec<Scan>,
    pub joins: Vec<Join>,
    pub checks: Vec<Check>,
    /// What is dated later has not happened.
    pub as_of: Day,
    /// That of the court: a time of another zone is a day there.
    pub zone: Option<Tz>,
}

impl Plan {
    /// True where the table is read once more later: here only to be searched.
    #[must_use]
    pub fn is_copy(&self, scan: usize) -> bool {
        let name = self.scans.get(scan).map(|s| &s.name);
        self.scans.iter().skip(scan + 1).any(|s| Some(&s.name) == name)
    }

    /// The column that names the rows of a table for people.
    pub(super) fn naming_column(&self, scan: usize) -> Option<usize> {
        let key = |s: &Scan| s.columns.iter().position(|c| c.kind == Kind::Key);
        self.scans.get(scan).and_then(|s| s.unique.or_else(|| key(s)))
    }

    /// Whether a check asks that each row of the table has a name of its own.
    pub(super) fn asks_for_names(&self, scan: usize) -> bool {
        self.checks.iter().any(|c| c.table == scan && c.ways.contains(&SatisfiedBy::Alone))
    }

    /// The columns of first and last numbers by which the rows of a table are searched.
    pub(super) fn spans(&self, scan: usize) -> Vec<(usize, usize)> {
        let of = |j: &Join| match j.by {
            JoinKey::Range { first, last, .. } if j.table == scan => Some((first, last)),
            _ => None,
        };
        let mut all: Vec<_> = self.joins.iter().filter_map(of).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The columns of a table that list several in a cell, what parts them, and whether each
    /// must have a place in a series.
    pub(super) fn lists(&self, scan: usize) -> Vec<(usize, char, bool)> {
        let columns = self.scans.get(scan).map_or(&[][..], |s| &s.columns);
        let asked = |column: usize| {
            let joined = |j: usize| self.joins.get(j).is_some_and(|j| j.on == column && j.numbered().is_some());
            let own = |w: &SatisfiedBy| matches!(w, SatisfiedBy::Found(j) | SatisfiedBy::Missing(j) | SatisfiedBy::Counts { join: j, .. } if joined(*j));
            self.checks.iter().filter(|c| c.table == scan).any(|c| c.ways.iter().any(own))
        };
        let searched = |column: usize| self.joins.iter().any(|j| j.table == scan && j.numbered() == Some(column));
        let list = |(i, c): (usize, &Column)| c.list.map(|by| (i, by, asked(i) || searched(i)));
        columns.iter().enumerate().filter_map(list).collect()
    }
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
    /// What parts the numbers or ranges of which one cell has several.
    pub list: Option<char>,
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
    /// Yes where the cell is one of these, and no where it is not.
    YesWhere(Vec<String>),
    Number,
    Text,
}

/// How a row of one table finds rows of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// The table that is searched.
    pub table: usize,
    /// Its column or columns that the key of the asking row is compared with.
    pub by: JoinKey,
    /// The column of the asking row.
    pub on: usize,
    /// The day of a row that is found; the earliest counts.
    pub date: Option<usize>,
    /// Which rows of the searched table count.
    pub filter: Test,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinKey {
    /// The same text.
    Key(usize),
    /// Each number, range or name of a list in a column; every one that the asking row lists.
    Members(usize),
    /// From the first Bates number to the last. The asking row has its first number, and those to the one in the column `to`.
    Range { first: usize, last: usize, to: Option<usize> },
    /// The numbers that its rows have, each from a first to a last, as one set. The
    /// asking row has those from its own to that of the column `to`.
    Numbers { first: usize, last: Option<usize>, to: Option<usize> },
    /// The same text; how many rows have it, or the sum of a column over them.
    Total { key: usize, of: Option<usize> },
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
    pub ways: Vec<SatisfiedBy>,
    /// The last day that is in time; without one, anything on the record by `as_of` is.
    pub due: Option<Day>,
    pub goal: Goal,
}

impl Check {
    /// The columns whose numbers it looks at all together: the first, and the last where there is one.
    pub(super) fn series(&self) -> Option<(usize, Option<usize>)> {
        if let Goal::Gaps { first, last } = self.goal {
            return Some((first, last));
        }
        self.ways
            .iter()
            .find_map(|w| if let SatisfiedBy::Apart { first, last } = w { Some((*first, *last)) } else { None })
    }
}

impl Join {
    /// What parts the members of a column of the searched table.
    pub(super) fn list(&self, plan: &Plan, column: usize) -> Option<char> {
        plan.scans.get(self.table).and_then(|s| s.columns.get(column)).and_then(|c| c.list)
    }

    /// The column whose members have a place in a series, or the row cannot be read.
    pub(super) const fn numbered(&self) -> Option<usize> {
        match self.by {
            JoinKey::Range { first, .. } | JoinKey::Numbers { first, .. } => Some(first),
            JoinKey::Key(_) | JoinKey::Members(_) | JoinKey::Total { .. } => None,
        }
    }
}

/// What performs a duty for one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SatisfiedBy {
    /// A column has the day.
    Dated(usize),
    /// The row itself says so.
    Holds(Test),
    /// Another table has a row for it, or all of its numbers: a position in [`Plan::joins`].
    Found(usize),
    /// Another table has no row for it, and none of its numbers.
    Missing(usize),
    /// Another table counts as much for it as the row itself says.
    Counts { join: usize, own: Amount },
    /// No other row of the table has its name ([`Scan::unique`]).
    Alone,
    /// No other row of the table has a number from its first to its last.
    Apart { first: usize, last: Option<usize> },
}

/// How many rows must be as they should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Every one.
    Every,
    /// So many, or so much of a column, of those performed in time; in each month of `monthly`, where there is one.
    AtLeast { n: u64, of: Measure, monthly: Option<usize> },
    /// Rows, or a column, added up by the day of a column: whoever asks knows how much is owed by when.
    Daily { of: Measure, day: usize },
    /// Every gap between the numbers of the rows, from a first to a last, is one that a way finds.
    Gaps { first: usize, last: Option<usize> },
}

impl Goal {
    /// True where each row that falls short is reported by itself.
    #[must_use]
    pub const fn is_of_each(&self) -> bool {
        matches!(self, Self::Every | Self::Gaps { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    Rows,
    /// The sum of a column.
    Sum(usize),
    /// Per cent of the rows.
    Percent,
}
