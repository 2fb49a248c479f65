//! Whether something was done in time.

use chrono::NaiveDate;

use crate::facts::Bounds;
use ordain_base::words::plural;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Timing {
    InTime,
    Late,
    Either,
}

/// Whether an act within `bounds` was done by the due day, and by its clock time where it has one.
pub(in crate::eval) fn timing(bounds: Bounds, due: NaiveDate, time: Option<chrono::NaiveTime>) -> Timing {
    if bounds.surely_by(due) {
        let on_the_day = bounds.last == Some(due);
        return match (time, bounds.time) {
            (Some(t), Some(done)) if on_the_day && bounds.first == Some(due) => {
                if done <= t {
                    Timing::InTime
                } else {
                    Timing::Late
                }
            }
            (Some(_), _) if on_the_day => Timing::Either,
            _ => Timing::InTime,
        };
    }
    if bounds.first.is_some_and(|f| f > due) { Timing::Late } else { Timing::Either }
}

/// `today`, `in 1 day`, `in 14 days`.
pub(in crate::eval) fn in_days(days: i64) -> String {
    if days == 0 { "today".to_owned() } else { format!("in {}", plural(days, "day")) }
}
