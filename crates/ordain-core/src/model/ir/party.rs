//! The parties of a matter and the sides they are on.

use chrono::NaiveDate;

use super::ids::PartyId;
use ordain_base::source::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    Party,
    NonParty,
    Role,
    /// One through whom a side acts.
    Member,
    Court,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub kind: PartyKind,
    /// The side it is a member of.
    pub side: Option<PartyId>,
    pub members: Vec<PartyId>,
    /// Of a successor, the day from which it is in the place of its side.
    pub from: Option<NaiveDate>,
    pub span: Span,
}
