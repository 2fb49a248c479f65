//! The words of a text and its sentences, and how to ask for them by position.

use std::borrow::Cow;
use std::ops::Range;

use ordain_base::source::Span;

use crate::layout;
use crate::sentences;
use crate::token::{Token, is_hyphen};

/// The words of a text, taken apart into sentences.
pub struct Words<'t> {
    /// The text, as it was given.
    pub text: &'t str,
    base: u32,
    /// Its words, numbers and marks.
    pub tokens: Vec<Token<'t>>,
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// The number under which the filing system stamped the paper on its docket.
    pub(crate) stamped: Option<u32>,
}

impl<'t> Words<'t> {
    /// `base` is where the text begins in the global offset space.
    pub(crate) fn new(text: &'t str, base: u32) -> Self {
        let (mut tokens, stamped) = layout::tokens(text);
        let sentences = sentences::mark(&mut tokens);
        Self { text, base, tokens, sentences, stamped }
    }

    /// The word at `at`, in lower case; empty past the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| &t.word)
    }

    /// The word `n` before `at`.
    pub fn word_before(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |i| self.word(i))
    }

    /// True where white space comes before the token at `at`.
    pub(crate) fn gap(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|t| t.gap)
    }

    /// A word as it is written; the two parts of one cut at the end of a line joined.
    pub fn written(&self, token: &Token<'_>) -> Cow<'t, str> {
        let raw = self.text.get(token.start..token.end).unwrap_or("");
        match (raw.split_once(char::is_whitespace), raw.rsplit_once(char::is_whitespace)) {
            (Some((first, _)), Some((_, last))) => Cow::Owned(first.trim_end_matches(is_hyphen).to_owned() + last),
            _ => Cow::Borrowed(raw),
        }
    }

    /// True where these words are at `at`.
    pub fn at(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, w)| self.word(at + i) == *w)
    }

    /// True where these words stand right before `at`.
    pub fn before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(words.len()).is_some_and(|from| self.at(from, words))
    }

    /// The place of the tokens from `from` up to `to`. Where a page break or a
    /// footnote is between them, the place of those before it.
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
        let mut cut = false;
        for (i, token) in self.tokens.get(from..to).unwrap_or(&[]).iter().enumerate() {
            if i > 0 && token.gap && !(cut && token.opens_line) {
                out.push(' ');
            }
            out.push_str(&self.written(token));
            // `twenty-` at the end of a line goes on with `one` on the next.
            cut = token.word == "-" && !token.gap;
        }
        out
    }

    /// The sentence a token is in.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let id = self.tokens.get(at).map_or(0, |t| t.sentence as usize);
        self.sentences.get(id).cloned().unwrap_or(0..0)
    }

    /// The order a token is in, where a text has several.
    pub fn unit(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |t| t.unit)
    }

    /// True where one of `words` stands from `from` up to `to`.
    pub fn has(&self, from: usize, to: usize, words: &[&str]) -> bool {
        (from..to.min(self.tokens.len())).any(|i| words.contains(&self.word(i)))
    }
}
