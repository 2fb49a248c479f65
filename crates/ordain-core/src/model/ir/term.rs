//! What a duty asks beside its act, that the record of an act seldom shows: `containing “…”`, `in searchable PDF`.

use super::object::Relation;

/// One such term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As it is shown: `about “the lease”`.
    pub words: String,
    /// What an act that keeps the term says of its thing: `about "the lease"`. Empty where no act can say it.
    pub said_as: Vec<Relation>,
    /// It says in what manner, and is a quotation only.
    pub is_manner: bool,
}

impl Term {
    /// A term that no act repeats.
    #[must_use]
    pub const fn shown(words: String) -> Self {
        Self { words, said_as: Vec::new(), is_manner: false }
    }
}
