//! Words of an order that belong together, wherever they are: a sentence, or a list's opening words and one of its items.

use std::ops::Range;

use ordain_text::dates::Date;
use ordain_text::reading::Reading;
use ordain_text::token::{Kind, Token};

/// Some words of a text, in reading order.
#[derive(Clone)]
pub(super) struct Phrase<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    tokens: Vec<usize>,
}

impl<'r, 't> Phrase<'r, 't> {
    pub(super) fn new(reading: &'r Reading<'t>, tokens: impl IntoIterator<Item = usize>) -> Self {
        Self { reading, tokens: tokens.into_iter().collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    pub(super) fn ids(&self) -> &[usize] {
        &self.tokens
    }

    pub(super) fn token(&self, at: usize) -> Option<&Token<'t>> {
        self.reading.tokens.get(*self.tokens.get(at)?)
    }

    /// The word at `at` in lower case; empty past the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |i| self.reading.word(*i))
    }

    pub(super) fn last(&self) -> &str {
        self.len().checked_sub(1).map_or("", |i| self.word(i))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Number)
    }

    /// `the May report`: the month, and not the verb.
    pub(super) fn is_month_of_may(&self, at: usize) -> bool {
        let shouted = self.text(at..at + 1).chars().all(|c| !c.is_lowercase());
        self.date(at).is_some()
            || at > 0 && self.capital(at) && !shouted && !(self.is_word(at + 1) && self.capital(at + 1))
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.capital)
    }

    /// True outside quotation marks and brackets.
    pub(super) fn top(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.depth == 0 && !t.quoted && !matches!(&*t.word, "(" | ")" | "[" | "]"))
    }

    /// True where these words stand at `at`.
    pub(super) fn at(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, w)| self.word(at + i) == *w)
    }

    pub(super) fn has(&self, words: &[&str]) -> bool {
        (0..self.len()).any(|i| words.contains(&self.word(i)))
    }

    /// Where one of the words first stands outside quotation marks and brackets, from `from` on.
    pub(super) fn find(&self, from: usize, words: &[&str]) -> Option<usize> {
        (from..self.len()).find(|i| self.top(*i) && words.contains(&self.word(*i)))
    }

    pub(super) fn slice(&self, range: Range<usize>) -> Self {
        let end = range.end.min(self.len());
        let tokens = self.tokens.get(range.start.min(end)..end).unwrap_or(&[]).to_vec();
        Self { reading: self.reading, tokens }
    }

    /// These words and those.
    pub(super) fn and(&self, more: &Self) -> Self {
        Self { reading: self.reading, tokens: self.tokens.iter().chain(&more.tokens).copied().collect() }
    }

    /// The words of a range on one line, as they are written.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        let mut out = String::new();
        let mut before: Option<usize> = None;
        let mut cut = false;
        for id in self.tokens.get(range).unwrap_or(&[]) {
            let Some(token) = self.reading.tokens.get(*id) else { continue };
            let follows = before.is_some_and(|b| b + 1 == *id);
            // A comma stands at the word before it, whatever was taken out between.
            let mark = !follows && matches!(&*token.word, "," | ";" | ".");
            if before.is_some() && (!follows || token.gap) && !(cut && token.opens_line) && !mark {
                out.push(' ');
            }
            out.push_str(&self.reading.written(token));
            cut = token.word == "-" && !token.gap;
            before = Some(*id);
        }
        out
    }

    pub(super) fn all(&self) -> String {
        self.text(0..self.len())
    }

    /// The date that begins at `at`, with the number of its words.
    pub(super) fn date(&self, at: usize) -> Option<(&'r Date, usize)> {
        let id = *self.tokens.get(at)?;
        let i = self.reading.dates.partition_point(|d| d.start < id);
        let date = self.reading.dates.get(i).filter(|d| d.start == id)?;
        let len = date.end.saturating_sub(date.start);
        // All of its words are in the phrase.
        (self.tokens.get(at + len - 1) == Some(&(date.end - 1))).then_some((date, len))
    }

    /// The dates in it, each with its place.
    pub(super) fn dates(&self) -> Vec<(usize, &'r Date)> {
        (0..self.len()).filter_map(|i| Some((i, self.date(i)?.0))).collect()
    }

    /// The byte at which it begins in the text.
    pub(super) fn byte(&self) -> usize {
        self.tokens.first().and_then(|i| self.reading.tokens.get(*i)).map_or(0, |t| t.start)
    }
}

/// In quotation marks that its own marks leave readable.
pub(super) fn in_quotation_marks(text: &str) -> String {
    if text.contains('"') { format!("“{}”", text.replace(['“', '”'], "\"")) } else { format!("\"{text}\"") }
}
