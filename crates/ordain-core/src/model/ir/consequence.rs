//! What an order says follows on a breach.

use super::anchor::Anchor;
use super::bearer::Bearer;
use super::object::Act;
use ordain_base::money::Amount;
use ordain_base::source::Span;
use ordain_syntax::ast::{Length, Per};

/// One `on breach` clause, resolved.
#[derive(Debug, Clone, PartialEq)]
pub struct Consequence {
    /// As a sentence has it: `Defendants must pay $500 for each day until met`.
    pub words: String,
    pub kind: Kind,
    /// Unless the breach is cured within so long after an event.
    pub cure: Option<Within>,
    /// Until it is purged: the order's words for how.
    pub purge: Option<String>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Somebody may: listed, and never triggered.
    Power,
    /// It follows of itself, as the order says; that it did is for the record to say.
    Automatic,
    /// Somebody must.
    Duty(Box<Duty>),
}

/// What somebody must do because of the breach.
#[derive(Debug, Clone, PartialEq)]
pub struct Duty {
    pub bearer: Bearer,
    pub bearer_words: String,
    /// `pay $500`.
    pub act_words: String,
    pub act: Act,
    pub penalty: Option<Penalty>,
    /// By when: `within 14 days after the breach`.
    pub within: Option<Within>,
}

/// A sum of money, and how it grows.
#[derive(Debug, Clone, PartialEq)]
pub struct Penalty {
    pub amount: Amount,
    /// `None`: once.
    pub per: Option<Per>,
    pub doubling: Option<Length>,
    pub cap: Option<Amount>,
}

/// `within 10 days after notice`.
#[derive(Debug, Clone, PartialEq)]
pub struct Within {
    pub length: Length,
    pub from: From,
    pub words: String,
}

/// From when such a period runs.
#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// The day that was missed, never the day on which somebody noticed.
    Breach,
    /// The first notice given to the bearer after it.
    Notice,
    Event(Anchor),
}
