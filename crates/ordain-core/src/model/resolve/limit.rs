//! `not exceeding 12 pages, inclusive of exhibits`, `not exceeding $500,000 to Seller`.

use super::parties;
use super::phrase::PhraseResolver;
use super::tokens::{deliverable_at_start, text};
use crate::model::ir::ids::PartyId;
use crate::model::ir::limit::{Counted, Limit, Most};
use crate::model::ir::nature::Nature;
use ordain_base::money::{Amount, Read};
use ordain_base::words::number;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// A limit, and whom what is limited goes to; `None` where the words are no number of anything.
pub(crate) fn resolve_limit(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<(Limit, Vec<PartyId>)> {
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
    let counted = what_is_counted(rest)?;
    let end = rest.last().or(phrase.tokens.get(taken.saturating_sub(1))).map_or(phrase.span.end, |t| t.span.end);
    // `ten (10) pages` is ten pages.
    let again = |t: &Token| t.text.starts_with('(') && t.text.ends_with(')');
    let said: Vec<Token> = phrase.tokens.iter().filter(|t| t.span.end <= end && !again(t)).cloned().collect();
    Some((Limit { most, counted, words: text(&said) }, to))
}

/// The number with what it is of, and how many words say it.
pub(super) fn most_allowed(tokens: &[Token]) -> Option<(Most, usize)> {
    let words: Vec<&str> =
        tokens.iter().take(4).take_while(|t| t.kind == TokenKind::Word).map(|t| t.text.as_str()).collect();
    if let Some(Read::Amount(amount, taken)) = Amount::read(&words) {
        return Some((Most::Money(amount), taken));
    }
    let n = number(words.first()?)?;
    // `fourteen (14)`
    let again = usize::from(words.get(1).is_some_and(|w| *w == format!("({n})")));
    let (of, taken) = deliverable_at_start(tokens.get(1 + again..)?)?;
    Some((Most::Count(n, of), 1 + again + taken))
}

/// Words before the number that only what goes beyond it is meant.
const BEYOND: &[&[&str]] = &[
    &["of", "more", "than"],
    &["more", "than"],
    &["in", "excess", "of"],
    &["exceeding"],
    &["that", "exceeds"],
    &["longer", "than"],
    &["greater", "than"],
];

/// What a prohibition forbids only beyond a number: `brief exceeding 10 pages`, `more than 25
/// interrogatories`. Gives the limit, and the words without it.
pub(crate) fn limit_beyond(tokens: &[Token]) -> Option<(Limit, Vec<Token>)> {
    (0..tokens.len()).find_map(|at| {
        let said =
            |words: &&&[&str]| words.iter().zip(&tokens[at..]).filter(|(w, t)| t.text == **w).count() == words.len();
        let opening = BEYOND.iter().find(said).filter(|w| !(at > 0 && tokens[at - 1].text == "not" && w.len() == 1))?;
        let number = tokens.get(at + opening.len()..)?;
        let (most, taken) = most_allowed(number)?;
        let after = number.get(taken..).unwrap_or_default();
        let (counted, more) = match after {
            [each, ..] if each.text == "each" => (Counted::Each, 1),
            [a, b, ..] if a.text == "in" && b.text == "total" => (Counted::Total, 2),
            [a, b, ..] if a.text == "in" && b.text == "length" => (Counted::Unsaid, 2),
            _ => (Counted::Unsaid, 0),
        };
        let words = tokens.get(at..at + opening.len() + taken + more)?;
        let mut rest = tokens[..at].to_vec();
        // `more than 25 interrogatories`: what is counted is the thing itself.
        let thing =
            at <= 1 || !matches!(most, Most::Count(_, of) if of.is(Nature::Measure) && !of.is(Nature::ServedByItself));
        if let (Most::Count(..), true) = (most, thing) {
            let digits = usize::from(number.get(1).is_some_and(|t| t.text.starts_with('('))) + 1;
            rest.extend(number.get(digits..taken).unwrap_or_default().iter().cloned());
        }
        rest.extend(after.get(more..).unwrap_or_default().iter().cloned());
        Some((Limit { most, counted, words: text(words) }, rest))
    })
}

/// `inclusive of exhibits`, `excluding the tables`, `in total`; `None` where a word says something else.
fn what_is_counted(rest: &[Token]) -> Option<Counted> {
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
