//! Names and numbers in words, for the outline and for statements.

use chrono::NaiveDate;

use crate::model::object::{Head, Related, Relation, Set};
use crate::model::{Model, OrderId, ParagraphId, PartyId};
use ordain_base::words::join;

/// `A, B or C`.
pub(crate) fn either(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

/// `A, B and C`.
pub(crate) fn both(items: &[String]) -> String {
    join(&items.iter().map(String::as_str).collect::<Vec<_>>())
}

pub(crate) fn party(model: &Model, id: PartyId) -> String {
    model.declared.party_name(id).to_owned()
}

pub(crate) fn parties(model: &Model, ids: &[PartyId]) -> Vec<String> {
    ids.iter().map(|p| party(model, *p)).collect()
}

pub(crate) fn order(model: &Model, id: OrderId) -> String {
    model.order(id).name.clone()
}

pub(crate) fn paragraph(model: &Model, id: ParagraphId) -> String {
    model.paragraph(id).name.clone()
}

pub(crate) fn head(model: &Model, head: &Head) -> String {
    let declared = &model.declared;
    match head {
        Head::Record(id) => declared.records[id.index()].name.clone(),
        Head::Thing(id) => declared.things[id.index()].name.clone(),
        Head::Order(id) => order(model, *id),
        Head::Party(id) => party(model, *id),
        Head::Deliverable(d) => d.name().to_owned(),
        Head::Quoted(words) => quoted(words),
    }
}

/// Words in quotation marks; marks inside keep theirs.
pub(crate) fn quoted(words: &str) -> String {
    if words.contains('"') { format!("“{words}”") } else { format!("\"{words}\"") }
}

/// `of Plaintiffs`, `before May 3`, with days as `day` writes them.
pub(crate) fn relation(model: &Model, relation: &Relation, day: fn(NaiveDate) -> String) -> String {
    let Relation { preposition, to } = relation;
    let to = match to {
        Related::Head(h) => head(model, h),
        Related::Paragraph(p) => paragraph(model, *p),
        Related::Parties => "the parties".to_owned(),
        Related::Day(d) => day(*d),
    };
    match preposition {
        Some(preposition) => format!("{} {to}", preposition.word()),
        None => to,
    }
}

/// `CAR categories 1-5`; the record alone where it has no categories.
pub(crate) fn set_words(model: &Model, set: &Set) -> String {
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
