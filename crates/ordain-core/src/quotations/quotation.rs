//! A quotation taken apart: its words, and where it leaves something out.

use std::ops::Range;

use super::words::{Word, fold_tokens};
use ordain_base::source::Span;
use ordain_text::token::{Kind, Token, read_tokens};

/// The most words of the order that `…` may mean, and an alteration in brackets.
const LEFT_OUT: usize = 1_000;
const ALTERED: usize = 12;

/// A quotation as it is in a rule file.
pub(super) struct Quote<'q> {
    pub(super) words: Vec<Word>,
    /// For each word, its letters.
    pub(super) letters: Vec<String>,
    /// Before the word of this number, at most so many words are left out.
    pub(super) gaps: Vec<(usize, usize)>,
    /// The words that are in square brackets.
    pub(super) altered: Vec<usize>,
    tokens: Vec<Token<'q>>,
    base: u32,
}

impl<'q> Quote<'q> {
    /// `id` gives the number of a word in the text that is searched, `u32::MAX` for none.
    pub(super) fn new(text: &'q str, base: u32, id: impl Fn(&str) -> u32) -> Self {
        let mut tokens = Vec::new();
        let mut from = 0;
        for line in text.split_inclusive(['\n', '\r']) {
            let to = from + line.len();
            read_tokens(text, from, from + line.trim_end().len(), &mut tokens);
            from = to;
        }
        let mut letters = Vec::new();
        let words = fold_tokens(text, &tokens, |word| {
            letters.push(word.to_owned());
            id(word)
        });
        let mut quote = Self { words, letters, gaps: Vec::new(), altered: Vec::new(), tokens, base };
        quote.mark();
        quote
    }

    /// Finds what is left out and what is altered.
    fn mark(&mut self) {
        let mut depth = 0_u32;
        let mut at = 0;
        for i in 0..self.words.len() {
            let Some(own) = self.words.get(i).map(|w| w.tokens.clone()) else { break };
            let between = self.tokens.get(at..own.start as usize).unwrap_or(&[]);
            let dots = between.iter().filter(|t| t.word == ".").count();
            if i > 0 && (dots > 2 || between.iter().any(|t| t.word == "…")) {
                self.gaps.push((i, LEFT_OUT));
            }
            depth = between.iter().fold(depth, bracket_depth_after);
            // `[O]rder`: the word and its bracket are one.
            let inside = self.tokens.get(own.start as usize..own.end as usize).unwrap_or(&[]);
            let marked = inside.iter().any(|t| t.kind == Kind::Mark && matches!(&*t.word, "[" | "]"));
            if depth > 0 || marked {
                self.altered.push(i);
            }
            depth = inside.iter().fold(depth, bracket_depth_after);
            at = own.end as usize;
        }
    }

    /// The runs of words that must be together, each with how many words may
    /// be left out before it. With `loose`, words in brackets may mean others.
    pub(super) fn runs(&self, loose: bool) -> Vec<(Range<usize>, usize)> {
        let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
        let (mut open, mut gap) = (0, 0);
        let mut close = |open: usize, end: usize, gap: usize| {
            if open < end {
                runs.push((open..end, gap));
            }
        };
        for i in 0..self.words.len() {
            let left = self.gaps.iter().find(|g| g.0 == i).map(|g| g.1);
            let altered = loose && self.altered.contains(&i);
            if left.is_some() || altered {
                close(open, i, gap);
                gap = if open < i { 0 } else { gap };
                gap = gap.max(left.unwrap_or(0)).max(if altered { ALTERED } else { 0 });
                open = if altered { i + 1 } else { i };
            }
        }
        close(open, self.words.len(), gap);
        if let Some(first) = runs.first_mut() {
            first.1 = 0;
        }
        runs
    }

    /// The place of some words in the rule file; of none, the place between their neighbours.
    pub(super) fn span(&self, words: Range<usize>) -> Span {
        let range = if words.is_empty() {
            words.start.saturating_sub(1)..(words.start + 1).min(self.words.len())
        } else {
            words
        };
        let inside = self.words.get(range).unwrap_or(&[]);
        match (inside.first(), inside.last()) {
            (Some(a), Some(b)) => Span::new(self.base + a.start, self.base + b.end),
            _ => Span::new(self.base, self.base),
        }
    }
}

fn bracket_depth_after(depth: u32, token: &Token<'_>) -> u32 {
    match &*token.word {
        "[" => depth + 1,
        "]" => depth.saturating_sub(1),
        _ => depth,
    }
}
