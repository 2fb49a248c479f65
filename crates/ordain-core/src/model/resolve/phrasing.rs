//! A provision in words, for paragraphs that are shown without a verdict.

use super::tokens::text_of;
use crate::model::ir::names::fold;
use crate::model::ir::object::{Head, Related, Relation};
use crate::model::ir::preposition::Preposition;
use crate::model::ir::term::Term;
use ordain_syntax::ast::{self, Clause, ClauseKind, Modal, Quoted, TokenKind};

/// `the parties should discuss “settlement” by Fri 2023-12-01`.
pub(crate) fn provision_words(provision: &ast::Provision, clauses: &[Clause]) -> String {
    let acts: Vec<String> = provision.items.iter().map(|i| text_of(&i.act)).collect();
    let modal = match provision.modal.value {
        Modal::Should => "should",
        Modal::NeedNot => "need not",
        Modal::Will => "will",
        Modal::Must => "must",
        Modal::MustNot => "must not",
        Modal::May => "may",
    };
    let all = clauses.iter().chain(provision.items.iter().flat_map(|i| &i.clauses));
    let more: Vec<String> = all.filter_map(|c| c.kind.in_words()).map(|w| format!(" {w}")).collect();
    format!("{} {modal} {}{}", text_of(&provision.bearer), acts.join("; "), more.concat())
}

/// `containing “settlement status”`: what a clause asks besides, in its own words, and how an act of the record says
/// the same; `None` of a clause that the paragraph reads itself.
pub(crate) fn term(clause: &ClauseKind) -> Option<Term> {
    let said = |preposition, words: &str| Relation {
        preposition,
        to: Related::Head(Head::Quoted(fold(words).to_lowercase())),
    };
    let one = |preposition, q: &Quoted| vec![said(preposition, &q.value)];
    let said_as = match clause {
        ClauseKind::About(q) => one(Some(Preposition::About), q),
        ClauseKind::Under(q) => one(Some(Preposition::Under), q),
        ClauseKind::Manner(q) => one(None, q),
        // `in "Evening Post" or "Morning Star"`: each of them is where it may be.
        ClauseKind::Form(p) if p.tokens.first().is_some_and(|t| t.kind == TokenKind::Quoted) => {
            let quoted = p.tokens.iter().filter(|t| t.kind == TokenKind::Quoted);
            quoted.map(|t| said(Some(Preposition::In), &t.text)).collect()
        }
        _ => Vec::new(),
    };
    Some(Term { words: clause.in_words()?, said_as, is_manner: matches!(clause, ClauseKind::Manner(_)) })
}
