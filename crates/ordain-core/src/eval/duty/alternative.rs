//! `or, if "he is unable to produce them", advise the Court`: another act
//! performs the duty, but only where its condition holds.

use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::condition::truth::Value;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance;
use crate::eval::duty::task::Task;
use crate::verdict::Kind;

/// The verdict of the act itself, or of what was done in its place.
pub(in crate::eval) fn or_alternative(case: &Case<'_>, task: &Task<'_>, own: PartVerdict) -> PartVerdict {
    if own.kind == Kind::Met {
        return own;
    }
    for (instead, condition) in &task.obligation.otherwise {
        let Some(held) = conditions_held(case, task.paragraph, std::slice::from_ref(condition)) else { continue };
        let part = performance::act_verdict(case, task, std::slice::from_ref(instead));
        let verb = &case.model.declared.verbs.get(instead.verb).participle;
        match (held.value(), part.kind) {
            (Value::False, _) => {}
            (Value::True, Kind::Met | Kind::Late) if own.kind != Kind::Late || part.kind == Kind::Met => {
                let mut part = part;
                part.why = format!("{}: {verb} instead, {}", part.why, held.words);
                return part.because([held.reason.clone()]);
            }
            // It was done instead, and nothing says whether that was enough.
            (Value::Unknown, Kind::Met | Kind::Late) if own.kind != Kind::Pending => {
                let why = format!("{verb} instead, and whether that is enough depends: {}", held.words);
                let mut open = PartVerdict::new(Kind::Undetermined, why).due(own.due.as_ref()).facts(part.facts);
                open.reasons = part.reasons;
                open.remedy.clone_from(&held.remedy);
                return open.because([held.reason.clone()]);
            }
            // Nothing is missing as long as the record may not show what was done in its place.
            (_, Kind::Undetermined) if own.kind == Kind::Breached => return part,
            (
                Value::True | Value::Unknown,
                Kind::Breached
                | Kind::Undetermined
                | Kind::Late
                | Kind::Pending
                | Kind::Waiting
                | Kind::Stayed
                | Kind::Lifted
                | Kind::Met
                | Kind::Kept
                | Kind::Available
                | Kind::Used
                | Kind::Expired,
            ) => {}
        }
    }
    own
}
