//! The clauses of an obligation, each on a line of its own.

use super::due::state_due;
use super::names::{head_in_words, in_quotation_marks, join_with_and, state_paragraphs, state_set};
use super::{acts, conditions, consequences, rows};
use crate::model::object::{Act, Head, Related};
use crate::model::{Due, Model, Obligation};

/// Everything that is said beside the act.
pub(super) fn state_clauses(model: &Model, obligation: &Obligation) -> Vec<String> {
    // Every field is named, so that a new one is thought of here.
    let Obligation {
        id: _,
        label: _,
        arm: _,
        acts: _,
        words: _,
        in_each: _,
        due: falls,
        due_span,
        standard,
        each,
        rows: over,
        conditions: asked,
        exceptions,
        despite,
        limit,
        judgments,
        terms,
        otherwise,
        consequences: follows,
        readings,
        narrowed: _,
        excepted,
        span: _,
    } = obligation;
    let mut out = Vec::new();
    let promptly = standard.as_ref();
    match (promptly, falls) {
        (Some(word), Due::Standard) => out.push(word.clone()),
        (Some(word), other) => out.push(format!("{word}, and in any event {}", state_due(model, other))),
        (None, Due::Open(words)) if due_span.is_none() && (words.is_empty() || words == "no end" || over.is_some()) => {
        }
        (None, other) => out.push(state_due(model, other)),
    }
    out.extend(each.iter().map(|e| rows::each(model, e, over.as_ref())));
    if each.is_none() {
        out.extend(over.iter().filter_map(rows::for_each));
    }
    out.extend(asked.iter().map(|c| conditions::state_condition(model, c)));
    out.extend(exceptions.iter().map(|e| format!("except {}", conditions::exception(model, e))));
    out.extend(excepted.iter().map(|s| format!("except {}", state_set(model, s))));
    if !despite.is_empty() {
        out.push(format!("despite {}", state_paragraphs(model, despite)));
    }
    for (act, condition) in otherwise {
        out.push(format!("or, {}, {}", conditions::state_condition(model, condition), acts::act(model, act)));
    }
    out.extend(limit.iter().map(|l| format!("not exceeding {}", l.words)));
    let of_record = of_record(model, &obligation.acts);
    out.extend(
        judgments.iter().filter(|j| !of_record.contains(j)).map(|j| format!("judgment {}", in_quotation_marks(j))),
    );
    // What is only a quotation says in what manner.
    out.extend(terms.iter().map(|t| if t.is_manner { format!("manner {}", t.words) } else { t.words.clone() }));
    // That no hour is named the words of the deadline say themselves.
    let by_close = matches!(falls, Due::Day { close_of_business: true, .. });
    let said = readings.iter().filter(|r| !(by_close && r.starts_with("close of business")));
    out.extend(said.map(|r| format!("reading {}", in_quotation_marks(r))));
    out.extend(follows.iter().map(|c| format!("on breach {}", consequences::consequence(model, c))));
    out
}

/// What a record says only a person can apply: the categories bring it along.
fn of_record<'m>(model: &'m Model, acts: &[Act]) -> Vec<&'m String> {
    let sets = acts.iter().flat_map(|a| &a.objects.list).filter_map(|o| o.set.as_ref());
    let categories = sets.flat_map(|s| {
        let record = &model.declared.records[s.record.index()];
        s.categories.iter().filter_map(|c| record.categories.get(*c))
    });
    categories.flat_map(|c| c.judgments.iter().map(|j| &j.value)).collect()
}

/// `in each of "Hewad" and "Anis"`, of the obligations that it makes.
pub(super) fn in_each(model: &Model, obligations: &[&Obligation]) -> Option<String> {
    let mut word = None;
    let mut things = Vec::new();
    for obligation in obligations {
        let relation = obligation.acts.first()?.objects.list.first()?.one_of.as_ref()?;
        word = relation.preposition.map(|p| p.word());
        match &relation.to {
            // Its label has the name as the order writes it.
            Related::Head(Head::Quoted(words)) => {
                let label = &obligation.label.act;
                let at = label.len().checked_sub(words.len()).and_then(|at| label.get(at..));
                things.push(in_quotation_marks(at.filter(|own| own.to_lowercase() == *words).unwrap_or(words)));
            }
            Related::Head(one) => things.push(head_in_words(model, one)),
            Related::Paragraph(_) | Related::Parties | Related::Day(_) => {}
        }
    }
    Some(format!("{} each of {}", word?, join_with_and(&things)))
}
