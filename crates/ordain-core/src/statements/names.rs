//! Names, days and quotations, as statements have them.

use chrono::Timelike;

use crate::model::object::Set;
use crate::model::{Model, Moment, ParagraphId};
pub(super) use crate::outline::wording::{
    head_in_words, in_quotation_marks, join_with_and, join_with_or, paragraph_name, party_name, party_names,
};
pub(super) use ordain_base::words::written_day as date;

/// `December 1, 2023 at 5:00 p.m.`
pub(super) fn state_moment(moment: Moment) -> String {
    let Moment { day, time } = moment;
    let Some(time) = time else { return date(day) };
    let (afternoon, hour) = time.hour12();
    format!("{} at {hour}:{:02} {}", date(day), time.minute(), if afternoon { "p.m." } else { "a.m." })
}

pub(super) fn state_paragraphs(model: &Model, ids: &[ParagraphId]) -> String {
    join_with_and(&ids.iter().map(|p| paragraph_name(model, *p)).collect::<Vec<_>>())
}

/// `CAR categories 1, 2 and 5`; the record alone where all of it is meant.
pub(super) fn state_set(model: &Model, set: &Set) -> String {
    let record = &model.declared.records[set.record.index()];
    let known = set.categories.iter().filter_map(|c| record.categories.get(*c));
    let labels: Vec<String> = known.map(|c| c.label.clone()).collect();
    match labels.as_slice() {
        all if all.len() == record.categories.len() => record.name.clone(),
        [one] => format!("{} category {one}", record.name),
        all => format!("{} categories {}", record.name, join_with_and(all)),
    }
}

/// `in case "20-1001", "20-1002"`.
pub(super) fn in_cases(model: &Model, cases: &[usize]) -> Option<String> {
    let numbers = cases.iter().filter_map(|i| model.declared.cases.get(*i));
    let numbers: Vec<String> = numbers.map(|c| in_quotation_marks(&c.number)).collect();
    (!numbers.is_empty()).then(|| format!("in case {}", numbers.join(", ")))
}
