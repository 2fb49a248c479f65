//! Dates as people read them: the weekday first, then the day itself.

use chrono::NaiveDate;

use ordain_core::verdict::Due;

/// `Fri 2023-12-01`.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    date.format("%a %Y-%m-%d").to_string()
}

/// `Fri 2023-12-01`, with the hour where the order gives one: `Fri 2023-12-01 17:00`.
#[must_use]
pub fn due(due: &Due) -> String {
    match due.time {
        Some(time) => format!("{} {}", day(due.day), time.format("%H:%M")),
        None => day(due.day),
    }
}
