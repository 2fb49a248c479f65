//! The days of the week, as papers write them.

use chrono::Weekday;

/// Monday to Sunday.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The name of a day of the week, in full.
#[must_use]
pub const fn weekday(day: Weekday) -> &'static str {
    let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = WEEKDAYS;
    match day {
        Weekday::Mon => monday,
        Weekday::Tue => tuesday,
        Weekday::Wed => wednesday,
        Weekday::Thu => thursday,
        Weekday::Fri => friday,
        Weekday::Sat => saturday,
        Weekday::Sun => sunday,
    }
}
