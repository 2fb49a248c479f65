//! Category by category: what the acts add up to beside the rows of the tables, also
//! where nobody states a total.

use super::gather::{self, Gather};
use crate::facts::{Assertion, production_of_act};
use crate::model::PartyId;
use crate::model::object::{Head, Set};
use crate::report::{About, Topic};
use ordain_base::words::day;

/// What one side produced into one category.
struct Part<'a> {
    by: PartyId,
    set: &'a Set,
    acts: Vec<(&'a Assertion, u64)>,
}

impl Gather<'_, '_> {
    /// A topic for each category into which a side produced so many documents, unless `had` has it.
    pub(super) fn categories(&self, had: &[Topic]) -> Vec<Topic> {
        let declared = &self.matter.model.declared;
        let as_of = self.asked.as_of;
        let mut parts: Vec<Part<'_>> = Vec::new();
        for a in self.matter.ledger.assertions.iter().filter(|a| self.known(a)) {
            let Some(part) = production_of_act(declared, a).filter(|p| p.day <= as_of) else { continue };
            let (Some(set), Some(by)) = (part.object.set.as_ref(), part.actors.first()) else { continue };
            let documents = matches!(&part.object.head, Some(Head::Deliverable(d)) if d.name() == "document");
            // What was produced into several categories at once is in none of them for certain.
            if set.categories.len() != 1 || !documents {
                continue;
            }
            let by = declared.side(*by);
            match parts.iter_mut().find(|p| p.by == by && p.set == set) {
                Some(own) => own.acts.push((a, part.n)),
                None => parts.push(Part { by, set, acts: vec![(a, part.n)] }),
            }
        }
        parts.sort_by_key(|p| (p.by, p.set.record, p.set.categories.clone()));
        let topic = |Part { by, set, acts }: Part<'_>| {
            let about = format!("documents in {}, by {}", self.set_words(set), self.names(&[by]));
            let rows = self.rows(Some(set), Some(by), Some(as_of));
            if rows.is_empty() || had.iter().any(|t| t.about == about) {
                return None;
            }
            let mut statements = Vec::new();
            for (a, n) in &acts {
                let on = a.bounds.day().map(|d| format!("on {}", day(d))).unwrap_or_default();
                statements.push(self.stated(n.to_string(), a, on));
                statements.extend(self.replies(a));
            }
            let sum = acts.iter().fold(0, |all: u64, (_, n)| all.saturating_add(*n));
            if acts.len() > 1 {
                let added = acts.iter().map(|(_, n)| n.to_string()).collect::<Vec<_>>().join(" + ");
                statements.push(gather::added(sum, added));
            }
            let differs = rows.iter().any(|(n, _)| *n != sum);
            statements.extend(rows.into_iter().map(|(_, line)| line));
            Some(Topic { kind: About::Count, about, statements, differs })
        };
        parts.into_iter().filter_map(topic).collect()
    }
}
