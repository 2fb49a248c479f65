//! Names and numbers in words, for the outline and for statements.

use chrono::NaiveDate;

use crate::model::object::{Head, Related, Relation, Set};
use crate::model::{Model, OrderId, ParagraphId, PartyId};
use ordain_base::words::join;

/// `A, B or C`.
pub(crate) fn join_with_or(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

/// `A, B and C`.
pub(crate) fn join_with_and(items: &[String]) -> String {
    join(&items.iter().map(String::as_str).collect::<Vec<_>>())
}

pub(crate) fn party_name(model: &Model, id: PartyId) -> String {
    model.declared.party_name(id).to_owned()
}

pub(crate) fn party_names(model: &Model, ids: &[PartyId]) -> Vec<String> {
    ids.iter().map(|p| party_name(model, *p)).collect()
}

pub(crate) fn order_name(model: &Model, id: OrderId) -> String {
    model.order(id).name.clone()
}

pub(crate) fn paragraph_name(model: &Model, id: ParagraphId) -> String {
    model.paragraph(id).name.clone()
}

pub(crate) fn head_in_words(model: &Model, head: &Head) -> String {
    let declared = &model.declared;
    match head {
        Head::Record(id) => declared.records[id.index()].name.clone(),
        Head::Thing(id) => declared.things[id.index()].name.clone(),
        Head::Order(id) => order_name(model, *id),
        Head::Party(id) => party_name(model, *id),
        Head::Deliverable(d) => d.name().to_owned(),
        Head::Quoted(words) => in_quotation_marks(words),
    }
}

/// Words in quotation marks; marks inside keep theirs.
pub(crate) fn in_quotation_marks(words: &str) -> String {
    if words.contains('"') { format!("“{words}”") } else { format!("\"{words}\"") }
}

/// `of Plaintiffs`, `before May 3`, with days as `day` writes them.
pub(crate) fn relation_in_words(model: &Model, relation: &Relation, day: fn(NaiveDate) -> String) -> String {
    let Relation { preposition, to } = relation;
    let to = match to {
        Related::Head(h) => head_in_words(model, h),
        Related::Paragraph(p) => paragraph_name(model, *p),
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
        all => format!("{} categories {}", record.name, join_with_and(all)),
    }
}
