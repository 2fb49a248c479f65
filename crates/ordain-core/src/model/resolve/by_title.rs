//! `dissolves the preliminary injunction`: an order by the words of its title, where only one has them.

use super::phrase::PhraseResolver;
use super::tokens::text;
use crate::model::ir::names::fold;
use ordain_syntax::ast::{Token, TokenKind};

/// Puts the name of the order in the place of the words of its title.
pub(super) fn name_titled(words: &PhraseResolver<'_>, tokens: &mut Vec<Token>) {
    let articles = tokens.iter().take_while(|t| matches!(t.text.as_str(), "the" | "The" | "this" | "that")).count();
    let rest = tokens.get(articles..).unwrap_or_default();
    let run = rest.iter().take_while(|t| t.kind == TokenKind::Word).count();
    if words.names.longest(rest).is_some() || words.names.longest(tokens).is_some() {
        return;
    }
    let found = (1..=run).rev().find_map(|n| Some((n, order_with_title(words, rest.get(..n)?)?)));
    let Some((n, name)) = found else { return };
    let span = rest.first().map(|t| t.span).unwrap_or_default();
    let name: Vec<Token> = name.split(' ').map(|w| Token { kind: TokenKind::Word, text: w.to_owned(), span }).collect();
    tokens.splice(..articles + n, name);
}

/// What a title has before the words by which an order is called.
const LEADS: &[&str] = &[
    "order granting ",
    "order entering ",
    "order setting ",
    "order regarding ",
    "order for ",
    "order on ",
    "order re ",
    "stipulated ",
];

/// The one order, but for that which speaks, whose title is these words.
fn order_with_title(words: &PhraseResolver<'_>, tokens: &[Token]) -> Option<String> {
    let wanted = fold(&text(tokens)).to_lowercase();
    let named = |title: &str| {
        let title = fold(title).to_lowercase();
        title == wanted || LEADS.iter().any(|lead| title.strip_prefix(lead) == Some(wanted.as_str()))
    };
    let others =
        words.declared.orders.iter().enumerate().filter(|(at, _)| words.declared.here.map(|h| h.index()) != Some(*at));
    let mut found = others.filter(|(_, o)| named(&o.title)).map(|(_, o)| o);
    match (found.next(), found.next()) {
        (Some(one), None) => Some(one.name.clone()),
        _ => None,
    }
}
