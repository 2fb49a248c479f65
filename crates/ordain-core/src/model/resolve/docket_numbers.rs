//! `strikes Dkt. 25`: papers by their numbers on the docket.

use super::by_title;
use super::phrase::PhraseResolver;
use super::tokens::{span_of, text};
use crate::model::ir::declared::Declared;
use ordain_base::diag::codes::orders::nothing_to_act_on;
use ordain_base::words::DOCKET;
use ordain_syntax::ast::{self, DispositionVerb as V, Token, TokenKind};

/// Names orders and papers that a disposition has by a docket number or by a title; what it has by a number that nothing
/// declared has is given back. `None` after a diagnostic.
pub(super) fn name_orders(
    words: &mut PhraseResolver<'_>,
    verb: V,
    d: &ast::Disposition,
    tokens: &mut Vec<Token>,
) -> Option<Vec<String>> {
    let entries = match verb {
        V::Strikes | V::Vacates | V::Stays | V::Extends | V::Modifies | V::Supersedes | V::Reinstates | V::Excuses => {
            take_entries(words.declared, tokens)
        }
        _ => Vec::new(),
    };
    // Only a paper that was filed can be struck by its number alone.
    if !entries.is_empty() && !matches!(verb, V::Strikes | V::Vacates) {
        words.out.push(nothing_to_act_on(verb.name(), span_of(&d.object.as_ref()?.tokens)));
        return None;
    }
    by_title::name_titled(words, tokens);
    Some(entries)
}

/// Puts the names of declared orders and papers in the place of their docket numbers, and takes out the numbers that
/// nothing declared has: those are entries of the record.
fn take_entries(declared: &Declared, tokens: &mut Vec<Token>) -> Vec<String> {
    let (mut entries, mut kept, mut at) = (Vec::new(), Vec::new(), 0);
    while let Some(token) = tokens.get(at) {
        let Some((first, lead)) = number_after(declared, &tokens[at..]) else {
            kept.push(token.clone());
            at += 1;
            continue;
        };
        let mut next = at + lead;
        let mut number = Some(first);
        // `Dkt. 25, 26 and 27`.
        while let Some(own) = number.take() {
            match name_with_number(declared, &own.text) {
                Some(name) => {
                    let word = |w: &str| Token { kind: TokenKind::Word, text: w.to_owned(), span: own.span };
                    kept.extend(name.split(' ').map(word));
                }
                None => entries.push(format!("Dkt. {}", own.text)),
            }
            next += 1;
            let joined = tokens[next.min(tokens.len())..].iter().take_while(|t| is_joining_word(t)).count();
            if let Some(more) = tokens.get(next + joined).filter(|t| joined > 0 && is_number(t)) {
                number = Some(more.clone());
                kept.extend(tokens[next..next + joined].iter().cloned());
                next += joined;
            }
        }
        at = next;
    }
    // What joined numbers that were taken out joins nothing.
    while kept.last().is_some_and(is_joining_word) {
        kept.pop();
    }
    let opening = kept.iter().take_while(|t| is_joining_word(t)).count();
    kept.drain(..opening);
    if !entries.is_empty() && text(&kept) == "the" {
        kept.clear();
    }
    *tokens = kept;
    entries
}

/// The number on the docket that some words open with, and how many words lead to it.
fn number_after(declared: &Declared, tokens: &[Token]) -> Option<(Token, usize)> {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.text.as_str());
    if !DOCKET.contains(&word(0)) || declared.names.longest(tokens).is_some() {
        return None;
    }
    let lead = 1 + usize::from(matches!(word(1), "No." | "Nos." | "entry" | "Entry"));
    tokens.get(lead).filter(|t| is_number(t)).map(|t| (t.clone(), lead))
}

fn is_number(token: &Token) -> bool {
    token.kind == TokenKind::Word
        && token.text.starts_with(|c: char| c.is_ascii_digit())
        && token.text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn is_joining_word(token: &Token) -> bool {
    token.kind == TokenKind::Comma || matches!(token.text.as_str(), "and" | "or")
}

/// The name of the order or the paper that has this number.
fn name_with_number<'d>(declared: &'d Declared, number: &str) -> Option<&'d str> {
    let own = |docket: &Option<String>| {
        docket.as_deref().and_then(|d| d.rsplit(' ').next()).is_some_and(|n| n.trim_start_matches('#') == number)
    };
    let order = declared.orders.iter().find(|o| own(&o.docket)).map(|o| o.name.as_str());
    order.or_else(|| declared.things.iter().find(|t| own(&t.docket)).map(|t| t.name.as_str()))
}
