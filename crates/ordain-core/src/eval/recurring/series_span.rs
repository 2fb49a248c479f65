//! When a series begins and when it ends.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::deadline::{Deadline, fixed};
use crate::eval::due::event::{anchor_day, disputed_event, orphaned_deadline};
use crate::eval::due::period::period_deadline;
use crate::eval::recurring::nominal_day::{Start, time_length};
use crate::model::{Anchor, End, First, Paragraph, Series};

pub(in crate::eval) fn series_start(
    case: &Case<'_>,
    paragraph: &Paragraph,
    series: &Series,
) -> Result<Start, Box<Deadline>> {
    let from = |base| Start { base, first: None, opens: None };
    match &series.first {
        First::On(moment) => Ok(Start { base: moment.day, first: Some(fixed(moment.day, moment.time)), opens: None }),
        First::Within(period) => match period_deadline(case, paragraph, period) {
            Deadline::By(due) => {
                let length = time_length(period.length);
                let event = series_event_day(case, paragraph, &period.anchor, &period.words).ok();
                let base = event.and_then(|e| ordain_time::instance(e, length, 1)).unwrap_or(due.day);
                Ok(Start { base, first: Some(Deadline::By(due)), opens: None })
            }
            other => Err(Box::new(other)),
        },
        First::After(anchor, words) => series_event_day(case, paragraph, anchor, words).map(from),
        First::OnOrAfter(anchor, words) => {
            let day = series_event_day(case, paragraph, anchor, words)?;
            Ok(Start { base: day, first: Some(fixed(day, None)), opens: None })
        }
        First::Beginning(anchor, words) => {
            let day = series_event_day(case, paragraph, anchor, words)?;
            Ok(Start { opens: Some(day), ..from(day.pred_opt().unwrap_or(day)) })
        }
        First::Entry => {
            let order = case.model.order(paragraph.order);
            let day = paragraph.effective.or_else(|| order.in_force());
            day.map(from).ok_or_else(|| Box::new(Deadline::Waiting(format!("{} has no date of entry", order.name))))
        }
    }
}

/// The one day of an event, or what is missing for it.
pub(in crate::eval) fn series_event_day(
    case: &Case<'_>,
    paragraph: &Paragraph,
    anchor: &Anchor,
    words: &str,
) -> Result<NaiveDate, Box<Deadline>> {
    match anchor_day(case, paragraph, anchor) {
        Happens::On(bounds) => {
            bounds.day().ok_or_else(|| Box::new(Deadline::Unsettled(format!("the day of {words} is not known"))))
        }
        Happens::Perhaps(bounds) => Err(Box::new(Deadline::Unsettled(disputed_event(words, bounds)))),
        Happens::NotYet => Err(Box::new(Deadline::Waiting(format!("{words} has no date on the record")))),
        Happens::Never(by) => Err(Box::new(orphaned_deadline(case, paragraph, words, &by))),
    }
}

/// The day that ends a series, as far as the record shows.
pub(in crate::eval) fn end_of_series(
    case: &Case<'_>,
    paragraph: &Paragraph,
    series: &Series,
    start: &Start,
) -> Option<Ended> {
    let Start { base, opens, .. } = *start;
    let (anchor, inclusive) = match &series.end {
        End::Unstated | End::FurtherOrder => return None,
        End::Lasting(lasts) => {
            let last = match opens {
                Some(first) => ordain_time::instance(first, time_length(*lasts), 1).and_then(|d| d.pred_opt()),
                None => ordain_time::instance(base, time_length(*lasts), 1),
            };
            return Some(Ended { first: last, last, inclusive: true });
        }
        End::At { anchor, inclusive, .. } => (anchor, inclusive),
    };
    match anchor_day(case, paragraph, anchor) {
        Happens::On(bounds) => Some(Ended { first: bounds.first, last: bounds.last, inclusive: *inclusive }),
        // It may have ended then, and may go on.
        Happens::Perhaps(bounds) => Some(Ended { first: bounds.first, last: None, inclusive: *inclusive }),
        Happens::NotYet | Happens::Never(_) => None,
    }
}

/// The day on which a series ends, where it is known.
pub(in crate::eval) fn last_due_day(case: &Case<'_>, paragraph: &Paragraph, series: &Series) -> Option<NaiveDate> {
    let start = series_start(case, paragraph, series).ok()?;
    let end = end_of_series(case, paragraph, series, &start)?;
    end.last.filter(|_| end.first == end.last)
}

/// When a series ends, within bounds.
pub(in crate::eval) struct Ended {
    pub(in crate::eval) first: Option<NaiveDate>,
    pub(in crate::eval) last: Option<NaiveDate>,
    pub(in crate::eval) inclusive: bool,
}

impl Ended {
    /// Whether it is open if something due on `day` is still inside.
    pub(in crate::eval) fn doubts(&self, day: NaiveDate) -> bool {
        let exact = self.first == self.last;
        let on_it = !self.inclusive && self.last == Some(day);
        on_it || !exact && self.first.is_none_or(|f| day >= f) && self.last.is_none_or(|l| day <= l)
    }
}
