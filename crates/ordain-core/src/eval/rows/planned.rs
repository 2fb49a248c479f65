//! What the duties of a matter ask of its tables, and what was found there.

use std::collections::BTreeMap;

use crate::model::{Asked, Quantity};
use crate::verdict::Place;
use ordain_base::source::{Span, Spanned};
use ordain_tables::row_engine::{Found, Plan};

/// What the duties of a matter ask of its tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub plan: Plan,
    /// By the words of the obligation.
    pub duties: BTreeMap<Span, Duty>,
    /// Obligations that ask for what the tables do not have: why, and what would settle it.
    pub open: BTreeMap<Span, (String, String)>,
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
}

/// The fields that a requirement looks at.
pub(in crate::eval) fn fields_of(asked: &Asked) -> Vec<String> {
    fn amount(q: &Quantity, out: &mut Vec<String>) {
        match q {
            Quantity::Field(f) => out.push(f.value.clone()),
            Quantity::Family => out.extend(["begin attachment".to_owned(), "end attachment".to_owned()]),
            Quantity::Sum(list) => list.iter().for_each(|q| amount(q, out)),
            Quantity::Range | Quantity::Fixed(_) | Quantity::Count { .. } => {}
        }
    }
    fn walk(asked: &Asked, out: &mut Vec<String>) {
        match asked {
            Asked::Done(f) | Asked::Has(f) | Asked::Is { field: f, .. } => out.push(f.value.clone()),
            Asked::Days { field, .. } | Asked::Numbers { field, .. } => out.push(field.value.clone()),
            Asked::Equal { left, right } => {
                amount(left, out);
                amount(right, out);
            }
            Asked::InFamily => amount(&Quantity::Family, out),
            Asked::All(list) | Asked::Any(list) => list.iter().for_each(|a| walk(a, out)),
            Asked::Not(inner) => walk(inner, out),
        }
    }
    let mut out = Vec::new();
    walk(asked, &mut out);
    out
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
