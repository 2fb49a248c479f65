//! Which day counts, and how much a row has.

use super::date::Day;
use super::node;
use super::plan::{Check, Goal, Measure, SatisfiedBy};
use super::value::NO_NUMBER;
use super::values::Values;

/// Nothing is earlier than what has no day: it is done, and cannot be late.
pub fn is_earlier(a: Day, b: Day) -> bool {
    a < b
}

pub fn in_time(day: Day, due: Option<Day>) -> bool {
    due.is_none_or(|due| day <= due)
}

/// The month and the amount of a row, for a quantity.
pub fn month_and_amount(check: &Check, slots: &[u64]) -> (u32, u64) {
    let day = |c: usize| slots.get(c).map_or(0, |v| u32::try_from(*v).unwrap_or(0));
    let (of, month) = match &check.goal {
        Goal::AtLeast { of, monthly, .. } => {
            let month = |c: usize| if day(c) == 0 { 0 } else { (day(c) >> 9) * 12 + (day(c) >> 5 & 15) - 1 };
            (of, monthly.map_or(0, month))
        }
        Goal::Daily { of, day: column } => (of, day(*column)),
        Goal::Every | Goal::Gaps { .. } => return (0, 0),
    };
    let sum = match of {
        Measure::Sum(column) => slots.get(*column).map_or(0, |v| v.cast_signed()),
        _ => 0,
    };
    (month, if sum == NO_NUMBER { 0 } else { u64::try_from(sum).unwrap_or(0) })
}

/// What a row that waits will be counted by.
pub fn waiting_amount(check: &Check, slots: &[u64], values: &impl Values) -> (u32, u64) {
    let own = check.ways.iter().find_map(|w| if let SatisfiedBy::Counts { own, .. } = w { Some(own) } else { None });
    match own {
        Some(own) => (0, node::amount_of_row(own, slots, values).unwrap_or(NO_NUMBER).cast_unsigned()),
        None => month_and_amount(check, slots),
    }
}
