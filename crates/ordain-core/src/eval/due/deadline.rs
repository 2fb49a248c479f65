//! The last day on which performance is in time, or why there is none.

use chrono::{NaiveDate, NaiveTime};

use crate::verdict;

/// When performance is due, as far as the record tells.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::eval) enum Deadline {
    /// The last day that is in time.
    By(verdict::Due),
    /// A term that ends on a day, of which the order does not say whether it is inside.
    Until { day: NaiveDate, inclusive: bool },
    /// No date will come of itself: `no deadline`, `continuing`, `promptly`.
    Open(String),
    /// The event it runs from has no date: what is missing.
    Waiting(String),
    /// The event can no longer happen, by this order.
    Orphaned(String),
    /// It was to be done at a hearing that an order vacated.
    Lifted(String),
    /// Nobody but a person can say: why.
    Unsettled(String),
    /// A period that cannot be counted: why, and the day by which an act is in time however it is
    /// counted, where there is one.
    Uncounted { why: String, safe: Option<NaiveDate> },
}

impl Deadline {
    pub(in crate::eval) fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::By(due) => Some(due.day),
            _ => None,
        }
    }
}

/// A fixed day, as it is.
pub(in crate::eval) fn fixed(day: NaiveDate, time: Option<NaiveTime>) -> Deadline {
    Deadline::By(verdict::Due::on(day, time))
}
