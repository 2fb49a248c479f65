//! A category of a record that no duty covers, though others of it are covered.

use std::collections::BTreeSet;

use crate::model::{Body, RecordId};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::files::Files;
use super::same_act::duties_of_model;

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    let model = files.model;
    // A paragraph that was not read may be the one.
    if files.incomplete || model.paragraphs.iter().any(|p| p.body == Body::Broken) {
        return Vec::new();
    }
    let mut covered: BTreeSet<(RecordId, usize)> = BTreeSet::new();
    let mut whole: BTreeSet<RecordId> = BTreeSet::new();
    for duty in duties_of_model(model) {
        // What the order leaves out is not forgotten.
        let excepted = duty.obligation.excepted.iter().flat_map(|s| s.categories.iter().map(|c| (s.record, *c)));
        covered.extend(excepted);
        let objects = duty.obligation.acts.iter().flat_map(|a| &a.objects.list).chain(duty.obligation.each.iter());
        for object in objects {
            if let Some(set) = &object.set {
                covered.extend(set.categories.iter().map(|c| (set.record, *c)));
            } else if let Some(crate::model::object::Head::Record(record)) = object.head {
                whole.insert(record);
            }
        }
    }
    let mut out = Vec::new();
    for (i, record) in model.declared.records.iter().enumerate() {
        let id = RecordId::at(i);
        let used = covered.iter().any(|(r, _)| *r == id);
        if !used || whole.contains(&id) {
            continue;
        }
        for (at, category) in record.categories.iter().enumerate() {
            if !covered.contains(&(id, at)) {
                out.push(codes::category_uncovered(&record.name, &category.label, category.span));
            }
        }
    }
    out
}
