//! Phrases: words, quotations, paragraphs, dates, in a row.

use super::{Lower, Pair};
use crate::ast::{Phrase, Point, Token, TokenKind};
use crate::grammar::Rule;
use ordain_base::source::Span;
use ordain_base::words::one_line;

impl Lower<'_> {
    /// The tokens inside `pair`; `None` if there are none (a diagnostic was given).
    pub(super) fn phrase(&mut self, pair: &Pair<'_>) -> Option<Phrase> {
        self.phrase_of(pair.clone().into_inner())
    }

    pub(super) fn phrase_of<'i>(&mut self, pairs: impl Iterator<Item = Pair<'i>>) -> Option<Phrase> {
        let mut tokens = Vec::new();
        for p in pairs {
            self.token(&p, &mut tokens);
        }
        phrase_from(tokens)
    }

    fn token(&mut self, pair: &Pair<'_>, out: &mut Vec<Token>) {
        let span = self.span(pair);
        let text = pair.as_str();
        let (kind, text) = match pair.as_rule() {
            Rule::quoted => (TokenKind::Quoted, self.quoted(pair).value),
            Rule::comma => (TokenKind::Comma, ",".to_owned()),
            Rule::paragraph_ref => (
                TokenKind::Paragraph,
                pair.clone().into_inner().next().map_or(String::new(), |l| l.as_str().to_owned()),
            ),
            Rule::date | Rule::date_within => match self.date(pair) {
                Some(date) => (TokenKind::Date(date), one_line(self.words(pair))),
                None => return,
            },
            Rule::limit => {
                out.extend(self.limit(pair));
                return;
            }
            Rule::participle => {
                for p in pair.clone().into_inner() {
                    self.token(&p, out);
                }
                return;
            }
            Rule::link_prior => (TokenKind::Word, "before".to_owned()),
            Rule::word
            | Rule::colon
            | Rule::participle_word
            | Rule::link_on_or
            | Rule::link_or
            | Rule::link_before
            | Rule::link_word
            | Rule::be_word
            | Rule::spelled
            | Rule::figure_in_brackets
            | Rule::span_from
            | Rule::span_month
            | Rule::span_year
            | Rule::span_to => (TokenKind::Word, text.to_owned()),
            _ => return,
        };
        out.push(Token { kind, text, span });
    }

    pub(super) fn point(&mut self, pair: &Pair<'_>) -> Option<Point> {
        let inner = pair.clone().into_inner().next()?;
        match inner.as_rule() {
            Rule::date | Rule::date_within => self.date(&inner).map(Point::Date),
            _ => {
                let phrase = self.phrase(&inner)?;
                // `the 5:00 p.m. …` apart, a phrase that is one date is that date
                match phrase.tokens.as_slice() {
                    [Token { kind: TokenKind::Date(date), .. }] => Some(Point::Date(date.clone())),
                    _ => Some(Point::Event(phrase)),
                }
            }
        }
    }
}

/// A phrase of these tokens, without commas at its ends.
pub(super) fn phrase_from(mut tokens: Vec<Token>) -> Option<Phrase> {
    while tokens.last().is_some_and(|t| t.kind == TokenKind::Comma) {
        tokens.pop();
    }
    while tokens.first().is_some_and(|t| t.kind == TokenKind::Comma) {
        tokens.remove(0);
    }
    let span = tokens.first()?.span.to(tokens.last()?.span);
    Some(Phrase { tokens, span })
}

pub(super) fn is_word(token: &Token, word: &str) -> bool {
    token.kind == TokenKind::Word && token.text == word
}

/// One word as a phrase.
pub(super) fn word(text: &str, span: Span) -> Phrase {
    Phrase { tokens: vec![Token { kind: TokenKind::Word, text: text.to_owned(), span }], span }
}
