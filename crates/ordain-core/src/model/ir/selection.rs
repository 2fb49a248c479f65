//! The rows of a table that a duty is over: `each document in CAR categories 1-5`.

use super::asked::Asked;
use super::object::Set;
use super::quantity::Least;
use super::required::Required;
use ordain_base::source::{Span, Spanned};
use ordain_tables::Rows;

/// Rows of a table, as a duty words them.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    pub rows: Rows,
    /// The categories, and their words.
    pub set: Option<Set>,
    pub asked: Option<Asked>,
    /// `each document must have …`: what any one of which a row must be like.
    pub required: Vec<Required>,
    /// `each gap between documents`: what lies between the rows, and not the rows.
    pub gaps: bool,
    /// It holds at all times, and not by a day.
    pub always: bool,
    /// `at least 80 % of the documents`: how many, where not every one.
    pub least: Option<Least>,
    /// `for each custodian`: the field by which rows are counted apart.
    pub by: Option<Spanned<String>>,
    pub span: Span,
}

impl Selection {
    /// `at least 500 documents` by itself: so many as the record shows of, by its acts or by the rows of a table.
    #[must_use]
    pub fn is_beside_facts(&self) -> bool {
        self.by.is_none() && self.least.as_ref().is_some_and(|l| !l.explicit)
    }

    /// The rows of a table, all of them.
    pub(crate) const fn of(rows: Rows, span: Span) -> Self {
        Self {
            rows,
            set: None,
            asked: None,
            required: Vec::new(),
            gaps: false,
            always: false,
            least: None,
            by: None,
            span,
        }
    }
}
