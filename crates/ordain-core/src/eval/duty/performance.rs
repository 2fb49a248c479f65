//! A duty to do something: file, serve, pay, appear.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::opt_in::which_act;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::possibly_late::possibly_late;
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, days_late, in_days, perhaps_not_due_yet, timing_of_act};
use crate::eval::duty::two_accounts;
use crate::eval::evidence::completeness::{days_overdue, silence_by};
use crate::eval::evidence::place::{place_of, who_says};
use crate::eval::evidence::silence::Silence;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::standing::{Rank, Standing};
use crate::facts::{Content, Voice};
use crate::model::object::Act;
use crate::model::{Due, PartyId};
use crate::verdict;
use crate::verdict::{Doubt, Kind, Place, Reason};
use ordain_base::words::{day, plural};

/// Evaluates an act that any one of `acts` performs.
pub(in crate::eval) fn act_verdict(case: &Case<'_>, task: &Task<'_>, acts: &[Act]) -> PartVerdict {
    // At a hearing the act of its own day counts, whatever was done at an earlier setting.
    let mode = match task.obligation.due {
        Due::At { .. } => CandidateMode::All,
        _ => CandidateMode::First,
    };
    let found = candidates(case, task, acts, mode);
    weigh(case, task, acts, found)
}

/// The day has not come: what is on the record so far is shown as near.
fn not_due_yet(case: &Case<'_>, found: &[Candidate], due: &verdict::Due) -> PartVerdict {
    let days = (due.day - case.question.as_of).num_days();
    let mut part = PartVerdict::new(Kind::Pending, format!("due {}", in_days(days))).due(Some(due)).days(days);
    for c in found {
        let text = c.doubt.clone().unwrap_or_else(|| format!("done {}", bounds_in_words(c.bounds)));
        part = part.because([Reason::at(format!("near: {text}"), place_of(case, c.index, text))]);
    }
    part
}

fn performed_late(case: &Case<'_>, acts: &[Act], c: &Candidate, due: &verdict::Due) -> PartVerdict {
    let days = days_late(c.bounds, due);
    let exact = c.bounds.day().is_some() && due.doubt.is_none();
    let least = if exact { "" } else { " at least" };
    let which = which_act(case, acts, c.index);
    let late = if days == 0 { "after its hour".to_owned() } else { format!("{} late{least}", plural(days, "day")) };
    let text = format!("done {}{which}, {late}", bounds_in_words(c.bounds));
    let mut part = PartVerdict::new(Kind::Late, text.clone())
        .due(Some(due))
        .days(days)
        .facts([place_of(case, c.index, text.clone())])
        .because([Reason::at(text.clone(), place_of(case, c.index, text))]);
    part.at_least = !exact;
    part
}

/// Weighs what was found against the deadline.
pub(in crate::eval) fn weigh(case: &Case<'_>, task: &Task<'_>, acts: &[Act], found: Vec<Candidate>) -> PartVerdict {
    let as_of = case.question.as_of;
    let (against, mut found): (Vec<_>, Vec<_>) = found.into_iter().partition(|c| c.negated);
    // What was not due yet when an order took it away is performed by nothing that was done after that.
    if let Some(lifted) = task.lifted
        && task.deadline.day().is_none_or(|due| due >= lifted)
    {
        found.retain(|c| c.bounds.first.is_none_or(|first| first < lifted));
    }
    let done: Vec<&Candidate> = found.iter().filter(|c| c.doubt.is_none() && c.bounds.surely_by(as_of)).collect();
    let place = |c: &Candidate, text: String| place_of(case, c.index, text);
    let due = match task.deadline {
        Deadline::By(due) => due,
        other => return undated(case, task, other, &done),
    };
    // Whoever appears at a hearing appears when it is called.
    let called = verdict::Due { time: None, ..due.clone() };
    let owed = if matches!(task.obligation.due, Due::At { .. }) { &called } else { due };
    let timing = |c: &Candidate| timing_of_act(c.bounds, owed);
    if let Some(part) = found_met(case, task) {
        return part.due(Some(due));
    }
    let rank = |c: &Candidate| case.standings[c.index];
    let in_time = || done.iter().filter(|c| timing(c) == Timing::InTime);
    // A finding decides against what a party or a paper says; of equal weight neither is preferred.
    if let Some(not) = denied_after(case, &against, due.day)
        && let Some(c) = in_time().max_by_key(|c| rank(c))
        && rank(c) <= rank(not)
    {
        return contradicted_performance(case, task, c, not, due);
    }
    let weightier = two_accounts::weightier_than_a_word(case, &done, &found, owed);
    if let Some((word, other)) = weightier.filter(|(_, other)| rank(other) == Standing::Accepted(Rank::Docket)) {
        return two_accounts::contradiction(case, task, (word, other), due);
    }
    if let Some(c) = in_time().next().filter(|_| weightier.is_none()) {
        let text = format!("done {}{}", bounds_in_words(c.bounds), which_act(case, acts, c.index));
        return PartVerdict::new(Kind::Met, text.clone())
            .due(Some(due))
            .facts([place(c, text.clone())])
            .because([Reason::at(format!("{text}, in time"), place(c, text))]);
    }
    // Done, and only the day on which it fell due is not certain.
    if let Some(doubt) = &due.doubt
        && let Some(c) = done.iter().find(|c| timing(c) == Timing::Either)
    {
        return done_in_doubt(case, c, doubt).due(Some(due));
    }
    if as_of <= due.day {
        return not_due_yet(case, &found, due);
    }
    // The very thing ordered, done by those who owe it, goes before a near match.
    let exact = !done.is_empty();
    let doubtful: Vec<&Candidate> = found
        .iter()
        .filter(|c| {
            timing(c) != Timing::Late
                && !(exact && c.near)
                && (c.doubt.is_some() || !c.bounds.surely_by(as_of) || timing(c) == Timing::Either)
        })
        .collect();
    if let Some(c) = doubtful.first() {
        return possible_performance(case, task, c).due(Some(due));
    }
    let late = done.iter().filter(|c| timing(c) == Timing::Late).min_by_key(|c| c.bounds.first);
    if let Some(c) = late {
        return performed_late(case, acts, c, due);
    }
    if let Some(c) = found.iter().find(|c| c.doubt.is_some() || !c.bounds.surely_by(as_of)) {
        let without = not_performed(case, task, acts, &against, due, None);
        let late = possibly_late(case, acts, c, due, without);
        return late.unwrap_or_else(|| possible_performance(case, task, c).due(Some(due)));
    }
    if let Some(part) = perhaps_not_due_yet(as_of, due) {
        return part;
    }
    not_performed(case, task, acts, &against, due, None)
}

/// What says, of the due day or a later one, that it was not done.
fn denied_after<'c>(case: &Case<'_>, against: &'c [Candidate], due: NaiveDate) -> Option<&'c Candidate> {
    let speaks = |c: &&Candidate| c.doubt.is_none() && c.bounds.last.is_none_or(|l| l >= due);
    against.iter().filter(speaks).max_by_key(|c| case.standings[c.index])
}

/// An act on the record, and a finding, an admission or a party's word that it was not done.
fn contradicted_performance(
    case: &Case<'_>,
    task: &Task<'_>,
    done: &Candidate,
    not: &Candidate,
    due: &crate::verdict::Due,
) -> PartVerdict {
    let says = format!("{} that it was not done", who_says(case, &case.ledger.assertions[not.index]));
    let act = format!("the record says that it was done {}", bounds_in_words(done.bounds));
    let places = [place_of(case, not.index, says.clone()), place_of(case, done.index, act.clone())];
    let finding = matches!(case.standings[not.index], Standing::Accepted(Rank::Finding));
    let passed = case.question.as_of > due.last().day;
    let part = if finding && passed {
        let known = case.ledger.assertions[not.index].known.unwrap_or(case.question.as_of);
        let mut part = proved_through(case, "not done", due, known.max(due.last().day));
        part.why = format!("{says}; {}", part.why);
        part
    } else {
        PartVerdict::new(Kind::Undetermined, format!("{act}, and {says}"))
            .due(Some(due))
            .remedy(format!("the Court finds {} met", task.paragraph.name))
    };
    let reasons = places.clone().map(|p| Reason::at(p.text.clone(), p));
    part.facts(places).because(reasons)
}

/// A finding or a stipulation that this paragraph was met.
fn found_met(case: &Case<'_>, task: &Task<'_>) -> Option<PartVerdict> {
    if !task.reported {
        return None;
    }
    case.index.verdicts.get(&task.paragraph.id)?.iter().find_map(|&i| {
        let a = &case.ledger.assertions[i];
        let met = matches!(a.content, Content::Verdict { kind: Kind::Met, .. });
        let binds = matches!(case.standings[i], Standing::Accepted(Rank::Finding | Rank::Stipulation));
        if !met || !binds {
            return None;
        }
        let text = format!("{} it met", who_says(case, a));
        let place = place_of(case, i, text.clone());
        Some(PartVerdict::new(Kind::Met, text.clone()).facts([place.clone()]).because([Reason::at(text, place)]))
    })
}

/// Nothing performs it and the day is past; `so_far` is what was done of it, where it is done in parts.
pub(in crate::eval) fn not_performed(
    case: &Case<'_>,
    task: &Task<'_>,
    acts: &[Act],
    against: &[Candidate],
    due: &crate::verdict::Due,
    so_far: Option<&str>,
) -> PartVerdict {
    let beside = |why: String| so_far.map_or_else(|| why.clone(), |so_far| format!("{so_far}; {why}"));
    let days = days_overdue(case, due.last().day);
    let overdue = plural(days, "day");
    let breached = |why: String| {
        let mut part = PartVerdict::new(Kind::Breached, why).due(Some(due)).days(days);
        part.at_least = due.doubt.is_some();
        part
    };
    if let Some(c) = against
        .iter()
        .find(|c| c.doubt.is_none() && c.bounds.last.is_none_or(|l| l > due.last().day || l >= case.question.as_of))
    {
        let a = &case.ledger.assertions[c.index];
        let text = format!("{} that it was not done", who_says(case, a));
        if only_adverse(case, task, c.index) {
            let why = format!("only {text}, and nothing else on the record shows it");
            return PartVerdict::new(Kind::Undetermined, why)
                .due(Some(due))
                .facts([place_of(case, c.index, text)])
                .remedy(format!("the Court finds {} breached", task.paragraph.name));
        }
        return breached(beside(format!("{text}, {overdue} overdue")))
            .facts([place_of(case, c.index, text.clone())])
            .because([Reason::at(text.clone(), place_of(case, c.index, text))]);
    }
    if let Some((place, text)) = found_breached(case, task, due.last().day) {
        return breached(beside(format!("{text}, {overdue} overdue")))
            .facts([place.clone()])
            .because([Reason::at(text, place)]);
    }
    // Of alternatives each may be the performance: the record must speak of all of them.
    let mut spoken = Vec::new();
    let mut known = case.question.as_of;
    for act in acts {
        match silence_by(case, &task.bearer, act, due.last().day) {
            Silence::Speaks { reason, through } => {
                known = known.min(through);
                spoken.push(reason);
            }
            Silence::Mute { why, remedy, place } => {
                return PartVerdict::new(Kind::Undetermined, beside(why)).due(Some(due)).remedy(remedy).facts(place);
            }
        }
    }
    spoken.dedup();
    let Some(first) = spoken.first() else {
        return PartVerdict::new(Kind::Undetermined, beside("nothing is asked".to_owned())).due(Some(due));
    };
    let place = first.place.clone();
    proved_through(case, so_far.unwrap_or("not done"), due, known).because(spoken).facts(place)
}

/// A miss that the record proves. Its days are counted as far as the record
/// speaks; what came after that is open, and changes nothing of the miss.
pub(in crate::eval) fn proved_through(
    case: &Case<'_>,
    what: &str,
    due: &crate::verdict::Due,
    through: NaiveDate,
) -> PartVerdict {
    let as_of = case.question.as_of;
    let known = through.min(as_of);
    let days = (known - due.last().day).num_days().max(0);
    let least = if known < as_of { "at least " } else { "" };
    let why = match (known < as_of, days) {
        (true, 0) => format!("{what} by its day; the record is silent after {}", day(known)),
        (true, _) => {
            format!("{what}, {least}{} overdue; the record is silent after {}", plural(days, "day"), day(known))
        }
        (false, _) => format!("{what}, {} overdue", plural(days, "day")),
    };
    let mut part = PartVerdict::new(Kind::Breached, why).due(Some(due)).days(days);
    part.at_least = known < as_of;
    part
}

/// Only somebody else than the bearer says so, and nobody who binds the bearer: the
/// word of an adversary accuses nobody by itself.
pub(in crate::eval) fn only_adverse(case: &Case<'_>, task: &Task<'_>, index: usize) -> bool {
    let a = &case.ledger.assertions[index];
    let declared = &case.model.declared;
    let own = |p: &PartyId| task.bearer.parties().iter().any(|b| declared.side(*b) == declared.side(*p));
    let undisputed = matches!(case.standings[index], Standing::Accepted(Rank::Undisputed));
    match &a.voice {
        Voice::Says(by) | Voice::Denies(by) => undisputed && !by.iter().any(own),
        Voice::Plain | Voice::Admits(_) | Voice::Stipulated(_) | Voice::Found | Voice::Docket => false,
    }
}

/// A finding, admission or stipulation that this paragraph was breached, made after its day.
pub(in crate::eval) fn found_breached(case: &Case<'_>, task: &Task<'_>, due: NaiveDate) -> Option<(Place, String)> {
    if !task.reported {
        return None;
    }
    let reported = case.index.verdicts.get(&task.paragraph.id)?;
    reported.iter().find_map(|&i| {
        let a = &case.ledger.assertions[i];
        let breached = matches!(a.content, Content::Verdict { kind: Kind::Breached, .. });
        let accepted = matches!(case.standings[i], Standing::Accepted(_));
        if !breached || !accepted || a.known.is_some_and(|k| k <= due) {
            return None;
        }
        let text = format!("{} it breached", who_says(case, a));
        Some((place_of(case, i, text.clone()), text))
    })
}

/// One act that may be the performance: a person decides, and this line would settle it.
fn possible_performance(case: &Case<'_>, task: &Task<'_>, c: &Candidate) -> PartVerdict {
    let why = c
        .doubt
        .clone()
        .unwrap_or_else(|| format!("done {}, so it may have been in time or late", bounds_in_words(c.bounds)));
    let place = place_of(case, c.index, why.clone());
    let remedy = if c.doubt.is_some() {
        format!("in performance of {}", task.paragraph.name)
    } else {
        "on <the day it was done> …".to_owned()
    };
    PartVerdict::new(Kind::Undetermined, why.clone())
        .facts([place.clone()])
        .because([Reason::at(why, place)])
        .remedy(remedy)
}

/// Done between the first and the last moment at which the duty may have fallen due.
fn done_in_doubt(case: &Case<'_>, c: &Candidate, doubt: &Doubt) -> PartVerdict {
    let so = if doubt.first.day == doubt.last.day {
        "in time or late, as the hour has it".to_owned()
    } else {
        format!("after {} and not after {}", day(doubt.first.day), day(doubt.last.day))
    };
    let text = format!("done {}, {so}: {}", bounds_in_words(c.bounds), doubt.why);
    let place = place_of(case, c.index, text.clone());
    PartVerdict::new(Kind::Undetermined, text.clone())
        .facts([place.clone()])
        .because([Reason::at(text, place)])
        .remedy(doubt.settled_by.clone())
}

/// A duty whose day is not known, or that has none.
fn undated(case: &Case<'_>, task: &Task<'_>, deadline: &Deadline, done: &[&Candidate]) -> PartVerdict {
    if let Some(c) = done.first() {
        let text = format!("done {}", bounds_in_words(c.bounds));
        let place = place_of(case, c.index, text.clone());
        // In time only where it is so however the day is counted.
        let (why, safe) = match deadline {
            Deadline::Unsettled(why) => (Some(why), None),
            Deadline::Uncounted { why, safe } => (Some(why), *safe),
            _ => (None, None),
        };
        if let Some(why) = why.filter(|_| safe.is_none_or(|s| !c.bounds.surely_by(s))) {
            return PartVerdict::new(Kind::Undetermined, format!("{text}, and whether in time is not known: {why}"))
                .facts([place.clone()])
                .because([Reason::at(text, place)]);
        }
        return PartVerdict::new(Kind::Met, text.clone()).facts([place.clone()]).because([Reason::at(text, place)]);
    }
    // Where no day decides, the Court may.
    let open = matches!(deadline, Deadline::Open(_));
    if let Some((place, text)) = open.then(|| found_breached(case, task, NaiveDate::MIN)).flatten() {
        return PartVerdict::new(Kind::Breached, text.clone())
            .facts([place.clone()])
            .because([Reason::at(text, place)]);
    }
    verdict_without_day(deadline)
}

/// The verdict that a deadline without a day gives by itself.
pub(in crate::eval) fn verdict_without_day(deadline: &Deadline) -> PartVerdict {
    match deadline {
        Deadline::By(due) => PartVerdict::new(Kind::Pending, "due").due(Some(due)),
        Deadline::Until { day: d, .. } => PartVerdict::new(Kind::Pending, format!("until {}", day(*d))),
        Deadline::Open(words) if words.is_empty() => PartVerdict::new(Kind::Pending, "it has no date"),
        Deadline::Open(words) => PartVerdict::new(Kind::Pending, format!("it has no date: {words}")),
        Deadline::Waiting(missing) => PartVerdict::new(Kind::Waiting, missing.clone()),
        Deadline::Orphaned(why) => {
            PartVerdict::new(Kind::Waiting, format!("{why}, so its time can no longer come of itself"))
        }
        Deadline::Lifted(why) => PartVerdict::new(Kind::Lifted, why.clone()),
        Deadline::Unsettled(why) | Deadline::Uncounted { why, .. } => PartVerdict::new(Kind::Undetermined, why.clone()),
        Deadline::Either(two) => PartVerdict::new(Kind::Undetermined, two.why.clone()),
    }
}
