//! `modifies ¶ 1: …` and `replaces ¶ 1 with …`: what a paragraph becomes.

use super::clauses::apply_clause;
use super::exception::exception_of;
use super::phrase::PhraseResolver;
use super::{provision, tokens};
use crate::model::ir::exception::ExceptionKind;
use crate::model::ir::ids::VerbId;
use crate::model::ir::names::fold;
use crate::model::ir::object::{Act, Object, Objects, Related};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::paragraph::Body;
use crate::model::ir::rewrite::{Patch, Rewrite};
use crate::verdict::Modality;
use ordain_base::diag::codes::orders as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Clause, ClauseKind, Modal};

/// The rewriting a disposition states; the outer `None` where a word of it was reported.
#[expect(clippy::option_option, reason = "nothing to resolve is not a failure")]
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, d: &ast::Disposition) -> Option<Option<Rewrite>> {
    // From when the rewriting acts is for the disposition itself, though it may follow the new words.
    let of_new_words = |c: &&Clause| !matches!(c.kind, ClauseKind::NuncProTunc(_));
    let clauses: Vec<Clause> = d.clauses.iter().filter(of_new_words).cloned().collect();
    if let Some(provision) = &d.with {
        let modality = match provision.modal.value {
            Modal::Must => Modality::Must,
            Modal::MustNot => Modality::MustNot,
            Modal::May => Modality::May,
            Modal::Should | Modal::NeedNot | Modal::Will => return Some(None),
        };
        return match provision::resolve_provision(words, provision, &clauses, modality)? {
            Body::Provision(provision) => Some(Some(Rewrite::Provision(Box::new(provision)))),
            _ => Some(None),
        };
    }
    if let Some(phrase) = &d.by_paragraph {
        let tokens: Vec<ast::Token> = match phrase.tokens.iter().position(|t| t.text == "of") {
            Some(of) if fold(&tokens::text(&phrase.tokens[of..])) == "of this order" => phrase.tokens[..of].to_vec(),
            _ => phrase.tokens.clone(),
        };
        let objects = words.objects(&tokens)?;
        let named = objects.list.iter().flat_map(|o| &o.relations).find_map(|r| match r.to {
            Related::Paragraph(p) => Some(p),
            _ => None,
        });
        return match named {
            Some(p) => Some(Some(Rewrite::Paragraph(p))),
            None => {
                words.out.push(say::replaced_with_what(phrase.span));
                None
            }
        };
    }
    if clauses.is_empty() {
        return Some(None);
    }
    resolve_patch(words, &clauses, d.span).map(|p| Some(Rewrite::Patch(Box::new(p))))
}

fn resolve_patch(words: &mut PhraseResolver<'_>, clauses: &[Clause], span: Span) -> Option<Patch> {
    let mut patch = Patch { obligation: Obligation::blank(span), except: Vec::new(), span };
    // An act of no verb holds what the clauses say of the thing.
    let mut objects = Objects::default();
    objects.list.push(Object::empty(span));
    let mut acts = vec![Act { verb: VerbId::NONE, objects, span }];
    for clause in clauses {
        if let ClauseKind::Except(phrase) = &clause.kind {
            let exception = exception_of(words, phrase)?;
            match exception.kind {
                ExceptionKind::Set(set) => patch.except.push(set),
                _ => patch.obligation.exceptions.push(exception),
            }
            continue;
        }
        apply_clause(words, clause, &mut patch.obligation, &mut acts, false, Modality::Must)?;
    }
    patch.obligation.acts = acts;
    Some(patch)
}
