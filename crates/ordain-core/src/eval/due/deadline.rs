//! The last day on which performance is in time, or why there is none.

use chrono::{NaiveDate, NaiveTime};

use crate::verdict;

/// When performance is due, as far as the record shows.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::eval) enum Deadline {
    /// The last day that is in time.
    By(verdict::Due),
    /// A term that ends on a day; the order does not say whether that day is included.
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
    /// What the record leaves open decides which: every possible day counts.
    Either(Box<TwoDeadlines>),
}

/// The earliest and the latest that a due time can be, by what the record leaves open.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::eval) struct TwoDeadlines {
    pub(in crate::eval) first: Deadline,
    pub(in crate::eval) last: Deadline,
    /// What is open, as a sentence has it.
    pub(in crate::eval) why: String,
    /// The words of the record that leave it open.
    pub(in crate::eval) places: Vec<verdict::Place>,
}

impl Deadline {
    /// One of two, and the same where both are one.
    pub(in crate::eval) fn either(first: Self, last: Self, why: String, places: Vec<verdict::Place>) -> Self {
        if first == last { last } else { Self::Either(Box::new(TwoDeadlines { first, last, why, places })) }
    }

    /// The first and the last day that it can be; `None` where one of them has no day.
    pub(in crate::eval) fn due_days(&self) -> Option<(verdict::Due, verdict::Due)> {
        match self {
            Self::By(due) => Some(match &due.doubt {
                None => (due.clone(), due.clone()),
                Some(doubt) => {
                    let on = |limit: verdict::Limit| verdict::Due::on(limit.day, limit.time);
                    (on(doubt.first), on(doubt.last))
                }
            }),
            Self::Either(two) => Some((two.first.due_days()?.0, two.last.due_days()?.1)),
            _ => None,
        }
    }

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
