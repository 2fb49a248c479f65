//! Prohibitions whose words an order changed: the acts of each stretch are
//! judged by the words of that stretch, and what was a breach then stands.

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::interval::{Interval, as_amended_on, earlier_stretches};
use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::conduct::prohibition;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::phrasing::act_performed;
use crate::eval::duty::task::{Task, bearer_names, bearers_of_provision};
use crate::eval::paragraph::after_orders::after_orders;
use crate::eval::paragraph::combine::{Branch, item_of};
use crate::model::{Paragraph, Provision};
use crate::verdict::{Kind, Modality, Part};

/// What was done against a prohibition before the stretch in which the day
/// asked about lies.
pub(in crate::eval) fn breaches_before<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    written: &'a Provision,
) -> Vec<Branch> {
    let mut found = Vec::new();
    for (from, until) in earlier_stretches(case, paragraph, written) {
        let Some(last) = until.day.pred_opt() else { continue };
        let provision = as_amended_on(case, paragraph, written, 0, None, last).provision;
        if provision.modality != Modality::MustNot {
            continue;
        }
        for at in 0..provision.obligations.len() {
            for (name, bearer) in bearers_of_provision(case, &provision) {
                let amended = as_amended_on(case, paragraph, written, at, Some(&bearer), last);
                let interval = Interval { from, until: Some(until), amended };
                let Some(obligation) =
                    interval.amended.provision.obligations.get(at).filter(|_| interval.amended.lifted.is_none())
                else {
                    continue;
                };
                let deadline = deadline_as_amended(case, paragraph, obligation, &interval.amended);
                let held = conditions_held(case, paragraph, &obligation.conditions);
                let now = as_amended(case, paragraph, written, at, Some(&bearer));
                let who = bearer_names(case, &bearer, &provision.bearer_words);
                let task = Task {
                    paragraph,
                    obligation,
                    bearer,
                    deadline: &deadline,
                    stays: &now.stays,
                    lifted: None,
                    intervals: std::slice::from_ref(&interval),
                    held: held.as_ref(),
                    reported: true,
                };
                let Some(part) = prohibition::verdict_of_acts(case, &task) else { continue };
                found.push(Branch {
                    path: [item_of(obligation), name].into_iter().flatten().collect(),
                    verdict: after_orders(case, paragraph, part, &interval.amended),
                    done: act_performed(case, obligation),
                    bearer: who,
                    modality: Modality::MustNot,
                    span: obligation.span,
                    due_span: obligation.due_span,
                });
            }
        }
    }
    found
}

/// Puts what an earlier stretch left beside what the present one says: the worse of both, with the reasons of both.
pub(in crate::eval) fn merge_earlier(branches: &mut Vec<Branch>, mut earlier: Branch) {
    if let [only] = branches.as_slice()
        && only.path.is_empty()
    {
        earlier.path.clear();
    } else if earlier.path.is_empty() && !branches.is_empty() {
        earlier.path.push(Part::AsFirstOrdered);
    }
    let Some(now) = branches.iter_mut().find(|b| b.path == earlier.path) else {
        branches.push(earlier);
        return;
    };
    if earlier.verdict.kind < now.verdict.kind {
        let reasons = std::mem::take(&mut now.verdict.reasons);
        *now = earlier;
        now.verdict.reasons.extend(reasons);
    } else if earlier.verdict.kind == now.verdict.kind && now.verdict.kind == Kind::Breached {
        let PartVerdict { why, facts, reasons, .. } = earlier.verdict;
        now.verdict.why = format!("{why}; {}", now.verdict.why);
        let new = std::mem::replace(&mut now.verdict.facts, facts);
        let missing: Vec<_> = new.into_iter().filter(|f| !now.verdict.facts.iter().any(|o| o.span == f.span)).collect();
        now.verdict.facts.extend(missing);
        now.verdict.reasons.extend(reasons);
    } else {
        now.verdict.reasons.extend(earlier.verdict.reasons);
    }
}
