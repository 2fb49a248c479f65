//! A duty over a set in which nothing is left: no fact can ever match it.

use crate::model::Model;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::same_act::duties_of_model;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for duty in duties_of_model(model) {
        let sets = duty.obligation.acts.iter().flat_map(|a| &a.objects.list).filter_map(|o| o.set.as_ref());
        for set in sets {
            let record = &model.declared.records[set.record.index()];
            // A record without categories is one whole.
            if set.categories.is_empty() && !record.categories.is_empty() {
                out.push(codes::nothing_left(&duty.paragraph.name, &record.name, duty.obligation.span));
            }
        }
    }
    out
}
