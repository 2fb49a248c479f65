//! What is asked of a row: `withheld`, `pages is equal to its Bates range`.

use chrono::NaiveDate;

use super::quantity::Quantity;
use ordain_base::source::Spanned;

/// What is asked of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// `withheld`, `produced`: of a yes-or-no field that it is so, of a day that there is one.
    Done(Spanned<String>),
    /// One of these values.
    Is {
        field: Spanned<String>,
        values: Vec<String>,
    },
    /// There is a value.
    Has(Spanned<String>),
    /// Within these days, both inside.
    Days {
        field: Spanned<String>,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    },
    /// Within these numbers, both inside.
    Numbers {
        field: Spanned<String>,
        from: Option<i64>,
        to: Option<i64>,
    },
    /// As much as the row says in another way: `pages is equal to its Bates range`.
    Equal {
        left: Quantity,
        right: Quantity,
    },
    /// `a Bates range inside its family range`.
    InFamily,
    All(Vec<Asked>),
    Any(Vec<Asked>),
    Not(Box<Asked>),
}
