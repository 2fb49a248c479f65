//! Silence counts against a party only where the record says it is complete.

use chrono::NaiveDate;

use crate::verdict::{Place, Reason};

/// What the record's silence on an act means.
pub(in crate::eval) enum Silence {
    /// The record is complete for it through a day: nothing was done by then.
    Speaks { reason: Reason, through: NaiveDate },
    /// It is not: why, and the line that would settle it.
    Mute { why: String, remedy: String, place: Option<Place> },
}
