//! `may`, and cut-offs: available, used or expired; nobody must.

use super::Context;
use super::act::{Timing, Which, candidates, timing};
use super::combine::Leaf;
use super::due::Deadline;
use super::norm::Task;
use super::place::when;
use crate::verdict::{Kind, Modality, Reason};
use crate::words::day;

pub(super) fn leaf(context: &Context<'_>, task: &Task<'_>) -> Leaf {
    let as_of = context.asked.as_of;
    let cut_off = matches!(&task.paragraph.body, crate::model::Body::Norm(n) if n.modality == Modality::CutOff);
    let due = match task.deadline {
        Deadline::By(due) => Some(due),
        _ => None,
    };
    let found = candidates(context, task, &task.limb.acts, Which::First);
    let mut used = found.iter().filter(|c| c.doubt.is_none() && !c.negated && c.bounds.maybe_by(as_of));
    if let Some(c) = used.next() {
        let late = due.is_some_and(|d| timing(c.bounds, d.day, d.time) == Timing::Late);
        let (kind, text) = match (late, cut_off) {
            (false, _) => (Kind::Used, format!("done {}", when(c.bounds))),
            (true, true) => (Kind::Expired, format!("done {}, out of time", when(c.bounds))),
            (true, false) => (Kind::Expired, format!("done {}, after it had ended", when(c.bounds))),
        };
        let place = context.place(c.index, text.clone());
        return Leaf::new(kind, text.clone()).due(due).facts([place.clone()]).because([Reason::at(text, place)]);
    }
    match (due, task.deadline) {
        (Some(due), _) if due.day < as_of => {
            Leaf::new(Kind::Expired, format!("not used by {}", day(due.day))).due(Some(due))
        }
        (Some(due), _) => Leaf::new(Kind::Available, format!("until {}", day(due.day)))
            .due(Some(due))
            .days((due.day - as_of).num_days()),
        (None, Deadline::Until { day: end, .. }) if *end < as_of => {
            Leaf::new(Kind::Expired, format!("it ended on {}", day(*end)))
        }
        (None, Deadline::Waiting(why) | Deadline::Orphaned(why)) => Leaf::new(Kind::Waiting, why.clone()),
        (None, Deadline::Unsettled(why)) => Leaf::new(Kind::Undetermined, why.clone()),
        _ => Leaf::new(Kind::Available, "not used yet"),
    }
}
