//! The parts of one limb for one bearer: categories, items, objects, or the act itself.

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::amount::evaluate;
use crate::eval::case::Case;
use crate::eval::conduct::{permission, prohibition};
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::phrasing::{act_performed, object_name, participle};
use crate::eval::duty::task::Task;
use crate::eval::duty::{alternative, contrary_act, performance};
use crate::eval::recurring::{each_time, series};
use crate::eval::rows::parts;
use crate::eval::set::{category_set, items};
use crate::model::Due;
use crate::model::object::Set;
use crate::verdict::{Kind, Modality};

/// The parts of one obligation for one bearer: categories, items, objects, or the act itself.
pub(in crate::eval) fn parts_of_limb(
    case: &Case<'_>,
    modality: Modality,
    task: &Task<'_>,
    amended: &AmendedDuty<'_>,
) -> Vec<(String, String, PartVerdict)> {
    let done = act_performed(case, task.obligation);
    match modality {
        // Removed from the beginning, or before the stretch that is asked about.
        Modality::MustNot if amended.lifted.is_some() => {
            return vec![(String::new(), done, PartVerdict::new(Kind::Kept, "no act in breach on the record"))];
        }
        Modality::MustNot => return vec![(String::new(), done, prohibition::prohibition_verdict(case, task))],
        Modality::May | Modality::CutOff => {
            return vec![(String::new(), done, permission::permission_verdict(case, task))];
        }
        Modality::Must => {}
    }
    if let Some(leaf) = contrary_act::contrary_act_verdict(case, task) {
        return vec![(String::new(), done, leaf)];
    }
    if let Due::Series(series) = &task.obligation.due {
        let all = series::instance_parts(case, task, series, amended);
        return all.into_iter().map(|(part, leaf)| (part, done.clone(), leaf)).collect();
    }
    if let Due::EachTime(period) = &task.obligation.due {
        return each_time::occurrence_parts(case, task, period, &done);
    }
    if let Some(found) = task.obligation.rows.as_ref().and_then(|s| parts::row_parts(case, task, s, &done)) {
        return found;
    }
    if task.obligation.each.is_some() {
        return items::item_parts(case, task);
    }
    let act = task.obligation.acts.first();
    let object = act.and_then(|a| a.objects.list.first());
    if let [only] = task.obligation.acts.as_slice()
        && let Some(leaf) = evaluate::amount_verdict(case, task, only, None)
    {
        return vec![(String::new(), done, leaf)];
    }
    if let (Some(act), Some(object)) = (act, object)
        && let Some(whole) = category_set::set_of_object(case, act, object)
    {
        let leaf = |one: &Set| category_set::set_verdict(case, task, act, one);
        if whole.categories.is_empty() {
            return vec![(String::new(), done, leaf(whole))];
        }
        let record = &case.model.declared.records[whole.record.index()];
        return whole
            .categories
            .iter()
            .map(|&c| {
                let one = Set { record: whole.record, categories: vec![c] };
                let label = format!("category {}", record.categories[c].label);
                (label.clone(), format!("{} {} {label}", participle(case, task.obligation), record.name), leaf(&one))
            })
            .collect();
    }
    // `file the answer and the list`: each thing by itself.
    let several = task.obligation.acts.len() == 1 && act.is_some_and(|a| a.objects.list.len() > 1 && !a.objects.any);
    if let (true, Some(act)) = (several, act) {
        return act
            .objects
            .list
            .iter()
            .map(|o| {
                let mut one = act.clone();
                one.objects.list = vec![o.clone()];
                let name = object_name(case, o);
                let done = format!("{} {name}", participle(case, task.obligation));
                let leaf = evaluate::amount_verdict(case, task, &one, None);
                (name, done, leaf.unwrap_or_else(|| performance::act_verdict(case, task, &[one])))
            })
            .collect();
    }
    vec![(
        String::new(),
        done,
        alternative::or_alternative(case, task, performance::act_verdict(case, task, &task.obligation.acts)),
    )]
}
