//! Whether a set is complete, as each side and the Court say it.

use super::gather::Gather;
use crate::facts::{Assertion, Content, State, belies_claim};
use crate::model::object::Set;
use crate::report::{About, StatedValue, Topic};
use ordain_base::words::day;

impl Gather<'_, '_> {
    pub(super) fn states(&self) -> Vec<Topic> {
        let all = self.matter.ledger.assertions.iter().filter(|a| self.known(a));
        let states = all.filter_map(|a| match &a.content {
            Content::State { set, state } if *state != State::Nothing => Some((a, set, *state)),
            _ => None,
        });
        let mut topics: Vec<(Set, Vec<(&Assertion, State)>)> = Vec::new();
        for (a, set, state) in states {
            let shares = |s: &Set| s.record == set.record && s.categories.iter().any(|c| set.categories.contains(c));
            match topics.iter_mut().find(|(s, _)| s == set || shares(s)) {
                Some((joined, list)) => {
                    joined.categories.extend(&set.categories);
                    joined.categories.sort_unstable();
                    joined.categories.dedup();
                    list.push((a, state));
                }
                None => topics.push((set.clone(), vec![(a, state)])),
            }
        }
        let topic = |(set, list): (Set, Vec<(&Assertion, State)>)| {
            let mut statements = Vec::new();
            for (a, state) in &list {
                let word = match state {
                    State::NoneLocated { .. } => "none located",
                    State::Complete => "complete",
                    State::NotComplete | State::Nothing => "not complete",
                };
                let on = a.bounds.day().map(|d| format!("as of {}", day(d))).unwrap_or_default();
                statements.push(self.stated(word.to_owned(), a, on));
                statements.extend(self.replies(a));
                statements.extend(self.belying(a));
            }
            let belied = list.iter().any(|(a, _)| !self.belying(a).is_empty());
            let denied = statements.iter().any(|t| t.value == "denied");
            let both = list.iter().any(|(_, s)| s.is_whole()) && list.iter().any(|(_, s)| !s.is_whole());
            Topic {
                kind: About::State,
                about: format!("{} is complete", self.set_words(&set)),
                statements,
                differs: denied || both || belied,
            }
        };
        topics.into_iter().map(topic).collect()
    }

    /// Documents that the same side accounts for, where a search is said to have found none.
    fn belying(&self, claim: &Assertion) -> Vec<StatedValue> {
        let declared = &self.matter.model.declared;
        let acts = self.matter.ledger.assertions.iter().filter(|a| self.known(a) && belies_claim(declared, claim, a));
        let statements = |a: &Assertion| {
            let object = if let Content::Done(deed) = &a.content { deed.act.objects.list.first() } else { None };
            let n = object.and_then(|o| o.quantity).map_or_else(|| "documents".to_owned(), |n| n.to_string());
            self.stated(n, a, a.bounds.day().map(|d| format!("on {}", day(d))).unwrap_or_default())
        };
        acts.map(statements).collect()
    }
}
