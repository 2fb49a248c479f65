//! A day that had passed when its order was entered.

use crate::model::{Due, Model};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::same_act::{duties_of_model, place_of_duty};

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for duty in duties_of_model(model).filter(|d| matches!(d.provision.modality, Modality::Must | Modality::CutOff)) {
        let order = model.order(duty.paragraph.order);
        let (Due::Day { moment, .. }, Some(made)) =
            (&duty.obligation.due, order.entered.or(order.filed).or(order.signed))
        else {
            continue;
        };
        // An order that says from when it binds was made to look back.
        let back = duty.paragraph.effective.or(order.effective).is_some_and(|d| d < made);
        if moment.day < made && !back {
            out.push(codes::before_entry(&duty.paragraph.name, moment.day, made, place_of_duty(&duty), order.span));
        }
    }
    out
}
