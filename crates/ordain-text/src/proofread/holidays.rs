//! The days on which a federal court is closed: weekends and the eleven
//! holidays of 5 U.S.C. § 6103(a), with the days on which they are observed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day of a month, counted: the third Monday of January.
fn nth_weekday_of(year: i32, month: u32, weekday: Weekday, n: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)
}

/// The last Monday of May.
fn memorial_day(year: i32) -> Option<NaiveDate> {
    nth_weekday_of(year, 5, Weekday::Mon, 5).or_else(|| nth_weekday_of(year, 5, Weekday::Mon, 4))
}

/// The holidays of one year on the days set by statute.
fn of_year(year: i32) -> impl Iterator<Item = (NaiveDate, &'static str)> {
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    [
        (fixed(1, 1), "New Year's Day"),
        (nth_weekday_of(year, 1, Weekday::Mon, 3).filter(|_| year >= 1986), "Martin Luther King Jr. Day"),
        (nth_weekday_of(year, 2, Weekday::Mon, 3), "Washington's Birthday"),
        (memorial_day(year), "Memorial Day"),
        (fixed(6, 19).filter(|_| year >= 2021), "Juneteenth"),
        (fixed(7, 4), "Independence Day"),
        (nth_weekday_of(year, 9, Weekday::Mon, 1), "Labor Day"),
        (nth_weekday_of(year, 10, Weekday::Mon, 2), "Columbus Day"),
        (fixed(11, 11), "Veterans Day"),
        (nth_weekday_of(year, 11, Weekday::Thu, 4), "Thanksgiving Day"),
        (fixed(12, 25), "Christmas Day"),
    ]
    .into_iter()
    .filter_map(|(day, name)| Some((day?, name)))
}

/// The day on which a holiday is observed: Friday for Saturday, Monday for Sunday.
fn observed_on(day: NaiveDate) -> Option<NaiveDate> {
    match day.weekday() {
        Weekday::Sat => day.pred_opt(),
        Weekday::Sun => day.succ_opt(),
        _ => None,
    }
}

/// Why a court is closed on this day, if it is.
pub(super) fn why_closed(day: NaiveDate) -> Option<String> {
    // New Year's Day of the next year may be observed on December 31.
    for (holiday, name) in of_year(day.year()).chain(of_year(day.year() + 1)) {
        if holiday == day {
            return Some(name.to_owned());
        }
        if observed_on(holiday) == Some(day) {
            return Some(format!("{name} as observed"));
        }
    }
    match day.weekday() {
        Weekday::Sat => Some("a Saturday".to_owned()),
        Weekday::Sun => Some("a Sunday".to_owned()),
        _ => None,
    }
}

/// This day, or the next one on which the court is open.
pub(super) fn open_from(day: NaiveDate) -> NaiveDate {
    let ahead = |n| day.checked_add_days(Days::new(n));
    (0..10).filter_map(ahead).find(|d| why_closed(*d).is_none()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::{open_from, why_closed};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn the_eleven_holidays_of_a_year() {
        for (date, name) in [
            ("2024-01-01", "New Year's Day"),
            ("2024-01-15", "Martin Luther King Jr. Day"),
            ("2024-02-19", "Washington's Birthday"),
            ("2024-05-27", "Memorial Day"),
            ("2024-06-19", "Juneteenth"),
            ("2024-07-04", "Independence Day"),
            ("2024-09-02", "Labor Day"),
            ("2024-10-14", "Columbus Day"),
            ("2024-11-11", "Veterans Day"),
            ("2024-11-28", "Thanksgiving Day"),
            ("2024-12-25", "Christmas Day"),
        ] {
            assert_eq!(why_closed(day(date)).as_deref(), Some(name), "{date}");
        }
        assert_eq!(why_closed(day("2024-04-19")), None);
        assert_eq!(why_closed(day("2020-06-19")), None, "Juneteenth is a holiday since 2021");
    }

    #[test]
    fn a_holiday_on_a_weekend_is_observed_beside_it() {
        assert_eq!(why_closed(day("2021-12-31")).as_deref(), Some("New Year's Day as observed"));
        assert_eq!(why_closed(day("2021-07-05")).as_deref(), Some("Independence Day as observed"));
        assert_eq!(why_closed(day("2023-11-10")).as_deref(), Some("Veterans Day as observed"));
        assert_eq!(why_closed(day("2016-03-05")).as_deref(), Some("a Saturday"));
    }

    #[test]
    fn a_period_ends_on_an_open_day() {
        assert_eq!(open_from(day("2023-12-30")), day("2024-01-02"));
        assert_eq!(open_from(day("2024-04-19")), day("2024-04-19"));
    }
}
