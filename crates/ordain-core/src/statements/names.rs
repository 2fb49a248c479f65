//! Names, days and quotations, as statements have them.

use chrono::{Datelike, NaiveDate, Timelike};

use crate::model::object::{Head, Set};
use crate::model::{Model, Moment, ParagraphId, PartyId};
use ordain_base::words::join;

/// `December 1, 2023`.
pub(super) fn date(day: NaiveDate) -> String {
    let month = chrono::Month::try_from(u8::try_from(day.month()).unwrap_or(1)).map_or("January", |m| m.name());
    format!("{month} {}, {}", day.day(), day.year())
}

/// `December 1, 2023 at 5:00 p.m.`
pub(super) fn moment(moment: Moment) -> String {
    let Moment { day, time } = moment;
    let Some(time) = time else { return date(day) };
    let (afternoon, hour) = time.hour12();
    format!("{} at {hour}:{:02} {}", date(day), time.minute(), if afternoon { "p.m." } else { "a.m." })
}

/// Words in quotation marks; marks inside keep theirs.
pub(super) fn quoted(words: &str) -> String {
    if words.contains('"') { format!("“{words}”") } else { format!("\"{words}\"") }
}

/// `A, B or C`.
pub(super) fn either(items: &[String]) -> String {
    match items {
        [all @ .., last] if !all.is_empty() => format!("{} or {last}", all.join(", ")),
        _ => items.concat(),
    }
}

/// `A, B and C`.
pub(super) fn both(items: &[String]) -> String {
    join(&items.iter().map(String::as_str).collect::<Vec<_>>())
}

pub(super) fn party(model: &Model, id: PartyId) -> String {
    model.declared.party_name(id).to_owned()
}

pub(super) fn parties(model: &Model, ids: &[PartyId]) -> Vec<String> {
    ids.iter().map(|p| party(model, *p)).collect()
}

pub(super) fn paragraph(model: &Model, id: ParagraphId) -> String {
    model.paragraph(id).name.clone()
}

pub(super) fn paragraphs(model: &Model, ids: &[ParagraphId]) -> String {
    both(&ids.iter().map(|p| paragraph(model, *p)).collect::<Vec<_>>())
}

pub(super) fn head(model: &Model, head: &Head) -> String {
    let declared = &model.declared;
    match head {
        Head::Record(id) => declared.records[id.index()].name.clone(),
        Head::Thing(id) => declared.things[id.index()].name.clone(),
        Head::Order(id) => model.order(*id).name.clone(),
        Head::Party(id) => party(model, *id),
        Head::Deliverable(d) => d.name().to_owned(),
        Head::Quoted(words) => quoted(words),
    }
}

/// `CAR categories 1, 2 and 5`; the record alone where all of it is meant.
pub(super) fn set(model: &Model, set: &Set) -> String {
    let record = &model.declared.records[set.record.index()];
    let known = set.categories.iter().filter_map(|c| record.categories.get(*c));
    let labels: Vec<String> = known.map(|c| c.label.clone()).collect();
    match labels.as_slice() {
        all if all.len() == record.categories.len() => record.name.clone(),
        [one] => format!("{} category {one}", record.name),
        all => format!("{} categories {}", record.name, both(all)),
    }
}

/// `in case "20-1001", "20-1002"`.
pub(super) fn in_cases(model: &Model, cases: &[usize]) -> Option<String> {
    let numbers = cases.iter().filter_map(|i| model.declared.cases.get(*i));
    let numbers: Vec<String> = numbers.map(|c| quoted(&c.number)).collect();
    (!numbers.is_empty()).then(|| format!("in case {}", numbers.join(", ")))
}
