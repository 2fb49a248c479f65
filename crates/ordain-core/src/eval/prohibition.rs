//! `must not`: every act in breach is named; no such act on the record is `kept so far`.

use chrono::NaiveDate;

use super::Context;
use super::act::{Candidate, Which, candidates};
use super::combine::Leaf;
use super::condition::Value;
use super::conditional::not_owed;
use super::due::Deadline;
use super::exempt::{Free, free};
use super::norm::Task;
use super::place::when;
use crate::verdict::{Kind, Place, Reason};
use ordain_base::words::{day, join};

pub(super) fn leaf(context: &Context<'_>, task: &Task<'_>) -> Leaf {
    let as_of = context.asked.as_of;
    let (found, exempt) = gathered(context, task);
    let leaf = found.unwrap_or_else(|| match end(task) {
        Some((end, false)) if end == as_of => {
            Leaf::new(Kind::Undetermined, format!("the order does not say whether {} itself is inside", day(end)))
        }
        Some((end, _)) if end < as_of => {
            Leaf::new(Kind::Kept, format!("no act in breach on the record; it ended on {}", day(end)))
        }
        _ => quiet(task),
    });
    leaf.because(exempt).because(task.held.map(|h| h.reason.clone()))
}

/// What was done against it, and nothing where nothing was.
pub(super) fn acts(context: &Context<'_>, task: &Task<'_>) -> Option<Leaf> {
    let (found, exempt) = gathered(context, task);
    found.map(|leaf| leaf.because(exempt).because(task.held.map(|h| h.reason.clone())))
}

/// Its last day, and whether that day is inside.
fn end(task: &Task<'_>) -> Option<(NaiveDate, bool)> {
    match task.deadline {
        Deadline::Until { day, inclusive } => Some((*day, *inclusive)),
        Deadline::By(due) => Some((due.day, true)),
        _ => None,
    }
}

/// The verdict of the acts in breach, or of those that may be; and the reasons of those that are free.
fn gathered(context: &Context<'_>, task: &Task<'_>) -> (Option<Leaf>, Vec<Reason>) {
    let as_of = context.asked.as_of;
    let end = end(task);
    let hour = match task.deadline {
        Deadline::By(due) => due.time,
        _ => None,
    };
    let mut acts: Vec<(Candidate, String)> = Vec::new();
    let mut doubts: Vec<(Candidate, String)> = Vec::new();
    let mut exempt: Vec<Reason> = Vec::new();
    for c in candidates(context, task, &task.obligation.acts, Which::All) {
        if c.negated || !c.bounds.maybe_by(as_of) {
            continue;
        }
        // What was forbidden on another day is told by the words of that day.
        let spell = task.spells.last();
        if spell.is_some_and(|s| !s.may_hold(c.bounds)) {
            continue;
        }
        // While it was stayed nothing was forbidden.
        let throughout = c.bounds.first.zip(c.bounds.last);
        if throughout.is_some_and(|(a, b)| task.stays.iter().any(|s| s.holds(a) && s.holds(b))) {
            continue;
        }
        let mut doubt = c.doubt.clone();
        if !c.bounds.surely_by(as_of) {
            doubt = doubt.or_else(|| Some(format!("done {}, so it may not have been done yet", when(c.bounds))));
        }
        if spell.is_some_and(|s| !s.holds(c.bounds)) {
            let why = "it may have been done on either side of the day on which an order changed what is forbidden";
            doubt = doubt.or_else(|| Some(why.to_owned()));
        }
        if c.bounds.first.is_some_and(|d| task.stays.iter().any(|s| s.may_hold(d))) {
            doubt = doubt.or_else(|| Some("it may have been done while the prohibition was stayed".to_owned()));
        }
        if let Some((end, inclusive)) = end {
            if c.bounds.first.is_some_and(|f| f > end) {
                // Made into something else, it may have no end any more.
                let Some(by) = spell.and_then(|s| s.touch.converted.as_ref()) else { continue };
                let why = format!("{} converts it, and whether it still ends on {} is not said", by.order, day(end));
                doubt = doubt.or(Some(why));
            }
            // On the last day the hour of the act decides.
            if let Some(hour) = hour
                && c.bounds.last.is_none_or(|l| l >= end)
            {
                match c.bounds.time {
                    Some(done) if c.bounds.day() == Some(end) && done > hour => continue,
                    Some(_) if c.bounds.day() == Some(end) => {}
                    _ => {
                        let why = format!(
                            "it ended on {} at {}, and the record does not tell the hour of the act",
                            day(end),
                            hour.format("%H:%M")
                        );
                        doubt = doubt.or(Some(why));
                    }
                }
            }
            if !inclusive && c.bounds.last.is_none_or(|l| l >= end) {
                let why = format!("the order does not say whether {} itself is inside", day(end));
                doubt = doubt.or(Some(why));
            }
        }
        // `judgment "unauthorized"`: only a person can say that the act was that.
        let judged = task.obligation.judgments.iter().map(|w| (w, context.judged(w, task.obligation.span)));
        let open: Vec<(&String, Value)> = judged.filter(|(_, value)| *value != Value::True).collect();
        if open.iter().any(|(_, value)| *value == Value::False) {
            continue;
        }
        if let Some((words, _)) = open.first() {
            doubt =
                doubt.or_else(|| Some(format!("done {}; whether it was “{words}” is for a person", when(c.bounds))));
        }
        match forbidden(task, &c) {
            Reach::No => continue,
            Reach::Perhaps(why) => doubt = doubt.or(Some(why)),
            Reach::Yes => {}
        }
        let text = format!("done {}", when(c.bounds));
        match free(context, task, &c) {
            Free::Yes(by) => exempt.push(Reason::at(format!("{text}, and free: {by}"), context.place(c.index, text))),
            Free::Perhaps(why) => doubts.push((c, doubt.unwrap_or(why))),
            Free::No => match doubt {
                None => acts.push((c, text)),
                Some(why) => doubts.push((c, why)),
            },
        }
    }
    (decide(context, task, &acts, &doubts), exempt)
}

/// Whether the condition of the prohibition held when the act was done.
enum Reach {
    Yes,
    No,
    Perhaps(String),
}

fn forbidden(task: &Task<'_>, c: &Candidate) -> Reach {
    let Some(held) = task.held else { return Reach::Yes };
    match (held.value(), held.since) {
        (Value::False, _) => Reach::No,
        (Value::Unknown, _) => Reach::Perhaps(format!("whether it was forbidden depends: {}", held.words)),
        (Value::True, Some(since)) if c.bounds.last.is_some_and(|l| l < since) => Reach::No,
        (Value::True, Some(since)) if c.bounds.first.is_none_or(|f| f < since) => {
            Reach::Perhaps(format!("it was forbidden only from {}", day(since)))
        }
        (Value::True, _) => Reach::Yes,
    }
}

/// The acts in breach, each with its place; else the doubts.
fn decide(
    context: &Context<'_>,
    task: &Task<'_>,
    acts: &[(Candidate, String)],
    doubts: &[(Candidate, String)],
) -> Option<Leaf> {
    if !acts.is_empty() {
        let mut texts: Vec<&str> = acts.iter().map(|(_, t)| t.as_str()).collect();
        texts.dedup();
        let places: Vec<Place> = acts.iter().map(|(c, t)| context.place(c.index, t.clone())).collect();
        let reasons: Vec<Reason> =
            places.iter().map(|p| Reason::at(format!("forbidden, and {}", p.text), p.clone())).collect();
        let why = match acts.len() {
            1 => join(&texts),
            n => format!("{n} acts in breach: {}", join(&texts)),
        };
        return Some(Leaf::new(Kind::Breached, why).facts(places).because(reasons));
    }
    let (c, why) = doubts.first()?;
    let reasons: Vec<Reason> =
        doubts.iter().map(|(c, why)| Reason::at(why.clone(), context.place(c.index, why.clone()))).collect();
    let place = context.place(c.index, why.clone());
    Some(
        Leaf::new(Kind::Undetermined, why.clone())
            .facts([place])
            .because(reasons)
            .remedy(format!("the Court finds {} breached", task.paragraph.name)),
    )
}

/// No act on the record that could be one.
fn quiet(task: &Task<'_>) -> Leaf {
    let kept = Leaf::new(Kind::Kept, "no act in breach on the record");
    let Some(held) = task.held else { return kept };
    match held.value() {
        Value::True => kept,
        Value::False => Leaf::new(Kind::Waiting, not_owed(held).replace("not owed", "nothing is forbidden")),
        Value::Unknown if held.defeats => kept,
        Value::Unknown => {
            let mut leaf = Leaf::new(Kind::Waiting, format!("it binds {}", held.words));
            leaf.remedy.clone_from(&held.remedy);
            leaf
        }
    }
}
