//! How the facts of the record were used.

use ordain_base::source::Span;

/// How many facts the run used, left aside, or found dated after `as_of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FactCounts {
    /// Facts that a verdict rests on.
    pub used: usize,
    /// Facts that no verdict rests on.
    pub unused: usize,
    /// Facts of days after the day asked about.
    pub after_as_of: usize,
}

/// A fact that no verdict rests on and no finding shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnusedFact {
    /// As `ordain why` and `--without` have it.
    pub id: String,
    /// The words of the fact.
    pub span: Span,
}
