//! `not exceeding 12 pages, inclusive of exhibits`, `not exceeding $500,000 to Seller`.

use super::parties;
use super::phrase::PhraseResolver;
use super::tokens::{deliverable, text};
use crate::model::ir::ids::PartyId;
use crate::model::ir::limit::{Counted, Limit, Most};
use ordain_base::money::{Amount, Read};
use ordain_base::words::number;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// A limit, and whom what is limited goes to; `None` where the words are no number of anything.
pub(crate) fn limit(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<(Limit, Vec<PartyId>)> {
    let (most, taken) = most_allowed(&phrase.tokens)?;
    let mut rest = phrase.tokens.get(taken..).unwrap_or_default();
    if let [comma, tail @ ..] = rest
        && comma.kind == TokenKind::Comma
    {
        rest = tail;
    }
    let mut to = Vec::new();
    if let Some(at) = rest.iter().position(|t| matches!(t.text.as_str(), "to" | "on" | "upon")) {
        let mut quiet = Vec::new();
        let named = rest.get(at + 1..).unwrap_or_default();
        if let Some((parties, _)) = parties::parties_of(words.declared, named, &mut quiet) {
            to = parties;
            rest = rest.get(..at).unwrap_or_default();
        }
    }
    let counted = counted(rest)?;
    let end = rest.last().or(phrase.tokens.get(taken.saturating_sub(1))).map_or(phrase.span.end, |t| t.span.end);
    let said: Vec<Token> = phrase.tokens.iter().filter(|t| t.span.end <= end).cloned().collect();
    Some((Limit { most, counted, words: text(&said) }, to))
}

/// The number with what it is of, and how many words say it.
fn most_allowed(tokens: &[Token]) -> Option<(Most, usize)> {
    let words: Vec<&str> =
        tokens.iter().take(4).take_while(|t| t.kind == TokenKind::Word).map(|t| t.text.as_str()).collect();
    if let Some(Read::Amount(amount, taken)) = Amount::read(&words) {
        return Some((Most::Money(amount), taken));
    }
    let n = number(words.first()?)?;
    // `fourteen (14)`
    let again = usize::from(words.get(1).is_some_and(|w| *w == format!("({n})")));
    let (of, taken) = deliverable(tokens.get(1 + again..)?)?;
    Some((Most::Count(n, of), 1 + again + taken))
}

/// `inclusive of exhibits`, `excluding the tables`, `in total`; `None` where a word says something else.
fn counted(rest: &[Token]) -> Option<Counted> {
    let words: Vec<String> = rest.iter().map(|t| t.text.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Some(match words.as_slice() {
        [] | ["in", "length"] => Counted::Unsaid,
        ["inclusive" | "including", ..] => Counted::More,
        ["exclusive" | "excluding", ..] | ["not", "including", ..] => Counted::Less,
        ["each"] | ["per", _] => Counted::Each,
        ["total" | "altogether" | "combined"] | ["in", "total" | "all" | "the"] | ["in", "the", "aggregate"] => {
            Counted::Total
        }
        _ => return None,
    })
}
