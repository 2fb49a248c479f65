//! One clause of a duty, taken into its obligation.

use super::condition::condition_of;
use super::exception::exception_of;
use super::narrow::size;
use super::phrase::PhraseResolver;
use super::phrasing::term;
use super::tokens::{anybody, text_of};
use super::{acts, consequence, due, each, parties};
use crate::model::ir::due::Due;
use crate::model::ir::exception::ExceptionKind;
use crate::model::ir::object::{Act, Head, Related, Relation, remove};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::period::{Governs, unit_word};
use crate::model::ir::selection::Selection;
use crate::verdict::Modality;
use ordain_syntax::ast::{Clause, ClauseKind, Deadline};

/// Takes one clause into the obligation; `None` where a word of it stands for nothing.
pub(crate) fn apply(
    words: &mut PhraseResolver<'_>,
    clause: &Clause,
    obligation: &mut Obligation,
    acts: &mut Vec<Act>,
    listed: bool,
    modality: Modality,
) -> Option<()> {
    if let Some(condition) = condition_of(words, &clause.kind, clause.span) {
        obligation.conditions.push(condition?);
        return Some(());
    }
    match &clause.kind {
        ClauseKind::Deadline(deadline) => {
            if due::names_no_hour(deadline) {
                obligation.readings.push("close of business names no hour, so the whole day counts".to_owned());
            }
            if let Deadline::Promptly { word, .. } = deadline {
                obligation.standard = Some(word.value.clone());
            }
            let found = due::resolve(words, deadline)?;
            // `promptly` beside a date of its own is the soft half of one due time.
            if found != Due::Standard || obligation.due_span.is_none() {
                obligation.due = found;
                obligation.due_span = Some(clause.span);
            }
        }
        ClauseKind::Flag(flag) => {
            let governs = match flag.as_str() {
                "the date governs" => Some(Governs::Date),
                "the period governs" => Some(Governs::Period),
                _ => None,
            };
            if let (Some(governs), Due::Period(period)) = (governs, &mut obligation.due) {
                period.governs = Some(governs);
            }
        }
        ClauseKind::Covering(phrase) => {
            let objects = words.objects(&phrase.tokens)?;
            let set = objects.list.into_iter().find_map(|o| o.set);
            if let (Some(set), Some(object)) = (set, acts.first_mut().and_then(|a| a.objects.list.first_mut())) {
                object.set = Some(set);
            }
        }
        ClauseKind::ForEach { thing, filter } => {
            // `for each custodian`: what the act is over is counted apart.
            if let Some(by) = each::group(thing).filter(|_| filter.is_none()) {
                let rows =
                    obligation.rows.get_or_insert_with(|| Selection::of(ordain_tables::Rows::Documents, thing.span));
                rows.by = Some(by);
            } else {
                (obligation.each, obligation.rows) = each::resolve(words, thing, filter.as_ref())?;
            }
        }
        ClauseKind::Except(phrase) if modality == Modality::MustNot => {
            let exception = exception_of(words, phrase)?;
            if let ExceptionKind::Set(set) = &exception.kind {
                remove(acts, set);
                obligation.excepted.push(set.clone());
            } else {
                obligation.exceptions.push(exception);
            }
        }
        ClauseKind::Despite(phrase) => {
            let objects = words.objects(&phrase.tokens)?;
            let related = objects.list.iter().flat_map(|o| &o.relations).map(|r| &r.to);
            obligation
                .despite
                .extend(related.filter_map(|r| if let Related::Paragraph(p) = r { Some(*p) } else { None }));
        }
        ClauseKind::Except(phrase) => {
            let objects = words.objects(&phrase.tokens)?;
            for set in objects.list.iter().filter_map(|o| o.set.as_ref()) {
                remove(acts, set);
                obligation.excepted.push(set.clone());
            }
        }
        ClauseKind::Or { act, only_if: None } => acts.push(acts::one(words, act, listed)?),
        ClauseKind::Or { act, only_if: Some(condition) } => {
            let condition = condition_of(words, &condition.kind, condition.span)??;
            obligation.otherwise.push((acts::one(words, act, listed)?, condition));
        }
        ClauseKind::NotExceeding(phrase) => {
            obligation.judgments.push(text_of(phrase));
            obligation.size = size(phrase);
        }
        ClauseKind::Times(n) => {
            let Some(object) = acts.first_mut().and_then(|a| a.objects.list.first_mut()) else {
                let lemma = acts.first().map(|a| words.declared.verbs.get(a.verb).lemma.clone()).unwrap_or_default();
                words.out.push(ordain_base::diag::codes::names::no_object(&lemma, clause.span));
                return None;
            };
            (object.quantity, object.least, object.times) = (Some(u64::from(*n)), true, true);
        }
        ClauseKind::Lasting(length) => match &mut obligation.due {
            Due::Series(series) => series.last(*length),
            // Of anything else it is shown, and a person judges it.
            _ => obligation.judgments.push(format!("for {} {}", length.n, unit_word(*length))),
        },
        ClauseKind::WithAtLeast(phrase) => {
            // Sizes are shown; whether a paper keeps them is not on the record.
            obligation.judgments.push(text_of(phrase));
        }
        ClauseKind::Recipients(phrase) if anybody(&phrase.tokens) == Some(phrase.tokens.len()) => {}
        ClauseKind::Recipients(phrase) => {
            let (parties, _) = parties::parties_of(words.declared, &phrase.tokens, words.out)?;
            if let Some(object) = acts.first_mut().and_then(|a| a.objects.list.first_mut()) {
                for p in parties {
                    let to = Related::Head(Head::Party(p));
                    object.relations.push(Relation { word: "to".to_owned(), to });
                }
            }
        }
        ClauseKind::Judgment(q) => obligation.judgments.push(q.value.clone()),
        ClauseKind::Reading(q) => obligation.readings.push(q.value.clone()),
        ClauseKind::OnBreach(source) => {
            obligation.consequences.push(consequence::resolve(words, source, clause.span)?);
        }
        ClauseKind::About(_)
        | ClauseKind::Containing(_)
        | ClauseKind::Form(_)
        | ClauseKind::WithEach(_)
        | ClauseKind::OnlyFor(_)
        | ClauseKind::SoThat(_)
        | ClauseKind::Under(_)
        | ClauseKind::Topic(_)
        | ClauseKind::Manner(_) => {
            obligation.narrowed = true;
            obligation.terms.extend(term(&clause.kind));
        }
        ClauseKind::WithoutPrejudice(_) => obligation.terms.extend(term(&clause.kind)),
        _ => {}
    }
    Some(())
}
