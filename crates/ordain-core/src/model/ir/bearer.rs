//! Who is bound.

use super::ids::PartyId;
use super::object::Act;

#[derive(Debug, Clone, PartialEq)]
pub enum Bearer {
    One(PartyId),
    /// One act by all of them.
    Jointly(Vec<PartyId>),
    EachOf(Vec<PartyId>),
    /// Any of them may, or need, act.
    AnyOf(Vec<PartyId>),
    /// Whoever of these does the act: `any party that opposes`.
    Electing {
        parties: Vec<PartyId>,
        act: Box<Act>,
        words: String,
    },
    /// These, and through them others: `those in active concert with them`.
    WithOthers {
        parties: Vec<PartyId>,
        others: String,
    },
    /// A class in the order's own words: `any person who "asserts a claim"`.
    Class(String),
}

impl Bearer {
    /// Every party in it.
    #[must_use]
    pub fn parties(&self) -> &[PartyId] {
        match self {
            Self::One(p) => std::slice::from_ref(p),
            Self::Jointly(ps) | Self::EachOf(ps) | Self::AnyOf(ps) => ps,
            Self::Electing { parties, .. } | Self::WithOthers { parties, .. } => parties,
            Self::Class(_) => &[],
        }
    }
}
