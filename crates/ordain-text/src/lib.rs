//! A small reading of a paper's text: words, sentences, paragraphs, dates. Read
//! once, in one pass after another, each linear in the length of the text.

#![forbid(unsafe_code)]

pub mod dates;
mod layout;
pub mod leads;
mod lines;
pub mod numbers;
pub mod proofread;
mod sentences;
pub mod terms;
pub mod token;

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;

use dates::Date;
use ordain_base::source::Span;
use token::Token;

/// A text, read.
pub struct Reading<'t> {
    pub text: &'t str,
    base: u32,
    pub tokens: Vec<Token<'t>>,
    pub sentences: Vec<Range<usize>>,
    pub dates: Vec<Date>,
    /// The days on which each order of the text says that it was made, with their dates.
    own: Vec<Vec<usize>>,
    /// The latest of those.
    made: Vec<Option<usize>>,
    /// The first date of each sentence, or after it.
    first_date: Vec<usize>,
    /// Every day that an order names.
    told: HashSet<(u32, NaiveDate)>,
}

impl<'t> Reading<'t> {
    pub fn new(text: &'t str, base: u32) -> Self {
        let mut tokens = layout::tokens(text);
        let sentences = sentences::mark(&mut tokens);
        let mut reading = Self {
            text,
            base,
            tokens,
            sentences,
            dates: Vec::new(),
            own: Vec::new(),
            made: Vec::new(),
            first_date: Vec::new(),
            told: HashSet::new(),
        };
        reading.dates = dates::find(&reading);
        reading.own = leads::own_dates(&reading);
        let latest = |ids: &Vec<usize>| ids.iter().copied().max_by_key(|i| reading.dates.get(*i).and_then(|d| d.day));
        reading.made = reading.own.iter().map(latest).collect();
        reading.told = reading.dates.iter().filter_map(|d| Some((reading.unit(d.start), d.day?))).collect();
        reading.first_date =
            reading.sentences.iter().map(|s| reading.dates.partition_point(|d| d.start < s.start)).collect();
        reading
    }

    /// The word at `at`, in lower case; empty past the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| &t.word)
    }

    /// The word `n` before `at`.
    pub fn word_before(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |i| self.word(i))
    }

    /// True where these words stand at `at`.
    pub fn at(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, w)| self.word(at + i) == *w)
    }

    /// True where these words stand right before `at`.
    pub fn before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(words.len()).is_some_and(|from| self.at(from, words))
    }

    /// The place of the tokens from `from` up to `to`. Where a page break or a
    /// footnote stands between them, the place of those before it.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let Some(first) = self.tokens.get(from) else { return Span::new(self.base, self.base) };
        let mut end = first.end;
        for token in self.tokens.get(from..to).unwrap_or(&[]) {
            if token.start < first.start || token.start > end + 200 {
                break;
            }
            end = token.end;
        }
        let global = |n: usize| self.base.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
        Span::new(global(first.start), global(end))
    }

    /// The words from `from` up to `to`, on one line.
    pub fn quote(&self, from: usize, to: usize) -> String {
        let mut out = String::new();
        for (i, token) in self.tokens.get(from..to).unwrap_or(&[]).iter().enumerate() {
            if i > 0 && token.gap {
                out.push(' ');
            }
            out.push_str(self.text.get(token.start..token.end).unwrap_or(""));
        }
        out
    }

    /// The sentence a token stands in.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let id = self.tokens.get(at).map_or(0, |t| t.sentence as usize);
        self.sentences.get(id).cloned().unwrap_or(0..0)
    }

    /// The order a token stands in, where a text has several.
    pub fn unit(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |t| t.unit)
    }

    /// The dates of a sentence.
    pub fn dates_in(&self, sentence: &Range<usize>) -> &[Date] {
        let id = self.tokens.get(sentence.start).map_or(0, |t| t.sentence as usize);
        let from = self.first_date.get(id).copied().unwrap_or(0);
        let to = self.first_date.get(id + 1).copied().unwrap_or(self.dates.len());
        self.dates.get(from..to).unwrap_or(&[])
    }

    /// The dates on which the order of this token was made, signed or entered.
    pub fn own_dates(&self, unit: u32) -> impl Iterator<Item = (&Date, NaiveDate)> {
        let ids = self.own.get(unit as usize).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|&i| self.dates.get(i)).filter_map(|d| Some((d, d.day?)))
    }

    /// The latest of them.
    pub fn made(&self, unit: u32) -> Option<(&Date, NaiveDate)> {
        let date = self.dates.get((*self.made.get(unit as usize)?)?)?;
        Some((date, date.day?))
    }

    /// True where an order names this day somewhere.
    pub fn tells(&self, unit: u32, day: NaiveDate) -> bool {
        self.told.contains(&(unit, day))
    }

    /// True where one of `words` stands from `from` up to `to`.
    pub fn has(&self, from: usize, to: usize, words: &[&str]) -> bool {
        (from..to.min(self.tokens.len())).any(|i| words.contains(&self.word(i)))
    }
}
