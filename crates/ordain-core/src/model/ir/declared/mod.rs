//! Everything of a matter that has a name.

mod lookup;
mod titles;

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{CLERK, COURT, OrderId, ParagraphId, ThingId};
use super::names::{Entity, Names};
use super::order::Order;
use super::party::{Party, PartyKind};
use super::record::Record;
use super::thing::Thing;
use super::verbs::Verbs;
use ordain_base::source::Span;

/// One of several cases in a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub number: String,
    /// Papers for all cases are filed in it.
    pub lead: bool,
    pub span: Span,
}

/// Everything that has a name.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    pub names: Names,
    pub verbs: Verbs,
    pub parties: Vec<Party>,
    pub records: Vec<Record>,
    pub things: Vec<Thing>,
    pub orders: Vec<Order>,
    /// The cases of the matter by their numbers, the lead first where there is one.
    pub cases: Vec<Case>,
    /// What paragraphs are about, in their own words: `topic discovery`.
    pub topics: BTreeSet<String>,
    /// The paragraphs of each order by label.
    pub labels: BTreeMap<(OrderId, String), (ParagraphId, Span)>,
    /// Things by the words of their titles and of what they include.
    pub(crate) worded: BTreeMap<String, Option<ThingId>>,
    /// Orders of which a paragraph of their own says when they end.
    pub(crate) ending: BTreeSet<OrderId>,
    /// The order whose paragraph is being resolved: a bare `¶ 2` is one of its own.
    pub here: Option<OrderId>,
}

impl Declared {
    /// A matter with nothing in it but its Court and Clerk.
    #[must_use]
    pub fn new() -> Self {
        let mut all = Self::default();
        for (id, name, words) in [(COURT, "the Court", "Court"), (CLERK, "the Clerk", "Clerk")] {
            all.parties.push(Party {
                name: name.to_owned(),
                kind: PartyKind::Court,
                side: None,
                members: Vec::new(),
                from: None,
                span: Span::default(),
            });
            for w in [name, words] {
                let _ = all.names.add(w, Entity::Party(id), Span::default());
            }
        }
        // `deliver copies to chambers`
        let _ = all.names.add("chambers", Entity::Party(COURT), Span::default());
        for words in ["the parties", "parties"] {
            let _ = all.names.add(words, Entity::Parties, Span::default());
        }
        all
    }
}
