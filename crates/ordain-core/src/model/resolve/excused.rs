//! `excuses Acme from Sched ¶ 2`, `relieves Acme of its obligations under Sched`, `excuses Acme from appearing at
//! Status`: what no longer binds, and whom, in the order in which other dispositions have them.

use super::phrase::PhraseResolver;
use super::tokens::span_of;
use crate::model::ir::names::Entity;
use ordain_syntax::ast::{self, DispositionVerb as V, Phrase, Token, TokenKind};

/// What may lead from `from` to what no longer binds.
const LEADS: &[&[&str]] = &[
    &["obligations", "under"],
    &["obligation", "under"],
    &["duties", "under"],
    &["duty", "under"],
    &["requirements", "of"],
    &["requirement", "of"],
    &["deadline", "in"],
    &["deadlines", "in"],
    &["complying", "with"],
    &["compliance", "with"],
    &["appearing", "at"],
    &["appearance", "at"],
    &["attendance", "at"],
    &["attending"],
];

const ARTICLES: &[&str] = &["the", "its", "their", "his", "her", "any", "all"];

/// The disposition with what it is about first and whom it reaches behind it, as `vacates Sched ¶ 2 as to Acme` has them.
pub(super) fn in_order(words: &PhraseResolver<'_>, d: &ast::Disposition) -> Option<ast::Disposition> {
    let object = d.object.as_ref().filter(|_| d.verb.value == V::Excuses)?;
    let link =
        object.tokens.iter().position(|t| t.kind == TokenKind::Word && matches!(t.text.as_str(), "from" | "of"))?;
    let (who, [_, what @ ..]) = object.tokens.split_at(link) else { return None };
    let (first, last) = (who.first()?, what.last()?);
    let word = |text: &str| Token { kind: TokenKind::Word, text: text.to_owned(), span: first.span };
    let named = words.names.longest(who.get(usize::from(ARTICLES.contains(&first.text.as_str()))..)?)?;
    if !matches!(named.0, Entity::Party(_) | Entity::Parties) {
        return None;
    }
    let articles = what.iter().take_while(|t| ARTICLES.contains(&t.text.as_str())).count();
    let rest = what.get(articles..)?;
    let leads = |lead: &&&[&str]| {
        rest.len() > lead.len() && rest.iter().zip(**lead).all(|(t, w)| t.kind == TokenKind::Word && t.text == **w)
    };
    let lead = LEADS.iter().find(leads);
    // `from filing answer`: the duty by its words.
    let verb = rest.first().is_some_and(|t| words.declared.verbs.gerund(&t.text).is_some());
    let tokens: Vec<Token> = match lead {
        None if verb => {
            let lead = [word("deadline"), word("of")].into_iter();
            lead.chain(who.iter().cloned()).chain([word("for")]).chain(rest.iter().cloned()).collect()
        }
        lead => {
            let what = rest.get(lead.map_or(0, |l| l.len())..)?;
            what.iter().cloned().chain([word("as"), word("to")]).chain(who.iter().cloned()).collect()
        }
    };
    let span = span_of(who).to(last.span);
    Some(ast::Disposition { object: Some(Phrase { tokens, span }), ..d.clone() })
}
