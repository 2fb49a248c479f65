//! What the properties of a declaration say, before each kind takes its own.

use crate::ast::{Category, Cite, ClauseKind, Date, Disposition, EntryOf, Phrase, Quoted, SlashOrder};
use ordain_base::source::{Span, Spanned};

/// Properties of all kinds, gathered before they are handed out.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) quotes: Vec<(&'static str, Quoted)>,
    pub(super) values: Vec<(&'static str, Phrase)>,
    pub(super) dates: Vec<(&'static str, Date)>,
    pub(super) order: Option<Spanned<SlashOrder>>,
    pub(super) counted: Option<Spanned<u32>>,
    pub(super) open: bool,
    /// `nunc pro tunc`, of a whole order.
    pub(super) retroactive: bool,
    pub(super) categories: Vec<Category>,
    pub(super) docket: Option<Cite>,
    pub(super) entry: Option<EntryOf>,
    pub(super) effects: Vec<Disposition>,
    pub(super) in_cases: Vec<ClauseKind>,
    pub(super) successors: Vec<(Phrase, Date)>,
    pub(super) sources: Vec<Cite>,
    /// Each property seen: its word and place.
    pub(super) seen: Vec<(&'static str, Span)>,
}

impl Gathered {
    pub(super) fn quote(&mut self, name: &str) -> Option<Quoted> {
        let at = self.quotes.iter().position(|(n, _)| *n == name)?;
        Some(self.quotes.remove(at).1)
    }

    pub(super) fn all_quotes(&mut self, name: &str) -> Vec<Quoted> {
        std::iter::from_fn(|| self.quote(name)).collect()
    }

    pub(super) fn value(&mut self, name: &str) -> Option<Phrase> {
        let at = self.values.iter().position(|(n, _)| *n == name)?;
        Some(self.values.remove(at).1)
    }

    pub(super) fn all_values(&mut self, name: &str) -> Vec<Phrase> {
        std::iter::from_fn(|| self.value(name)).collect()
    }

    pub(super) fn date(&mut self, name: &str) -> Option<Date> {
        let at = self.dates.iter().position(|(n, _)| *n == name)?;
        Some(self.dates.remove(at).1)
    }
}
