//! A duty to do something: file, serve, pay, appear.

use chrono::NaiveDate;

use super::combine::Leaf;
use super::due::Deadline;
use super::matching::{self, Match};
use super::norm::Task;
use super::place::when;
use super::silence::Silence;
use super::twin::{self, Twin};
use super::{Context, Standing, appearance};
use crate::facts::{Bounds, Content, Deed};
use crate::model::object::Act;
use crate::model::{Due, PartyId};
use crate::verdict::{Kind, Place, Reason};
use ordain_base::words::{day, plural};

/// An act of the record that may be the performance.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) index: usize,
    pub(super) bounds: Bounds,
    /// Why it is not certain that this is the act; `None` where it is.
    pub(super) doubt: Option<String>,
    pub(super) negated: bool,
}

/// Which of several acts that differ only in their day are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    First,
    /// Of a prohibition, each act in breach is named.
    All,
}

/// Evaluates an act that any one of `acts` performs.
pub(super) fn leaf(context: &Context<'_>, task: &Task<'_>, acts: &[Act]) -> Leaf {
    let found = candidates(context, task, acts, Which::First);
    judge(context, task, acts, found)
}

/// Every act of the record that meets one of `acts`, exactly or nearly, while
/// the duty was in force. For a duty, the first of acts that differ only in
/// their day is enough: nothing that a later one does can change the verdict.
pub(super) fn candidates(context: &Context<'_>, task: &Task<'_>, acts: &[Act], which: Which) -> Vec<Candidate> {
    let from = in_force(context, task);
    let mut found: Vec<Candidate> = Vec::new();
    let mut add = |index: usize, doubt: Option<String>| {
        let a = &context.ledger.assertions[index];
        let Content::Done(deed) = &a.content else { return };
        let disputed = match context.standings[index] {
            Standing::Accepted(_) => None,
            Standing::Disputed => Some("it is disputed, and no finding settles it".to_owned()),
            Standing::Rejected | Standing::Later => return,
        };
        // A successor acts for its side from the day on which it stands in its place.
        let parties = &context.model.declared.parties;
        let early = |p: &PartyId| parties[p.index()].from.is_some_and(|from| a.bounds.last.is_some_and(|l| l < from));
        if deed.actors.iter().all(early) && !deed.actors.is_empty() {
            return;
        }
        // Done before the order bound anyone, it performs nothing.
        if from.is_some_and(|f| a.bounds.last.is_some_and(|l| l < f)) {
            return;
        }
        // Perhaps before that, perhaps after.
        let early = from.filter(|f| a.bounds.first.is_none_or(|first| first < *f)).map(|f| {
            format!("done {}, so it may have been before {}, when nobody was bound yet", when(a.bounds), day(f))
        });
        found.push(Candidate { index, bounds: a.bounds, doubt: disputed.or(doubt).or(early), negated: deed.negated });
    };
    let linked = context.index.links.get(&task.paragraph.id).map_or(&[][..], Vec::as_slice);
    for &index in linked {
        add(index, None);
    }
    // To ask the Court to extend a day is to request the extension that the duty asks for.
    for index in acts.iter().flat_map(|act| context.asked_to_extend(&task.bearer, act)) {
        if !linked.contains(&index) {
            add(index, None);
        }
    }
    let twins = twin::of(context.model, acts);
    let wanted = acts.iter().chain(twins.iter().map(|t| &t.act));
    let mut groups: Vec<usize> = wanted.flat_map(|act| context.index.groups_for(context.model, act)).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups.into_iter().map(|g| &context.index.groups[g]) {
        let Content::Done(deed) = &context.ledger.assertions[group.first].content else { continue };
        let doubt = match best(context, task, acts, &twins, deed) {
            Match::Exact => None,
            Match::Near(why) => Some(why),
            Match::No => continue,
        };
        let start = group.certain.partition_point(|(day, _)| from.is_some_and(|f| *day < f));
        let most = if which == Which::First { 1 } else { usize::MAX };
        let certain = group.certain[start..].iter().map(|(_, i)| i).filter(|i| !linked.contains(i)).take(most);
        for index in certain.chain(&group.rest) {
            if !linked.contains(index) {
                add(*index, doubt.clone());
            }
        }
    }
    // By day, so that the order of the record's lines never shows.
    found.sort_by_key(|c| (c.bounds.first.is_none(), c.bounds.first, c.bounds.last, c.index));
    appearance::at_the_hearing(context, task, found)
}

/// The best that an act is, of the alternatives that would do.
fn best(context: &Context<'_>, task: &Task<'_>, acts: &[Act], twins: &[Twin], deed: &Deed) -> Match {
    // Only the other wording itself: what is near a wording is not near the act.
    let same = |t: &&Twin| context.model.declared.verbs.same_family(t.act.verb, deed.act.verb);
    let twins = twins.iter().filter(same).map(|t| match matching::deed(context.model, &task.bearer, &t.act, deed) {
        Match::Exact if !t.certain => Match::Near("what it answers is not said".to_owned()),
        found => found,
    });
    let all = acts.iter().map(|act| matching::deed(context.model, &task.bearer, act, deed)).chain(twins);
    all.fold(Match::No, |best, m| match (&best, &m) {
        (Match::Exact, _) => best,
        (_, Match::Exact) | (Match::No, _) => m,
        _ => best,
    })
}

/// The first day on which an act can perform the duty.
pub(super) fn in_force(context: &Context<'_>, task: &Task<'_>) -> Option<NaiveDate> {
    task.paragraph.effective.or_else(|| context.force.binds_from(context.model, task.paragraph.order))
}

/// Weighs what was found against the deadline.
pub(super) fn judge(context: &Context<'_>, task: &Task<'_>, acts: &[Act], found: Vec<Candidate>) -> Leaf {
    let as_of = context.asked.as_of;
    let (against, mut found): (Vec<_>, Vec<_>) = found.into_iter().partition(|c| c.negated);
    // What was not due yet when an order took it away is performed by nothing that was done after that.
    if let Some(lifted) = task.lifted
        && task.deadline.day().is_none_or(|due| due >= lifted)
    {
        found.retain(|c| c.bounds.first.is_none_or(|first| first < lifted));
    }
    let done: Vec<&Candidate> = found.iter().filter(|c| c.doubt.is_none() && c.bounds.surely_by(as_of)).collect();
    let place = |c: &Candidate, text: String| context.place(c.index, text);
    let due = match task.deadline {
        Deadline::By(due) => due,
        other => return without_date(context, task, other, &done),
    };
    // Whoever appears at a hearing appears when it is called.
    let hour = due.time.filter(|_| !matches!(task.obligation.due, Due::At { .. }));
    let timing = |c: &Candidate| timing(c.bounds, due.day, hour);
    if let Some(c) = done.iter().find(|c| timing(c) == Timing::InTime) {
        let text = format!("done {}{}", when(c.bounds), context.which(acts, c.index));
        return Leaf::new(Kind::Met, text.clone())
            .due(Some(due))
            .facts([place(c, text.clone())])
            .because([Reason::at(format!("{text}, in time"), place(c, text))]);
    }
    if as_of <= due.day {
        let days = (due.day - as_of).num_days();
        let mut leaf = Leaf::new(Kind::Pending, format!("due {}", in_days(days))).due(Some(due)).days(days);
        for c in &found {
            let text = c.doubt.clone().unwrap_or_else(|| format!("done {}", when(c.bounds)));
            leaf = leaf.because([Reason::at(format!("near: {text}"), place(c, text))]);
        }
        return leaf;
    }
    let doubtful: Vec<&Candidate> = found
        .iter()
        .filter(|c| {
            timing(c) != Timing::Late
                && (c.doubt.is_some() || !c.bounds.surely_by(as_of) || timing(c) == Timing::Either)
        })
        .collect();
    if let Some(c) = doubtful.first() {
        return doubt(context, task, c).due(Some(due));
    }
    let late = done.iter().min_by_key(|c| c.bounds.first);
    if let Some(c) = late {
        let days = c.bounds.first.map_or(0, |f| (f - due.day).num_days());
        let exact = c.bounds.day().is_some();
        let least = if exact { "" } else { " at least" };
        let which = context.which(acts, c.index);
        let text = format!("done {}{which}, {} late{least}", when(c.bounds), plural(days, "day"));
        let mut leaf = Leaf::new(Kind::Late, text.clone())
            .due(Some(due))
            .days(days)
            .facts([place(c, text.clone())])
            .because([Reason::at(text.clone(), place(c, text))]);
        leaf.at_least = !exact;
        return leaf;
    }
    if let Some(c) = found.iter().find(|c| c.doubt.is_some() || !c.bounds.surely_by(as_of)) {
        return doubt(context, task, c).due(Some(due));
    }
    missing(context, task, acts, &against, due)
}

/// Nothing performs it and the day is past.
pub(super) fn missing(
    context: &Context<'_>,
    task: &Task<'_>,
    acts: &[Act],
    against: &[Candidate],
    due: &crate::verdict::Due,
) -> Leaf {
    let days = context.overdue(due.day);
    let overdue = plural(days, "day");
    let breached = |why: String| Leaf::new(Kind::Breached, why).due(Some(due)).days(days);
    if let Some(c) = against
        .iter()
        .find(|c| c.doubt.is_none() && c.bounds.last.is_none_or(|l| l > due.day || l >= context.asked.as_of))
    {
        let a = &context.ledger.assertions[c.index];
        let text = format!("{} that it was not done", context.says(a));
        return breached(format!("{text}, {overdue} overdue"))
            .facts([context.place(c.index, text.clone())])
            .because([Reason::at(text.clone(), context.place(c.index, text))]);
    }
    if let Some((place, text)) = found_breached(context, task, due.day) {
        return breached(format!("{text}, {overdue} overdue"))
            .facts([place.clone()])
            .because([Reason::at(text, place)]);
    }
    // Of alternatives each may be the performance: the record must speak of all of them.
    let mut spoken = Vec::new();
    for act in acts {
        match context.silence(&task.bearer, act) {
            Silence::Speaks(reason) => spoken.push(reason),
            Silence::Mute { why, remedy, place } => {
                return Leaf::new(Kind::Undetermined, why).due(Some(due)).remedy(remedy).facts(place);
            }
        }
    }
    spoken.dedup();
    let Some(first) = spoken.first() else {
        return Leaf::new(Kind::Undetermined, "nothing is asked").due(Some(due));
    };
    let place = first.place.clone();
    breached(format!("not done, {overdue} overdue")).because(spoken).facts(place)
}

/// A finding, admission or stipulation that this paragraph was breached, made after its day.
pub(super) fn found_breached(context: &Context<'_>, task: &Task<'_>, due: NaiveDate) -> Option<(Place, String)> {
    if !task.told {
        return None;
    }
    let told = context.index.verdicts.get(&task.paragraph.id)?;
    told.iter().find_map(|&i| {
        let a = &context.ledger.assertions[i];
        let breached = matches!(a.content, Content::Verdict { kind: Kind::Breached, .. });
        let accepted = matches!(context.standings[i], Standing::Accepted(_));
        if !breached || !accepted || a.known.is_some_and(|k| k <= due) {
            return None;
        }
        let text = format!("{} it breached", context.says(a));
        Some((context.place(i, text.clone()), text))
    })
}

/// One act that may be the performance: a person decides, and this line would settle it.
fn doubt(context: &Context<'_>, task: &Task<'_>, c: &Candidate) -> Leaf {
    let why =
        c.doubt.clone().unwrap_or_else(|| format!("done {}, so it may have been in time or late", when(c.bounds)));
    let place = context.place(c.index, why.clone());
    let remedy = if c.doubt.is_some() {
        format!("in performance of {}", task.paragraph.name)
    } else {
        "on <the day it was done> …".to_owned()
    };
    Leaf::new(Kind::Undetermined, why.clone()).facts([place.clone()]).because([Reason::at(why, place)]).remedy(remedy)
}

/// A duty whose day is not known, or that has none.
fn without_date(context: &Context<'_>, task: &Task<'_>, deadline: &Deadline, done: &[&Candidate]) -> Leaf {
    if let Some(c) = done.first() {
        let text = format!("done {}", when(c.bounds));
        let place = context.place(c.index, text.clone());
        return Leaf::new(Kind::Met, text.clone()).facts([place.clone()]).because([Reason::at(text, place)]);
    }
    // Where no day tells, the Court may.
    let open = matches!(deadline, Deadline::Open(_));
    if let Some((place, text)) = open.then(|| found_breached(context, task, NaiveDate::MIN)).flatten() {
        return Leaf::new(Kind::Breached, text.clone()).facts([place.clone()]).because([Reason::at(text, place)]);
    }
    no_date(deadline)
}

/// The verdict that a deadline without a day gives by itself.
pub(super) fn no_date(deadline: &Deadline) -> Leaf {
    match deadline {
        Deadline::By(due) => Leaf::new(Kind::Pending, "due").due(Some(due)),
        Deadline::Until { day: d, .. } => Leaf::new(Kind::Pending, format!("until {}", day(*d))),
        Deadline::Open(words) if words.is_empty() => Leaf::new(Kind::Pending, "it has no date"),
        Deadline::Open(words) => Leaf::new(Kind::Pending, format!("it has no date: {words}")),
        Deadline::Waiting(missing) => Leaf::new(Kind::Waiting, missing.clone()),
        Deadline::Orphaned(why) => Leaf::new(Kind::Waiting, format!("{why}, so its time can no longer come of itself")),
        Deadline::Lifted(why) => Leaf::new(Kind::Lifted, why.clone()),
        Deadline::Unsettled(why) => Leaf::new(Kind::Undetermined, why.clone()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    InTime,
    Late,
    Either,
}

/// Whether an act within `bounds` was done by the due day, and by its clock time where it has one.
pub(super) fn timing(bounds: Bounds, due: NaiveDate, time: Option<chrono::NaiveTime>) -> Timing {
    if bounds.surely_by(due) {
        let on_the_day = bounds.last == Some(due);
        return match (time, bounds.time) {
            (Some(t), Some(done)) if on_the_day && bounds.first == Some(due) => {
                if done <= t {
                    Timing::InTime
                } else {
                    Timing::Late
                }
            }
            (Some(_), _) if on_the_day => Timing::Either,
            _ => Timing::InTime,
        };
    }
    if bounds.first.is_some_and(|f| f > due) { Timing::Late } else { Timing::Either }
}

/// `today`, `in 1 day`, `in 14 days`.
pub(super) fn in_days(days: i64) -> String {
    if days == 0 { "today".to_owned() } else { format!("in {}", plural(days, "day")) }
}
