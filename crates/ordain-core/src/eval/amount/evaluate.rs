//! Duties that are performed in parts: which kind of amount an act asks for.

use crate::eval::amount::{payment, quota, share};
use crate::eval::case::Case;
use crate::eval::duty::instance_matching::Window;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::rows::{beside_acts, quantity};
use crate::model::VerbFamily;
use crate::model::object::Act;

/// The verdict of a duty whose performance adds up; `None` of any other.
/// `instance` is its number and window, where it recurs.
pub(in crate::eval) fn amount_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    instance: Option<(u32, Window)>,
) -> Option<PartVerdict> {
    if let Some(leaf) = instance.and_then(|(_, window)| quantity::instance_verdict(case, task, window)) {
        return Some(leaf);
    }
    let [object] = act.objects.list.as_slice() else { return None };
    if let Some(amount) = object.amount.filter(|_| case.model.declared.verbs.get(act.verb).family == VerbFamily::Pay) {
        return Some(payment::payment_verdict(case, task, act, amount, instance));
    }
    if let (Some(of), Some(set)) = (object.share, &object.set) {
        return Some(share::share_verdict(case, task, act, of, set));
    }
    // Several copies of one paper add up as well; what stands in a record is complete or not.
    let several = object.set.is_none() && object.head.is_some();
    let least = object.quantity.filter(|n| object.least || several && *n > 1)?;
    let leaf = quota::quota_verdict(case, task, act, least, instance);
    let most = || quota::most(case, task, act, instance);
    Some(beside_acts::with_rows(case, task, instance.map(|(_, window)| window), leaf, most))
}
