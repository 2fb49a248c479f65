//! `may`, and cut-offs: available, used or expired; nobody must. What goes beyond
//! a permission is a breach of it.

use chrono::NaiveDate;

use crate::eval::amended::apply::as_amended;
use crate::eval::amended::deadline::deadline_as_amended;
use crate::eval::amended::interval;
use crate::eval::amended::interval::intervals_of;
use crate::eval::case::Case;
use crate::eval::condition::found::Held;
use crate::eval::condition::truth::Value;
use crate::eval::conduct::limit;
use crate::eval::conduct::limit::Kept;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::conditional::not_owed;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, timing_of_act};
use crate::eval::evidence::place::{party_names, place_of};
use crate::eval::record::bounds::bounds_in_words;
use crate::facts::{Bounds, Content};
use crate::model::object::{Act, Head, Related};
use crate::model::{Obligation, Paragraph, Provision};
use crate::verdict::{Due, Kind, Modality, Reason};
use ordain_base::words::day;

pub(in crate::eval) fn permission_verdict(case: &Case<'_>, task: &Task<'_>) -> PartVerdict {
    let cut_off = matches!(&task.paragraph.body, crate::model::Body::Provision(n) if n.modality == Modality::CutOff);
    let due = match task.deadline {
        Deadline::By(due) => Some(due),
        _ => None,
    };
    let uses = uses_on_record(case, task);
    let part = match uses.first() {
        Some(_) if cut_off => verdict_of_cut_off(case, &uses, due),
        Some(_) => verdict_of_used(case, task, &uses, due),
        None => perhaps_used(case, task, due).unwrap_or_else(|| verdict_of_unused(case, task, due)),
    };
    part.because(task.held.map(|h| h.reason.clone()))
}

/// One exercise of the permission.
struct Use {
    candidate: Candidate,
    /// How many of those allowed it takes.
    n: u64,
    /// Why it may be none of its own.
    doubt: Option<String>,
}

/// The uses on the record, oldest first. An act that only resembles a use is not one: nobody must use a permission.
fn uses_on_record(case: &Case<'_>, task: &Task<'_>) -> Vec<Use> {
    let permitted = acts_permitted(task.obligation);
    let found = candidates(case, task, &permitted, CandidateMode::All);
    let mut uses: Vec<Use> = found
        .into_iter()
        .filter(|c| c.doubt.is_none() && !c.negated && c.bounds.maybe_by(case.question.as_of))
        .map(|candidate| {
            let Content::Done(deed) = &case.ledger.assertions[candidate.index].content else {
                return Use { candidate, n: 1, doubt: None };
            };
            let object = limit::thing_used(case, &permitted, deed);
            let again = object.and_then(|o| o.qualifiers.iter().find(|q| q.replaces()));
            let doubt = again.map(|q| format!("you decide whether a paper that is {} is another", q.words));
            let n = object.filter(|o| o.stated_size().is_none()).and_then(|o| o.quantity).unwrap_or(1);
            Use { candidate, n, doubt }
        })
        .collect();
    uses.sort_by_key(|u| (u.candidate.bounds.first, u.candidate.bounds.last, u.candidate.index));
    uses
}

/// Its day has passed, and what was done by then may be its use: a person decides.
fn perhaps_used(case: &Case<'_>, task: &Task<'_>, due: Option<&Due>) -> Option<PartVerdict> {
    let due = due.filter(|d| d.last().day < case.question.as_of)?;
    let found = candidates(case, task, &acts_permitted(task.obligation), CandidateMode::All);
    let near = found.iter().find(|c| c.near && !c.negated && timing_of_act(c.bounds, due) == Timing::InTime)?;
    let why = near.doubt.clone()?;
    let part = use_verdict(case, near, Kind::Undetermined, format!("done {}: {why}", bounds_in_words(near.bounds)));
    Some(part.due(Some(due)).remedy(format!("in performance of {}", task.paragraph.name)))
}

/// `one reply`, `two depositions`: how many are allowed.
fn number_allowed(obligation: &Obligation) -> Option<u64> {
    let object = obligation.acts.first().filter(|_| obligation.acts.len() == 1)?.objects.list.first()?;
    object.quantity.filter(|_| object.stated_size().is_none())
}

/// The acts it permits, one at a time: how many is counted, not matched.
pub(in crate::eval) fn acts_permitted(obligation: &Obligation) -> Vec<Act> {
    let mut acts = obligation.acts.clone();
    for object in acts.iter_mut().flat_map(|a| &mut a.objects.list) {
        if let Some((_, of)) = object.stated_size() {
            object.relations.retain(|r| r.to != Related::Head(Head::Deliverable(of)));
        }
        object.quantity = None;
        object.amount = object.amount.filter(|_| !object.most);
    }
    acts
}

/// Each who acted, in time or out of it.
fn verdict_of_cut_off(case: &Case<'_>, uses: &[Use], due: Option<&Due>) -> PartVerdict {
    let late = |u: &Use| due.is_some_and(|d| timing_of_act(u.candidate.bounds, d) == Timing::Late);
    let text = |u: &Use| {
        let by = match &case.ledger.assertions[u.candidate.index].content {
            Content::Done(deed) => format!(" by {}", party_names(case, &deed.actors)),
            _ => String::new(),
        };
        let out = if late(u) { ", out of time" } else { "" };
        format!("done {}{by}{out}", bounds_in_words(u.candidate.bounds))
    };
    let places: Vec<_> = uses.iter().map(|u| place_of(case, u.candidate.index, text(u))).collect();
    let why: Vec<&str> = places.iter().map(|p| p.text.as_str()).collect();
    let kind = if uses.iter().all(late) { Kind::Expired } else { Kind::Used };
    let reasons: Vec<Reason> = places.iter().map(|p| Reason::at(p.text.clone(), p.clone())).collect();
    PartVerdict::new(kind, why.join("; ")).facts(places).because(reasons).due(due)
}

fn use_verdict(case: &Case<'_>, c: &Candidate, kind: Kind, text: String) -> PartVerdict {
    let place = place_of(case, c.index, text.clone());
    PartVerdict::new(kind, text.clone()).facts([place.clone()]).because([Reason::at(text, place)])
}

/// Used, and within what was allowed or beyond it.
fn verdict_of_used(case: &Case<'_>, task: &Task<'_>, uses: &[Use], due: Option<&Due>) -> PartVerdict {
    let most = number_allowed(task.obligation);
    let mut taken = 0;
    let mut beyond: Vec<(&Use, String)> = Vec::new();
    let mut doubts: Vec<(&Use, String)> = Vec::new();
    for u in uses {
        let c = &u.candidate;
        let done = format!("done {}", bounds_in_words(c.bounds));
        // What it went beyond is decided by the words of its own day; of no one day, by none.
        let Some(obligation) = obligation_on(task, c) else {
            taken += u.n;
            continue;
        };
        let most = number_allowed(obligation);
        match before_its_condition(task.held, c) {
            Value::True => {}
            Value::False => beyond.push((u, format!("{done}, before its condition came about"))),
            Value::Unknown => {
                doubts.push((u, format!("{done}, and whether it was open depends: {}", words_of_held(task.held))))
            }
        }
        if most.is_some_and(|most| taken >= most) && u.doubt.is_some() {
            doubts.extend(u.doubt.clone().map(|why| (u, why)));
            continue;
        }
        taken += u.n;
        if let Some(most) = most.filter(|most| taken > *most) {
            beyond.push((u, format!("{done}: {most} allowed, and this makes {taken}")));
        }
        if let Some(why) = on_its_last_day(task, c) {
            doubts.push((u, format!("{done}: {why}")));
        }
    }
    match over_limit(case, task, uses) {
        Some((u, Kept::Exceeded(_, text))) => beyond.push((u, text)),
        Some((u, Kept::Open(_, text))) => doubts.push((u, text)),
        _ => {}
    }
    if !beyond.is_empty() {
        let places: Vec<_> = beyond.iter().map(|(u, text)| place_of(case, u.candidate.index, text.clone())).collect();
        let why: Vec<&str> = beyond.iter().map(|(_, t)| t.as_str()).collect();
        let reasons: Vec<Reason> = places.iter().map(|p| Reason::at(p.text.clone(), p.clone())).collect();
        return PartVerdict::new(Kind::Breached, format!("beyond what was allowed: {}", why.join("; ")))
            .due(due)
            .facts(places)
            .because(reasons);
    }
    if let Some((u, why)) = doubts.first() {
        let remedy = task.held.and_then(|h| h.remedy.clone());
        return use_verdict(case, &u.candidate, Kind::Undetermined, why.clone())
            .due(due)
            .remedy(remedy.unwrap_or_else(|| format!("the Court finds {} breached", task.paragraph.name)));
    }
    let late = |u: &&Use| is_after_end(task, u.candidate.bounds);
    if let Some(u) = uses.iter().find(|u| !late(u)) {
        let c = &u.candidate;
        let left = most.filter(|most| taken < *most);
        let open = due.is_none_or(|d| d.day >= case.question.as_of);
        return match left {
            Some(most) if open => {
                let why = format!("{taken} of {most} used, first {}", bounds_in_words(c.bounds));
                use_verdict(case, c, Kind::Available, why).due(due)
            }
            _ => use_verdict(case, c, Kind::Used, format!("done {}", bounds_in_words(c.bounds))).due(due),
        };
    }
    let c = &uses[0].candidate;
    use_verdict(case, c, Kind::Expired, format!("done {}, after it had ended", bounds_in_words(c.bounds))).due(due)
}

/// The words of the permission on the day of an act; `None` where that day is not one stretch.
fn obligation_on<'t>(task: &Task<'t>, c: &Candidate) -> Option<&'t Obligation> {
    if task.intervals.is_empty() {
        return Some(task.obligation);
    }
    let now = task.intervals.last()?;
    if now.holds(c.bounds) {
        return Some(task.obligation);
    }
    let at = now.amended.provision.obligations.iter().position(|l| l.label == task.obligation.label)?;
    interval::interval_of(task.intervals, c.bounds)?.amended.provision.obligations.get(at)
}

fn words_of_held(held: Option<&Held>) -> &str {
    held.map_or("", |h| &h.words)
}

/// Whether the permission was open when the act was done.
fn before_its_condition(held: Option<&Held>, c: &Candidate) -> Value {
    let Some(held) = held else { return Value::True };
    match (held.value(), held.since) {
        (Value::True, Some(since)) if c.bounds.last.is_some_and(|l| l < since) => Value::False,
        (Value::True, Some(since)) if c.bounds.first.is_none_or(|f| f < since) => Value::Unknown,
        (value, _) => value,
    }
}

/// `not exceeding 10 pages`, `lend $500,000`, where the record says how much it was: the use
/// that goes beyond the limit of the words of its own day. What is done after the permission ended is not
/// done under it, and has no limit to go beyond.
fn over_limit<'u>(case: &Case<'_>, task: &Task<'_>, uses: &'u [Use]) -> Option<(&'u Use, Kept)> {
    let mut open = None;
    let under: Vec<&Use> = uses.iter().filter(|u| !is_after_end(task, u.candidate.bounds)).collect();
    for (n, &u) in under.iter().enumerate() {
        let Some(limit) = obligation_on(task, &u.candidate).and_then(limit::limit_of) else { continue };
        let until: Vec<usize> = under[..=n].iter().map(|u| u.candidate.index).collect();
        match limit::hold_against_limit(case, &limit, &until) {
            Kept::Within => {}
            found @ Kept::Exceeded(..) => return Some((u, found)),
            found @ Kept::Open(..) => open = open.or(Some((u, found))),
        }
    }
    open
}

/// Done after the permission had ended.
fn is_after_end(task: &Task<'_>, bounds: Bounds) -> bool {
    match task.deadline {
        Deadline::By(due) => timing_of_act(bounds, due) == Timing::Late,
        Deadline::Until { day, .. } => bounds.first.is_some_and(|first| first > *day),
        _ => false,
    }
}

/// `until D`, used on D: why nobody can say whether that was in time.
fn on_its_last_day(task: &Task<'_>, c: &Candidate) -> Option<String> {
    let Deadline::Until { day: end, inclusive } = task.deadline else { return None };
    if is_after_end(task, c.bounds) {
        return None;
    }
    if c.bounds.last.is_none_or(|last| last > *end) {
        return Some(format!("it ended on {}, and whether that was before is not known", day(*end)));
    }
    let edge = !inclusive && c.bounds.last == Some(*end);
    edge.then(|| format!("the order does not say whether {} itself is inside", day(*end)))
}

fn verdict_of_unused(case: &Case<'_>, task: &Task<'_>, due: Option<&Due>) -> PartVerdict {
    let as_of = case.question.as_of;
    if let Some(held) = task.held {
        match held.value() {
            Value::False => {
                return PartVerdict::new(Kind::Waiting, not_owed(held).replace("not owed", "not open")).due(due);
            }
            Value::Unknown if !held.defeats && due.is_none_or(|d| d.day >= as_of) => {
                let mut part = PartVerdict::new(Kind::Waiting, format!("it is open {}", held.words)).due(due);
                part.remedy.clone_from(&held.remedy);
                return part;
            }
            _ => {}
        }
    }
    match (due, task.deadline) {
        (Some(due), _) if due.last().day < as_of => {
            PartVerdict::new(Kind::Expired, format!("not used by {}", day(due.day))).due(Some(due))
        }
        (Some(due), _) => PartVerdict::new(Kind::Available, format!("until {}", day(due.day)))
            .due(Some(due))
            .days((due.day - as_of).num_days()),
        (None, Deadline::Until { day: end, .. }) if *end < as_of => {
            PartVerdict::new(Kind::Expired, format!("it ended on {}", day(*end)))
        }
        (None, Deadline::Waiting(why) | Deadline::Orphaned(why)) => PartVerdict::new(Kind::Waiting, why.clone()),
        (None, Deadline::Unsettled(why) | Deadline::Uncounted { why, .. }) => {
            PartVerdict::new(Kind::Undetermined, why.clone())
        }
        _ => PartVerdict::new(Kind::Available, "not used yet"),
    }
}

/// Whether a permission, or a duty, covers one act that matches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Covers {
    Yes,
    No,
    Perhaps,
}

/// Whether an act lies within the time of a permission; `last` is its last day, and whether that day is inside.
fn in_its_time(bounds: Bounds, deadline: &Deadline, last: Option<(NaiveDate, bool)>) -> Covers {
    match (deadline, last) {
        // Between the first and the last moment nobody can say.
        (Deadline::By(due), _) if due.doubt.is_some() => match timing_of_act(bounds, due) {
            Timing::InTime => Covers::Yes,
            Timing::Late => Covers::No,
            Timing::Either => Covers::Perhaps,
        },
        (_, None) => Covers::Yes,
        (_, Some((last, inclusive))) => match (bounds.surely_by(last), bounds.maybe_by(last)) {
            (true, _) if inclusive || bounds.last.is_some_and(|l| l < last) => Covers::Yes,
            (_, false) => Covers::No,
            _ => Covers::Perhaps,
        },
    }
}

/// In its time, and within the number it allows: the act at `index` of the ledger.
pub(in crate::eval) fn covers<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
    at: usize,
    index: usize,
) -> Covers {
    // The permission as it was on the day of the act: what was permitted then stays permitted.
    let bounds = case.ledger.assertions[index].bounds;
    let intervals = intervals_of(case, paragraph, provision, at, None);
    let amended = match intervals.as_slice() {
        [] => as_amended(case, paragraph, provision, at, None),
        all => match interval::interval_of(all, bounds) {
            Some(interval) => interval.amended.clone(),
            None => return Covers::Perhaps,
        },
    };
    let Some(obligation) = amended.provision.obligations.get(at) else { return Covers::No };
    if amended.lifted.is_some() {
        return Covers::No;
    }
    let deadline = deadline_as_amended(case, paragraph, obligation, &amended);
    let last = match &deadline {
        Deadline::By(due) => Some((due.day, true)),
        Deadline::Until { day, inclusive } => Some((*day, *inclusive)),
        Deadline::Waiting(_)
        | Deadline::Orphaned(_)
        | Deadline::Unsettled(_)
        | Deadline::Uncounted { .. }
        | Deadline::Either(_) => {
            return Covers::Perhaps;
        }
        Deadline::Lifted(_) => return Covers::No,
        Deadline::Open(_) => None,
    };
    let in_time = in_its_time(bounds, &deadline, last);
    let Some(most) =
        number_allowed(obligation).filter(|_| provision.modality == Modality::May && in_time == Covers::Yes)
    else {
        return in_time;
    };
    let task = Task {
        paragraph,
        obligation,
        bearer: provision.bearer.clone(),
        deadline: &deadline,
        stays: &amended.stays,
        intervals: &[],
        lifted: amended.lifted_from(),
        held: None,
        reported: true,
    };
    let mut taken = 0;
    for u in uses_on_record(case, &task) {
        taken += u.n;
        if u.candidate.index == index {
            return if taken <= most {
                Covers::Yes
            } else if u.doubt.is_some() {
                Covers::Perhaps
            } else {
                Covers::No
            };
        }
    }
    in_time
}
