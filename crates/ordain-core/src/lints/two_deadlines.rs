//! One duty with two days: the same act of the same party, in two paragraphs of
//! which neither touches the other; or the same categories in two sets.

use crate::model::Due;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::files::Files;
use super::same_act::{
    Duty, categories_of_act, duties_of_model, is_named, key_of_duty, one_changes_the_other, place_of_duty,
    share_a_bearer,
};

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    let model = files.model;
    let mut keyed: Vec<(String, Duty<'_>)> = duties_of_model(model)
        .filter(|d| d.provision.modality == Modality::Must && matches!(d.obligation.due, Due::Day { .. }))
        .filter_map(|d| Some((key_of_duty(model, d.obligation)?, d)))
        .collect();
    // Equal acts side by side, each group as it is read.
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let mut out = Vec::new();
    for group in keyed.chunk_by(|a, b| a.0 == b.0) {
        // A duty is held against the next one only: three days are two findings.
        for pair in group.windows(2) {
            if let [(_, first), (_, second)] = pair {
                out.extend(two_days_of(files, first, second));
            }
        }
    }
    out.extend(check_triggers(files));
    out.sort_by_key(Diagnostic::span);
    out
}

/// One duty in two orders, its time counted from another event in each.
fn check_triggers(files: &Files<'_>) -> Vec<Diagnostic> {
    let model = files.model;
    let mut keyed: Vec<(String, Duty<'_>)> = duties_of_model(model)
        .filter(|d| {
            d.provision.modality == Modality::Must
                && matches!(d.obligation.due, Due::Period(_))
                && is_named(d.obligation)
        })
        .filter_map(|d| Some((key_of_duty(model, d.obligation)?, d)))
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let mut out = Vec::new();
    for group in keyed.chunk_by(|a, b| a.0 == b.0) {
        for pair in group.windows(2) {
            let [(_, first), (_, second)] = pair else { continue };
            let (Due::Period(a), Due::Period(b)) = (&first.obligation.due, &second.obligation.due) else { continue };
            let (one, other) = (first.paragraph, second.paragraph);
            let apart = one.order != other.order && a.anchor != b.anchor && !one_changes_the_other(files, one, other);
            if apart && share_a_bearer(model, &first.provision.bearer, &second.provision.bearer) {
                let words = [a.in_words(), b.in_words()];
                let words = [words[0].as_str(), words[1].as_str()];
                out.push(codes::two_triggers(
                    &one.name,
                    &other.name,
                    words,
                    [place_of_duty(first), place_of_duty(second)],
                ));
            }
        }
    }
    out
}

fn two_days_of(files: &Files<'_>, first: &Duty<'_>, second: &Duty<'_>) -> Option<Diagnostic> {
    let model = files.model;
    let (Due::Day { moment: a, .. }, Due::Day { moment: b, .. }) = (&first.obligation.due, &second.obligation.due)
    else {
        return None;
    };
    let (one, other) = (first.paragraph, second.paragraph);
    // In two orders, `reply` may be to two papers; what has a name is one thing.
    let meant = one.order == other.order || is_named(first.obligation);
    // One act that begins by one day and is complete by another.
    let spread = first.obligation.span == second.obligation.span;
    if a == b || spread || !meant || !share_a_bearer(model, &first.provision.bearer, &second.provision.bearer) {
        return None;
    }
    if one.order != other.order && one_changes_the_other(files, one, other) {
        return None;
    }
    let sets = |d: &Duty<'_>| d.obligation.acts.first().and_then(categories_of_act).map(<[usize]>::to_vec);
    let (left, right) = (sets(first).unwrap_or_default(), sets(second).unwrap_or_default());
    if left == right {
        return Some(codes::two_deadlines(
            &one.name,
            &other.name,
            [a.day, b.day],
            [place_of_duty(first), place_of_duty(second)],
        ));
    }
    let record = first.obligation.acts.first()?.objects.list.iter().find_map(|o| o.set.as_ref())?.record;
    let shared: Vec<&str> = left
        .iter()
        .filter(|c| right.contains(c))
        .filter_map(|c| model.declared.records[record.index()].categories.get(*c))
        .map(|c| c.label.as_str())
        .collect();
    (!shared.is_empty()).then(|| {
        codes::overlap(&shared, &one.name, &other.name, [a.day, b.day], [first.obligation.span, second.obligation.span])
    })
}
