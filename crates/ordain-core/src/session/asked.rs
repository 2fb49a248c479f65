//! What a run is asked: on which day, as known when, in whose view.

use chrono::{DateTime, NaiveDate, Utc};

use crate::report::View;

/// The day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// A day that was named.
    On(NaiveDate),
    /// None was given: the day it is now in the court's zone.
    Today(DateTime<Utc>),
}

/// Whose account of the facts is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Views {
    /// One view.
    One(View),
    /// The Court's first, then each party's in the order of declaration.
    All,
}

/// What a run is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The day to decide for.
    pub as_of: AsOf,
    /// The day to which the record and the docket are read; `as_of` unless given.
    pub known_on: Option<NaiveDate>,
    /// Whose account is taken.
    pub views: Views,
}
