//! One act with all its clauses.

use super::acts::Group;
use super::clauses::apply_clause;
use super::each_time::each_time;
use super::measured;
use super::phrase::PhraseResolver;
use crate::model::ir::due::Due;
use crate::model::ir::object::Act;
use crate::model::ir::obligation::{ItemLabel, Obligation};
use crate::model::ir::series::First;
use crate::verdict::Modality;
use ordain_syntax::ast::{Clause, ClauseKind, Every};

pub(crate) fn resolve_obligation(
    words: &mut PhraseResolver<'_>,
    group: Group,
    clauses: &[&Clause],
    label: ItemLabel,
    listed: bool,
    modality: Modality,
) -> Option<Obligation> {
    let mut acts = group.acts;
    let mut whole = !acts.is_empty();
    let mut obligation = Obligation {
        label,
        words: group.words,
        in_each: group.in_each,
        due: default_due(modality),
        ..Obligation::blank(group.span)
    };
    // The due time first: a flag beside it (`the date governs`) is about it.
    let (times, others): (Vec<&&Clause>, Vec<&&Clause>) =
        clauses.iter().partition(|c| matches!(c.kind, ClauseKind::Deadline(_)));
    for clause in times.into_iter().chain(others) {
        whole &= apply_clause(words, clause, &mut obligation, &mut acts, listed, modality).is_some();
    }
    if modality == Modality::Must && !acts.iter().any(|a| words.declared.verbs.get(a.verb).family.lasts()) {
        obligation.due = last_day(obligation.due);
    }
    // An act is due on a day; what adds up is counted in periods, of which the day is the first.
    if let (Due::Series(series), Some(span)) = (&mut obligation.due, obligation.due_span)
        && let First::Beginning(anchor, from) = &series.first
        && matches!(series.every, Every::Length(_))
        && !acts.iter().any(Act::is_sum)
    {
        words.out.push(ordain_base::diag::codes::money::beginning(span, from));
        series.first = First::OnOrAfter(anchor.clone(), from.clone());
    }
    if modality == Modality::Must && obligation.limit.is_none() {
        obligation.limit = measured::limit_of_duty(words.declared, &mut acts);
    }
    if let Some(most) = acts.iter().flat_map(|a| &a.objects.list).find(|o| o.most)
        && !matches!(modality, Modality::May | Modality::CutOff)
    {
        words.out.push(ordain_base::diag::codes::money::limit_of_a_duty(most.span));
        whole = false;
    }
    // What a record says only a person can apply is for judgment wherever it is asked for.
    for set in acts.iter().flat_map(|a| &a.objects.list).filter_map(|o| o.set.as_ref()) {
        let record = &words.declared.records[set.record.index()];
        for &c in &set.categories {
            obligation.judgments.extend(record.categories[c].judgments.iter().map(|j| j.value.clone()));
        }
    }
    obligation.due = each_time(obligation.due, &group.of_each);
    obligation.acts = acts;
    whole.then_some(obligation)
}

/// `file answer until D`: of an act that is done once, and does not last, that is its last day.
fn last_day(due: Due) -> Due {
    match due {
        Due::Until { moment, .. } => Due::Day { moment, strict: false, close_of_business: false },
        Due::UntilEvent { anchor, words, .. } => Due::Event { anchor, words, strict: false },
        Due::UntilPeriod { period, .. } => Due::Period(period),
        other => other,
    }
}

fn default_due(modality: Modality) -> Due {
    match modality {
        Modality::Must | Modality::CutOff => Due::Open("no deadline".to_owned()),
        Modality::MustNot => Due::Open("continuing".to_owned()),
        Modality::May => Due::Open("no end".to_owned()),
    }
}
