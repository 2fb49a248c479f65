//! Names and numbers in words.

use crate::model::object::{Head, Set};
use crate::model::{Model, OrderId, ParagraphId, PartyId};
use ordain_base::words::join;

/// `A, B or C`.
pub(super) fn either(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
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

pub(super) fn order(model: &Model, id: OrderId) -> String {
    model.order(id).name.clone()
}

pub(super) fn paragraph(model: &Model, id: ParagraphId) -> String {
    model.paragraph(id).name.clone()
}

pub(super) fn head(model: &Model, head: &Head) -> String {
    let declared = &model.declared;
    match head {
        Head::Record(id) => declared.records[id.index()].name.clone(),
        Head::Thing(id) => declared.things[id.index()].name.clone(),
        Head::Order(id) => order(model, *id),
        Head::Party(id) => party(model, *id),
        Head::Deliverable(d) => d.name().to_owned(),
        Head::Quoted(words) => format!("\"{words}\""),
    }
}

/// `CAR categories 1-5`; the record alone where it has no categories.
pub(super) fn set_words(model: &Model, set: &Set) -> String {
    let record = &model.declared.records[set.record.index()];
    let labels: Vec<String> =
        set.categories.iter().filter_map(|c| record.categories.get(*c)).map(|c| c.label.clone()).collect();
    match labels.as_slice() {
        [] if record.categories.is_empty() => record.name.clone(),
        [] => format!("no category of {}", record.name),
        [one] => format!("{} category {one}", record.name),
        all => format!("{} categories {}", record.name, both(all)),
    }
}
