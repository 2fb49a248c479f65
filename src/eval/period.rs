//! A period, counted by the rules of the matter from the day of its event.

use super::Context;
use super::due::{Deadline, Happens, fixed};
use crate::facts::Bounds;
use crate::model::{Body, Governs, Paragraph, Period, unit_word};
use crate::syntax::ast;
use crate::time;
use crate::verdict;
use crate::words::day;

impl Context<'_> {
    /// The due time that a period comes to, or what is missing for it.
    pub(super) fn period(&self, paragraph: &Paragraph, period: &Period) -> Deadline {
        let words = &period.words;
        let counted = match self.anchor_day(&period.anchor) {
            Happens::On(bounds) => match bounds.day() {
                Some(_) => self.count(paragraph, period, bounds),
                None => Deadline::Unsettled(format!("the day of {words} is not known")),
            },
            Happens::NotYet => Deadline::Waiting(format!("{words} has no date on the record")),
            Happens::Never(by) => Deadline::Orphaned(format!("{words} was vacated by {by}")),
        };
        match (period.stated, period.governs, counted) {
            (None, _, counted) | (Some(_), Some(Governs::Period), counted) => counted,
            (Some(stated), Some(Governs::Date), _) => fixed(stated, None),
            // A date stated and a period that agrees with it, or that cannot be counted yet.
            (Some(stated), None, Deadline::By(due)) if due.day == stated => Deadline::By(due),
            (Some(stated), None, Deadline::By(due)) => Deadline::Unsettled(format!(
                "the order says {} and a period that ends on {}, and not which governs",
                day(stated),
                day(due.day)
            )),
            (Some(stated), None, _) => fixed(stated, None),
        }
    }

    fn count(&self, paragraph: &Paragraph, period: &Period, from: Bounds) -> Deadline {
        let Some(clock) = &self.model.clock else {
            let why = "the matter names no court (`court C.D. Cal.`), so nothing says by which rules days are counted";
            return Deadline::Unsettled(why.to_owned());
        };
        let Some(start) = from.first else { return Deadline::Unsettled(String::new()) };
        let anchor = match from.time {
            Some(t) => time::Anchor::At(start.and_time(t)),
            None => time::Anchor::Day(start),
        };
        let direction = if period.backward { time::Direction::Before } else { time::Direction::After };
        let length = time::Length::new(period.length.n, unit(period.length.unit));
        let options = time::Options {
            service: period.service,
            filing: self.is_filing(paragraph),
            set_by_order: true,
            ..time::Options::default()
        };
        match time::count(&clock.rules, &clock.calendar, anchor, length, direction, &options) {
            Ok(counted) => Deadline::By(verdict::Due {
                day: counted.due,
                time: counted.due_instant.filter(|_| length.unit == time::Unit::Hours).map(|t| t.time()),
                earliest_safe: counted.earliest_safe,
                trace: counted
                    .trace
                    .into_iter()
                    .map(|s| verdict::Step { step: s.kind.word().to_owned(), date: s.date, rule: s.rule, why: s.why })
                    .collect(),
            }),
            Err(error) => {
                let unit = unit_word(period.length);
                let side = if period.backward { "before" } else { "after" };
                let said = error.diagnostic(paragraph.span).message;
                Deadline::Unsettled(format!("{} {unit} {side} {}: {said}", period.length.n, period.words))
            }
        }
    }

    /// Only a filing waits for an inaccessible clerk's office.
    fn is_filing(&self, paragraph: &Paragraph) -> bool {
        let Body::Norm(norm) = &paragraph.body else { return false };
        norm.limbs.iter().flat_map(|l| &l.acts).any(|a| self.model.declared.verbs.get(a.verb).family == "file")
    }
}

const fn unit(unit: ast::Unit) -> time::Unit {
    match unit {
        ast::Unit::Days => time::Unit::Days,
        ast::Unit::CalendarDays => time::Unit::CalendarDays,
        ast::Unit::CourtDays => time::Unit::CourtDays,
        ast::Unit::BusinessDays => time::Unit::BusinessDays,
        ast::Unit::Weeks => time::Unit::Weeks,
        ast::Unit::Months => time::Unit::Months,
        ast::Unit::Quarters => time::Unit::Quarters,
        ast::Unit::Years => time::Unit::Years,
        ast::Unit::Hours => time::Unit::Hours,
    }
}
