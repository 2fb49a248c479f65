//! A paper that an order strikes: whether the duty that it performed is still performed is for the Court.

use chrono::NaiveDate;

use crate::eval::orders::event::Ordered;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::facts::docket::number_of;
use crate::facts::{Assertion, Deed};
use crate::model::object::{Head, Object, Related};
use crate::model::{Model, PartyId, ThingKind};
use ordain_syntax::ast::DispositionVerb as V;

/// The papers that orders in force strike.
#[derive(Debug, Clone, Default)]
pub(in crate::eval) struct StruckPapers<'m>(Vec<Struck<'m>>);

#[derive(Debug, Clone)]
struct Struck<'m> {
    by: String,
    day: Option<NaiveDate>,
    paper: Paper<'m>,
}

/// What was struck: a paper by what it is, or by its number on the docket.
#[derive(Debug, Clone, Copy)]
enum Paper<'m> {
    Named(&'m Object),
    Entry(&'m str),
}

impl<'m> StruckPapers<'m> {
    pub(in crate::eval) fn new(model: &Model, ordered: &[Ordered<'m>]) -> Self {
        let strikes = ordered.iter().filter(|o| matches!(o.disposition.verb, V::Strikes | V::Vacates));
        let papers = strikes.flat_map(|o| {
            let objects = o.disposition.objects.iter().flat_map(|objects| &objects.list);
            let struck = |paper| Struck { by: o.by.order.clone(), day: o.by.day, paper };
            let named = objects.filter(|object| is_paper(model, object)).map(Paper::Named);
            named.chain(o.disposition.entries.iter().map(|e| Paper::Entry(e))).map(struck)
        });
        Self(papers.collect())
    }

    /// Of acts that differ in their day alone, a later one may be the performance where any paper is struck.
    pub(in crate::eval) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Why it is not known whether an act still counts, where an order struck what was filed or served.
    pub(in crate::eval) fn doubt(&self, model: &Model, deed: &Deed, a: &Assertion) -> Option<String> {
        let done = a.bounds.last;
        let after = |s: &&Struck<'_>| s.day.zip(done).is_none_or(|(struck, done)| done <= struck);
        let struck = self.0.iter().filter(after).find(|s| match s.paper {
            Paper::Named(paper) => is_of(model, paper, deed),
            Paper::Entry(entry) => a.cites.iter().any(|cite| is_entry(cite, entry)),
        })?;
        Some(format!("{} struck it; whether the duty is performed all the same is for the Court", struck.by))
    }
}

/// A paper of a party: no order, paragraph or hearing.
fn is_paper(model: &Model, object: &Object) -> bool {
    let paragraph = object.relations.iter().any(|r| matches!(r.to, Related::Paragraph(_)));
    let paper = match &object.head {
        Some(Head::Thing(thing)) => {
            matches!(model.declared.things[thing.index()].kind, ThingKind::Document | ThingKind::Motion)
        }
        Some(Head::Deliverable(_) | Head::Quoted(_)) => true,
        Some(Head::Order(_) | Head::Party(_) | Head::Record(_)) | None => false,
    };
    paper && !paragraph
}

/// `Dkt. 25 at 2` is Dkt. 25, and `Dkt. 250` is not; neither is its attachment, `Dkt. 25-1`.
fn is_entry(cite: &str, entry: &str) -> bool {
    let paper = cite.split(',').next().unwrap_or_default();
    let paper = paper.split(" at ").next().unwrap_or_default();
    number_of(paper).is_some_and(|n| number_of(entry) == Some(n))
}

fn is_of(model: &Model, struck: &Object, deed: &Deed) -> bool {
    let mut by = struck.relations.iter().filter_map(|r| match r.to {
        Related::Head(Head::Party(party)) => Some(party),
        _ => None,
    });
    let whose = |party: PartyId| deed.actors.iter().any(|a| model.declared.side(*a) == model.declared.side(party));
    let named = deed.act.objects.list.iter().any(|given| match (&struck.head, &given.head) {
        (Some(wanted), Some(given)) => matching::match_head(model, wanted, given) == Match::Exact,
        _ => false,
    });
    named && by.all(whose)
}
