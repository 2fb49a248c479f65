//! What a paragraph requires, forbids or permits.

use super::bearers::bearer_in_words;
use super::parts::{Part, Role, Statement};
use super::wording::set_words;
use super::{acts, conditions, consequences, deadlines, rows};
use crate::model::{Due, Model, Obligation, Provision, VerbId};

/// One statement an obligation, and how many of several are asked for.
pub(super) fn outline(model: &Model, provision: &Provision) -> (Option<&'static str>, Vec<Statement>) {
    let Provision { modality, bearer: who, bearer_words: _, obligations, choice } = provision;
    let (who, person) = bearer_in_words(model, who);
    let statements = obligations.iter().map(|o| {
        let mut parts = vec![
            Part { role: Role::Who, text: who.clone(), by_person: person },
            Part::new(Role::Modality, modality.name()),
        ];
        parts.extend(parts_of_obligation(model, o));
        let Obligation { label, arm, acts: performed, .. } = o;
        // Of an item with several acts, of which all are one choice, the act itself.
        let arm = performed.first().filter(|_| !arm.is_empty()).map(|a| format!(" {}", acts::act(model, a)));
        Statement { label: format!("{label}{}", arm.unwrap_or_default()), parts }
    });
    ((obligations.len() > 1).then(|| choice.name()), statements.collect())
}

/// Everything of one obligation but who is bound.
pub(super) fn parts_of_obligation(model: &Model, obligation: &Obligation) -> Vec<Part> {
    // Every field is named, so that a new one is thought of here.
    let Obligation {
        id: _,
        label: _,
        arm: _,
        acts: performed,
        words: _,
        in_each: _,
        due,
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
    for (i, act) in performed.iter().enumerate() {
        // A modification may say something of the thing alone.
        if act.verb != VerbId::NONE {
            let lead = if i > 0 { "or " } else { "" };
            out.push(Part::new(Role::Act, format!("{lead}{}", model.declared.verbs.get(act.verb).lemma)));
        }
        let things = acts::objects(model, &act.objects, false);
        if !things.is_empty() {
            out.push(Part::new(Role::Object, things));
        }
        for object in &act.objects.list {
            out.extend(acts::recipients(model, object).into_iter().map(|r| Part::new(Role::Recipient, r)));
        }
    }
    if due_span.is_some() || !matches!(due, Due::Open(words) if words.is_empty()) {
        let person = matches!(due, Due::Standard | Due::Recurring { .. });
        out.push(Part { role: Role::Due, text: deadlines::due_in_words(model, due), by_person: person });
    }
    out.extend(standard.iter().map(|s| Part::by_person(Role::Due, s.clone())));
    out.extend(each.iter().map(|e| Part::new(Role::Each, acts::object_in_words(model, e, true))));
    out.extend(over.iter().map(|s| Part::new(Role::Rows, rows::selection(model, s))));
    out.extend(asked.iter().map(|c| conditions::condition(model, c)));
    out.extend(exceptions.iter().map(|e| conditions::exception(model, e)));
    out.extend(excepted.iter().map(|s| Part::new(Role::Exception, set_words(model, s))));
    if !despite.is_empty() {
        out.push(Part::new(Role::Despite, deadlines::paragraph_names(model, despite)));
    }
    for (act, condition) in otherwise {
        let text = format!("{}, {}", acts::act(model, act), conditions::condition(model, condition).text);
        out.push(Part::new(Role::Alternative, text));
    }
    out.extend(limit.iter().map(|l| Part::new(Role::Limit, l.words.clone())));
    out.extend(judgments.iter().map(|j| Part::by_person(Role::Manner, j.clone())));
    out.extend(terms.iter().map(|t| Part::by_person(Role::Manner, t.words.clone())));
    out.extend(readings.iter().map(|r| Part::by_person(Role::Note, r.clone())));
    out.extend(follows.iter().map(|c| consequences::consequence(model, c)));
    out
}
