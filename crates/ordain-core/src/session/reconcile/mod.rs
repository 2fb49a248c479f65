//! What each side's papers say about each number. Nothing is decided here, and
//! neither side is preferred: lines stand in the order of the record.

mod categories;
mod counts;
mod days;
mod rows;
mod states;

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::asked::{AsOf, Options};
use super::files::Text;
use super::inputs::Inputs;
use super::passes::Matter;
use crate::eval::{Question, Side, Standing, standing};
use crate::facts::{Assertion, Content, Reply, Voice};
use crate::model::PartyId;
use crate::report::{Reconciliation, Told, Topic};
use ordain_base::source::Span;
use ordain_base::words::{day, join};

/// Gathers them, as the record is known on the day asked about.
#[must_use]
pub fn reconcile(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Reconciliation {
    let matter = Matter::read(texts, inputs, name);
    let (as_of, as_of_given) = match options.as_of {
        AsOf::On(day) => (day, true),
        AsOf::Today(now) => (matter.today(now), false),
    };
    let known_on = options.known_on.unwrap_or(as_of);
    let asked = Question { as_of, known_on, side: Side::Court };
    let of = Gather { matter: &matter, asked, counted: RefCell::default() };
    let mut topics = of.counts();
    topics.extend(of.categories(&topics));
    topics.extend(of.days());
    topics.extend(of.deadlines());
    topics.extend(of.states());
    let topics: Vec<Topic> = topics.into_iter().filter(|t| t.told.len() > 1).collect();
    Reconciliation {
        topics,
        as_of,
        as_of_given,
        known_on,
        incomplete: matter.incomplete,
        matter: matter.model.caption,
        inputs: matter.inputs,
    }
}

/// By table and day; nothing where the table cannot be counted.
type Counts = BTreeMap<(usize, Option<NaiveDate>), Option<rows::Counted>>;

struct Gather<'m, 'd> {
    matter: &'m Matter<'d>,
    asked: Question,
    /// What the tables were found to have, by table and day.
    counted: RefCell<Counts>,
}

/// What acts come to together.
fn added(sum: u64, how: String) -> Told {
    Told { value: sum.to_string(), who: "the acts add up".to_owned(), how, cites: Vec::new(), fact: None, place: None }
}

impl Gather<'_, '_> {
    /// It is on the record by the day asked about.
    fn known(&self, a: &Assertion) -> bool {
        standing(&self.matter.model, a, self.asked) != Standing::Later
    }

    fn names(&self, parties: &[PartyId]) -> String {
        let names: Vec<&str> = parties.iter().map(|&p| self.matter.model.declared.party_name(p)).collect();
        join(&names)
    }

    /// `the Court finds`, `Defendants say`; of a plain act, who did it.
    fn who(&self, a: &Assertion) -> String {
        let declared = &self.matter.model.declared;
        match (&a.voice, &a.content) {
            (Voice::Plain, Content::Done(deed)) => {
                format!("{} {}", self.names(&deed.actors), declared.verbs.get(deed.act.verb).past)
            }
            (voice, _) => voice.in_words(declared),
        }
    }

    fn told(&self, value: String, a: &Assertion, how: String) -> Told {
        Told {
            value,
            who: self.who(a),
            how,
            cites: a.cites.clone(),
            fact: Some(a.id.clone()),
            place: self.matter.sources.locate(a.span),
        }
    }

    /// Something said at a place that is no fact: the head of a paper, a row of a docket.
    fn at(&self, value: String, who: &str, how: String, cites: Vec<String>, span: Span) -> Told {
        Told { value, who: who.to_owned(), how, cites, fact: None, place: self.matter.sources.locate(span) }
    }

    /// Who denies or admits it, each a line of its own.
    fn replies(&self, a: &Assertion) -> Vec<Told> {
        let known = |r: &&Reply| r.known.is_none_or(|k| k <= self.asked.known_on);
        let line = |r: &Reply, value: &str, verb: &str| {
            let on = r.known.map(|d| format!("by {}", day(d))).unwrap_or_default();
            Told {
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
