//! What the duties of a matter ask of its tables, and what was found there.

use std::collections::BTreeMap;

use crate::model::ObligationId;
use crate::verdict::Place;
use ordain_base::source::Spanned;
use ordain_tables::row_engine::{Found, Plan};

/// What the duties of a matter ask of its tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub plan: Plan,
    pub duties: BTreeMap<ObligationId, Duty>,
    /// Obligations that ask for what the tables do not have: why, and what would settle it.
    pub open: BTreeMap<ObligationId, (String, String)>,
    /// Fields that a table has no column for.
    pub unknown: Vec<Unknown>,
    /// The table of the ledger that each scan reads.
    pub tables: Vec<usize>,
}

/// One obligation in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub check: usize,
    /// Tables of the ledger in which performance would stand.
    pub performed_in: Vec<usize>,
    /// Scans whose rows bear on it.
    pub scans: Vec<usize>,
    /// It says what rows must be like: what a row shows is no silence, and is so at once.
    pub stated: bool,
    /// What would show that a gap is explained is in no table: why, and what would settle it.
    pub open: Option<(String, String)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    pub field: Spanned<String>,
    pub table: usize,
}

/// What was found of a plan, with the words of the rows that are shown.
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    pub planned: &'a Planned,
    /// Nothing where the tables could not be read.
    pub found: Option<&'a Found>,
    /// By check and group, the worst first.
    pub places: &'a BTreeMap<(usize, usize), Vec<Place>>,
}
