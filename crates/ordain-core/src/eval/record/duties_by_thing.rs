//! The duties that an act may perform for certain, found by what their things are called: each act would else be held
//! against each paragraph.

use std::collections::BTreeMap;

use crate::eval::record::naming::wordings_of_head;
use crate::eval::record::titles::first_paper;
use crate::model::object::{Head, Object};
use crate::model::{Body, Model, ThingKind};
use crate::verdict::Modality;

/// Positions of paragraphs among those of the model, by what their duties are about.
#[derive(Debug, Default)]
pub(in crate::eval) struct DutiesByThing {
    by_wording: BTreeMap<String, Vec<usize>>,
    /// Those with a thing that has no wording: a record, an order, a party, or none at all.
    others: Vec<usize>,
}

impl DutiesByThing {
    pub(in crate::eval) fn new(model: &Model) -> Self {
        let mut all = Self::default();
        for (at, paragraph) in model.paragraphs.iter().enumerate() {
            let Body::Provision(provision) = &paragraph.body else { continue };
            if provision.modality != Modality::Must {
                continue;
            }
            for act in provision.obligations.iter().flat_map(|o| &o.acts) {
                if act.objects.list.is_empty() {
                    all.others.push(at);
                }
                act.objects.list.iter().for_each(|object| all.add(model, object, at));
            }
        }
        all
    }

    fn add(&mut self, model: &Model, object: &Object, at: usize) {
        let names = object.head.as_ref().map(|h| wordings_of_head(model, h)).unwrap_or_default();
        if names.is_empty() {
            self.others.push(at);
        }
        for name in names {
            self.by_wording.entry(name).or_default().push(at);
        }
    }

    /// The paragraphs whose duty a thing like one of these may be exactly, each once, in the order of the files.
    pub(in crate::eval) fn about(&self, model: &Model, things: &[Object]) -> Vec<usize> {
        let names = things.iter().filter_map(|o| o.head.as_ref()).flat_map(|h| names_of(model, h));
        let named = names.filter_map(|name| self.by_wording.get(&name)).flatten();
        let mut found: Vec<usize> = named.chain(&self.others).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// What a thing is called, and of a declared motion what kind of motion it is.
fn names_of(model: &Model, head: &Head) -> Vec<String> {
    let mut names = wordings_of_head(model, head);
    if let Head::Thing(thing) = head
        && model.declared.things[thing.index()].kind == ThingKind::Motion
    {
        let kinds: Vec<String> = names.iter().filter_map(|w| first_paper(w)).map(|d| d.name().to_owned()).collect();
        names.extend(kinds);
        names.push("motion".to_owned());
    }
    names
}
