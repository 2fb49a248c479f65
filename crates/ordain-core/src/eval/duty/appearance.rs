//! What must be done at a hearing is done on its day, at that hearing.

use crate::eval::case::Case;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::task::Task;
use crate::facts::Content;
use crate::model::nature::Nature;
use crate::model::object::{Head, Object};
use crate::model::{Due, ThingId};

/// Of a duty `at` a hearing, the acts that may have been done there; of any
/// other duty, all of them.
pub(in crate::eval) fn at_the_hearing(case: &Case<'_>, task: &Task<'_>, found: Vec<Candidate>) -> Vec<Candidate> {
    let Due::At { hearing, .. } = task.obligation.due else { return found };
    let Some(day) = task.deadline.day() else { return Vec::new() };
    let there = |c: &Candidate| {
        let linked = case.ledger.assertions[c.index].performs.contains(&task.paragraph.id);
        let that_day = c.bounds.maybe_by(day) && c.bounds.last.is_none_or(|last| last >= day);
        let elsewhere =
            || hearing_attended(case, c).is_some_and(|other| other != hearing) || attends_else(case, c, hearing);
        linked || that_day && !elsewhere()
    };
    found.into_iter().filter(there).collect()
}

/// The hearing that an act says it was done at.
fn hearing_attended(case: &Case<'_>, c: &Candidate) -> Option<ThingId> {
    let Content::Done(deed) = &case.ledger.assertions[c.index].content else { return None };
    let mut heads = deed.act.objects.list.iter().flat_map(Object::heads);
    heads.find_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None })
}

/// `attended mediation`: what it says it was done at is no hearing of that name.
fn attends_else(case: &Case<'_>, c: &Candidate, hearing: ThingId) -> bool {
    let Content::Done(deed) = &case.ledger.assertions[c.index].content else { return false };
    let known = &case.model.declared.things[hearing.index()];
    let called =
        |kind: &str| known.name.to_lowercase().contains(kind) || known.wordings.iter().any(|w| w.contains(kind));
    let mut heads = deed.act.objects.list.iter().flat_map(Object::heads);
    heads.any(|head| match head {
        Head::Deliverable(kind) => kind.is(Nature::NoPaper) && !kind.is(Nature::Hearing) && !called(kind.name()),
        _ => false,
    })
}
