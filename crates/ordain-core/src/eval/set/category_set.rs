//! A duty over a set: it is complete when somebody who may say so says so. A
//! count never proves it.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::{found_breached, only_adverse, proved_through, verdict_without_day};
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, days_late, in_days, perhaps_not_due_yet, timing_of_act};
use crate::eval::evidence::completeness::{closed_through, days_overdue, silence_by};
use crate::eval::evidence::place::{party_names, place_of, who_says};
use crate::eval::evidence::silence::Silence;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::set::none_located::belied_search;
use crate::eval::set::productions::{Produced, production_words, productions_into_set, with_productions};
use crate::eval::set::statements::{
    Said, accepted_as_whole, completions_of_set, disputed_claims, negative_words, said_of_it, statements_about,
    words_of_whole,
};
use crate::facts::{Bounds, Content, State};
use crate::model::object::{Act, Set};
use crate::verdict::{Due, Kind, Place, Reason};
use ordain_base::words::{join, plural};

pub(in crate::eval) fn set_verdict(case: &Case<'_>, task: &Task<'_>, act: &Act, set: &Set) -> PartVerdict {
    let mut said = statements_about(case, set);
    said.extend(completions_of_set(case, task, set));
    let produced = productions_into_set(case, task, set);
    let disputed = disputed_claims(case, set);
    let due = match task.deadline {
        Deadline::By(due) => due,
        other => {
            return match accepted_as_whole(case, &said) {
                Some((s, bounds)) => belied_search(case, s, set).unwrap_or_else(|| verdict_met(case, s, bounds, None)),
                None => with_productions(case, verdict_without_day(other), &produced, None),
            };
        }
    };
    let belied = accepted_as_whole(case, &said)
        .and_then(|(s, _)| belied_search(case, s, set))
        .map(|part| part.due(Some(due)).remedy(format!("the Court finds {} complete", set_words(case, task))));
    let part = belied.unwrap_or_else(|| decide_set(case, task, act, due, &said, &produced, &disputed));
    with_productions(case, part, &produced, Some(due.day))
}

fn decide_set(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    due: &Due,
    said: &[Said],
    produced: &[Produced],
    disputed: &[usize],
) -> PartVerdict {
    let as_of = case.question.as_of;
    if let Some((s, bounds)) = accepted_as_whole(case, said) {
        return verdict_of_completion(case, s, bounds, due);
    }
    if as_of <= due.day {
        let days = (due.day - as_of).num_days();
        return PartVerdict::new(Kind::Pending, format!("due {}", in_days(days))).due(Some(due)).days(days);
    }
    if let Some(part) = perhaps_not_due_yet(as_of, due) {
        return part;
    }
    let days = days_overdue(case, due.last().day);
    let breached = |why: String| PartVerdict::new(Kind::Breached, why).due(Some(due)).days(days);
    // A negative that speaks of the due day or later shows that it was missed.
    let adverse = |s: &&Said| only_adverse(case, task, s.index);
    let negative = said.iter().filter(|s| !s.state.is_whole() && !adverse(s)).max_by_key(|s| (s.rank, s.day.last));
    if let Some(s) = negative {
        let a = &case.ledger.assertions[s.index];
        let speaks_late = a.known.is_none_or(|k| k > due.last().day);
        if speaks_late {
            let (short, text) = negative_words(case, a, s.state, !produced.is_empty());
            let place = place_of(case, s.index, text.clone());
            if let Some(later) = completed_later(case, said, a.known) {
                return late_after_finding(case, later, due, a.known).because([Reason::at(text, place)]);
            }
            let part = breached_by_word(case, (task, act), short, due, a.known);
            let part = part.facts([place.clone()]).because([Reason::at(text, place)]);
            // Whoever else says so is beside it in the tree.
            let others = said.iter().filter(|o| o.index != s.index && !o.state.is_whole()).map(|o| {
                let a = &case.ledger.assertions[o.index];
                let (_, text) = negative_words(case, a, o.state, !produced.is_empty());
                Reason::at(text.clone(), place_of(case, o.index, text))
            });
            return part.because(others);
        }
    }
    if let Some((place, text)) = found_breached(case, task, due.last().day) {
        return breached(text.clone()).facts([place.clone()]).because([Reason::at(text, place)]);
    }
    if let Some(&index) = disputed.first() {
        return verdict_of_dispute(case, task, index).due(Some(due));
    }
    match (silence_by(case, &task.bearer, act, due.last().day), produced.is_empty()) {
        (Silence::Speaks { reason, through }, true) => {
            let place = reason.place.clone();
            proved_through(case, "nothing produced", due, through).because([reason]).facts(place)
        }
        (Silence::Speaks { .. }, false) => {
            let shown = production_words(produced, Some(due.day));
            let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
            let why = format!(
                "{}; nobody has said whether they are all, and a count never proves a set complete",
                join(&shown)
            );
            PartVerdict::new(Kind::Undetermined, why)
                .due(Some(due))
                .remedy(format!("the Court finds {} not shown complete", set_words(case, task)))
        }
        (Silence::Mute { why, remedy, .. }, _) => {
            PartVerdict::new(Kind::Undetermined, why).due(Some(due)).remedy(remedy)
        }
    }
}

/// A finding or an admission speaks of its own day: days after it are not counted as overdue,
/// but for those through which the record says that it is complete.
fn breached_by_word(
    case: &Case<'_>,
    (task, act): (&Task<'_>, &Act),
    short: String,
    due: &Due,
    known: Option<NaiveDate>,
) -> PartVerdict {
    let as_of = case.question.as_of;
    let closed = closed_through(case, &task.bearer, act);
    let through = known.unwrap_or(as_of).max(closed.unwrap_or(due.last().day)).min(as_of).max(due.last().day);
    let mut part = PartVerdict::new(Kind::Breached, short).due(Some(due)).days((through - due.last().day).num_days());
    part.at_least = through < as_of;
    part
}

/// An undisputed statement that it is whole, made after a finding that it is not.
fn completed_later<'a>(case: &Case<'_>, said: &'a [Said], found: Option<NaiveDate>) -> Option<&'a Said> {
    let known = |s: &&Said| case.ledger.assertions[s.index].known;
    said.iter().filter(|s| s.state.is_whole() && known(s).zip(found).is_some_and(|(k, f)| k > f)).min_by_key(known)
}

fn late_after_finding(case: &Case<'_>, later: &Said, due: &Due, found: Option<NaiveDate>) -> PartVerdict {
    let a = &case.ledger.assertions[later.index];
    let text = format!("{} {}", who_says(case, a), said_of_it(later.state));
    let place = place_of(case, later.index, text.clone());
    let days = found.map_or(0, |f| (f - due.last().day).num_days());
    let mut part = PartVerdict::new(Kind::Late, format!("{text}, after a finding that it was not"))
        .due(Some(due))
        .days(days)
        .facts([place.clone()])
        .because([Reason::at(text, place)]);
    part.at_least = true;
    part
}

/// A claim that a set is whole, which is denied.
pub(in crate::eval) fn verdict_of_dispute(case: &Case<'_>, task: &Task<'_>, index: usize) -> PartVerdict {
    let a = &case.ledger.assertions[index];
    let state = if let Content::State { state, .. } = a.content { state } else { State::Complete };
    let words = said_of_it(state);
    let text = format!("{} {words}, which is denied, and no finding settles it", who_says(case, a));
    let mut places = vec![place_of(case, index, text.clone())];
    for reply in &a.denied {
        let text = format!("denied by {}", party_names(case, &reply.by));
        places.push(Place { span: reply.span, text, fact: Some(a.id.clone()), cite: reply.cites.first().cloned() });
    }
    let reasons: Vec<Reason> = places.iter().map(|p| Reason::at(p.text.clone(), p.clone())).collect();
    PartVerdict::new(Kind::Undetermined, "disputed, and no finding settles it")
        .facts(places)
        .because(reasons)
        .remedy(format!("the Court finds {} complete", set_words(case, task)))
}

fn verdict_met(case: &Case<'_>, s: &Said, bounds: Bounds, due: Option<&Due>) -> PartVerdict {
    let a = &case.ledger.assertions[s.index];
    let text = format!("{} {}, as {}", words_of_whole(s.state), bounds_in_words(bounds), who_says(case, a));
    let place = place_of(case, s.index, text.clone());
    PartVerdict::new(Kind::Met, text.clone()).due(due).facts([place.clone()]).because([Reason::at(text, place)])
}

/// A set said to be complete: in time, late, or on a day that leaves it open.
fn verdict_of_completion(case: &Case<'_>, s: &Said, bounds: Bounds, due: &Due) -> PartVerdict {
    let a = &case.ledger.assertions[s.index];
    match timing_of_act(bounds, due) {
        Timing::InTime => verdict_met(case, s, bounds, Some(due)),
        Timing::Late => {
            let days = days_late(bounds, due);
            let exact = bounds.day().is_some() && due.doubt.is_none();
            let late = plural(days, "day");
            let text = format!(
                "{} {}, {late} late, as {}",
                words_of_whole(s.state),
                bounds_in_words(bounds),
                who_says(case, a)
            );
            let place = place_of(case, s.index, text.clone());
            let mut part = PartVerdict::new(Kind::Late, text.clone())
                .due(Some(due))
                .days(days)
                .facts([place.clone()])
                .because([Reason::at(text, place)]);
            part.at_least = !exact;
            part
        }
        Timing::Either => {
            let text = format!("{} {} and not since when", who_says(case, a), said_of_it(s.state));
            let place = place_of(case, s.index, text.clone());
            PartVerdict::new(Kind::Undetermined, text.clone())
                .due(Some(due))
                .facts([place.clone()])
                .because([Reason::at(text, place)])
                .remedy("as of <the day it was complete>")
        }
    }
}

/// `CAR categories 4-5`, as a line to paste would have it.
fn set_words(case: &Case<'_>, task: &Task<'_>) -> String {
    let set = task.obligation.acts.first().and_then(|a| a.objects.list.first()).and_then(|o| o.set.as_ref());
    let Some(set) = set else { return String::new() };
    let record = &case.model.declared.records[set.record.index()];
    let labels: Vec<&str> =
        set.categories.iter().filter_map(|&c| record.categories.get(c)).map(|c| c.label.as_str()).collect();
    match labels.as_slice() {
        [] => record.name.clone(),
        [one] => format!("{} category {one}", record.name),
        many => format!("{} categories {}", record.name, join(many)),
    }
}
