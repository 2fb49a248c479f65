//! How much at most: `not exceeding 12 pages, inclusive of exhibits`, `not exceeding $500,000`.

use super::deliverables::Deliverable;
use ordain_base::money::Amount;
use ordain_base::words::plural;

/// A limit that an order sets on what is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    pub most: Most,
    /// What the order says of how it is counted.
    pub counted: Counted,
    /// The limit as the order words it.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Most {
    /// `12 pages`, `25 interrogatories`.
    Count(u64, Deliverable),
    Money(Amount),
}

/// What counts toward a limit, as far as the order says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// The order says nothing more.
    Unsaid,
    /// `inclusive of exhibits`: the thing itself counts all the same.
    More,
    /// `exclusive of exhibits`: some of it does not count.
    Less,
    /// `each`: every one by itself.
    Each,
    /// `in total`: all of them together.
    Total,
}

impl Most {
    /// `12 pages`, `$500,000`.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Count(n, of) => plural(i64::try_from(n).unwrap_or(i64::MAX), of.name()),
            Self::Money(amount) => amount.to_string(),
        }
    }
}
