//! Words of the record as places that a report can underline.

use crate::eval::case::Case;
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Content};
use crate::verdict::Place;
use ordain_base::words::join;

impl Case<'_> {
    /// Some assertions, by their positions, with their standing.
    pub(in crate::eval) fn at<'i>(
        &'i self,
        positions: &'i [usize],
    ) -> impl Iterator<Item = (usize, &'i Assertion, Standing)> + 'i {
        positions.iter().map(|&i| (i, &self.ledger.assertions[i], self.standings[i]))
    }

    /// Marks a fact as used and gives its words a text.
    pub(in crate::eval) fn place(&self, index: usize, text: impl Into<String>) -> Place {
        self.used.borrow_mut().insert(index);
        let a = &self.ledger.assertions[index];
        Place { span: a.span, text: text.into(), fact: Some(a.id.clone()), cite: a.cites.first().cloned() }
    }

    /// The names of some parties, as a sentence has them.
    pub(in crate::eval) fn names(&self, parties: &[crate::model::PartyId]) -> String {
        let names: Vec<&str> = parties.iter().map(|&p| self.model.declared.party_name(p)).collect();
        join(&names)
    }

    /// Who says it: `the Court finds`, `Defendants admit`.
    pub(in crate::eval) fn says(&self, a: &Assertion) -> String {
        a.voice.in_words(&self.model.declared)
    }

    /// `12 documents`, where an act says how many.
    pub(in crate::eval) fn quantity(a: &Assertion) -> Option<u64> {
        match &a.content {
            Content::Done(deed) => deed.act.objects.list.first().and_then(|o| o.quantity),
            _ => None,
        }
    }
}
