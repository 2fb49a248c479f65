//! Stays: while one holds nothing falls due. A day that came while it held is
//! gone, and only an order can set another.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::event::anchor_day;
use crate::eval::due::period::period_deadline;
use crate::eval::orders::event::Change;
use crate::model::{Paragraph, StayEnd};

/// A stay of a duty, with its end as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::eval) struct Stay {
    pub(in crate::eval) by: Change,
    /// The last day on which it surely holds; no end is known where `None`.
    pub(in crate::eval) last: Option<NaiveDate>,
    /// `until D`: whether it holds on D itself the order does not say.
    pub(in crate::eval) unsure: Option<NaiveDate>,
    /// An order ended it.
    lifted: bool,
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
            Happens::NotYet => (None, None),
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
    Stay { by: by.clone(), last, unsure, lifted: false }
}

impl Stay {
    /// Ended by an order that acts from `day`.
    pub(in crate::eval) fn lift(&mut self, day: Option<NaiveDate>) {
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
        self.unsure.or_else(|| self.last.and_then(|l| l.succ_opt()))
    }

    /// It surely holds on `day`.
    pub(in crate::eval) fn holds(&self, day: NaiveDate) -> bool {
        self.by.day.is_none_or(|from| from <= day) && self.last.is_none_or(|last| day <= last)
    }

    /// It holds on `day`, or may.
    pub(in crate::eval) fn may_hold(&self, day: NaiveDate) -> bool {
        self.holds(day) || self.unsure == Some(day)
    }

    /// Days of the stretch from `start` to `end` on which it held.
    pub(in crate::eval) fn days_within(&self, start: NaiveDate, end: NaiveDate) -> i64 {
        let from = self.by.day.map_or(start, |d| d.max(start));
        let to = self.last.map_or(end, |l| l.min(end));
        ((to - from).num_days() + 1).max(0)
    }
}
