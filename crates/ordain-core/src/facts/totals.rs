//! Totals that the record states, and the acts that they are totals of.

use crate::model::nature::Nature;
use chrono::NaiveDate;

use super::assertion::{Assertion, Content, State, Voice};
use super::ledger::Ledger;
use super::sentence;
use crate::model::object::{Filter, Head, Object, Set};
use crate::model::{Declared, PartyId, VerbFamily};

/// A total as somebody states it: `25 documents produced by Defendants before D`.
pub struct Total<'a> {
    pub claim: &'a Assertion,
    pub n: u64,
    /// What is counted, where it is named.
    pub head: Option<&'a Head>,
    pub set: Option<&'a Set>,
    pub by: Option<PartyId>,
    /// The last day that it covers.
    pub last: Option<NaiveDate>,
    /// The acts that it is a total of, and how many each accounts for.
    pub parts: Vec<(&'a Assertion, u64)>,
    /// Acts of the same kind after its last day.
    pub later: Vec<(&'a Assertion, u64)>,
}

impl Total<'_> {
    /// What the acts add up to.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.parts.iter().fold(0, |all, (_, n)| all.saturating_add(*n))
    }
}

/// Every total that the record states, in its order.
#[must_use]
pub fn totals_stated<'a>(declared: &Declared, ledger: &'a Ledger) -> Vec<Total<'a>> {
    let mut all: Vec<Total<'a>> = ledger.assertions.iter().filter_map(|a| total_claimed(declared, a)).collect();
    for total in &mut all {
        for a in ledger.assertions.iter().filter(|a| a.span != total.claim.span) {
            let Some((n, day)) = part_of_total(declared, total, a) else { continue };
            let within = total.last.is_none_or(|last| day <= last);
            if within { total.parts.push((a, n)) } else { total.later.push((a, n)) }
        }
    }
    all
}

fn total_claimed<'a>(declared: &Declared, a: &'a Assertion) -> Option<Total<'a>> {
    let total = |n, head: Option<&'a Head>, set, by, last| Total {
        claim: a,
        n,
        head,
        set,
        by,
        last,
        parts: Vec::new(),
        later: Vec::new(),
    };
    let of = |n, o: &'a Object, by, last| total(n, o.head.as_ref(), o.set.as_ref(), by, last);
    match &a.content {
        Content::Count { n, object } => {
            let before = object.filters.iter().find_map(|f| match f {
                Filter::Before(d) => d.pred_opt(),
                _ => None,
            });
            Some(of(*n, object, sentence::by_whom(object), before.or(a.known)))
        }
        Content::State { set, state: State::Nothing } => Some(total(0, None, Some(set), None, a.known)),
        // `the Court finds Defendants produced 25 documents by February 1, 2024`
        Content::Done(deed) if a.bounds.first.is_none() => {
            let object = deed.act.objects.list.first()?;
            let is_total = !matches!(a.voice, Voice::Plain) && is_count(object);
            let by = deed.actors.first().map(|&p| declared.side(p));
            is_total.then_some(of(object.quantity?, object, by, a.bounds.last))
        }
        _ => None,
    }
}

/// So many documents or pages, produced on a day.
pub struct Produced<'a> {
    pub n: u64,
    pub day: NaiveDate,
    pub object: &'a Object,
    pub actors: &'a [PartyId],
}

/// What an act produced, where it says how many and when.
#[must_use]
pub fn production_of_act<'a>(declared: &Declared, a: &'a Assertion) -> Option<Produced<'a>> {
    let Content::Done(deed) = &a.content else { return None };
    let object = deed.act.objects.list.first()?;
    let is = declared.verbs.get(deed.act.verb).family == VerbFamily::Produce && !deed.negated && is_count(object);
    let (n, day) = (object.quantity?, a.bounds.day()?);
    is.then_some(Produced { n, day, object, actors: &deed.actors })
}

/// How many of the total an act accounts for, and when.
fn part_of_total(declared: &Declared, total: &Total<'_>, a: &Assertion) -> Option<(u64, NaiveDate)> {
    let Produced { n, day, object, actors } = production_of_act(declared, a)?;
    let ours = total.by.is_none_or(|by| actors.iter().any(|&p| declared.side(p) == declared.side(by)));
    // Of nothing at all in some categories only what lies in them is a part.
    let inside = matches!(total.claim.content, Content::State { .. });
    let overlaps = match (total.set, &object.set) {
        (Some(x), Some(y)) if inside => x.record == y.record && y.categories.iter().all(|c| x.categories.contains(c)),
        (Some(x), Some(y)) => x.record == y.record && x.categories.iter().any(|c| y.categories.contains(c)),
        (Some(_), None) => false,
        (None, _) => object.set.is_some() || total.head == object.head.as_ref(),
    };
    (ours && overlaps).then_some((n, day))
}

fn is_count(object: &Object) -> bool {
    let documents = matches!(&object.head, Some(Head::Deliverable(d)) if d.is(Nature::Document) || d.is(Nature::Page));
    object.quantity.is_some() && documents
}
