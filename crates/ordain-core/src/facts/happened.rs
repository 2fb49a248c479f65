//! What somebody says of an event, a hearing, a paper or an order: `Closing happened on May 3, 2024`.

use super::assertion::{Content, Subject};
use super::when::Bounds;
use crate::model::names::Entity;
use crate::model::{Declared, Moment};
use ordain_syntax::ast::{Occurrence, Token, TokenKind};

/// The thing, what happened to it, and its day where the sentence says it.
pub(super) fn happened(declared: &Declared, tokens: &[Token]) -> Option<(Content, Bounds)> {
    let articles = tokens.iter().take_while(|t| matches!(t.text.as_str(), "the" | "The")).count();
    let articles = if declared.names.longest(tokens).is_some() { 0 } else { articles };
    let (entity, n) = declared.names.longest(tokens.get(articles..)?)?;
    let subject = match entity {
        Entity::Thing(thing) => Subject::Thing(thing),
        Entity::Order(order) => Subject::Order(order),
        _ => return None,
    };
    let (what, rest) = occurrence_at_start(tokens.get(articles + n..)?)?;
    let bounds = match rest {
        [] => Bounds::default(),
        [on, day] if on.text == "on" => match &day.kind {
            TokenKind::Date(date) => {
                let moment = Moment::from(date);
                Bounds { time: moment.time, ..Bounds::on(moment.day) }
            }
            _ => return None,
        },
        _ => return None,
    };
    Some((Content::Happened { subject, what }, bounds))
}

/// `happened`, `took place`, `was held`, and the words after it.
fn occurrence_at_start(tokens: &[Token]) -> Option<(Occurrence, &[Token])> {
    let word = |i: usize| tokens.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    let after = |n: usize| tokens.get(n..).unwrap_or_default();
    match (word(0), word(1)) {
        ("happened" | "occurred", _) => Some((Occurrence::Happened, after(1))),
        ("took", "place") => Some((Occurrence::Happened, after(2))),
        ("was" | "were" | "is" | "are", _) => {
            let said = |o: &Occurrence| {
                let words: Vec<&str> = o.word().split(' ').collect();
                words.iter().enumerate().all(|(i, w)| word(1 + i) == *w).then_some(words.len())
            };
            let all = Occurrence::OF_THE_RECORD.into_iter();
            let (what, n) = all.filter_map(|o| said(&o).map(|n| (o, n))).max_by_key(|(_, n)| *n)?;
            Some((what, after(1 + n)))
        }
        _ => None,
    }
}
