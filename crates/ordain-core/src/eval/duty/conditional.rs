//! A duty under a condition binds only where it holds. Before that it waits;
//! past its day, what is not known is for a person.

use crate::eval::condition::found::Held;
use crate::eval::condition::truth::Value;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::verdict::Kind;
use ordain_base::words::day;

/// The verdict of a duty, given what its condition came to.
pub(in crate::eval) fn under_condition(task: &Task<'_>, leaf: PartVerdict) -> PartVerdict {
    let Some(held) = task.held else { return leaf };
    let reason = held.reason.clone();
    let late = |leaf: &PartVerdict| {
        let due = leaf.due.as_ref().map(|d| d.day);
        held.since.zip(due).is_some_and(|(since, due)| since > due)
    };
    let leaf = match (held.value(), leaf.kind) {
        (_, Kind::Met) => leaf,
        (Value::True, Kind::Breached | Kind::Late) if late(&leaf) => {
            let since = held.since.map(day).unwrap_or_default();
            let why = format!(
                "the condition came about on {since}, after its day: whether it was owed by then is for a person"
            );
            open(leaf, why, format!("the Court finds {} breached", task.paragraph.name))
        }
        (Value::True, _) => {
            let places = held.places.clone();
            leaf.facts(places)
        }
        (Value::False, Kind::Waiting) => waiting(leaf, held),
        (Value::False, _) => waiting(leaf, held),
        (Value::Unknown, Kind::Pending) if held.defeats => {
            let mut leaf = leaf;
            leaf.why = format!("{}, {}", leaf.why, held.words);
            leaf
        }
        (Value::Unknown, Kind::Pending) => {
            let mut leaf = leaf;
            leaf.kind = Kind::Waiting;
            leaf.why = format!("it binds {}", held.words);
            leaf.remedy.clone_from(&held.remedy);
            leaf
        }
        (Value::Unknown, Kind::Breached | Kind::Late | Kind::Undetermined) if held.truth.open => {
            let why = format!("nobody can know yet whether it is owed: {}", held.words);
            let mut leaf = PartVerdict::new(Kind::Waiting, why).due(leaf.due.as_ref()).because(leaf.reasons);
            leaf.remedy = None;
            leaf
        }
        (Value::Unknown, Kind::Breached | Kind::Late) => {
            let performed = if leaf.kind == Kind::Late { "performed late" } else { "not performed" };
            let why = format!("{performed}, and whether it was owed depends: {}", held.words);
            let remedy = held.remedy.clone();
            open(leaf, why, remedy.unwrap_or_else(|| format!("the Court finds {} breached", task.paragraph.name)))
        }
        (Value::Unknown, Kind::Undetermined) => {
            let mut leaf = leaf;
            leaf.why = format!("{}; and whether it was owed depends: {}", leaf.why, held.words);
            leaf
        }
        _ => leaf,
    };
    leaf.because([reason])
}

/// Not owed, or not yet: nothing is asked of anybody.
fn waiting(leaf: PartVerdict, held: &Held) -> PartVerdict {
    let why = not_owed(held);
    let mut leaf = PartVerdict::new(Kind::Waiting, why).because(leaf.reasons).facts(held.places.clone());
    leaf.remedy = None;
    leaf
}

/// `not owed: the condition did not come about (if ¶ 1 is breached)`.
pub(in crate::eval) fn not_owed(held: &Held) -> String {
    match (held.defeats, held.truth.open) {
        (true, _) => format!("not owed: the exception holds ({})", held.words),
        (false, false) => format!("not owed: the condition did not come about ({})", held.words),
        (false, true) => format!("the condition has not come about so far ({})", held.words),
    }
}

fn open(mut leaf: PartVerdict, why: String, remedy: String) -> PartVerdict {
    leaf.kind = Kind::Undetermined;
    leaf.days = None;
    leaf.at_least = false;
    leaf.why = why;
    leaf.remedy(remedy)
}
