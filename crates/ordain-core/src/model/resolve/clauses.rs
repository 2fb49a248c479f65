//! One clause of a duty, taken into its obligation.

use super::condition::condition_of;
use super::exception::exception_of;
use super::limit::resolve_limit;
use super::phrase::PhraseResolver;
use super::phrasing::term;
use super::tokens::{anybody, text_of};
use super::{acts, consequence, due, each, installments, parties};
use crate::model::ir::due::Due;
use crate::model::ir::exception::ExceptionKind;
use crate::model::ir::ids::PartyId;
use crate::model::ir::object::{Act, Head, Object, Related, Relation, Set, remove_categories};
use crate::model::ir::obligation::Obligation;
use crate::model::ir::period::{Governs, unit_word};
use crate::model::ir::preposition::Preposition;
use crate::model::ir::selection::Selection;
use crate::model::ir::term::Term;
use crate::verdict::Modality;
use ordain_base::diag::codes::clauses as unused;
use ordain_base::source::Span;
use ordain_syntax::ast::Flag;
use ordain_syntax::ast::{Clause, ClauseKind, Deadline, Phrase, TokenKind};

/// Takes one clause into the obligation; `None` where a word of it means nothing.
/// Every clause is named, so that a new one is thought of here.
pub(crate) fn apply_clause(
    words: &mut PhraseResolver<'_>,
    clause: &Clause,
    obligation: &mut Obligation,
    acts: &mut Vec<Act>,
    listed: bool,
    modality: Modality,
) -> Option<()> {
    use ClauseKind as K;
    match &clause.kind {
        K::Condition { .. } => obligation.conditions.push(condition_of(words, &clause.kind, clause.span)??),
        K::Deadline(Deadline::UntilDone(_)) if modality != Modality::MustNot => {
            words.out.push(ordain_base::diag::codes::names::gate_of_a_duty(clause.span));
            return None;
        }
        K::Deadline(deadline) => falls_due(words, deadline, clause.span, obligation)?,
        K::Flag(flag) => self::apply_flag(words, *flag, clause.span, obligation, modality)?,
        K::Covering(phrase) => apply_covering(words, phrase, acts)?,
        K::ForEach { thing, filter } => for_each(words, thing, filter.as_ref(), obligation)?,
        K::Except(phrase) => apply_except(words, phrase, obligation, acts, modality)?,
        K::Despite(phrase) => apply_despite(words, phrase, obligation)?,
        K::Or { act, only_if: None } => acts.push(acts::one_act(words, act, listed)?),
        K::Or { act, only_if: Some(condition) } => {
            let condition = condition_of(words, &condition.kind, condition.span)??;
            obligation.otherwise.push((acts::one_act(words, act, listed)?, condition));
        }
        K::NotExceeding(phrase) => not_exceeding(words, phrase, obligation, acts, modality)?,
        K::Times(n) => apply_times(words, *n, clause.span, acts)?,
        K::Lasting(length) => match &mut obligation.due {
            Due::Series(series) => series.last(*length),
            // Of anything else it is shown, and a person judges it.
            _ => obligation.judgments.push(format!("for {} {}", length.n, unit_word(*length))),
        },
        K::Installments(source) => installments::apply(words, source, clause.span, obligation, acts)?,
        // Sizes are shown; whether a paper keeps them is not on the record.
        K::WithAtLeast(phrase) => obligation.judgments.push(text_of(phrase)),
        K::Recipients(phrase) => apply_recipients(words, phrase, acts)?,
        K::Judgment(q) => obligation.judgments.push(q.value.clone()),
        K::Reading(q) => obligation.readings.push(q.value.clone()),
        K::OnBreach(source) => obligation.consequences.push(consequence::resolve(words, source, clause.span)?),
        K::About(_)
        | K::Containing(_)
        | K::Form(_)
        | K::WithEach(_)
        | K::OnlyFor(_)
        | K::SoThat(_)
        | K::Under(_)
        | K::Topic(_)
        | K::OnTerms(_)
        | K::Manner(_) => {
            obligation.narrowed = true;
            obligation.terms.extend(term(&clause.kind));
        }
        K::WithoutPrejudice(_) => obligation.terms.extend(term(&clause.kind)),
        // Applied before the acts are parted: each thing has an obligation of its own.
        K::InEach { .. } => {}
        // Of the paragraph, which reads them itself.
        K::InCase { .. } | K::Effective(_) | K::Source(_) | K::Quote(_) | K::Note(_) => {}
        // Of facts and of what later orders do; a duty cannot use them.
        K::NuncProTunc(_)
        | K::RulesAllow(_)
        | K::OfWhich(_)
        | K::AsOf(_)
        | K::InPerformanceOf(_)
        | K::DeniedBy { .. }
        | K::AdmittedBy { .. }
        | K::RejectedBy(_)
        | K::RecognisedBy(_) => {
            words.out.push(unused::clause(name_of_statement(modality), clause.span));
            return None;
        }
    }
    Some(())
}

/// `within 14 days after service`, `promptly`.
fn falls_due(
    words: &mut PhraseResolver<'_>,
    deadline: &Deadline,
    span: Span,
    obligation: &mut Obligation,
) -> Option<()> {
    if let Deadline::Promptly { word, .. } = deadline {
        obligation.standard = Some(word.value.clone());
    }
    let found = due::resolve(words, deadline)?;
    // `promptly` beside a date of its own is the soft half of one due time.
    if found != Due::Standard || obligation.due_span.is_none() {
        obligation.due = found;
        obligation.due_span = Some(span).filter(|_| !matches!(deadline, Deadline::Unsaid(_)));
    }
    Some(())
}

/// What a duty, a prohibition or a permission is called where a clause cannot be applied to it.
const fn name_of_statement(modality: Modality) -> &'static str {
    match modality {
        Modality::Must => "a duty",
        Modality::MustNot => "a prohibition",
        Modality::May => "a permission",
        Modality::CutOff => "a last day",
    }
}

/// `the date governs` of a period with a date beside it; `no end stated` of what comes again; else it is shown.
fn apply_flag(
    words: &mut PhraseResolver<'_>,
    flag: Flag,
    span: Span,
    obligation: &mut Obligation,
    modality: Modality,
) -> Option<()> {
    let governs = match flag {
        Flag::DateGoverns => Some(Governs::Date),
        Flag::PeriodGoverns => Some(Governs::Period),
        Flag::NotExtendable | Flag::NoEndStated | Flag::NoFurtherExtension => None,
    };
    match (governs, &mut obligation.due) {
        (Some(governs), Due::Period(period)) if period.stated.is_some() => period.governs = Some(governs),
        (None, Due::Series(_)) if flag == Flag::NoEndStated => {}
        (None, _) if flag != Flag::NoEndStated => obligation.terms.push(Term::shown(flag.words().to_owned())),
        _ => {
            words.out.push(unused::clause(name_of_statement(modality), span));
            return None;
        }
    }
    Some(())
}

/// `covering CAR categories 1-3`.
fn apply_covering(words: &mut PhraseResolver<'_>, phrase: &Phrase, acts: &mut [Act]) -> Option<()> {
    let objects = words.objects(&phrase.tokens)?;
    let set = objects.list.into_iter().find_map(|o| o.set);
    match (set, first_object(acts)) {
        (Some(set), Some(object)) => object.set = Some(set),
        _ => {
            words.out.push(unused::covers_nothing(phrase.span));
            return None;
        }
    }
    Some(())
}

/// `for each document withheld`; `for each custodian`: what the act is over is counted apart.
fn for_each(
    words: &mut PhraseResolver<'_>,
    thing: &Phrase,
    filter: Option<&Phrase>,
    obligation: &mut Obligation,
) -> Option<()> {
    if let Some(by) = each::group(thing).filter(|_| filter.is_none()) {
        let rows = obligation.rows.get_or_insert_with(|| Selection::of(ordain_tables::Rows::Documents, thing.span));
        rows.by = Some(by);
    } else {
        (obligation.each, obligation.rows) = each::resolve(words, thing, filter)?;
    }
    Some(())
}

/// `except CAR category 2`; of a prohibition, what it leaves free.
fn apply_except(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    obligation: &mut Obligation,
    acts: &mut [Act],
    modality: Modality,
) -> Option<()> {
    let sets = if modality == Modality::MustNot {
        let exception = exception_of(words, phrase)?;
        match &exception.kind {
            ExceptionKind::Set(set) => vec![set.clone()],
            _ => {
                obligation.exceptions.push(exception);
                Vec::new()
            }
        }
    } else if let [only] = phrase.tokens.as_slice()
        && only.kind == TokenKind::Quoted
    {
        // For a person to apply.
        obligation.narrowed = true;
        obligation.terms.push(Term::shown(format!("except {}", text_of(phrase))));
        Vec::new()
    } else {
        let sets: Vec<Set> = words.objects(&phrase.tokens)?.list.into_iter().filter_map(|o| o.set).collect();
        if sets.is_empty() {
            words.out.push(unused::excepts_nothing(name_of_statement(modality), phrase.span));
            return None;
        }
        sets
    };
    for set in sets {
        remove_categories(acts, &set);
        obligation.excepted.push(set);
    }
    Some(())
}

/// `despite ¶ 1`: the paragraphs that yield.
fn apply_despite(words: &mut PhraseResolver<'_>, phrase: &Phrase, obligation: &mut Obligation) -> Option<()> {
    let objects = words.objects(&phrase.tokens)?;
    let related = objects.list.iter().flat_map(|o| &o.relations).map(|r| &r.to);
    let before = obligation.despite.len();
    obligation.despite.extend(related.filter_map(|r| if let Related::Paragraph(p) = r { Some(*p) } else { None }));
    if obligation.despite.len() == before {
        words.out.push(unused::despite_nothing(phrase.span));
        return None;
    }
    Some(())
}

/// `not exceeding 12 pages`; of a number of nothing it is asked of what.
fn not_exceeding(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    obligation: &mut Obligation,
    acts: &mut [Act],
    modality: Modality,
) -> Option<()> {
    match resolve_limit(words, phrase).filter(|_| modality != Modality::MustNot) {
        Some((limit, to)) => {
            obligation.limit = Some(limit);
            add_recipients(acts, to);
        }
        None => match bare_number(phrase) {
            Some(number) => {
                words.out.push(unused::limit_without_unit(&number, phrase.span));
                return None;
            }
            // Nothing on a record can be held against it.
            None => obligation.judgments.push(text_of(phrase)),
        },
    }
    Some(())
}

/// `not exceeding 12`: of what?
fn bare_number(phrase: &Phrase) -> Option<String> {
    let [only] = phrase.tokens.as_slice() else { return None };
    ordain_base::words::number(&only.text).map(|_| only.text.clone())
}

/// `at least five times`.
fn apply_times(words: &mut PhraseResolver<'_>, n: u32, span: Span, acts: &mut [Act]) -> Option<()> {
    let lemma = acts.first().map(|a| words.declared.verbs.get(a.verb).lemma.clone()).unwrap_or_default();
    let Some(object) = first_object(acts) else {
        words.out.push(ordain_base::diag::codes::names::no_object(&lemma, span));
        return None;
    };
    (object.quantity, object.least, object.times) = (Some(u64::from(n)), true, true);
    Some(())
}

/// `to Plaintiffs and the Court`; `to anyone` names nobody.
fn apply_recipients(words: &mut PhraseResolver<'_>, phrase: &Phrase, acts: &mut [Act]) -> Option<()> {
    if anybody(&phrase.tokens) == Some(phrase.tokens.len()) {
        return Some(());
    }
    let (parties, _) = parties::parties_of(words.declared, &phrase.tokens, words.out)?;
    add_recipients(acts, parties);
    Some(())
}

fn add_recipients(acts: &mut [Act], parties: Vec<PartyId>) {
    if let Some(object) = first_object(acts) {
        for p in parties {
            let to = Related::Head(Head::Party(p));
            object.relations.push(Relation { preposition: Some(Preposition::To), to });
        }
    }
}

fn first_object(acts: &mut [Act]) -> Option<&mut Object> {
    acts.first_mut()?.objects.list.first_mut()
}
