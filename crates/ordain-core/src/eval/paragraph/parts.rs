//! The parts of one obligation for one bearer: categories, items, things, instances, or the act itself.

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amount::evaluate;
use crate::eval::case::Case;
use crate::eval::conduct::{limit, permission, prohibition};
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::phrasing::{act_performed, object_name, of_one_act, participle, without_limit};
use crate::eval::duty::task::Task;
use crate::eval::duty::{alternative, contrary_act, performance};
use crate::eval::paragraph::possible_days::under_both;
use crate::eval::recurring::{each_time, series};
use crate::eval::rows::parts;
use crate::eval::set::{category_set, items};
use crate::model::object::{Act, Set};
use crate::model::{Recurrence, Shape};
use crate::verdict::{Kind, Modality, Part};

/// The parts of one obligation for one bearer, each with its verdict.
pub(in crate::eval) fn parts_of_obligation(
    case: &Case<'_>,
    modality: Modality,
    task: &Task<'_>,
    amended: &AmendedDuty<'_>,
) -> Vec<NamedPart> {
    let Deadline::Either(two) = task.deadline else { return parts_by_modality(case, modality, task, amended) };
    let under = |deadline: &Deadline| {
        let one = Task { deadline, bearer: task.bearer.clone(), ..*task };
        parts_of_obligation(case, modality, &one, amended)
    };
    under_both(under(&two.first), under(&two.last), two)
}

fn parts_by_modality(
    case: &Case<'_>,
    modality: Modality,
    task: &Task<'_>,
    amended: &AmendedDuty<'_>,
) -> Vec<NamedPart> {
    let done = act_performed(case, task.obligation);
    let done = match modality {
        Modality::MustNot => of_one_act(&done),
        Modality::May => without_limit(&done),
        Modality::Must | Modality::CutOff => done,
    };
    let verdict = match modality {
        Modality::Must => return limit::with_limit(case, task, duty_parts(case, task, amended, done)),
        // Removed from the beginning, or before the stretch that is asked about.
        Modality::MustNot if amended.lifted.is_some() => PartVerdict::new(Kind::Kept, "no act in breach on the record"),
        Modality::MustNot => prohibition::prohibition_verdict(case, task),
        Modality::May | Modality::CutOff => permission::permission_verdict(case, task),
    };
    vec![NamedPart::whole(done, verdict)]
}

fn duty_parts(case: &Case<'_>, task: &Task<'_>, amended: &AmendedDuty<'_>, done: String) -> Vec<NamedPart> {
    if let Some(undone) = contrary_act::contrary_act_verdict(case, task) {
        return vec![NamedPart::whole(done, undone)];
    }
    match task.obligation.recurrence() {
        Recurrence::Series(series) => series::instance_parts(case, task, series, amended, &done),
        Recurrence::EachTime(period) => each_time::occurrence_parts(case, task, period, &done),
        Recurrence::Once => parts_by_shape(case, task, &task.obligation.shape(&case.model.declared.verbs), done),
    }
}

fn parts_by_shape(case: &Case<'_>, task: &Task<'_>, shape: &Shape<'_>, done: String) -> Vec<NamedPart> {
    match shape {
        Shape::Rows { selection, beside } => {
            parts::row_parts(case, task, selection, &done).unwrap_or_else(|| parts_by_shape(case, task, beside, done))
        }
        Shape::Items(each) => items::item_parts(case, task, each),
        Shape::Sum { act, sum } => {
            vec![NamedPart::whole(done, evaluate::sum_verdict(case, task, act, *sum, None))]
        }
        Shape::Set { act, set } => set_parts(case, task, act, set, done),
        Shape::Each(acts) => acts.iter().map(|act| thing_part(case, task, act)).collect(),
        Shape::Once => {
            let own = performance::act_verdict(case, task, &task.obligation.acts);
            vec![NamedPart::whole(done, alternative::or_alternative(case, task, own))]
        }
    }
}

/// `complete CAR categories 1-5`: each category by itself.
fn set_parts(case: &Case<'_>, task: &Task<'_>, act: &Act, set: &Set, done: String) -> Vec<NamedPart> {
    if set.categories.is_empty() {
        return vec![NamedPart::whole(done, category_set::set_verdict(case, task, act, set))];
    }
    let record = &case.model.declared.records[set.record.index()];
    let part = |&c: &usize| {
        let one = Set { record: set.record, categories: vec![c] };
        let part = Part::Category(record.categories[c].label.clone());
        let done = format!("{} {} {part}", participle(case, task.obligation), record.name);
        NamedPart::new(part, done, category_set::set_verdict(case, task, act, &one))
    };
    set.categories.iter().map(part).collect()
}

/// `file the answer and the list`: one of the things.
fn thing_part(case: &Case<'_>, task: &Task<'_>, act: &Act) -> NamedPart {
    let name = act.objects.list.first().map(|o| object_name(case, o)).unwrap_or_default();
    let done = format!("{} {name}", participle(case, task.obligation));
    let verdict = evaluate::amount_verdict(case, task, act, None)
        .unwrap_or_else(|| performance::act_verdict(case, task, std::slice::from_ref(act)));
    NamedPart::new(Part::Thing(name), done, verdict)
}
