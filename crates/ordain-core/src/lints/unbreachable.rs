//! A duty that nobody can be said to have breached on any day: its only time
//! is a standard, or it binds a class that the file does not name.

use crate::model::{Bearer, Due, Model};
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::same_act::duties_of_model;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for duty in duties_of_model(model).filter(|d| d.provision.modality == Modality::Must) {
        if let (Due::Standard, Some(span)) = (&duty.obligation.due, duty.obligation.due_span) {
            let word = duty.obligation.standard.as_deref().unwrap_or("promptly");
            // Said to be for a person: the transcriber knows that it has no day.
            if duty.obligation.judgments.iter().any(|j| j.eq_ignore_ascii_case(word)) {
                continue;
            }
            out.push(codes::only_a_standard(&duty.paragraph.name, word, span));
        } else if let Bearer::Class(words) = &duty.provision.bearer {
            out.push(codes::nobody_named(&duty.paragraph.name, words, duty.paragraph.span));
        }
    }
    out
}
