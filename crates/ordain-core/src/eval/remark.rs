//! What an evaluation notices about due times, for a lint to say.

use chrono::NaiveDate;

use crate::model::{ParagraphId, ThingId};
use crate::verdict::Due;
use ordain_base::source::Span;
use ordain_time::{Notice, Service};

/// What an evaluation notices about due times, for a lint to say.
#[derive(Debug, Clone, PartialEq)]
pub enum Remark {
    /// A date stated beside a period that ends on another day.
    StatedDiffers { stated: NaiveDate, counted: Due },
    /// The paper that starts the period was served in a way that could add days, and the order does not say `after service`.
    ServiceNotOrdered { way: Service, fact: usize },
    /// The event can no longer happen: the words that say so, and what became of it.
    Orphaned { event: String, by: Span, how: &'static str },
    /// A duty that recurs more often than its instances are decided one by one; `last` is the last that is.
    TooMany { most: u32, last: NaiveDate },
    /// A duty that hangs on another, and that on a third, further than is followed.
    TooDeep { most: usize },
    /// A day that had passed was moved by these words, which do not say `nunc pro tunc`.
    ExtendedLate { by: Span, was: NaiveDate, days: i64 },
    /// An act of an order that changes nothing: why.
    Idle { by: Span, why: &'static str },
    /// `extends` to an earlier day, `advances` to a later one.
    MovedBackwards { by: Span, was: NaiveDate, to: NaiveDate },
    /// A date stated beside a period that cannot be counted, so that nothing holds one against the other.
    NotCounted { stated: NaiveDate, why: String },
    /// An order moves it from a day on which it does not fall due.
    MovedFromAnother { by: Span, said: NaiveDate, was: NaiveDate },
    /// The event is on the day of a deadline that an order moved: the duty, the words that moved it, and its days.
    EventOfMovedDeadline { event: ThingId, duty: ParagraphId, by: (String, Span), days: [NaiveDate; 2] },
    /// What the counting rules want said beside the date.
    Notice(Notice),
}
