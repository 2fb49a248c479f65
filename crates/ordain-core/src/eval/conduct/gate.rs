//! `must not file motion without first filing letter`: what must come first, by the same party.

use crate::eval::case::Case;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::task::Task;
use crate::eval::evidence::completeness::silence_through;
use crate::eval::evidence::silence::Silence;
use crate::model::Due;

/// Whether what must come first had been done when an act was done.
pub(in crate::eval) enum Gate {
    Open,
    Shut,
    Perhaps(String),
}

/// The gate of a prohibition at the time of an act; `Shut` where it has none.
pub(in crate::eval) fn gate_at(case: &Case<'_>, task: &Task<'_>, act: &Candidate) -> Gate {
    let Due::UntilDone { act: first, words } = &task.obligation.due else { return Gate::Shut };
    let done = candidates(case, task, std::slice::from_ref(first), CandidateMode::All);
    let mut perhaps = None;
    for c in done.iter().filter(|c| !c.negated) {
        let before = c.bounds.last.zip(act.bounds.first).is_some_and(|(last, first)| last < first);
        let after = c.bounds.first.zip(act.bounds.last).is_some_and(|(first, last)| first > last);
        match &c.doubt {
            _ if after => {}
            None if before => return Gate::Open,
            None => {
                let why = format!("which came first, {words} or this, the record does not tell");
                perhaps = perhaps.or(Some(why));
            }
            Some(why) => perhaps = perhaps.or(Some(why.clone())),
        }
    }
    if let Some(why) = perhaps {
        return Gate::Perhaps(why);
    }
    let through = act.bounds.last.unwrap_or(case.question.as_of);
    match silence_through(case, &task.bearer, first, through) {
        Silence::Speaks { .. } => Gate::Shut,
        Silence::Mute { why, .. } => Gate::Perhaps(format!("whether {words} came first is not known: {why}")),
    }
}
