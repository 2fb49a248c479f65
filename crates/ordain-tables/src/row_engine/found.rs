//! What a run finds: counts, rows that are not as they should be, rows that
//! cannot be read, names that come twice. In the order of the files.

use std::io;

use super::date::Day;
use super::finding::Finding;
use super::findings::Findings;
use super::flaw::{Flaw, FlawKind};
use super::layout::Chunks;
use super::plan::Plan;
use super::position::RowPosition;
use super::value::Unproved;

/// Everything a run finds.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// In the order of [`Plan::scans`](super::Plan::scans).
    pub tables: Vec<TableFound>,
    /// For each check, its groups in the order of their labels.
    pub groups: Vec<Vec<Group>>,
    /// Of each table, in the order of [`Plan::scans`](super::Plan::scans).
    pub findings: Vec<Findings>,
    /// By join of the plan: rows that it takes, and whose numbers cannot be taken apart. What is not
    /// found may be one of them.
    pub unplaced: Vec<u64>,
    /// By join of the plan: rows that it takes, and that have no day where others have one. What is not found, or
    /// found late, may be done by one of them.
    pub undated: Vec<u64>,
}

impl Found {
    /// Hands on every finding: check after check, each in the order of the rows.
    ///
    /// # Errors
    /// What the system says of a temporary file, where memory did not hold them.
    pub fn each_finding(&self, plan: &Plan, mut take: impl FnMut(&Finding)) -> io::Result<()> {
        for (number, check) in (0..).zip(&plan.checks) {
            if let Some(findings) = self.findings.get(check.table) {
                findings.of_check(number, &mut take)?;
            }
        }
        Ok(())
    }
}

/// What a table turned out to be.
#[derive(Debug, Clone, Default)]
pub struct TableFound {
    /// Every row is counted once: used by some check or join, of use to none, or not readable.
    pub used: u64,
    pub unused: u64,
    pub unreadable: u64,
    /// How each column is written, in the order of the scan's.
    pub columns: Vec<Column>,
    /// The first of the rows that cannot be read, in the order of the rows; how
    /// many there are of each kind is in `flawed`.
    pub flaws: Vec<Flaw>,
    /// By column and kind, how many.
    pub flawed: Vec<(Option<usize>, FlawKind, u64)>,
    pub repeats: Vec<Repeat>,
    /// SHA-256 of each file, in lower-case hex.
    pub hashes: Vec<String>,
    pub chunks: Chunks,
}

/// How a column is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// `year-month-day`, `true or false`; empty where there is only one way.
    pub written: String,
    /// Why nothing in it can be read, where the column leaves the order of its dates open.
    pub unproved: Option<Unproved>,
    /// How many of its values are dates with the year last: only month first, only day first, either.
    pub figures: (u64, u64, u64),
}

/// The rows of one check that share a label.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Empty where the check does not count rows apart.
    pub label: String,
    /// Rows of which not even the label could be read.
    pub is_unread: bool,
    pub tally: Tally,
    /// Of [`Goal::AtLeast`](super::Goal::AtLeast): by month (`year * 12 + month - 1`; 0 where not by month).
    pub measured: Vec<(u32, Measured)>,
}

/// How many rows are how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub in_time: u64,
    pub late: u64,
    pub missing: u64,
    /// Rows that could not be read, as far as their label could.
    pub unreadable: u64,
    /// Rows of a name that has several, which mismatch.
    pub contradicted: u64,
    /// Rows that say again what another said.
    pub repeated: u64,
    /// Rows that do not say what would decide it.
    pub unclear: u64,
    /// The latest day of those that are late.
    pub latest: Day,
}

impl Tally {
    /// Threads may take back what another counted, so a part may be below nothing; the whole never does.
    pub fn add(&mut self, other: &Self) {
        for (own, more) in self.counts().into_iter().zip(other.values()) {
            *own = own.wrapping_add(more);
        }
        self.latest = self.latest.max(other.latest);
    }

    fn counts(&mut self) -> [&mut u64; 7] {
        let Self { in_time, late, missing, unreadable, contradicted, repeated, unclear, .. } = self;
        [in_time, late, missing, unreadable, contradicted, repeated, unclear]
    }

    const fn values(&self) -> [u64; 7] {
        let Self { in_time, late, missing, unreadable, contradicted, repeated, unclear, .. } = *self;
        [in_time, late, missing, unreadable, contradicted, repeated, unclear]
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.values() == [0; 7]
    }

    /// All rows of it.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.values().into_iter().fold(0, u64::wrapping_add)
    }
}

/// What a quantity comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measured {
    pub rows: u64,
    /// Those performed in time.
    pub done: u64,
    /// The sum of the column over those.
    pub sum: u64,
}

/// What becomes of a row that shares its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DuplicateKind {
    /// It says again what another said.
    Repeated,
    Contradicted,
}

/// A name that several rows have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    pub name: String,
    /// In the order of the file; the first few.
    pub positions: Vec<RowPosition>,
    pub rows: u64,
    /// The column in which they mismatch, with the values of the first two that do; none where they say the same.
    pub mismatch: Option<(usize, String, String)>,
}
