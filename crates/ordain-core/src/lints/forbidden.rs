//! Two orders in force, of which one requires what the other forbids.

use crate::model::Due;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;

use super::files::Files;
use super::same_act::{Duty, categories_of_act, duties_of_model, key_of_duty, one_changes_the_other, share_a_bearer};

pub(super) fn check(files: &Files<'_>) -> Vec<Diagnostic> {
    let model = files.model;
    let of = |modality| duties_of_model(model).filter(move |d: &Duty<'_>| d.provision.modality == modality);
    let forbidden: Vec<(String, Duty<'_>)> =
        of(Modality::MustNot).filter_map(|d| Some((key_of_duty(model, d.obligation)?, d))).collect();
    if forbidden.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for duty in of(Modality::Must) {
        let Some(own) = key_of_duty(model, duty.obligation) else { continue };
        let against = forbidden.iter().filter(|(k, _)| *k == own).map(|(_, d)| d);
        out.extend(against.filter(|ban| duty_is_forbidden(files, &duty, ban)).map(|ban| {
            codes::required_and_forbidden(
                &duty.paragraph.name,
                &ban.paragraph.name,
                [duty.obligation.span, ban.obligation.span],
            )
        }));
    }
    out
}

fn duty_is_forbidden(files: &Files<'_>, duty: &Duty<'_>, ban: &Duty<'_>) -> bool {
    let model = files.model;
    let (one, other) = (duty.paragraph, ban.paragraph);
    // What ends before the duty falls due forbids nothing that it asks for.
    let over = match (&ban.obligation.due, &duty.obligation.due) {
        (Due::Until { moment: end, .. } | Due::Day { moment: end, .. }, Due::Day { moment, .. }) => {
            end.day <= moment.day
        }
        (
            Due::Until { .. }
            | Due::UntilEvent { .. }
            | Due::UntilDone { .. }
            | Due::Day { .. }
            | Due::Event { .. }
            | Due::Period(_)
            | Due::Several { .. },
            _,
        ) => true,
        // A later order that requires it is the further order; an earlier one, or the same, is not.
        (Due::Open(words), _) if words == "until further order" => {
            model.order(one.order).docketed() > model.order(other.order).docketed()
        }
        (Due::Open(words), _) => words.starts_with("pending "),
        _ => false,
    };
    let sets = |d: &Duty<'_>| d.obligation.acts.first().and_then(categories_of_act).map(<[usize]>::to_vec);
    let apart = match (sets(duty), sets(ban)) {
        (Some(a), Some(b)) if a.is_empty() && b.is_empty() => false,
        (Some(a), Some(b)) => !a.iter().any(|c| b.contains(c)),
        _ => false,
    };
    let said = one.order != other.order && one_changes_the_other(files, one, other);
    !over && !apart && !said && share_a_bearer(model, &duty.provision.bearer, &ban.provision.bearer)
}
