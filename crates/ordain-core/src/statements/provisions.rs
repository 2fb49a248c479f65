//! What a paragraph requires, forbids or permits.

use super::acts;
use super::bearers::state_bearer;
use super::clauses::{in_each, state_clauses};
use super::names::join_with_and;
use super::rows;
use crate::model::object::Act;
use crate::model::{Model, Obligation, Provision};
use crate::verdict::Modality;
use ordain_syntax::ast::Choice;

/// The first line says who must do what; the others are its clauses, or items.
pub(super) fn lines(model: &Model, provision: &Provision) -> Vec<String> {
    let Provision { modality, bearer: who, bearer_words: _, obligations, choice } = provision;
    if let [only] = obligations.as_slice()
        && let Some(line) = rows::requirement(model, only, who)
    {
        return std::iter::once(line).chain(state_clauses(model, only)).collect();
    }
    let (who, how) = state_bearer(model, who);
    let modal = match modality {
        Modality::Must => "must",
        Modality::MustNot => "must not",
        Modality::May => "may",
        Modality::CutOff => return cut_off(model, obligations),
    };
    let items = obligations_by_item(obligations);
    if let [only] = items.as_slice()
        && *choice == Choice::All
    {
        let (act, clauses) = state_item(model, only);
        return join_frequency_to_act(format!("{who} {modal}{how} {act}"), clauses);
    }
    let lead = match choice {
        Choice::All => String::new(),
        other => format!(" {}", other.name()),
    };
    let mut out = vec![format!("{who} {modal}{how}{lead}:")];
    for (n, one) in items.iter().enumerate() {
        let (mut act, mut clauses) = state_item(model, one);
        // Below the last item a line of its own would be of the whole paragraph.
        if n + 1 == items.len() {
            act = std::iter::once(act).chain(clauses.drain(..)).collect::<Vec<_>>().join(" ");
        }
        let label = one.first().map_or("", |o| o.label.letter.as_str());
        let lines = join_frequency_to_act(format!("  {label} {act}"), clauses).into_iter().enumerate();
        out.extend(lines.map(|(i, line)| if i > 0 { format!("    {line}") } else { line }));
        if let Some(last) = out.last_mut() {
            last.push(';');
        }
    }
    if let Some(last) = out.last_mut() {
        last.truncate(last.trim_end_matches(';').len());
    }
    out
}

/// `at least 500 pages a week`: how often stands on the line of the act.
fn join_frequency_to_act(act: String, mut clauses: Vec<String>) -> Vec<String> {
    let often = clauses.iter().position(|c| c.starts_with("a "));
    let act = often.map_or(act.clone(), |at| format!("{act} {}", clauses.remove(at)));
    std::iter::once(act).chain(clauses).collect()
}

/// The obligations of one item after another: those of one letter.
fn obligations_by_item(obligations: &[Obligation]) -> Vec<Vec<&Obligation>> {
    let mut out: Vec<Vec<&Obligation>> = Vec::new();
    for obligation in obligations {
        match out.last_mut() {
            Some(last) if last.first().is_some_and(|f| f.label.letter == obligation.label.letter) => {
                last.push(obligation)
            }
            _ => out.push(vec![obligation]),
        }
    }
    out
}

/// The acts of an item, and its clauses.
fn state_item(model: &Model, obligations: &[&Obligation]) -> (String, Vec<String>) {
    let Some(first) = obligations.first() else { return (String::new(), Vec::new()) };
    let mut said: Vec<String> = Vec::new();
    for obligation in obligations {
        let words = rows::act(model, obligation).unwrap_or_else(|| state_acts(model, obligation));
        // `in each of A and B` says one act for several things.
        if !said.contains(&words) {
            said.push(words);
        }
    }
    let each = in_each(model, &distinct_obligations(obligations));
    (join_with_and(&said), each.into_iter().chain(state_clauses(model, first)).collect())
}

/// One obligation for each thing of `in each of`, those of the first act.
fn distinct_obligations<'o>(obligations: &[&'o Obligation]) -> Vec<&'o Obligation> {
    let bare = |o: &Obligation| o.acts.iter().map(without_each).collect::<Vec<_>>();
    let Some(first) = obligations.first().map(|o| bare(o)) else { return Vec::new() };
    obligations.iter().filter(|o| bare(o) == first).copied().collect()
}

fn without_each(act: &Act) -> Act {
    let mut act = act.clone();
    for object in &mut act.objects.list {
        object.one_of = None;
    }
    act.objects.list.retain(|o| !o.is_empty());
    act
}

/// Any one of the acts performs it.
fn state_acts(model: &Model, obligation: &Obligation) -> String {
    let whole = |act: &Act| {
        let mut act = act.clone();
        // What `except` takes out is in the act, and then after `except`.
        for set in act.objects.list.iter_mut().filter_map(|o| o.set.as_mut()) {
            let out = obligation.excepted.iter().filter(|e| e.record == set.record);
            set.categories.extend(out.flat_map(|e| e.categories.clone()));
            set.categories.sort_unstable();
            set.categories.dedup();
        }
        act
    };
    // `file and serve declaration`: a verb alone takes the thing of the next.
    if let [only] = obligation.acts.as_slice()
        && model.declared.verbs.get(only.verb).lemma == obligation.label.act
    {
        return obligation.label.act.clone();
    }
    let all: Vec<String> = obligation.acts.iter().map(|a| acts::act(model, &whole(a))).collect();
    all.join(" or ")
}

/// `any motion is due`; of another verb `any motion must be heard`.
fn cut_off(model: &Model, obligations: &[Obligation]) -> Vec<String> {
    let Some((only, act)) = obligations.first().and_then(|o| Some((o, o.acts.first()?))) else { return Vec::new() };
    let verb = model.declared.verbs.get(act.verb);
    let things = acts::objects(model, &act.objects);
    let line = match verb.lemma.as_str() {
        "file" => format!("any {things} is due"),
        _ => format!("any {things} must be {}", verb.participle),
    };
    std::iter::once(line).chain(state_clauses(model, only)).collect()
}
