//! What a paragraph becomes: `modifies ¶ 1: …`, `replaces ¶ 1 with …`.

use super::due::Due;
use super::ids::ParagraphId;
use super::object::{self, Act, Object, Set};
use super::obligation::Obligation;
use super::provision::Provision;
use ordain_base::source::Span;

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
    pub(crate) obligation: Obligation,
    /// `except CAR category 2`.
    pub(crate) except: Vec<Set>,
    pub span: Span,
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
            id: _,
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
            limit,
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
            if limit.is_some() {
                obligation.limit.clone_from(limit);
            }
            obligation.judgments.extend(judgments.iter().cloned());
            obligation.terms.extend(terms.iter().cloned());
            obligation.otherwise.extend(otherwise.iter().cloned());
            obligation.consequences.extend(consequences.iter().cloned());
            obligation.readings.extend(readings.iter().cloned());
            obligation.narrowed |= narrowed;
            if let (Some(said), Some(own)) = (only_object(acts.first()), first_object(&mut obligation.acts)) {
                if said.set.is_some() {
                    own.set.clone_from(&said.set);
                }
                own.relations.extend(said.relations.iter().cloned());
            }
            obligation.acts.extend(acts.iter().skip(1).cloned());
            for set in &self.except {
                object::remove_categories(&mut obligation.acts, set);
                obligation.excepted.push(set.clone());
            }
        }
    }
}

fn only_object(act: Option<&Act>) -> Option<&Object> {
    act?.objects.list.first()
}

fn first_object(acts: &mut [Act]) -> Option<&mut Object> {
    acts.first_mut()?.objects.list.first_mut()
}
