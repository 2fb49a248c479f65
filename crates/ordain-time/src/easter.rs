//! Easter Sunday of the Gregorian calendar.

use chrono::NaiveDate;

/// The first Sunday after the full moon of the church that falls on or after March 21.
/// The steps are those of the anonymous rule of 1876 (Meeus, Jones, Butcher), which holds
/// for every year of the Gregorian calendar without exception.
#[must_use]
pub(super) fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_leap = (century + 8).div_euclid(25);
    let moon_step = (century - moon_leap + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_step + 15).rem_euclid(30);
    let (leap_years, year_rest) = (of_century.div_euclid(4), of_century.rem_euclid(4));
    let to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest).rem_euclid(7);
    let correction = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let from_march = epact + to_sunday - 7 * correction + 114;
    let (month, day) = (from_march.div_euclid(31), from_march.rem_euclid(31) + 1);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::easter_sunday;

    /// The earliest and the latest day that Easter can have, and years between.
    #[test]
    fn easter_of_known_years() {
        for day in ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20"]
            .into_iter()
            .chain(["2026-04-05", "2027-03-28", "2028-04-16", "2035-03-25", "2038-04-25", "2285-03-22"])
        {
            let day: chrono::NaiveDate = day.parse().expect("a date");
            assert_eq!(easter_sunday(chrono::Datelike::year(&day)), Some(day));
        }
    }
}
