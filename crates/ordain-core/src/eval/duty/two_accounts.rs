//! One act reported of two days: a party says that it was done in time, and the docket, an admission,
//! a stipulation or the Court says that it was done later.

use crate::eval::case::Case;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, timing_of_act};
use crate::eval::evidence::place::{place_of, who_says};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::standing::{Rank, Standing};
use crate::facts::Voice;
use crate::verdict::{Due, Kind, Reason};

/// Where nothing but a party's word has the act in time: that word, and the weightiest account
/// of a later day, if it goes before what a party says.
pub(in crate::eval) fn weightier_than_a_word<'c>(
    case: &Case<'_>,
    done: &[&'c Candidate],
    found: &'c [Candidate],
    due: &Due,
) -> Option<(&'c Candidate, &'c Candidate)> {
    let is_word = |c: &Candidate| {
        let plain = case.standings[c.index] == Standing::Accepted(Rank::Undisputed);
        plain && matches!(case.ledger.assertions[c.index].voice, Voice::Says(_))
    };
    let mut in_time = done.iter().copied().filter(|c| timing_of_act(c.bounds, due) == Timing::InTime);
    let word = in_time.next()?;
    if !is_word(word) || !in_time.all(is_word) {
        return None;
    }
    // `on D the docket shows …` has the act by D, and in time only if it was done before D.
    let later = found.iter().filter(|c| timing_of_act(c.bounds, due) != Timing::InTime && !c.near);
    let other = later.max_by_key(|c| case.standings[c.index])?;
    (case.standings[other.index] > Standing::Accepted(Rank::Undisputed)).then_some((word, other))
}

/// Neither day is preferred; both places are shown.
pub(in crate::eval) fn contradiction(
    case: &Case<'_>,
    task: &Task<'_>,
    (word, other): (&Candidate, &Candidate),
    due: &Due,
) -> PartVerdict {
    let reported = |c: &Candidate| {
        let says = who_says(case, &case.ledger.assertions[c.index]);
        place_of(case, c.index, format!("{says} that it was done {}", bounds_in_words(c.bounds)))
    };
    let places = [reported(other), reported(word)];
    let why = format!("{}, and {}", places[0].text, places[1].text);
    let reasons = places.clone().map(|p| Reason::at(p.text.clone(), p));
    PartVerdict::new(Kind::Undetermined, why)
        .due(Some(due))
        .facts(places)
        .because(reasons)
        .remedy(format!("the Court finds {} met", task.paragraph.name))
}
