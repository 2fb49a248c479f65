//! A period, counted by the rules of the matter from the day of its event.

use crate::eval::case::Case;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event;
use crate::eval::due::event::Happens;
use crate::eval::due::unit::unit;
use crate::eval::remark::Remark;
use crate::facts::{Bounds, Content, Subject};
use crate::model::{Anchor, Body, Governs, OrderKind, Paragraph, Period, VerbFamily, unit_word};
use crate::verdict;
use ordain_base::words::day;
use ordain_time::Service;

impl Case<'_> {
    /// The due time that a period comes to, or what is missing for it.
    pub(in crate::eval) fn period(&self, paragraph: &Paragraph, period: &Period) -> Deadline {
        let words = &period.words;
        let counted = match self.anchor_day(paragraph, &period.anchor) {
            Happens::On(bounds) => match bounds.day() {
                Some(_) => self.count(paragraph, period, bounds),
                None => self.count_both(paragraph, period, bounds),
            },
            Happens::NotYet => Deadline::Waiting(event::not_yet(words)),
            Happens::Never(by) => self.orphaned(paragraph, words, &by),
        };
        match (period.stated, period.governs, counted) {
            (None, _, counted) | (Some(_), Some(Governs::Period), counted) => counted,
            (Some(stated), Some(Governs::Date), _) => fixed(stated, None),
            // A date stated and a period that agrees with it, or that cannot be counted yet.
            (Some(stated), None, Deadline::By(due)) if due.day == stated => Deadline::By(due),
            (Some(stated), None, Deadline::By(due)) => {
                let why = format!(
                    "the order says {} and a period that ends on {}, and not which governs",
                    day(stated),
                    day(due.day)
                );
                self.remark(paragraph, Remark::StatedDiffers { stated, counted: due });
                Deadline::Unsettled(why)
            }
            (Some(stated), None, _) => fixed(stated, None),
        }
    }

    /// The period from an event known within bounds: its end, where it is the same from the first and the last day.
    pub(in crate::eval) fn count_both(&self, paragraph: &Paragraph, period: &Period, bounds: Bounds) -> Deadline {
        let words = &period.words;
        let Some((first, last)) = bounds.first.zip(bounds.last) else {
            return Deadline::Unsettled(format!("the day of {words} is not known"));
        };
        let from = |day| self.count(paragraph, period, Bounds::on(day));
        match (from(first), from(last)) {
            (Deadline::By(a), Deadline::By(b)) if a.day == b.day && a.time == b.time => Deadline::By(b),
            (Deadline::By(a), Deadline::By(b)) => Deadline::Unsettled(format!(
                "the record has two days for {words}, {} and {}: it falls due on {} or on {}",
                day(first),
                day(last),
                day(a.day),
                day(b.day)
            )),
            (other, _) => other,
        }
    }

    /// The period, counted from this day.
    pub(in crate::eval) fn count(&self, paragraph: &Paragraph, period: &Period, from: Bounds) -> Deadline {
        let Some(clock) = &self.model.clock else {
            let why = "the matter names no court (`court C.D. Cal.`), so nothing says by which rules days are counted";
            return Deadline::Unsettled(why.to_owned());
        };
        let Some(start) = from.first else { return Deadline::Unsettled(String::new()) };
        let anchor = match from.time {
            Some(t) => ordain_time::Anchor::At(start.and_time(t)),
            None => ordain_time::Anchor::Day(start),
        };
        let direction = if period.backward { ordain_time::Direction::Before } else { ordain_time::Direction::After };
        let length = ordain_time::Length::new(period.length.n, unit(period.length.unit));
        let recorded = self.recorded_service(period);
        let service = match (period.service, recorded) {
            // `after service`: the way the record tells, where the order tells none.
            (Some(Service::Personal), Some((way, _))) => Some(way),
            // Where nobody says how it was served, nobody asks for added days.
            (Some(Service::Personal), None) if !period.words.contains(" by ") => None,
            (None, Some((way, fact))) if adds_days(way) => {
                self.remark(paragraph, Remark::ServiceNotOrdered { way, fact });
                None
            }
            (said, _) => said,
        };
        let options = ordain_time::Options {
            service,
            filing: self.is_filing(paragraph),
            set_by_order: matches!(self.model.order(paragraph.order).kind, OrderKind::Order | OrderKind::StandingOrder),
            ..ordain_time::Options::default()
        };
        match ordain_time::count(&clock.rules, &clock.calendar, anchor, length, direction, &options) {
            Ok(counted) => {
                for notice in counted.notices {
                    self.remark(paragraph, Remark::Notice(notice));
                }
                let mut trace: Vec<verdict::Step> = counted
                    .trace
                    .into_iter()
                    .map(|s| verdict::Step { step: s.kind.word().to_owned(), date: s.date, rule: s.rule, why: s.why })
                    .collect();
                if let (Some(event), Some(source)) = (trace.first_mut(), self.event_source(&period.anchor)) {
                    event.why = format!("{} ({}: {source})", event.why, period.words);
                }
                Deadline::By(verdict::Due {
                    day: counted.due,
                    time: counted.due_instant.filter(|_| length.unit == ordain_time::Unit::Hours).map(|t| t.time()),
                    earliest_safe: counted.earliest_safe,
                    trace,
                })
            }
            Err(error) => {
                let unit = unit_word(period.length);
                let side = if period.backward { "before" } else { "after" };
                let said = error.diagnostic(paragraph.span).message;
                Deadline::Unsettled(format!("{} {unit} {side} {}: {said}", period.length.n, period.words))
            }
        }
    }

    pub(in crate::eval) fn remark(&self, paragraph: &Paragraph, remark: Remark) {
        // What is no longer so is not remarked on.
        if !self.as_first_ordered.get() {
            self.remarks.borrow_mut().push((paragraph.id, remark));
        }
    }

    /// The way in which the paper that starts the period was served, as the record has it.
    pub(in crate::eval) fn recorded_service(&self, period: &Period) -> Option<(Service, usize)> {
        let Anchor::Act(act) = &period.anchor else { return None };
        let fact = self.first_act(act)?;
        let Content::Done(deed) = &self.ledger.assertions[fact].content else { return None };
        let words = deed.act.objects.list.iter().flat_map(|o| &o.qualifiers);
        words.filter_map(|q| q.strip_prefix("by ")).find_map(Service::parse).map(|way| (way, fact))
    }

    /// Where the day of the event is written.
    pub(in crate::eval) fn event_source(&self, anchor: &Anchor) -> Option<String> {
        let cited = |fact: usize| self.ledger.assertions[fact].cites.first().cloned();
        match anchor {
            Anchor::Order(order, _) => {
                let order = self.model.order(*order);
                Some(order.docket.clone().unwrap_or_else(|| order.name.clone()))
            }
            Anchor::Act(act) => self.first_act(act).and_then(cited),
            Anchor::Thing(thing) => self.index.told(Subject::Thing(*thing)).first().copied().and_then(cited),
            Anchor::Day(_) | Anchor::Paragraph(_) | Anchor::Performed(_) | Anchor::Ruling { .. } | Anchor::Owed(_) => {
                None
            }
        }
    }

    /// Only a filing waits for an inaccessible clerk's office.
    pub(in crate::eval) fn is_filing(&self, paragraph: &Paragraph) -> bool {
        let Body::Provision(provision) = &paragraph.body else { return false };
        provision
            .obligations
            .iter()
            .flat_map(|l| &l.acts)
            .any(|a| self.model.declared.verbs.get(a.verb).family == VerbFamily::File)
    }
}

/// Ways for which some rule adds days.
const fn adds_days(way: Service) -> bool {
    !matches!(way, Service::Personal | Service::Electronic)
}
