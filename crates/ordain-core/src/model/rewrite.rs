//! `modifies ¶ 1: …` and `replaces ¶ 1 with …`: what a paragraph becomes.

use super::carved::{Carved, CarvedKind};
use super::clauses::apply;
use super::due::Due;
use super::names::fold;
use super::object::{Act, Object, Objects, Related, Set};
use super::paragraph::{self, Body, Limb, Norm};
use super::phrase::Words;
use super::{ParagraphId, VerbId};
use crate::verdict::Modality;
use ordain_base::diag::codes::orders as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Clause, ClauseKind, Modal};

/// What a paragraph is rewritten to.
#[derive(Debug, Clone, PartialEq)]
pub enum Rewrite {
    /// `with Defendants must …`: these words in its place.
    Norm(Box<Norm>),
    /// `with ¶ 3 of this order`: that paragraph stands by itself, this one no longer binds.
    Paragraph(ParagraphId),
    /// `: by December 20, 2023`: some clauses anew.
    Patch(Box<Patch>),
}

/// The clauses that a modification states.
#[derive(Debug, Clone, PartialEq)]
pub struct Patch {
    /// Only what the clauses say; all else is blank.
    limb: Limb,
    /// `except CAR category 2`.
    except: Vec<Set>,
    pub span: Span,
}

/// The rewriting a disposition states; the outer `None` where a word of it was reported.
#[expect(clippy::option_option, reason = "nothing to resolve is not a failure")]
pub(super) fn resolve(words: &mut Words<'_>, d: &ast::Disposition) -> Option<Option<Rewrite>> {
    if let Some(norm) = &d.with {
        let modality = match norm.modal.value {
            Modal::Must => Modality::Must,
            Modal::MustNot => Modality::MustNot,
            Modal::May => Modality::May,
            Modal::Should | Modal::NeedNot | Modal::Will => return Some(None),
        };
        return match paragraph::resolve_norm(words, norm, &d.clauses, modality)? {
            Body::Norm(norm) => Some(Some(Rewrite::Norm(Box::new(norm)))),
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

fn patch(words: &mut Words<'_>, clauses: &[Clause], span: Span) -> Option<Patch> {
    let mut patch = Patch { limb: Limb::blank(span), except: Vec::new(), span };
    // An act of no verb holds what the clauses say of the thing.
    let mut objects = Objects::default();
    objects.list.push(Object::empty(span));
    let mut acts = vec![Act { verb: VerbId(u32::MAX), objects, span }];
    for clause in clauses {
        if let ClauseKind::Except(phrase) = &clause.kind {
            let carved = Carved::of(words, phrase)?;
            match carved.kind {
                CarvedKind::Set(set) => patch.except.push(set),
                _ => patch.limb.carved.push(carved),
            }
            continue;
        }
        apply(words, clause, &mut patch.limb, &mut acts, false, Modality::Must)?;
    }
    patch.limb.acts = acts;
    Some(patch)
}

impl Patch {
    /// It states when the duty falls due.
    #[must_use]
    pub fn due(&self) -> Option<&Due> {
        self.limb.due_span.map(|_| &self.limb.due)
    }

    /// The norm with these clauses in the place of its own.
    pub fn apply(&self, norm: &mut Norm) {
        // Every field is named, so that a new one is thought of here.
        let Limb {
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
            carved,
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
        } = &self.limb;
        for limb in &mut norm.limbs {
            if due_span.is_some() {
                limb.due = due.clone();
                limb.due_span = *due_span;
                limb.standard.clone_from(standard);
            }
            if each.is_some() {
                limb.each.clone_from(each);
            }
            if rows.is_some() {
                limb.rows.clone_from(rows);
            }
            limb.conditions.extend(conditions.iter().cloned());
            limb.carved.extend(carved.iter().cloned());
            limb.despite.extend(despite.iter().copied());
            // Another size takes the place of the one before, in the words beside the verdict too.
            if let (Some(_), Some((n, of))) = (size, limb.size) {
                let was = ordain_base::words::plural(i64::try_from(n).unwrap_or(i64::MAX), of.name());
                limb.judgments.retain(|j| *j != was);
            }
            limb.size = size.or(limb.size);
            limb.judgments.extend(judgments.iter().cloned());
            limb.terms.extend(terms.iter().cloned());
            limb.otherwise.extend(otherwise.iter().cloned());
            limb.consequences.extend(consequences.iter().cloned());
            limb.readings.extend(readings.iter().cloned());
            limb.narrowed |= narrowed;
            if let (Some(said), Some(own)) = (thing(acts.first()), first_object(&mut limb.acts)) {
                if said.set.is_some() {
                    own.set.clone_from(&said.set);
                }
                own.relations.extend(said.relations.iter().cloned());
            }
            limb.acts.extend(acts.iter().skip(1).cloned());
            for set in &self.except {
                super::narrow::remove(&mut limb.acts, set);
                limb.excepted.push(set.clone());
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
