//! An order's own words: its pages, where a quotation stands in it, and which
//! of its sentences order something.
//!
//! Text is compared word by word after folding: case, kinds of quotation marks
//! and dashes, ligatures, marks of emphasis, hyphens, page furniture and the
//! numbers of footnotes make no difference; a word more or less does. Every
//! folded word knows its bytes.

mod align;
mod cited;
mod cover;
mod figures;
mod find;
mod hunk;
mod ordering;
mod pages;
mod quotation;
mod quotations;
mod words;

pub use cited::cited;
pub use cover::{Covered, Sentence, cover};
pub use figures::{Day, Length, days, lengths};
pub use find::{Found, Near, Passage};
pub use hunk::{Hunk, Kind};
pub use ordering::Sort;
pub use pages::{Page, Pages};
pub use quotations::{Quotation, quotations};

use std::collections::HashMap;

use ordain_text::Reading;
use words::Word;

/// Texts of orders that are longer than this are refused: some 4,000 pages.
pub const LIMIT: usize = 8 * 1024 * 1024;

/// The text of one order, read and ready to be searched.
pub struct OrderText<'t> {
    reading: Reading<'t>,
    base: u32,
    words: Vec<Word>,
    /// The number of each folded word, in the order in which they come.
    ids: HashMap<String, u32>,
    /// For each folded word, its letters.
    letters: Vec<String>,
    pages: Pages,
    seeds: find::Seeds,
}

impl<'t> OrderText<'t> {
    /// `base` is where the text begins in the global offset space.
    #[must_use]
    pub fn new(text: &'t str, base: u32) -> Self {
        let reading = Reading::new(text, base);
        let mut ids = HashMap::new();
        let mut letters = Vec::new();
        let words = words::fold(text, &reading.tokens, |word| {
            if let Some(&id) = ids.get(word) {
                return id;
            }
            let id = u32::try_from(letters.len()).unwrap_or(u32::MAX);
            ids.insert(word.to_owned(), id);
            letters.push(word.to_owned());
            id
        });
        let seeds = find::Seeds::new(&words);
        Self { pages: Pages::new(text), reading, base, words, ids, letters, seeds }
    }

    /// How its pages are told apart.
    #[must_use]
    pub const fn pages(&self) -> &Pages {
        &self.pages
    }
}
