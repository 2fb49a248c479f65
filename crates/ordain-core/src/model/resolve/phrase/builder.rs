//! Puts the things of a phrase together as they come: what a head is, what
//! hangs on it by a preposition, where the next thing begins.

use crate::model::ir::nature::Nature;
use crate::model::ir::preposition::Preposition;
use crate::model::ir::qualifier::Qualifier;
use rust_decimal::Decimal;

use crate::model::ir::deliverables::Deliverable;
use crate::model::ir::ids::OrderId;
use crate::model::ir::object::{Filter, Head, Numbered, Object, Objects, Related, Relation, Set};
use ordain_base::money::Amount;
use ordain_base::source::Span;

/// The list so far, and the object that is being put together.
#[derive(Default)]
pub(crate) struct ListBuilder {
    done: Vec<Object>,
    current: Option<Object>,
    preposition: Option<Preposition>,
    any: bool,
    all: bool,
    /// A comma or `and` came; the next thing is another object unless it continues a relation.
    paused: bool,
    /// A set that is beside a thing, with no word that joins them.
    unlinked: Option<Span>,
}

impl ListBuilder {
    pub(crate) fn current(&mut self, span: Span) -> &mut Object {
        let object = self.current.get_or_insert_with(|| Object::empty(span));
        object.span = object.span.to(span);
        object
    }

    pub(crate) fn pause(&mut self) {
        self.paused = self.current.as_ref().is_some_and(|c| !c.is_empty());
    }

    pub(crate) fn and(&mut self) {
        self.all |= self.preposition.is_none() && self.in_list();
        self.pause();
    }

    pub(crate) fn or(&mut self) {
        self.any = true;
        self.pause();
    }

    /// Starts another object where the last one is whole.
    pub(crate) fn next_thing(&mut self) {
        if std::mem::take(&mut self.paused)
            && self.preposition.is_none()
            && let Some(whole) = self.current.take()
        {
            self.done.push(whole);
        }
    }

    pub(crate) fn preposition(&mut self, preposition: Preposition) {
        self.preposition = Some(preposition);
        self.paused = false;
    }

    pub(crate) fn head(&mut self, head: Head, span: Span) {
        // `to Plaintiffs and the Court`: a further party of the same relation.
        if self.paused
            && matches!(head, Head::Party(_))
            && let Some(last) = self.current.as_ref().and_then(|c| c.relations.last())
            && last.preposition.is_some()
            && matches!(last.to, Related::Parties | Related::Head(Head::Party(_)))
        {
            self.preposition = last.preposition;
            self.paused = false;
        }
        self.next_thing();
        let preposition = self.preposition.take();
        let object = self.current(span);
        match preposition {
            None if object.head.is_none() => object.head = Some(head),
            preposition => object.relations.push(Relation { preposition, to: Related::Head(head) }),
        }
    }

    pub(crate) fn related(&mut self, to: Related, span: Span) {
        // `to the Court and all parties`: further parties of the same relation.
        if self.paused
            && to == Related::Parties
            && let Some(last) = self.current.as_ref().and_then(|c| c.relations.last())
            && matches!(last.to, Related::Head(Head::Party(_)))
        {
            self.preposition = last.preposition;
        }
        let preposition = self.preposition.take();
        self.paused = false;
        self.current(span).relations.push(Relation { preposition, to });
    }

    pub(crate) fn set(&mut self, set: Set, span: Span) {
        self.next_thing();
        let preposition = self.preposition.take();
        let object = self.current(span);
        match (preposition, &object.head) {
            (None, None) => object.head = Some(Head::Record(set.record)),
            // `documents CAR category 2`: what joins them is missing.
            (None, Some(_)) if object.filters.is_empty() || object.set.is_none() => self.unlinked = Some(span),
            _ => {}
        }
        let object = self.current(span);
        object.set = Some(set);
    }

    pub(crate) fn day(&mut self, day: chrono::NaiveDate, span: Span) {
        let preposition = self.preposition.take();
        self.paused = false;
        let object = self.current(span);
        match preposition {
            Some(Preposition::Before | Preposition::Until | Preposition::Through) => {
                object.filters.push(Filter::Before(day));
            }
            Some(Preposition::After | Preposition::From) => object.filters.push(Filter::After(day)),
            Some(Preposition::On) => object.filters.push(Filter::On(day)),
            preposition => object.relations.push(Relation { preposition, to: Related::Day(day) }),
        }
    }

    pub(crate) fn quantity(&mut self, n: u64, span: Span) {
        self.next_thing();
        self.current(span).quantity = Some(n);
    }

    /// `five times`: said of the act, so it is with the thing before it.
    pub(crate) fn times(&mut self, n: u64, span: Span) {
        self.paused = false;
        self.preposition = None;
        let object = self.current(span);
        (object.quantity, object.times) = (Some(n), true);
    }

    /// `$500`, `fees of $500`: belongs to the thing it is with.
    pub(crate) fn amount(&mut self, amount: Amount, span: Span) {
        self.next_thing();
        self.preposition = None;
        self.current(span).amount = Some(amount);
    }

    pub(crate) fn share(&mut self, share: Decimal, span: Span) {
        self.next_thing();
        self.preposition = None;
        self.current(span).share = Some(share);
    }

    /// `up to`, said of the number that follows.
    pub(crate) fn at_most(&mut self, span: Span) {
        self.next_thing();
        self.current(span).most = true;
    }

    /// `to each of`, said of those who follow.
    pub(crate) fn for_each_recipient(&mut self, span: Span) {
        self.current(span).to_each = true;
    }

    /// What it is for has been said, and may go on: `motion to amend or add parties`.
    pub(crate) fn has_purpose(&self) -> bool {
        self.current.as_ref().is_some_and(|c| {
            let named = matches!(&c.head, Some(Head::Deliverable(d)) if d.is(Nature::SaysItsPurpose));
            named || c.purpose().is_some()
        })
    }

    /// A set that is beside a thing, with no word that joins them.
    pub(crate) const fn unlinked(&self) -> Option<Span> {
        self.unlinked
    }

    /// The preposition at the end, after which nothing is named.
    pub(crate) const fn dangling(&self) -> Option<Preposition> {
        self.preposition
    }

    /// `at least`, said of the number that follows.
    pub(crate) fn at_least(&mut self, span: Span) {
        self.next_thing();
        self.current(span).least = true;
    }

    /// The common thing that was named last, with nothing after it.
    pub(crate) fn last_deliverable(&self) -> Option<Deliverable> {
        let object =
            self.current.as_ref().filter(|o| !self.paused && self.preposition.is_none() && o.numbered.is_none())?;
        let last = object.relations.last().map_or(object.head.as_ref(), |r| match &r.to {
            Related::Head(head) => Some(head),
            Related::Paragraph(_) | Related::Parties | Related::Day(_) => None,
        });
        if let Some(Head::Deliverable(d)) = last { Some(*d) } else { None }
    }

    /// Which of them: `Nos. 5 and 7`.
    pub(crate) fn numbered(&mut self, of: Deliverable, labels: Vec<String>, span: Span) {
        self.current(span).numbered = Some(Box::new(Numbered { of, labels }));
    }

    pub(crate) fn last_amount(&self) -> Option<Amount> {
        self.current.as_ref().and_then(|c| c.amount)
    }

    pub(crate) fn filter(&mut self, filter: Filter, span: Span) {
        self.paused = false;
        self.preposition = None;
        self.current(span).filters.push(filter);
    }

    pub(crate) fn qualifier(&mut self, qualifier: Qualifier, span: Span) {
        if self.paused && self.preposition.is_none() {
            self.next_thing();
        }
        self.current(span).qualifiers.push(qualifier);
    }

    /// The order just named, whose paragraph follows: `MTC ¶ 1`.
    pub(crate) fn take_order(&mut self) -> Option<OrderId> {
        let object = self.current.as_mut()?;
        if let Some(Relation { preposition, to: Related::Head(Head::Order(o)) }) = object.relations.last().cloned() {
            object.relations.pop();
            self.preposition = preposition;
            return Some(o);
        }
        if let Some(Head::Order(o)) = object.head {
            object.head = None;
            return Some(o);
        }
        None
    }

    /// Whole things stand here, and not what hangs on one of them (`to Plaintiffs and the Court`).
    fn in_list(&self) -> bool {
        self.current.as_ref().is_some_and(|c| c.relations.is_empty() && c.filters.is_empty() && c.set.is_none())
    }

    /// Things joined by `and` and by `or`: nothing says which goes first.
    pub(crate) fn is_mixed(&self) -> bool {
        self.all && self.any
    }

    pub(crate) fn finish(mut self) -> Objects {
        if let Some(last) = self.current.take() {
            self.done.push(last);
        }
        Objects { list: self.done, any: self.any }
    }
}
