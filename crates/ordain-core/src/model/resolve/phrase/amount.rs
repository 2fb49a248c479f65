//! Amounts, shares and `at least` among the words of a phrase.

use crate::model::ir::qualifier::{Qualifier, QualifierKind};
use rust_decimal::Decimal;

use super::PhraseResolver;
use super::builder::ListBuilder;
use crate::model::ir::object::{Act, Head};
use crate::model::ir::verbs::VerbFamily;
use crate::model::resolve::tokens::{span_of, text};
use ordain_base::diag::codes::clauses::limit_without_unit;
use ordain_base::diag::codes::money as say;
use ordain_base::money::{Amount, Read, figure};
use ordain_base::words::number;
use ordain_syntax::ast::{Token, TokenKind};

impl PhraseResolver<'_> {
    /// Takes an amount, a share or what leads a number; how many words it took.
    pub(crate) fn measure(&mut self, list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
        let words: Vec<&str> =
            rest.iter().take(4).take_while(|t| t.kind == TokenKind::Word).map(|t| t.text.as_str()).collect();
        let span = |n: usize| span_of(rest.get(..n).unwrap_or_default());
        match words.as_slice() {
            ["at", "least", next, ..] | ["no" | "not", "fewer" | "less", "than", next, ..] if begins_a_number(next) => {
                let taken = if words.first() == Some(&"at") { 2 } else { 3 };
                list.at_least(span(taken));
                return Some(taken);
            }
            ["up", "to", next, ..] | ["at", "most", next, ..] if begins_a_number(next) => {
                list.at_most(span(2));
                return Some(2);
            }
            ["no" | "not", "more", "than", next] | ["a", "maximum", "of", next] if begins_a_number(next) => {
                list.at_most(span(3));
                return Some(3);
            }
            ["not", "exceeding", next, ..] if begins_a_number(next) => {
                list.at_most(span(2));
                return Some(2);
            }
            ["on", "a", "rolling", "basis"] => {
                list.qualifier(Qualifier::new("on a rolling basis", QualifierKind::Shown), span(4));
                return Some(4);
            }
            ["at", "a", "rate", "of"] => return Some(4),
            [once @ ("once" | "twice"), ..] => {
                list.times(if *once == "once" { 1 } else { 2 }, span(1));
                return Some(1);
            }
            [n, "times" | "time", ..] => {
                list.times(number(n)?, span(2));
                return Some(2);
            }
            _ => {}
        }
        if let Some((share, taken)) = share_at_start(&words) {
            match share {
                Some(share) if share <= Decimal::ONE_HUNDRED => list.share(share, span(taken)),
                _ => self.out.push(say::bad_share(span(taken), &text(rest.get(..taken).unwrap_or_default()))),
            }
            return Some(taken);
        }
        let read = match (Amount::read(&words)?, split_thousands(rest)) {
            (Read::Amount(_, 1), true) => {
                self.out.push(say::bad_amount(
                    span(3),
                    &format!("{},{}", words[0], rest[2].text),
                    "the thousands are not in threes",
                ));
                return Some(3);
            }
            (read, _) => read,
        };
        match read {
            Read::Amount(amount, taken) if is_less_than_a_coin(amount.value) => {
                let written = text(rest.get(..taken).unwrap_or_default());
                self.out.push(say::bad_amount(span(taken), &written, "no coin is so small"));
                Some(taken)
            }
            Read::Amount(amount, taken) => {
                list.amount(amount, span(taken));
                Some(taken)
            }
            Read::Bad(taken, why) => {
                let taken = taken.min(words.len());
                self.out.push(say::bad_amount(span(taken), &text(rest.get(..taken).unwrap_or_default()), why));
                Some(taken)
            }
        }
    }

    /// What an act may not leave out: the currency of what is paid, the breach
    /// whose days are counted, the whole of a share, the time of a rate.
    pub(crate) fn check_measures(&mut self, act: &Act, tokens: &[Token]) -> Option<()> {
        let before = self.out.len();
        let pays = self.declared.verbs.get(act.verb).family == VerbFamily::Pay;
        for object in &act.objects.list {
            let bare = matches!(object.head, None | Some(Head::Party(_)));
            if pays && bare && object.amount.is_none() && object.quantity.is_some() {
                let figure = tokens.iter().find(|t| t.kind == TokenKind::Word && number(&t.text) == object.quantity);
                let span = figure.map_or(object.span, |t| t.span);
                self.out.push(say::no_currency(span, figure.map_or("500", |t| t.text.as_str())));
            }
            // `may depose up to 5`, `serve motion and 5`: five of what?
            let counts_nothing = !pays && object.quantity.is_some() && object.head.is_none() && object.set.is_none();
            if counts_nothing && !object.times {
                let figure = tokens.iter().find(|t| t.kind == TokenKind::Word && number(&t.text) == object.quantity);
                let text = figure.map_or_else(String::new, |t| t.text.clone());
                self.out.push(limit_without_unit(&text, figure.map_or(object.span, |t| t.span)));
            }
            if object.share.is_some() && object.set.is_none() && object.head.is_none() {
                let percent = tokens.iter().find(|t| t.text.contains(['%']) || t.text.starts_with("per"));
                let text = percent.map_or("80%", |t| t.text.as_str());
                self.out.push(say::share_of_what(percent.map_or(object.span, |t| t.span), text));
            }
        }
        (self.out.len() == before).then_some(())
    }

    /// `for each day`, `for`, `per`: words that count something and do not say what.
    pub(crate) fn counted_of_what(&mut self, list: &ListBuilder, rest: &[Token]) -> bool {
        let words: Vec<&str> = rest.iter().take(3).map(|t| t.text.as_str()).collect();
        match words.as_slice() {
            ["for", "each" | "every", unit] if is_unit(unit) => {
                let amount = list.last_amount().map_or_else(|| "$500".to_owned(), |a| a.to_string());
                let tokens = rest.get(..3).unwrap_or_default();
                self.out.push(say::per_day_of_what(span_of(tokens), &text(tokens), &amount));
                true
            }
            ["per", ..] => {
                let tokens = rest.get(..words.len().min(2)).unwrap_or_default();
                self.out.push(say::rate_of_what(span_of(tokens), &text(tokens)));
                true
            }
            _ => false,
        }
    }
}

/// `$1,40,000`: the comma of a figure that is none, with no space beside it.
fn split_thousands(rest: &[Token]) -> bool {
    matches!(rest, [a, comma, b, ..] if comma.kind == TokenKind::Comma
        && a.span.end == comma.span.start
        && comma.span.end == b.span.start
        && b.text.starts_with(|c: char| c.is_ascii_digit()))
}

/// A part of a cent; of an amount for each page or mile, less than a dollar, a tenth of a cent may be meant.
fn is_less_than_a_coin(value: Decimal) -> bool {
    let (value, cent) = (value.normalize(), Decimal::new(1, 2));
    value.scale() > 2 && (value < cent || value >= Decimal::ONE)
}

fn is_unit(word: &str) -> bool {
    matches!(word, "day" | "week" | "month" | "quarter" | "year" | "hour")
}

/// A word that begins a number, an amount or a share.
fn begins_a_number(word: &str) -> bool {
    number(word).is_some() || word.starts_with(|c: char| c.is_ascii_digit() || !c.is_alphanumeric())
}

/// `80%`, `80 %`, `80 percent`, `80 per cent`: the share, where it is a figure, and its words.
fn share_at_start(words: &[&str]) -> Option<(Option<Decimal>, usize)> {
    let first = words.first()?;
    if let Some(digits) = first.strip_suffix('%').filter(|d| !d.is_empty()) {
        return Some((figure(digits).ok(), 1));
    }
    let digit = first.starts_with(|c: char| c.is_ascii_digit());
    match words.get(1..)? {
        ["%" | "percent", ..] if digit => Some((figure(first).ok(), 2)),
        ["per", "cent", ..] if digit => Some((figure(first).ok(), 3)),
        _ => None,
    }
}
