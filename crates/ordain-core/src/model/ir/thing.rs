//! Named papers, events, hearings and motions.

use chrono::{NaiveDate, NaiveTime};

use super::ids::{ParagraphId, PartyId};
use ordain_base::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThingKind {
    Document,
    Event,
    Hearing,
    Motion,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    pub kind: ThingKind,
    pub name: String,
    pub title: Option<String>,
    pub docket: Option<String>,
    /// Whose paper it is.
    pub by: Vec<PartyId>,
    /// Other wordings for it, folded and lower-case: its title and what it `includes`.
    pub wordings: Vec<String>,
    /// When it was filed, or is set for, or happened.
    pub date: Option<NaiveDate>,
    /// Its day is that on which this duty falls due.
    pub deadline_of: Option<ParagraphId>,
    /// The day that the declaration itself gives.
    pub stated: Option<NaiveDate>,
    /// The day as the paper has it, where it slipped.
    pub slip: Option<(String, Span)>,
    pub time: Option<NaiveTime>,
    pub span: Span,
}
