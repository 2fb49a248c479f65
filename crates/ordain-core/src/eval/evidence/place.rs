//! Words of the record as places that a report can underline.

use crate::eval::case::Case;
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Content};
use crate::verdict::Place;
use ordain_base::steps;
use ordain_base::words::join;

/// Some assertions, by their positions, with their standing.
pub(in crate::eval) fn assertions_at<'i>(
    case: &'i Case<'_>,
    positions: &'i [usize],
) -> impl Iterator<Item = (usize, &'i Assertion, Standing)> + 'i {
    positions.iter().map(|&i| (i, &case.ledger.assertions[i], case.standings[i]))
}

/// Marks a fact as used and gives its words a text.
pub(in crate::eval) fn place_of(case: &Case<'_>, index: usize, text: impl Into<String>) -> Place {
    steps::count(1);
    case.notes.use_fact(index);
    let a = &case.ledger.assertions[index];
    Place { span: a.span, text: text.into(), fact: Some(a.id.clone()), cite: a.cites.first().cloned() }
}

/// The names of some parties, as a sentence has them.
pub(in crate::eval) fn party_names(case: &Case<'_>, parties: &[crate::model::PartyId]) -> String {
    let names: Vec<&str> = parties.iter().map(|&p| case.model.declared.party_name(p)).collect();
    join(&names)
}

/// Who says it: `the Court finds`, `Defendants admit`.
pub(in crate::eval) fn who_says(case: &Case<'_>, a: &Assertion) -> String {
    a.voice.in_words(&case.model.declared)
}

/// `12 documents`, where an act says how many.
pub(in crate::eval) fn quantity_told(a: &Assertion) -> Option<u64> {
    match &a.content {
        Content::Done(deed) => deed.act.objects.list.first().and_then(|o| o.quantity),
        _ => None,
    }
}
