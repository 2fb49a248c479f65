//! `modifies ¶ 1: …` and `replaces ¶ 1 with …`: what a paragraph becomes.

use super::clauses::apply;
use super::due::Due;
use super::exception::{Exception, ExceptionKind};
use super::names::fold;
use super::object::{Act, Object, Objects, Related, Set};
use super::paragraph::{self, Body, Obligation, Provision};
use super::phrase::PhraseResolver;
use super::{ParagraphId, VerbId};
use crate::verdict::Modality;
use ordain_base::diag::codes::orders as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Clause, ClauseKind, Modal};

/// What a paragraph is rewritten to.
#[derive(Debug, Clone, PartialEq)]
pub enum Rewrite {
    /// `with Defendants must …`: these words in its place.
    Provision(Box<Provision>),
    /// `with ¶ 3 of this order`: that paragraph stands by itself, this one no longer binds.
    Paragraph(ParagraphId),
    /// `: by December 20, 2023`: some clauses anew.
    Patch(Box<Patch>),
}

/// The clauses that a modification states.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    /// Only what the clauses say; all else is blank.
    obligation: Obligation,
    /// `except CAR category 2`.
    except: Vec<Set>,
    pub span: Span,
}

/// The rewriting a disposition states; the outer `None` where a word of it was reported.
#[expect(clippy::option_option, reason = "nothing to resolve is not a failure")]
pub(super) fn resolve(words: &mut PhraseResolver<'_>, d: &ast::Disposition) -> Option<Option<Rewrite>> {
    if let Some(provision) = &d.with {
        let modality = match provision.modal.value {
            Modal::Must => Modality::Must,
            Modal::MustNot => Modality::MustNot,
            Modal::May => Modality::May,
            Modal::Should | Modal::NeedNot | Modal::Will => return Some(None),
        };
        return match paragraph::resolve_provision(words, provision, &d.clauses, modality)? {
            Body::Provision(provision) => Some(Some(Rewrite::Provision(Box::new(provision)))),
            _ => Some(None),
        };
    }
    if let Some(phrase) = &d.by_paragraph {
        let tokens: Vec<ast::Token> = match phrase.tokens.iter().position(|t| t.text == "of") {
            Some(of) if fold(&super::tokens::text(&phrase.tokens[of..])) == "of this order" => {
                phrase.tokens[..of].to_vec()
            }
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
    if d.clauses.is_empty() {
        return Some(None);
    }
    patch(words, &d.clauses, d.span).map(|p| Some(Rewrite::Patch(Box::new(p))))
}

fn patch(words: &mut PhraseResolver<'_>, clauses: &[Clause], span: Span) -> Option<Patch> {
    let mut patch = Patch { obligation: Obligation::blank(span), except: Vec::new(), span };
    // An act of no verb holds what the clauses say of the thing.
    let mut objects = Objects::default();
    objects.list.push(Object::empty(span));
    let mut acts = vec![Act { verb: VerbId(u32::MAX), objects, span }];
    for clause in clauses {
        if let ClauseKind::Except(phrase) = &clause.kind {
            let exception = Exception::of(words, phrase)?;
            match exception.kind {
                ExceptionKind::Set(set) => patch.except.push(set),
                _ => patch.obligation.exceptions.push(exception),
            }
            continue;
        }
        apply(words, clause, &mut patch.obligation, &mut acts, false, Modality::Must)?;
    }
    patch.obligation.acts = acts;
    Some(patch)
}

impl Patch {
    /// It states when the duty falls due.
    #[must_use]
    pub fn due(&self) -> Option<&Due> {
        self.obligation.due_span.map(|_| &self.obligation.due)
    }

    /// The provision with these clauses in the place of its own.
    pub fn apply(&self, provision: &mut Provision) {
        // Every field is named, so that a new one is thought of here.
        let Obligation {
            label: _,
            words: _,
            in_each: _,
            arm: _,
            acts,
            due,
            due_span,
            standard,
            each,
            rows,
            conditions,
            exceptions,
            despite,
            size,
            judgments,
            terms,
            otherwise,
            consequences,
            readings,
            narrowed,
            // `except` of a patch is kept beside it.
            excepted: _,
            span: _,
        } = &self.obligation;
        for obligation in &mut provision.obligations {
            if due_span.is_some() {
                obligation.due = due.clone();
                obligation.due_span = *due_span;
                obligation.standard.clone_from(standard);
            }
            if each.is_some() {
                obligation.each.clone_from(each);
            }
            if rows.is_some() {
                obligation.rows.clone_from(rows);
            }
            obligation.conditions.extend(conditions.iter().cloned());
            obligation.exceptions.extend(exceptions.iter().cloned());
            obligation.despite.extend(despite.iter().copied());
            // Another size takes the place of the one before, in the words beside the verdict too.
            if let (Some(_), Some((n, of))) = (size, obligation.size) {
                let was = ordain_base::words::plural(i64::try_from(n).unwrap_or(i64::MAX), of.name());
                obligation.judgments.retain(|j| *j != was);
            }
            obligation.size = size.or(obligation.size);
            obligation.judgments.extend(judgments.iter().cloned());
            obligation.terms.extend(terms.iter().cloned());
            obligation.otherwise.extend(otherwise.iter().cloned());
            obligation.consequences.extend(consequences.iter().cloned());
            obligation.readings.extend(readings.iter().cloned());
            obligation.narrowed |= narrowed;
            if let (Some(said), Some(own)) = (thing(acts.first()), first_object(&mut obligation.acts)) {
                if said.set.is_some() {
                    own.set.clone_from(&said.set);
                }
                own.relations.extend(said.relations.iter().cloned());
            }
            obligation.acts.extend(acts.iter().skip(1).cloned());
            for set in &self.except {
                super::narrow::remove(&mut obligation.acts, set);
                obligation.excepted.push(set.clone());
            }
        }
    }
}

fn thing(act: Option<&Act>) -> Option<&Object> {
    act?.objects.list.first()
}

fn first_object(acts: &mut [Act]) -> Option<&mut Object> {
    acts.first_mut()?.objects.list.first_mut()
}
