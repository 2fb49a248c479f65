//! A test that somebody who may say so has decided, in its own words.

use crate::eval::case::Case;
use crate::eval::condition::found::Found;
use crate::eval::condition::truth::Truth;
use crate::eval::evidence::place::{assertions_at, place_of, who_says};
use crate::eval::record::standing::{Rank, Standing};
use crate::facts::{Content, plain_words};
use crate::model::{Test, TestKind};

/// The findings, stipulations and admissions that quote a test's words; the
/// weightiest decides, and two of one weight that disagree do not.
pub(in crate::eval) fn decided_in_words(case: &Case<'_>, test: &Test) -> Option<Found> {
    let key = match &test.kind {
        TestKind::Words(words) => plain_words(words),
        _ => plain_words(&test.text),
    };
    let reported = case.index.said.get(&key)?;
    let weighty: Vec<(usize, Rank, bool)> = assertions_at(case, reported)
        .filter_map(|(i, a, standing)| match (standing, &a.content) {
            (Standing::Accepted(rank), Content::Words(_)) if rank > Rank::Undisputed => Some((i, rank, true)),
            (Standing::Accepted(rank), Content::NotSo(_)) if rank > Rank::Undisputed => Some((i, rank, false)),
            _ => None,
        })
        .collect();
    let best = weighty.iter().map(|(_, rank, _)| *rank).max()?;
    let of = |so: bool| weighty.iter().find(move |(_, rank, s)| *rank == best && *s == so);
    let place = |i: usize| place_of(case, i, who_says(case, &case.ledger.assertions[i]));
    Some(match (of(true), of(false)) {
        (Some((i, ..)), None) | (None, Some((i, ..))) => {
            let a = &case.ledger.assertions[*i];
            let so = of(true).is_some();
            let truth = if so { Truth::YES } else { Truth::NO };
            Found::new(truth, format!("{} it{}", who_says(case, a), if so { "" } else { " not so" }))
                .since(a.bounds.day())
                .at(place(*i))
        }
        (Some((i, ..)), Some(_)) => Found::new(Truth::UNKNOWN, "the record says both").at(place(*i)),
        (None, None) => return None,
    })
}
