//! Words of the record as places that a report can underline.

use super::{Context, Standing};
use crate::facts::{Assertion, Bounds, Content};
use crate::verdict::Place;
use ordain_base::words::{day, join};

impl Context<'_> {
    /// Some assertions, by their positions, with their standing.
    pub(super) fn at<'i>(
        &'i self,
        positions: &'i [usize],
    ) -> impl Iterator<Item = (usize, &'i Assertion, Standing)> + 'i {
        positions.iter().map(|&i| (i, &self.ledger.assertions[i], self.standings[i]))
    }

    /// Marks a fact as used and gives its words a text.
    pub(super) fn place(&self, index: usize, text: impl Into<String>) -> Place {
        self.used.borrow_mut().insert(index);
        let a = &self.ledger.assertions[index];
        Place { span: a.span, text: text.into(), fact: Some(a.id.clone()), cite: a.cites.first().cloned() }
    }

    /// The names of some parties, as a sentence has them.
    pub(super) fn names(&self, parties: &[crate::model::PartyId]) -> String {
        let names: Vec<&str> = parties.iter().map(|&p| self.model.declared.party_name(p)).collect();
        join(&names)
    }

    /// Who says it: `the Court finds`, `Defendants admit`.
    pub(super) fn says(&self, a: &Assertion) -> String {
        a.voice.in_words(&self.model.declared)
    }

    /// `12 documents`, where an act says how many.
    pub(super) fn quantity(a: &Assertion) -> Option<u64> {
        match &a.content {
            Content::Done(deed) => deed.act.objects.list.first().and_then(|o| o.quantity),
            _ => None,
        }
    }
}

/// `on Fri 2023-12-01`, `on or after Fri 2024-01-26`, `on a day not stated`.
pub(super) fn when(bounds: Bounds) -> String {
    match (bounds.first, bounds.last) {
        (Some(a), Some(b)) if a == b => format!("on {}", day(a)),
        (Some(a), Some(b)) => format!("between {} and {}", day(a), day(b)),
        (Some(a), None) => format!("on or after {}", day(a)),
        (None, Some(b)) => format!("on or before {}", day(b)),
        (None, None) => "on a day not stated".to_owned(),
    }
}
