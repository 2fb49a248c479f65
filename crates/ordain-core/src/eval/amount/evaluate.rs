//! Duties that are performed in parts: which kind of amount an act asks for.

use crate::eval::amount::{payment, quota, share};
use crate::eval::case::Case;
use crate::eval::duty::instance_matching::NumberedWindow;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::rows::{beside_acts, quantity};
use crate::model::Sum;
use crate::model::object::Act;

/// The verdict of a duty whose performance adds up; `None` of any other.
/// `instance` is its number and window, where it recurs.
pub(in crate::eval) fn amount_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    instance: Option<NumberedWindow>,
) -> Option<PartVerdict> {
    if let Some(part) = instance.and_then(|i| quantity::instance_verdict(case, task, i.window)) {
        return Some(part);
    }
    let sum = act.sum(&case.model.declared.verbs)?;
    Some(sum_verdict(case, task, act, sum, instance))
}

/// The same of an act that adds up to `sum`.
pub(in crate::eval) fn sum_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    sum: Sum<'_>,
    instance: Option<NumberedWindow>,
) -> PartVerdict {
    match sum {
        Sum::Amount(amount) => payment::payment_verdict(case, task, act, amount, instance),
        Sum::Share { percent, set } => share::share_verdict(case, task, act, percent, set),
        Sum::Quota(least) => {
            let part = quota::quota_verdict(case, task, act, least, instance);
            let most = || quota::most_done(case, task, act, instance);
            beside_acts::with_rows(case, task, instance.map(|i| i.window), part, most)
        }
    }
}
