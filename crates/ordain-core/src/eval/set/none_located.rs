//! A search that found none, held against what the same side accounts for or lists.

use crate::eval::case::Case;
use crate::eval::duty::part::PartVerdict;
use crate::eval::evidence::place::{assertions_at, place_of, who_says};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::standing::Standing;
use crate::eval::set::statements::{Said, assertions_about};
use crate::facts::{State, Voice, belies_claim};
use crate::model::object::Set;
use crate::verdict::{Kind, Reason};

/// That none were located, where the same side accounts for some: neither is preferred.
/// What is found or agreed stands all the same.
pub(in crate::eval) fn belied_search(case: &Case<'_>, s: &Said, set: &Set) -> Option<PartVerdict> {
    let claim = &case.ledger.assertions[s.index];
    if matches!(claim.voice, Voice::Found | Voice::Stipulated(_)) || !matches!(s.state, State::NoneLocated { .. }) {
        return None;
    }
    let (index, act, _) = assertions_at(case, assertions_about(&case.index.into, set)).find(|(_, a, standing)| {
        matches!(standing, Standing::Accepted(_)) && belies_claim(&case.model.declared, claim, a)
    })?;
    let there = format!("documents of it {}", bounds_in_words(act.bounds));
    let place = place_of(case, index, there.clone());
    Some(contradicted_search(case, s, &there).facts([place.clone()]).because([Reason::at(there, place)]))
}

pub(in crate::eval) fn contradicted_search(case: &Case<'_>, s: &Said, there: &str) -> PartVerdict {
    let said = format!("{} that none were located", who_says(case, &case.ledger.assertions[s.index]));
    let place = place_of(case, s.index, said.clone());
    PartVerdict::new(Kind::Undetermined, format!("{said}, and there are {there}"))
        .facts([place.clone()])
        .because([Reason::at(said, place)])
}
