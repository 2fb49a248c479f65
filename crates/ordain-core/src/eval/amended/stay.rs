//! Stays: while one holds nothing falls due. A day that came while it held is
//! gone, and only an order can set another.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::event::anchor_day;
use crate::eval::due::period::period_deadline;
use crate::eval::orders::event::Change;
use crate::eval::remark::Remark;
use crate::model::{Paragraph, StayEnd};
use crate::verdict;
use ordain_syntax::ast::Length;

/// A stay of a duty, with its end as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::eval) struct Stay {
    pub(in crate::eval) by: Change,
    /// The last day on which it surely holds; no end is known where `None`.
    pub(in crate::eval) last: Option<NaiveDate>,
    /// The last day on which it may hold: of `until D` D itself, and of a period and a
    /// date that disagree the later of the two.
    pub(in crate::eval) unsure: Option<NaiveDate>,
    /// An order ended it.
    lifted: bool,
    /// No stay: an order took the duty away, and another gave it back.
    between: Option<&'static str>,
}

/// The stay of an order that states a period and a date: where they disagree, it
/// surely holds to the earlier of the two, and may to the later.
pub(in crate::eval) fn stay_with_period(
    case: &Case<'_>,
    paragraph: &Paragraph,
    by: &Change,
    (stated, length): (NaiveDate, Length),
    stay: Stay,
) -> Stay {
    let length = ordain_time::Length::new(length.n, length.unit);
    let from = by.day.or(by.entered);
    let Some(counted) = from.and_then(|from| ordain_time::instance(from, length, 1)) else { return stay };
    if counted == stated {
        return stay;
    }
    let counted_due = verdict::Due { day: counted, time: None, earliest_safe: None, trace: Vec::new(), doubt: None };
    case.remark(paragraph, Remark::StatedDiffers { stated, counted: counted_due });
    let last = stay.last.map_or(counted, |last| last.min(counted));
    Stay { last: Some(last), unsure: Some(stated.max(counted)), ..stay }
}

/// The stay that an order imposes.
pub(in crate::eval) fn stay_ordered(case: &Case<'_>, paragraph: &Paragraph, by: &Change, end: &StayEnd) -> Stay {
    let until = |day: NaiveDate| (day.pred_opt(), Some(day));
    let (last, unsure) = match end {
        StayEnd::Day { day, inclusive: true } => (Some(*day), None),
        StayEnd::Day { day, inclusive: false } => until(*day),
        StayEnd::For(length) => {
            let length = ordain_time::Length::new(length.n, length.unit);
            (by.day.or(by.entered).and_then(|from| ordain_time::instance(from, length, 1)), None)
        }
        StayEnd::Event(anchor, _) => match anchor_day(case, paragraph, anchor) {
            Happens::On(bounds) => bounds.day().map_or((None, None), until),
            // What it waited for will not come: from that day on it has no end of its own.
            Happens::Never(gone) => gone.day.map_or((None, None), until),
            Happens::Perhaps(_) | Happens::NotYet => (None, None),
        },
        StayEnd::Period { period, inclusive } => match period_deadline(case, paragraph, period) {
            Deadline::By(due) if *inclusive => (Some(due.day), None),
            Deadline::By(due) => until(due.day),
            _ => (None, None),
        },
        StayEnd::Open | StayEnd::Words(_) => (None, None),
    };
    // An order that has expired stays nothing any more.
    let expires = case.model.order(by.id).expires.map(|end| end.day);
    let last = last.into_iter().chain(expires).min();
    let unsure = unsure.filter(|u| expires.is_none_or(|e| *u <= e));
    Stay { by: by.clone(), last, unsure, lifted: false, between: None }
}

impl Stay {
    /// The time between the order that took a duty away and the one that gave it
    /// back: on its days nobody was bound.
    pub(in crate::eval) fn between(taken: &Change, back: Option<NaiveDate>, word: &'static str) -> Self {
        let last = back.and_then(|d| d.pred_opt()).or(Some(NaiveDate::MIN));
        Self { by: taken.clone(), last, unsure: None, lifted: true, between: Some(word) }
    }

    /// The same stay, holding again from the day on which the order that lifted it was vacated.
    pub(in crate::eval) fn resumed(&self, by: &Change) -> Self {
        Self { by: by.clone(), ..self.clone() }
    }

    /// `stayed`, or what an order had done to a duty that another gave back.
    pub(in crate::eval) fn word(&self) -> &'static str {
        self.between.unwrap_or("stayed")
    }

    /// Ended by an order that acts from `day`. The time between a vacatur and its undoing is no stay.
    pub(in crate::eval) fn lift(&mut self, day: Option<NaiveDate>) {
        if self.between.is_some() {
            return;
        }
        let over = day.and_then(|d| d.pred_opt());
        if self.last.is_none_or(|l| over.is_none_or(|o| o < l)) {
            self.last = over.or(Some(NaiveDate::MIN));
            self.unsure = None;
            self.lifted = true;
        }
    }

    /// The first day on which it no longer surely holds, where its own words end it.
    pub(in crate::eval) fn ends_of_itself(&self) -> Option<NaiveDate> {
        if self.lifted {
            return None;
        }
        self.last.and_then(|l| l.succ_opt()).or(self.unsure)
    }

    /// It surely holds on `day`.
    pub(in crate::eval) fn holds(&self, day: NaiveDate) -> bool {
        self.by.day.is_none_or(|from| from <= day) && self.last.is_none_or(|last| day <= last)
    }

    /// Whether it holds on `day` its order does not say.
    pub(in crate::eval) fn is_unsure_on(&self, day: NaiveDate) -> bool {
        let begun = self.by.day.is_none_or(|from| from <= day);
        begun && !self.holds(day) && self.unsure.is_some_and(|last| day <= last)
    }

    /// It holds on `day`, or may.
    pub(in crate::eval) fn may_hold(&self, day: NaiveDate) -> bool {
        self.holds(day) || self.is_unsure_on(day)
    }

    /// Days of the stretch from `start` to `end` on which it held.
    pub(in crate::eval) fn days_within(&self, start: NaiveDate, end: NaiveDate) -> i64 {
        let from = self.by.day.map_or(start, |d| d.max(start));
        let to = self.last.map_or(end, |l| l.min(end));
        ((to - from).num_days() + 1).max(0)
    }
}
