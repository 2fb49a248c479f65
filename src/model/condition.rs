//! What switches a duty on or off.

use super::phrase::text_of;
use crate::source::Span;
use crate::syntax::ast::{ClauseKind, ConditionWord};

/// A condition as the order words it. Whether it holds is for a person until
/// the record says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// `if`, `when`, `to the extent`, `unless`.
    pub word: &'static str,
    pub text: String,
    pub span: Span,
}

impl Condition {
    /// The condition a clause states, if it states one.
    #[must_use]
    pub fn of(clause: &ClauseKind, span: Span) -> Option<Self> {
        let (word, phrase) = match clause {
            ClauseKind::Condition { word, phrase } => (
                match word {
                    ConditionWord::If => "if",
                    ConditionWord::When => "when",
                    ConditionWord::ToTheExtent => "to the extent",
                },
                phrase,
            ),
            ClauseKind::Unless(phrase) => ("unless", phrase),
            _ => return None,
        };
        Some(Self { word, text: text_of(phrase), span })
    }
}
