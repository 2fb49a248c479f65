//! What was said of a whole set of which a table lists no row, or some.

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::set::category_set::{set_verdict, verdict_of_dispute};
use crate::eval::set::none_located::contradicted_search;
use crate::eval::set::statements::{Said, accepted_as_whole, completions_of_set, disputed_claims, statements_about};
use crate::facts::{Voice, searched_by};
use crate::model::PartyId;
use crate::model::object::{Act, Set};

/// Rows of a table that lie in the set: how many, as words, and whose table it is.
pub(in crate::eval) struct Listed<'l> {
    pub(in crate::eval) rows: String,
    pub(in crate::eval) by: &'l [PartyId],
}

/// What was said of a whole set that has no document by the rows; nothing where nobody
/// said that it is whole.
pub(in crate::eval) fn answered_by_statement(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    set: &Set,
    listed: Option<&Listed<'_>>,
) -> Option<PartVerdict> {
    let mut said = statements_about(case, set);
    said.extend(completions_of_set(case, task, set));
    let Some((s, _)) = accepted_as_whole(case, &said) else {
        let due = if let Deadline::By(due) = task.deadline { Some(due) } else { None };
        return disputed_claims(case, set).first().map(|&index| verdict_of_dispute(case, task, index).due(due));
    };
    if let Some(listed) = listed.filter(|l| is_belied_by(case, s, l)) {
        return Some(contradicted_search(case, s, &listed.rows));
    }
    Some(set_verdict(case, task, act, set)).filter(|l| l.kind.is_answered())
}

/// True where whoever lists documents of the set says that a search found none.
fn is_belied_by(case: &Case<'_>, s: &Said, listed: &Listed<'_>) -> bool {
    let claim = &case.ledger.assertions[s.index];
    let agreed = matches!(claim.voice, Voice::Found | Voice::Stipulated(_));
    !agreed && searched_by(&case.model.declared, claim, listed.by)
}
