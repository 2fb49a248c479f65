//! The events on which due times hang: `entry of this order`, `the ruling on MTC1`.

use chrono::NaiveDate;

use super::bearer::Bearer;
use super::ids::{OrderId, ParagraphId, ThingId};
use super::object::{Act, Objects};

/// An event that a date hangs on.
#[derive(Debug, Clone, PartialEq)]
pub enum Anchor {
    Day(NaiveDate),
    /// The entry, signature, service or filing of an order.
    Order(OrderId, OrderDay),
    /// A hearing, an event, a paper.
    Thing(ThingId),
    /// `the end of ¶ 1`, `¶ 1 is due`: the day by which that duty must be performed.
    Paragraph(ParagraphId),
    /// `¶ 1 is performed`, `the opening brief is filed` where ¶ 1 orders it: the day on which that duty was performed.
    Performed(ParagraphId),
    /// `service of the opposition`: an act of the record, by whoever does it.
    Act(Box<Act>),
    /// `service of the opposition by Acme`: an act of the record by these parties.
    ActBy(Box<Act>, Bearer),
    /// `the ruling or the trial`: the first of several events; where `later`, the last: `service of A and B`.
    Several {
        later: bool,
        arms: Vec<Anchor>,
    },
    /// `the ruling on MTC1`: the day on which the Court disposed of a motion; where `granted` says so, in that way only.
    Ruling {
        motion: ThingId,
        granted: Option<bool>,
    },
    /// `the opening brief is due`: replaced by the paragraph that orders it as soon as all are read.
    Owed(Box<Objects>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderDay {
    Entered,
    Signed,
    Served,
    Filed,
}
