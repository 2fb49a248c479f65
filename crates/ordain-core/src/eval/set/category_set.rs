//! A duty over a set: it is complete when somebody who may say so says so. A
//! count never proves it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::{found_breached, only_adverse, proved_through, verdict_without_day};
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, days_late, in_days, perhaps_not_due_yet, timing};
use crate::eval::evidence::completeness::{closed_through, days_overdue, silence_by};
use crate::eval::evidence::place::{assertions_at, party_names, place_of, quantity_told, who_says};
use crate::eval::evidence::silence::Silence;
use crate::eval::record::bounds::when;
use crate::eval::record::matching::{Match, actors};
use crate::eval::record::standing::{Rank, Standing};
use crate::facts::{Assertion, Bounds, Content, State, Voice, belies, searched_by};
use crate::model::object::{Act, Set};
use crate::model::{PartyId, RecordId, VerbFamily};
use crate::verdict::{Due, Kind, Place, Reason};
use ordain_base::words::{join, plural};

/// What was said of one category, with its weight and the day it speaks of.
struct Said {
    index: usize,
    state: State,
    rank: Rank,
    /// The day through which a negative speaks, or from which a positive holds.
    day: Bounds,
}

/// Something produced into the set.
struct Produced {
    index: usize,
    bounds: Bounds,
    n: Option<u64>,
}

pub(in crate::eval) fn set_verdict(case: &Case<'_>, task: &Task<'_>, act: &Act, set: &Set) -> PartVerdict {
    let said = statements(case, set);
    let produced = productions(case, task, set);
    let disputed = disputed(case, set);
    let due = match task.deadline {
        Deadline::By(due) => due,
        other => {
            return match complete(case, &said) {
                Some((s, bounds)) => belied(case, s, set).unwrap_or_else(|| met(case, s, bounds, None)),
                None => with_productions(case, verdict_without_day(other), &produced, None),
            };
        }
    };
    let belied = complete(case, &said)
        .and_then(|(s, _)| belied(case, s, set))
        .map(|leaf| leaf.due(Some(due)).remedy(format!("the Court finds {} complete", set_words(case, task))));
    let leaf = belied.unwrap_or_else(|| decide_set(case, task, act, due, &said, &produced, &disputed));
    with_productions(case, leaf, &produced, Some(due.day))
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
    if let Some((s, bounds)) = complete(case, said) {
        return completed(case, s, bounds, due);
    }
    if as_of <= due.day {
        let days = (due.day - as_of).num_days();
        return PartVerdict::new(Kind::Pending, format!("due {}", in_days(days))).due(Some(due)).days(days);
    }
    if let Some(leaf) = perhaps_not_due_yet(as_of, due) {
        return leaf;
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
            let (short, text) = negative_words(case, a, s.state, produced);
            let place = place_of(case, s.index, text.clone());
            if let Some(later) = completed_later(case, said, a.known) {
                return late_after_finding(case, later, due, a.known).because([Reason::at(text, place)]);
            }
            let leaf = breached_by_word(case, (task, act), short, due, a.known);
            let leaf = leaf.facts([place.clone()]).because([Reason::at(text, place)]);
            // Whoever else says so stands beside it in the tree.
            let others = said.iter().filter(|o| o.index != s.index && !o.state.is_whole()).map(|o| {
                let a = &case.ledger.assertions[o.index];
                let (_, text) = negative_words(case, a, o.state, produced);
                Reason::at(text.clone(), place_of(case, o.index, text))
            });
            return leaf.because(others);
        }
    }
    if let Some((place, text)) = found_breached(case, task, due.last().day) {
        return breached(text.clone()).facts([place.clone()]).because([Reason::at(text, place)]);
    }
    if let Some(&index) = disputed.first() {
        return dispute(case, task, index).due(Some(due));
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

/// What was said to be whole after a finding that it was not, and nobody denied.
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
fn dispute(case: &Case<'_>, task: &Task<'_>, index: usize) -> PartVerdict {
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

/// What the index has on the category that `set` is.
fn about<'a>(index: &'a BTreeMap<(RecordId, Option<usize>), Vec<usize>>, set: &Set) -> &'a [usize] {
    index.get(&(set.record, set.categories.first().copied())).map_or(&[], Vec::as_slice)
}

/// Accepted statements about the set.
fn statements(case: &Case<'_>, set: &Set) -> Vec<Said> {
    assertions_at(case, about(&case.index.states, set))
        .filter_map(|(index, a, standing)| {
            let Content::State { set: this, state } = &a.content else { return None };
            let covers = this.record == set.record
                && (set.categories.is_empty() || set.categories.iter().all(|c| this.categories.contains(c)));
            if !covers {
                return None;
            }
            let (state, rank) = match (standing, &a.voice) {
                // A denial of completeness is the denier's own word that it is not.
                (Standing::Accepted(rank), Voice::Denies(_)) => (opposite(*state), rank),
                (Standing::Accepted(rank), _) => (*state, rank),
                // What a view itself denies is, to it, not so.
                (Standing::Rejected, Voice::Found | Voice::Stipulated(_)) => (opposite(*state), Rank::Own),
                // What it denied was the word of another: a finding binds it all the same.
                (Standing::Rejected, _) => (opposite(*state), Rank::Stipulation),
                _ => return None,
            };
            Some(Said { index, state, rank, day: a.bounds })
        })
        .collect()
}

fn opposite(state: State) -> State {
    match state {
        State::Complete | State::NoneLocated { .. } => State::NotComplete,
        State::NotComplete | State::Nothing => State::Complete,
    }
}

/// Claims of completeness that are disputed under this view.
fn disputed(case: &Case<'_>, set: &Set) -> Vec<usize> {
    assertions_at(case, about(&case.index.states, set))
        .filter(|(_, a, s)| {
            *s == Standing::Disputed
                && matches!(&a.content, Content::State { set: this, state }
                    if state.is_whole() && this.record == set.record && set.categories.iter().all(|c| this.categories.contains(c)))
                && !matches!(a.voice, Voice::Denies(_))
        })
        .map(|(i, _, _)| i)
        .collect()
}

/// The positive that stands: no negative of its weight or more speaks of a later day.
fn complete<'a>(case: &Case<'_>, said: &'a [Said]) -> Option<(&'a Said, Bounds)> {
    // Of one weight the earliest, whatever the order in which they are written.
    let early = |s: &&Said| std::cmp::Reverse((s.day.first.is_none(), s.day.first, s.day.last));
    let best = said.iter().filter(|s| s.state.is_whole()).max_by_key(|s| (s.rank, early(s)))?;
    let known = |s: &Said| case.ledger.assertions[s.index].known;
    let beaten = said.iter().filter(|s| !s.state.is_whole()).any(|n| {
        // A later act of completion is not touched by what was said before it.
        let later = best.day.first.is_some_and(|first| known(n).is_some_and(|k| k < first));
        !later && n.rank >= best.rank
    });
    (!beaten).then_some((best, best.day))
}

/// `none located on Tue 2024-02-20`.
const fn whole(state: State) -> &'static str {
    if matches!(state, State::NoneLocated { .. }) { "none located" } else { "complete" }
}

/// `Defendants say it complete`, `Defendants say that none were located`.
const fn said_of_it(state: State) -> &'static str {
    if matches!(state, State::NoneLocated { .. }) { "that none were located" } else { "it complete" }
}

/// That none were located, where the same side accounts for some: neither is preferred.
/// What is found or agreed stands all the same.
fn belied(case: &Case<'_>, s: &Said, set: &Set) -> Option<PartVerdict> {
    let claim = &case.ledger.assertions[s.index];
    if matches!(claim.voice, Voice::Found | Voice::Stipulated(_)) || !matches!(s.state, State::NoneLocated { .. }) {
        return None;
    }
    let (index, act, _) = assertions_at(case, about(&case.index.into, set))
        .find(|(_, a, standing)| matches!(standing, Standing::Accepted(_)) && belies(&case.model.declared, claim, a))?;
    let there = format!("documents of it {}", when(act.bounds));
    let place = place_of(case, index, there.clone());
    Some(contradicted(case, s, &there).facts([place.clone()]).because([Reason::at(there, place)]))
}

fn contradicted(case: &Case<'_>, s: &Said, there: &str) -> PartVerdict {
    let said = format!("{} that none were located", who_says(case, &case.ledger.assertions[s.index]));
    let place = place_of(case, s.index, said.clone());
    PartVerdict::new(Kind::Undetermined, format!("{said}, and there are {there}"))
        .facts([place.clone()])
        .because([Reason::at(said, place)])
}

/// Rows of a table that lie in the set: how many, as words, and whose table it is.
pub(in crate::eval) struct Listed<'l> {
    pub(in crate::eval) rows: String,
    pub(in crate::eval) by: &'l [PartyId],
}

/// What was said of a whole set that has no document by the rows; nothing where nobody
/// said that it is whole.
pub(in crate::eval) fn answered(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    set: &Set,
    listed: Option<&Listed<'_>>,
) -> Option<PartVerdict> {
    let said = statements(case, set);
    let Some((s, _)) = complete(case, &said) else {
        let due = if let Deadline::By(due) = task.deadline { Some(due) } else { None };
        return disputed(case, set).first().map(|&index| dispute(case, task, index).due(due));
    };
    if let Some(listed) = listed.filter(|l| is_belied_by(case, s, l)) {
        return Some(contradicted(case, s, &listed.rows));
    }
    Some(set_verdict(case, task, act, set)).filter(|l| matches!(l.kind, Kind::Met | Kind::Late | Kind::Undetermined))
}

/// True where whoever lists documents of the set says that a search found none.
fn is_belied_by(case: &Case<'_>, s: &Said, listed: &Listed<'_>) -> bool {
    let claim = &case.ledger.assertions[s.index];
    let agreed = matches!(claim.voice, Voice::Found | Voice::Stipulated(_));
    !agreed && searched_by(&case.model.declared, claim, listed.by)
}

fn met(case: &Case<'_>, s: &Said, bounds: Bounds, due: Option<&Due>) -> PartVerdict {
    let a = &case.ledger.assertions[s.index];
    let text = format!("{} {}, as {}", whole(s.state), when(bounds), who_says(case, a));
    let place = place_of(case, s.index, text.clone());
    PartVerdict::new(Kind::Met, text.clone()).due(due).facts([place.clone()]).because([Reason::at(text, place)])
}

/// A set said to be complete: in time, late, or on a day that leaves it open.
fn completed(case: &Case<'_>, s: &Said, bounds: Bounds, due: &Due) -> PartVerdict {
    let a = &case.ledger.assertions[s.index];
    match timing(bounds, due) {
        Timing::InTime => met(case, s, bounds, Some(due)),
        Timing::Late => {
            let days = days_late(bounds, due);
            let exact = bounds.day().is_some() && due.doubt.is_none();
            let late = plural(days, "day");
            let text = format!("{} {}, {late} late, as {}", whole(s.state), when(bounds), who_says(case, a));
            let place = place_of(case, s.index, text.clone());
            let mut leaf = PartVerdict::new(Kind::Late, text.clone())
                .due(Some(due))
                .days(days)
                .facts([place.clone()])
                .because([Reason::at(text, place)]);
            leaf.at_least = !exact;
            leaf
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

/// In short, and as the record has it.
fn negative_words(case: &Case<'_>, a: &Assertion, state: State, produced: &[Produced]) -> (String, String) {
    let says = who_says(case, a);
    match (&a.voice, state) {
        (_, State::Nothing) => ("nothing produced".to_owned(), format!("{says} 0 documents")),
        (Voice::Found | Voice::Stipulated(_), _) if produced.is_empty() => {
            ("not complete".to_owned(), format!("{says} it not shown complete"))
        }
        (Voice::Found | Voice::Stipulated(_), _) => {
            ("partly produced, not shown complete".to_owned(), format!("{says} it not shown complete"))
        }
        (Voice::Says(_) | Voice::Plain, _) if !a.denied.is_empty() => {
            let by: Vec<_> = a.denied.iter().flat_map(|r| r.by.clone()).collect();
            ("not complete".to_owned(), format!("{} deny that it is complete", party_names(case, &by)))
        }
        _ => ("not complete".to_owned(), format!("{says} it not complete")),
    }
}

/// What the bearer put into the set, as far as this view accepts it.
fn productions(case: &Case<'_>, task: &Task<'_>, set: &Set) -> Vec<Produced> {
    let mut found: Vec<Produced> = assertions_at(case, about(&case.index.into, set))
        .filter_map(|(index, a, standing)| {
            let Content::Done(deed) = &a.content else { return None };
            if !matches!(standing, Standing::Accepted(_))
                || deed.negated
                || a.bounds.first.is_none() && a.bounds.last.is_none()
            {
                return None;
            }
            let family = case.model.declared.verbs.get(deed.act.verb).family;
            let into = deed.act.objects.list.iter().any(|o| {
                o.set.as_ref().is_some_and(|s| {
                    s.record == set.record
                        && (set.categories.is_empty() || set.categories.iter().any(|c| s.categories.contains(c)))
                })
            });
            let ours = actors(case.model, &task.bearer, &deed.actors) != Match::No;
            let since = case.model.order(task.paragraph.order).in_force();
            let in_force = since.is_none_or(|f| a.bounds.last.is_none_or(|l| l >= f));
            (matches!(family, VerbFamily::Produce | VerbFamily::Serve | VerbFamily::File) && into && ours && in_force)
                .then_some(Produced { index, bounds: a.bounds, n: quantity_told(a) })
        })
        .collect();
    found.sort_by_key(|p| (p.bounds.first, p.index));
    found
}

/// `12 documents produced on Mon 2024-03-04, 3 days late`: each production with its day.
fn production_words(produced: &[Produced], due: Option<NaiveDate>) -> Vec<String> {
    let words = |p: &Produced| {
        let documents = match p.n {
            Some(1) => "1 document".to_owned(),
            Some(n) => format!("{n} documents"),
            None => "documents".to_owned(),
        };
        let late = due
            .zip(p.bounds.first)
            .filter(|(due, first)| first > due)
            .map(|(due, first)| format!(", {} late", plural((first - due).num_days(), "day")))
            .unwrap_or_default();
        format!("{documents} produced {}{late}", when(p.bounds))
    };
    produced.iter().map(words).collect()
}

/// Adds what is there so far.
fn with_productions(
    case: &Case<'_>,
    mut leaf: PartVerdict,
    produced: &[Produced],
    due: Option<NaiveDate>,
) -> PartVerdict {
    for (p, text) in produced.iter().zip(production_words(produced, due)) {
        let place = place_of(case, p.index, text.clone());
        leaf.reasons.push(Reason::at(text, place.clone()));
        leaf.facts.push(place);
    }
    leaf
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
