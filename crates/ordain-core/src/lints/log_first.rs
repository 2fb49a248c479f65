//! A log that is due before the documents it is to list.

use crate::model::object::{Head, Object};
use crate::model::{Due, Model, Moment, RecordId, VerbFamily};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::same_act::{Duty, duties_of_model, place_of_duty, share_a_bearer};

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let all: Vec<(Duty<'_>, Moment)> = duties_of_model(model)
        .filter(|d| d.provision.modality == Modality::Must)
        .filter_map(|d| match &d.obligation.due {
            Due::Day { moment, .. } => Some((d, *moment)),
            _ => None,
        })
        .collect();
    let mut out = Vec::new();
    for (log, due) in all.iter().filter(|(d, _)| is_log(d)) {
        let Some(record) = record_logged(model, log) else { continue };
        // The first day on which something of that record is to be produced under the same order.
        let production = all
            .iter()
            .filter(|(d, _)| {
                d.paragraph.order == log.paragraph.order && !is_log(d) && produces_from_record(model, d, record)
            })
            .filter(|(d, _)| share_a_bearer(model, &d.provision.bearer, &log.provision.bearer))
            .min_by_key(|(_, m)| (m.day, m.time));
        if let Some((production, day)) = production
            && due.day < day.day
        {
            out.push(codes::log_first(
                &log.paragraph.name,
                [due.day, day.day],
                [place_of_duty(log), place_of_duty(production)],
            ));
        }
    }
    out
}

fn objects_of_duty<'d>(duty: &Duty<'d>) -> impl Iterator<Item = &'d Object> {
    duty.obligation.acts.iter().flat_map(|a| &a.objects.list)
}

fn is_log(duty: &Duty<'_>) -> bool {
    objects_of_duty(duty).any(|o| matches!(&o.head, Some(Head::Deliverable(d)) if d.name().ends_with(" log")))
}

/// The record whose documents the log lists; the only one where it names none.
fn record_logged(model: &Model, duty: &Duty<'_>) -> Option<RecordId> {
    let mut all = objects_of_duty(duty).chain(duty.obligation.each.iter());
    all.find_map(record_of_object).or_else(|| model.declared.only_record())
}

fn record_of_object(object: &Object) -> Option<RecordId> {
    object.set.as_ref().map(|s| s.record)
}

fn produces_from_record(model: &Model, duty: &Duty<'_>, of: RecordId) -> bool {
    let family = |act: &crate::model::object::Act| model.declared.verbs.get(act.verb).family;
    duty.obligation
        .acts
        .iter()
        .any(|a| matches!(family(a), VerbFamily::Produce | VerbFamily::Complete | VerbFamily::Serve | VerbFamily::File))
        && objects_of_duty(duty).any(|o| record_of_object(o) == Some(of))
}
