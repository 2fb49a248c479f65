//! What is asked: on which day, by what was known when, and whose account is taken.

use chrono::NaiveDate;

use crate::model::PartyId;

/// Whose account is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Court,
    Party(PartyId),
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The evaluation is within this day: all that is dated on it has happened.
    pub as_of: NaiveDate,
    /// The day to which the record and the docket are read.
    pub known_on: NaiveDate,
    pub side: Side,
}
