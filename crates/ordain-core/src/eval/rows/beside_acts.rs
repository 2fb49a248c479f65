//! `at least 500 documents`: so many, by the acts of the record or by the rows of whoever
//! owes them. The two may speak of the same documents, so they are not added up: where only
//! both together would do, it is not known.

use rust_decimal::Decimal;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::instance_matching::Window;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::found_breached;
use crate::eval::duty::task::Task;
use crate::eval::record::matching::{Match, match_actors};
use crate::eval::record::tables::{Duty, Rows};
use crate::eval::rows::quantity;
use crate::verdict::Kind;
use ordain_base::money::grouped_decimal;

/// The verdict of acts and rows together. `part` is the verdict of the acts, and `most` the most that they may come to,
/// if each says how many. Without a table of what is owed, the verdict is `part`.
pub(in crate::eval) fn with_rows(
    case: &Case<'_>,
    task: &Task<'_>,
    window: Option<Window>,
    part: PartVerdict,
    most: impl FnOnce() -> Option<Decimal>,
) -> PartVerdict {
    let Some(selection) = task.obligation.rows.as_ref().filter(|s| s.is_beside_facts()) else { return part };
    let (Some(rows), Some(least)) = (case.rows, &selection.least) else { return part };
    if part.kind.asks_nothing_now() {
        return part;
    }
    if let Some((why, remedy)) = rows.planned.open.get(&task.obligation.id) {
        return undetermined_unless_pending(part, why.clone(), remedy.clone());
    }
    let Some(duty) = rows.planned.duties.get(&task.obligation.id).filter(|d| is_of(case, task, rows, d)) else {
        return part;
    };
    let Some(groups) = rows.found.and_then(|f| f.groups.get(duty.check)) else {
        let remedy = "fix the errors of this matter first".to_owned();
        return undetermined_unless_pending(part, "a table it is decided over cannot be read".to_owned(), remedy);
    };
    let (own, sum) = quantity::judge_with_measure(case, task, rows, duty, least, groups.first(), window);
    // A finding goes before both.
    if let Deadline::By(due) = task.deadline
        && found_breached(case, task, due.day).is_some()
    {
        return part;
    }
    let most = most();
    // Without acts the rows decide, and without rows the acts do.
    if own.kind == Kind::Met || most == Some(Decimal::ZERO) {
        return own;
    }
    if sum.is_zero() {
        return if part.kind == Kind::Breached && own.kind == Kind::Undetermined { own } else { part };
    }
    if part.kind == Kind::Pending {
        return part;
    }
    if most.is_some_and(|n| n + sum < least.n) {
        return if own.kind == Kind::Undetermined { own } else { part };
    }
    let acts = most
        .map_or_else(|| "acts that do not say how many".to_owned(), |n| format!("{} by the acts", grouped_decimal(n)));
    let why = format!("{} in the table and {acts}, and nobody says whether they are the same", grouped_decimal(sum));
    undetermined_unless_pending(
        part,
        why,
        "list in the table what the acts tell of, and tell of it there alone".to_owned(),
    )
}

/// For what this bearer owes: its own table, or a table of no party.
fn is_of(case: &Case<'_>, task: &Task<'_>, rows: &Rows<'_>, duty: &Duty) -> bool {
    let scan = rows.planned.plan.checks.get(duty.check).map(|c| c.table);
    let table = scan.and_then(|s| rows.planned.tables.get(s)).and_then(|t| case.ledger.tables.get(*t));
    table.is_some_and(|t| t.by.is_empty() || match_actors(case.model, &task.bearer, &t.by) != Match::No)
}

/// Undetermined, unless the day is still to come; with the acts that there are.
fn undetermined_unless_pending(part: PartVerdict, why: String, remedy: String) -> PartVerdict {
    if part.kind == Kind::Pending {
        return part;
    }
    PartVerdict { kind: Kind::Undetermined, why, days: None, remedy: Some(remedy), ..part }
}
