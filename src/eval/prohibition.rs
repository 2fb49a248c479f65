//! `must not`: every act in breach is named; no such act on the record is `kept so far`.

use super::Context;
use super::act::{Which, candidates};
use super::combine::Leaf;
use super::due::Deadline;
use super::norm::Task;
use super::place::when;
use crate::verdict::{Kind, Reason};
use crate::words::{day, join};

pub(super) fn leaf(context: &Context<'_>, task: &Task<'_>) -> Leaf {
    let as_of = context.asked.as_of;
    let end = match task.deadline {
        Deadline::Until { day, inclusive } => Some((*day, *inclusive)),
        Deadline::By(due) => Some((due.day, true)),
        _ => None,
    };
    let mut acts = Vec::new();
    let mut doubts = Vec::new();
    for c in candidates(context, task, &task.limb.acts, Which::All) {
        if c.negated || !c.bounds.maybe_by(as_of) {
            continue;
        }
        // While it was stayed nothing was forbidden.
        if c.bounds.day().is_some_and(|d| task.stays.iter().any(|s| s.holds(d))) {
            continue;
        }
        let mut doubt = c.doubt.clone();
        if c.bounds.first.is_some_and(|d| task.stays.iter().any(|s| s.may_hold(d))) {
            doubt = doubt.or_else(|| Some("it may have been done while the prohibition was stayed".to_owned()));
        }
        if let Some((end, inclusive)) = end {
            if c.bounds.first.is_some_and(|f| f > end) {
                continue;
            }
            if !inclusive && c.bounds.last.is_none_or(|l| l >= end) {
                let why = format!("the order does not say whether {} itself is inside", day(end));
                doubt = doubt.or(Some(why));
            }
        }
        let text = format!("done {}", when(c.bounds));
        match doubt {
            None => acts.push((c, text)),
            Some(why) => doubts.push((c, why)),
        }
    }
    if !acts.is_empty() {
        let texts: Vec<&str> = acts.iter().map(|(_, t)| t.as_str()).collect();
        let places: Vec<_> = acts.iter().map(|(c, t)| context.place(c.index, t.clone())).collect();
        let reasons: Vec<_> =
            places.iter().map(|p| Reason::at(format!("forbidden, and {}", p.text), p.clone())).collect();
        return Leaf::new(Kind::Breached, join(&texts)).facts(places).because(reasons);
    }
    if let Some((c, why)) = doubts.first() {
        let place = context.place(c.index, why.clone());
        return Leaf::new(Kind::Undetermined, why.clone())
            .facts([place.clone()])
            .because([Reason::at(why.clone(), place)])
            .remedy(format!("the Court finds {} breached", task.paragraph.name));
    }
    match end {
        Some((end, false)) if end == as_of => {
            Leaf::new(Kind::Undetermined, format!("the order does not say whether {} itself is inside", day(end)))
        }
        Some((end, _)) if end < as_of => {
            Leaf::new(Kind::Kept, format!("no act in breach on the record; it ended on {}", day(end)))
        }
        _ => Leaf::new(Kind::Kept, "no act in breach on the record"),
    }
}
