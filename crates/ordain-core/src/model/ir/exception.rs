//! What a prohibition leaves free: `except to Plaintiffs`, `except as ¶ 2 permits`.

use super::ids::{ParagraphId, PartyId};
use super::object::{Objects, Set};
use ordain_base::source::Span;

#[derive(Debug, Clone, PartialEq)]
pub struct Exception {
    pub kind: ExceptionKind,
    /// The exception as the order words it.
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ExceptionKind {
    /// Acts upon these things.
    Things(Objects),
    /// Categories that the prohibition does not cover.
    Set(Set),
    /// Acts addressed to none but these.
    To(Vec<PartyId>),
    /// What another paragraph permits or requires.
    Paragraphs(Vec<ParagraphId>),
    /// The order's own words: for a person.
    Words(String),
}
