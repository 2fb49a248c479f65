//! The day of an event on which a due time hangs.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::hearing::Sitting;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content, Subject};
use crate::model::object::{Act, Head, Object, Objects};
use crate::model::{Anchor, OrderDay, Paragraph};
use ordain_base::source::Span;

impl Case<'_> {
    /// The day of the event on which a due time of `paragraph` hangs.
    pub(in crate::eval) fn anchor_day(&self, paragraph: &Paragraph, anchor: &Anchor) -> Happens {
        match anchor {
            Anchor::Day(d) => Happens::On(Bounds::on(*d)),
            Anchor::Order(o, which) => {
                let order = self.model.order(*o);
                let of_order = match which {
                    OrderDay::Entered => order.entered,
                    OrderDay::Signed => order.signed,
                    OrderDay::Served => order.served,
                    OrderDay::Filed => order.filed.or(order.entered),
                };
                let told = match which {
                    OrderDay::Entered => order.on_docket.entered,
                    OrderDay::Served => order.on_docket.served,
                    OrderDay::Filed => {
                        order.on_docket.filed.or(order.on_docket.entered.filter(|_| order.filed.is_none()))
                    }
                    OrderDay::Signed => None,
                };
                // The docket and the order's own head tell of different days.
                if let Some((first, last)) = told {
                    return Happens::On(Bounds { first: Some(first), last: Some(last), time: None });
                }
                let word = match which {
                    OrderDay::Served => "served",
                    OrderDay::Entered => "entered",
                    OrderDay::Signed => "signed",
                    OrderDay::Filed => "filed",
                };
                match of_order.or_else(|| self.happened(Subject::Order(*o), word).and_then(|(b, _)| b.day())) {
                    Some(d) => Happens::On(Bounds::on(d)),
                    None => Happens::NotYet,
                }
            }
            Anchor::Thing(t) => self.thing_day(paragraph, *t),
            Anchor::Paragraph(p) => self.end_of(*p),
            Anchor::Performed(p) => self.performed(*p),
            Anchor::Ruling { motion, granted } => {
                let name = &self.model.declared.things[motion.index()].name;
                match (self.motions.ruled(*motion, *granted), self.motions.never(*motion, *granted, name)) {
                    (Some(bounds), _) => Happens::On(bounds),
                    (None, Some(gone)) => Happens::Never(gone),
                    (None, None) => Happens::NotYet,
                }
            }
            // Tied to its paragraph, or reported, before anything is asked.
            Anchor::Owed(_) => Happens::NotYet,
            Anchor::Act(act) => {
                let first = self.first_act(act);
                // What starts a clock, or ends a duty that recurs, is of use.
                self.used.borrow_mut().extend(first);
                first.map_or(Happens::NotYet, |i| Happens::On(self.ledger.assertions[i].bounds))
            }
        }
    }

    /// The first accepted act that is exactly this one: it starts the clock.
    pub(in crate::eval) fn first_act(&self, act: &crate::model::object::Act) -> Option<usize> {
        let groups = self.index.groups_for(self.model, act);
        let exact = groups.into_iter().map(|g| &self.index.groups[g]).filter(|g| {
            matches!(&self.ledger.assertions[g.first].content, Content::Done(deed)
                        if !deed.negated && matching::act(self.model, act, &deed.act) == Match::Exact)
        });
        let all = exact.flat_map(|g| g.certain.iter().map(|(_, i)| i).take(1).chain(&g.rest));
        let accepted = all.filter(|i| matches!(self.standings[**i], Standing::Accepted(_)));
        accepted.copied().min_by_key(|&i| self.ledger.assertions[i].bounds.first)
    }

    /// When a hearing is held, an event happened, a paper was filed.
    pub(in crate::eval) fn thing_day(&self, paragraph: &Paragraph, thing: crate::model::ThingId) -> Happens {
        let sitting = if self.as_first_ordered.get() { None } else { self.sitting(paragraph, thing, None) };
        match sitting {
            Some(Sitting::On(bounds)) => return Happens::On(bounds),
            Some(Sitting::Vacated { by, .. }) => {
                let name = &self.model.declared.things[thing.index()].name;
                let how = if by.recalls { "recalled" } else { "vacated" };
                let text = format!("{name} was {how} by {}", by.name);
                return Happens::Never(Gone { text, span: by.span, day: by.day, how, recalls: by.recalls });
            }
            Some(Sitting::Open(Some(_))) => return Happens::NotYet,
            Some(Sitting::Open(None)) | None => {}
        }
        let told = self.happened(Subject::Thing(thing), "").map(|(bounds, _)| bounds);
        let declared = self.model.declared.things[thing.index()].date.map(Bounds::on);
        let filed = || self.motions.filed(thing).or_else(|| self.filing(thing));
        told.or(declared).or_else(filed).map_or(Happens::NotYet, Happens::On)
    }

    /// The day of the act by which a declared paper was filed.
    pub(in crate::eval) fn filing(&self, thing: crate::model::ThingId) -> Option<Bounds> {
        if self.model.declared.things[thing.index()].kind != crate::model::ThingKind::Document {
            return None;
        }
        let mut paper = Object::empty(Span::default());
        paper.head = Some(Head::Thing(thing));
        let verb = self.model.declared.verbs.base("file")?;
        let act = Act { verb, objects: Objects { list: vec![paper], any: false }, span: Span::default() };
        self.first_act(&act).map(|i| self.ledger.assertions[i].bounds)
    }

    /// The first time something is told of, and the fact that tells it.
    pub(in crate::eval) fn happened(&self, subject: Subject, word: &str) -> Option<(Bounds, usize)> {
        let told = self.at(self.index.told(subject)).filter_map(|(i, a, s)| match (&a.content, s) {
            (Content::Happened { what, .. }, Standing::Accepted(_)) if word.is_empty() || what == word => {
                Some((a.bounds, i))
            }
            _ => None,
        });
        told.min_by_key(|(b, i)| (b.first.is_none(), b.first, b.last, *i))
    }
}

/// `the response has no date on the record`, `the record does not show that ¶ 2 is performed`.
pub(in crate::eval) fn not_yet(words: &str) -> String {
    if words.contains(" is ") || words.contains(" are ") || words.contains(" been ") {
        return format!("the record does not show that {words}");
    }
    format!("{words} has no date on the record")
}

/// Whether and when an event happens.
#[derive(Debug, Clone)]
pub(in crate::eval) enum Happens {
    On(Bounds),
    NotYet,
    /// It cannot come any more.
    Never(Gone),
}

/// Why an event will not come, and the words that say so.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Gone {
    /// `Status was vacated by Second ¶ 2`.
    pub(in crate::eval) text: String,
    pub(in crate::eval) span: Span,
    /// Since when that is so.
    pub(in crate::eval) day: Option<NaiveDate>,
    /// `vacated`, `denied`, `withdrawn`.
    pub(in crate::eval) how: &'static str,
    /// It was recalled, and may come again.
    pub(in crate::eval) recalls: bool,
}
