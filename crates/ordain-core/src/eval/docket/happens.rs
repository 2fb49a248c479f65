//! Whether and when an event happens.

use chrono::NaiveDate;

use crate::facts::Bounds;
use ordain_base::source::Span;

/// Whether and when an event happens.
#[derive(Debug, Clone)]
pub(in crate::eval) enum Happens {
    On(Bounds),
    /// Only a disputed statement speaks of it, and no finding settles that.
    Perhaps(Bounds),
    NotYet,
    /// It cannot come any more.
    Never(Gone),
}

/// Why an event will not come, and the words that say so.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Gone {
    /// `Status was vacated by Second ¶ 2`.
    pub(in crate::eval) text: String,
    pub(in crate::eval) span: Span,
    /// Since when that is so.
    pub(in crate::eval) day: Option<NaiveDate>,
    /// `vacated`, `denied`, `withdrawn`.
    pub(in crate::eval) how: &'static str,
    /// It was recalled, and may come again.
    pub(in crate::eval) recalls: bool,
}
