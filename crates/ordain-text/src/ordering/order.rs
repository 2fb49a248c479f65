//! An order as it is searched for what it orders: its text, and the names of those whom it may bind.

use std::collections::HashSet;
use std::ops::Deref;

use crate::reading::Reading;

/// A reading, with the words of the names that a rule file declares.
pub(super) struct Order<'r, 't> {
    reading: &'r Reading<'t>,
    names: HashSet<String>,
}

impl<'r, 't> Order<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, names: &[&str]) -> Self {
        let words = names.iter().flat_map(|n| n.split(|c: char| !c.is_alphanumeric()));
        let names = words.filter(|w| w.len() > 2).map(str::to_lowercase).filter(|w| !is_small_word(w)).collect();
        Self { reading, names }
    }

    /// True where the word at `at` is of the name of a party.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let capital = self.reading.tokens.get(at).is_some_and(|t| t.capital);
        capital && self.names.contains(self.reading.word(at).trim_end_matches("'s"))
    }
}

impl<'t> Deref for Order<'_, 't> {
    type Target = Reading<'t>;

    fn deref(&self) -> &Reading<'t> {
        self.reading
    }
}

/// Words of names that say nothing by themselves.
fn is_small_word(word: &str) -> bool {
    matches!(word, "the" | "and" | "for" | "inc" | "llc" | "corp" | "ltd" | "company" | "court")
}
