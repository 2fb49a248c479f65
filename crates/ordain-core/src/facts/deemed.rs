//! What the Court deems done: an assertion of the Court, known from the entry of its order.

use super::assertion::{Assertion, Content, Deed, Subject, Voice};
use super::ledger::Ledger;
use super::when::Bounds;
use crate::model::{Body, Deemed, Model};

/// Adds to the ledger what the orders of the matter deem.
pub fn add_deemed_facts(model: &Model, ledger: &mut Ledger) {
    for paragraph in &model.paragraphs {
        let Body::Dispositions(list) = &paragraph.body else { continue };
        let order = model.order(paragraph.order);
        for disposition in list {
            let Some(deemed) = disposition.deemed.as_ref().filter(|_| disposition.conditions.is_empty()) else {
                continue;
            };
            let (content, day) = match deemed {
                Deemed::Act { actors, act, day } => {
                    (Content::Done(Deed { actors: actors.clone(), act: act.clone(), negated: false }), day)
                }
                Deemed::Found(words) => (Content::Words(words.clone()), &None),
                Deemed::Thing { thing, what, day } => {
                    (Content::Happened { subject: Subject::Thing(*thing), what: *what }, day)
                }
            };
            let Some(day) = day.or_else(|| order.in_force()) else { continue };
            ledger.assertions.push(Assertion {
                id: paragraph.name.clone(),
                voice: Voice::Found,
                content,
                bounds: Bounds::on(day),
                known: order.docketed(),
                denied: Vec::new(),
                admitted: Vec::new(),
                performs: Vec::new(),
                instances: Vec::new(),
                of_which: Vec::new(),
                cites: paragraph.sources.clone(),
                span: disposition.span,
            });
        }
    }
}
