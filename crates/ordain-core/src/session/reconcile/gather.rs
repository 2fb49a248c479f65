//! What the lines of a reconciliation are made of.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::counted::Counted;
use crate::eval::{Question, Standing, standing_of_assertion};
use crate::facts::{Assertion, Content, Reply, Voice};
use crate::model::PartyId;
use crate::report::StatedValue;
use crate::session::passes::Matter;
use ordain_base::source::Span;
use ordain_base::words::{day, join};

/// By table and day; nothing where the table cannot be counted.
type Counts = BTreeMap<(usize, Option<NaiveDate>), Option<Counted>>;

pub(super) struct Gather<'m, 'd> {
    pub(super) matter: &'m Matter<'d>,
    pub(super) asked: Question,
    /// What the tables were found to have, by table and day.
    pub(super) counted: RefCell<Counts>,
}

/// What acts come to together.
pub(super) fn added(sum: u64, how: String) -> StatedValue {
    StatedValue {
        value: sum.to_string(),
        who: "the acts add up".to_owned(),
        how,
        cites: Vec::new(),
        fact: None,
        place: None,
    }
}

impl Gather<'_, '_> {
    /// It is on the record by the day asked about.
    pub(super) fn known(&self, a: &Assertion) -> bool {
        standing_of_assertion(&self.matter.model, a, self.asked) != Standing::Later
    }

    pub(super) fn names(&self, parties: &[PartyId]) -> String {
        let names: Vec<&str> = parties.iter().map(|&p| self.matter.model.declared.party_name(p)).collect();
        join(&names)
    }

    /// `the Court finds`, `Defendants say`; of a plain act, who did it.
    pub(super) fn who(&self, a: &Assertion) -> String {
        let declared = &self.matter.model.declared;
        match (&a.voice, &a.content) {
            (Voice::Plain, Content::Done(deed)) => {
                format!("{} {}", self.names(&deed.actors), declared.verbs.get(deed.act.verb).past)
            }
            (voice, _) => voice.in_words(declared),
        }
    }

    pub(super) fn stated(&self, value: String, a: &Assertion, how: String) -> StatedValue {
        StatedValue {
            value,
            who: self.who(a),
            how,
            cites: a.cites.clone(),
            fact: Some(a.id.clone()),
            place: self.matter.sources.locate(a.span),
        }
    }

    /// Something said at a place that is no fact: the head of a paper, a row of a docket.
    pub(super) fn stated_at(
        &self,
        value: String,
        who: &str,
        how: String,
        cites: Vec<String>,
        span: Span,
    ) -> StatedValue {
        StatedValue { value, who: who.to_owned(), how, cites, fact: None, place: self.matter.sources.locate(span) }
    }

    /// Who denies or admits it, each a line of its own.
    pub(super) fn replies(&self, a: &Assertion) -> Vec<StatedValue> {
        let known = |r: &&Reply| r.known.is_none_or(|k| k <= self.asked.known_on);
        let line = |r: &Reply, value: &str, verb: &str| {
            let on = r.known.map(|d| format!("by {}", day(d))).unwrap_or_default();
            StatedValue {
                value: value.to_owned(),
                who: format!("{} {verb} it", self.names(&r.by)),
                how: on,
                cites: r.cites.clone(),
                fact: None,
                place: self.matter.sources.locate(r.span),
            }
        };
        let denied = a.denied.iter().filter(known).map(|r| line(r, "denied", "deny"));
        denied.chain(a.admitted.iter().filter(known).map(|r| line(r, "admitted", "admit"))).collect()
    }
}
