//! The text of one order, read and folded to words that can be compared.

use std::collections::HashMap;
use std::ops::Range;

use ordain_base::source::Span;
use ordain_text::reading::Reading;

use super::pages::{Page, Pages};
use super::seeds::Seeds;
use super::words::{Word, fold_tokens};

/// Words of an order's text that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The place of its words; where a page ends in the middle, of those before it.
    pub span: Span,
    /// Positions of its words in the folded text.
    pub words: Range<usize>,
    /// The pages on which it begins and ends; none where nothing separates the pages.
    pub pages: Option<(Page, Page)>,
}

/// Texts of orders that are longer than this are refused: some 4,000 pages.
pub const LIMIT: usize = 8 * 1024 * 1024;

/// The text of one order, read and ready to be searched.
pub struct OrderText<'t> {
    pub(super) reading: Reading<'t>,
    pub(super) base: u32,
    pub(super) words: Vec<Word>,
    /// The number of each folded word, in the order in which they come.
    pub(super) ids: HashMap<String, u32>,
    /// For each folded word, its letters.
    letters: Vec<String>,
    pub(super) pages: Pages,
    pub(super) seeds: Seeds,
}

impl<'t> OrderText<'t> {
    /// `base` is where the text begins in the global offset space.
    #[must_use]
    pub fn new(text: &'t str, base: u32) -> Self {
        let reading = Reading::new(text, base);
        let mut ids = HashMap::new();
        let mut letters = Vec::new();
        let words = fold_tokens(text, &reading.tokens, |word| {
            if let Some(&id) = ids.get(word) {
                return id;
            }
            let id = u32::try_from(letters.len()).unwrap_or(u32::MAX);
            ids.insert(word.to_owned(), id);
            letters.push(word.to_owned());
            id
        });
        let seeds = Seeds::new(&words);
        Self { pages: Pages::new(text), reading, base, words, ids, letters, seeds }
    }

    /// How its pages are separated.
    #[must_use]
    pub const fn pages(&self) -> &Pages {
        &self.pages
    }

    /// The passage that some words are.
    pub(super) fn passage(&self, words: Range<usize>) -> Passage {
        let inside = self.words.get(words.clone()).unwrap_or(&[]);
        let ends = inside.first().zip(inside.last());
        let page = |at: u32| self.pages.at(at as usize);
        let pages = ends.and_then(|(a, b)| page(a.start).zip(page(b.start)));
        Passage { span: self.span(words.clone()), words, pages }
    }

    /// The place of some words; where a page or a footnote is between them,
    /// of those before it. Of none, the place between their neighbours.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let range = if words.is_empty() {
            words.start.saturating_sub(1)..(words.start + 1).min(self.words.len())
        } else {
            words
        };
        let inside = self.words.get(range).unwrap_or(&[]);
        let Some(first) = inside.first() else { return Span::new(self.base, self.base) };
        let mut end = first.end;
        for word in inside {
            let page = self.pages.break_between(end as usize, word.start as usize);
            if word.start < first.start || page.is_some() || word.start > end + 400 {
                break;
            }
            end = word.end;
        }
        Span::new(self.base + first.start, self.base + end)
    }

    pub(super) fn letters(&self, word: &Word) -> &str {
        self.letters.get(word.id as usize).map_or("", String::as_str)
    }
}
