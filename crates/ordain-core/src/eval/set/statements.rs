//! What was said of a set: that it is complete, that it is not, or that nothing was located.

use crate::model::qualifier::Qualifier;
use std::collections::BTreeMap;

use crate::eval::case::Case;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::{assertions_at, party_names, who_says};
use crate::eval::record::matching::{Match, match_actors};
use crate::eval::record::standing::{Rank, Standing};
use crate::facts::{Assertion, Bounds, Content, State, Voice};
use crate::model::object::Set;
use crate::model::{RecordId, VerbFamily};

/// What was said of one category, with its weight and the day it speaks of.
pub(in crate::eval) struct Said {
    pub(in crate::eval) index: usize,
    pub(in crate::eval) state: State,
    pub(in crate::eval) rank: Rank,
    /// The day through which a negative speaks, or from which a positive holds.
    pub(in crate::eval) day: Bounds,
}

/// What the index has on the category that `set` is.
pub(in crate::eval) fn assertions_about<'a>(
    index: &'a BTreeMap<(RecordId, Option<usize>), Vec<usize>>,
    set: &Set,
) -> &'a [usize] {
    index.get(&(set.record, set.categories.first().copied())).map_or(&[], Vec::as_slice)
}

/// Accepted statements about the set.
pub(in crate::eval) fn statements_about(case: &Case<'_>, set: &Set) -> Vec<Said> {
    assertions_at(case, assertions_about(&case.index.states, set))
        .filter_map(|(index, a, standing)| {
            let Content::State { set: this, state } = &a.content else { return None };
            let covers = this.record == set.record
                && (set.categories.is_empty() || set.categories.iter().all(|c| this.categories.contains(c)));
            if !covers {
                return None;
            }
            let (state, rank) = match (standing, &a.voice) {
                // A denial of completeness is the denier's own word that it is not.
                (Standing::Accepted(rank), Voice::Denies(_)) => (opposite_state(*state), rank),
                (Standing::Accepted(rank), _) => (*state, rank),
                // What a view itself denies is, to it, not so.
                (Standing::Rejected, Voice::Found | Voice::Stipulated(_)) => (opposite_state(*state), Rank::Own),
                // What it denied was the word of another: a finding binds it all the same.
                (Standing::Rejected, _) => (opposite_state(*state), Rank::Stipulation),
                _ => return None,
            };
            Some(Said { index, state, rank, day: a.bounds })
        })
        .collect()
}

/// `Dunmore completed Survey category 2`: the duty in the words of the order, done by the bearer.
pub(in crate::eval) fn completions_of_set(case: &Case<'_>, task: &Task<'_>, set: &Set) -> Vec<Said> {
    let said = assertions_at(case, assertions_about(&case.index.into, set)).filter_map(|(index, a, standing)| {
        let (Content::Done(deed), Standing::Accepted(rank)) = (&a.content, standing) else { return None };
        let completes = case.model.declared.verbs.get(deed.act.verb).family == VerbFamily::Complete;
        let whole = deed.act.objects.list.iter().any(|o| {
            let counted = o.quantity.is_some() || o.share.is_some() || o.qualifiers.iter().any(Qualifier::is_partial);
            let covers = o
                .set
                .as_ref()
                .is_some_and(|s| s.record == set.record && set.categories.iter().all(|c| s.categories.contains(c)));
            covers && !counted
        });
        let ours = match_actors(case.model, &task.bearer, &deed.actors) == Match::Exact;
        if !(completes && whole && ours) {
            return None;
        }
        case.notes.use_fact(index);
        let state = if deed.negated { State::NotComplete } else { State::Complete };
        Some(Said { index, state, rank, day: a.bounds })
    });
    said.collect()
}

fn opposite_state(state: State) -> State {
    match state {
        State::Complete | State::NoneLocated { .. } => State::NotComplete,
        State::NotComplete | State::Nothing => State::Complete,
    }
}

/// Claims of completeness that are disputed under this view.
pub(in crate::eval) fn disputed_claims(case: &Case<'_>, set: &Set) -> Vec<usize> {
    assertions_at(case, assertions_about(&case.index.states, set))
        .filter(|(_, a, s)| {
            *s == Standing::Disputed
                && matches!(&a.content, Content::State { set: this, state }
                    if state.is_whole() && this.record == set.record && set.categories.iter().all(|c| this.categories.contains(c)))
                && !matches!(a.voice, Voice::Denies(_))
        })
        .map(|(i, _, _)| i)
        .collect()
}

/// The statement of completeness that holds: none to the contrary, of its weight or more, is about a later day.
pub(in crate::eval) fn accepted_as_whole<'a>(case: &Case<'_>, said: &'a [Said]) -> Option<(&'a Said, Bounds)> {
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
pub(in crate::eval) const fn words_of_whole(state: State) -> &'static str {
    if matches!(state, State::NoneLocated { .. }) { "none located" } else { "complete" }
}

/// `Defendants say it complete`, `Defendants say that none were located`.
pub(in crate::eval) const fn said_of_it(state: State) -> &'static str {
    if matches!(state, State::NoneLocated { .. }) { "that none were located" } else { "it complete" }
}

/// In short, and as the record has it.
pub(in crate::eval) fn negative_words(
    case: &Case<'_>,
    a: &Assertion,
    state: State,
    any_produced: bool,
) -> (String, String) {
    let says = who_says(case, a);
    match (&a.voice, state) {
        (_, State::Nothing) => ("nothing produced".to_owned(), format!("{says} 0 documents")),
        (Voice::Found | Voice::Stipulated(_), _) if !any_produced => {
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
