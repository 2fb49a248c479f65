//! `event Close of Discovery is the deadline of Sched ¶ 1`: the event has the day of the duty, and
//! moves with it.

use super::phrase::PhraseResolver;
use crate::model::ir::ids::{ParagraphId, ThingId};
use crate::model::ir::model::Model;
use crate::model::ir::object::Related;
use crate::model::ir::paragraph::Body;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::declarations as say;
use ordain_syntax::ast::{Named, Phrase, Statement, StatementKind};

/// Ties each such event to its duty. Things are in the order in which `all` declares them.
pub(crate) fn link<'a>(model: &mut Model, all: impl Iterator<Item = &'a Statement>, out: &mut Vec<Diagnostic>) {
    let named: Vec<&Named> = all
        .filter_map(|s| match &s.kind {
            StatementKind::Named(n) => Some(n),
            _ => None,
        })
        .collect();
    for (i, n) in named.into_iter().enumerate() {
        let Some(phrase) = &n.deadline_of else { continue };
        let found = duty_named(model, phrase, out);
        if let (Some(_), Some(date)) = (found, &n.date) {
            out.push(say::two_days_of_an_event(
                &model.declared.things[ThingId::at(i).index()].name,
                date.span,
                phrase.span,
            ));
            continue;
        }
        if let Some(thing) = model.declared.things.get_mut(i) {
            thing.deadline_of = found;
        }
    }
}

/// The one duty, or last day, that the words name.
fn duty_named(model: &Model, phrase: &Phrase, out: &mut Vec<Diagnostic>) -> Option<ParagraphId> {
    let before = out.len();
    let objects =
        PhraseResolver { names: &model.declared.names, declared: &model.declared, out }.objects(&phrase.tokens);
    if out.len() > before {
        return None;
    }
    let relations = objects.iter().flat_map(|o| &o.list).flat_map(|o| &o.relations);
    let named: Vec<ParagraphId> =
        relations.filter_map(|r| if let Related::Paragraph(p) = r.to { Some(p) } else { None }).collect();
    let falls_due = |p: &ParagraphId| match &model.paragraph(*p).body {
        Body::Provision(provision) => matches!(provision.modality, Modality::Must | Modality::CutOff),
        // What is wrong with it was reported.
        Body::Broken => true,
        Body::Dispositions(_) | Body::Listed(..) => false,
    };
    match named.as_slice() {
        [one] if falls_due(one) => Some(*one),
        _ => {
            out.push(say::no_deadline_there(phrase.span));
            None
        }
    }
}
