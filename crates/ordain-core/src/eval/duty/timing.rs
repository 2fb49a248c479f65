//! Whether something was done in time.

use chrono::NaiveDate;

use crate::eval::duty::part::PartVerdict;
use crate::facts::Bounds;
use crate::verdict::{Due, Kind, Limit};
use ordain_base::words::{day, plural};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Timing {
    InTime,
    Late,
    Either,
}

/// Whether an act within `bounds` was done in time: in time or late only where every reading of
/// the due time says so.
pub(in crate::eval) fn timing_of_act(bounds: Bounds, due: &Due) -> Timing {
    let Some(doubt) = &due.doubt else { return by_limit(bounds, Limit { day: due.day, time: due.time }) };
    let first = match by_limit(bounds, doubt.first) {
        Timing::Either if doubt.hour_is_a_reading && bounds.time.is_none() => {
            by_limit(bounds, Limit::end_of(doubt.first.day))
        }
        found => found,
    };
    match (first, by_limit(bounds, doubt.last)) {
        (Timing::InTime, _) => Timing::InTime,
        (_, Timing::Late) => Timing::Late,
        _ => Timing::Either,
    }
}

/// Whether an act within `bounds` was done by the end of a day, or by an hour of it.
fn by_limit(bounds: Bounds, limit: Limit) -> Timing {
    if bounds.surely_by(limit.day) {
        let on_the_day = bounds.last == Some(limit.day);
        return match (limit.time, bounds.time) {
            (Some(hour), Some(done)) if on_the_day && bounds.first == Some(limit.day) => {
                if done <= hour {
                    Timing::InTime
                } else {
                    Timing::Late
                }
            }
            (Some(_), _) if on_the_day => Timing::Either,
            _ => Timing::InTime,
        };
    }
    if bounds.first.is_some_and(|f| f > limit.day) { Timing::Late } else { Timing::Either }
}

/// The days by which an act was late: at least so many, where the due time is in doubt.
pub(in crate::eval) fn days_late(bounds: Bounds, due: &Due) -> i64 {
    bounds.first.map_or(0, |first| (first - due.last().day).num_days())
}

/// Neither met nor missed yet under every reading: the due day has passed, and the last day on
/// which it may have fallen has not.
pub(in crate::eval) fn perhaps_not_due_yet(as_of: NaiveDate, due: &Due) -> Option<PartVerdict> {
    let doubt = due.doubt.as_ref().filter(|d| as_of > due.day && as_of <= d.last.day)?;
    let why = format!("due {} or as late as {}: {}", day(due.day), day(doubt.last.day), doubt.why);
    Some(PartVerdict::new(Kind::Undetermined, why).due(Some(due)).remedy(doubt.settled_by.clone()))
}

/// `today`, `in 1 day`, `in 14 days`.
pub(in crate::eval) fn in_days(days: i64) -> String {
    if days == 0 { "today".to_owned() } else { format!("in {}", plural(days, "day")) }
}
