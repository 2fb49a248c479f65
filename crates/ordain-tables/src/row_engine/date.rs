//! Days as a column has them: declared, or proved by the column, never guessed.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use crate::dates::{self, NoDate, Written};

/// A day in one number that sorts as days do; 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub u32);

impl Day {
    pub const NONE: Self = Self(0);

    /// A calendar day of the years 1 to 9999; none where there is no such day.
    #[must_use]
    pub const fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + leap as u32,
            _ => return None,
        };
        if day == 0 || day > days || year == 0 || year > 9999 { None } else { Some(Self(year << 9 | month << 5 | day)) }
    }

    #[must_use]
    pub const fn is_some(self) -> bool {
        self.0 != 0
    }

    /// The day of a calendar; none for [`Day::NONE`].
    #[must_use]
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::try_from(self.0 >> 9).ok()?, self.0 >> 5 & 15, self.0 & 31)
    }
}

impl From<NaiveDate> for Day {
    /// Days before the year 1 are none.
    fn from(d: NaiveDate) -> Self {
        u32::try_from(d.year()).ok().and_then(|y| Self::new(y, d.month(), d.day())).unwrap_or_default()
    }
}

/// Which figure of a date comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    YearMonthDay,
    MonthDayYear,
    DayMonthYear,
}

/// What a value that should be a day can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// Year first, or the month in letters: no order is needed to read it.
    Plain(Day),
    /// Figures with the year last: the day if the month is first, and if the day is.
    Figures { month_first: Option<Day>, day_first: Option<Day> },
    /// It has the shape of a date, and there is no such day.
    Impossible,
    /// A time of another zone, and which day it is at the court is not known.
    NoZone,
    /// Something else.
    No,
}

/// `2023-12-01`, by far the most.
#[inline]
pub fn day_of_iso(b: &[u8]) -> Option<Day> {
    let b: &[u8; 10] = b.try_into().ok()?;
    if b[4] != b'-' || b[7] != b'-' {
        return None;
    }
    let mut digits = [0_u32; 8];
    for (slot, at) in digits.iter_mut().zip([0, 1, 2, 3, 5, 6, 8, 9]) {
        let d = b[at].wrapping_sub(b'0');
        if d > 9 {
            return None;
        }
        *slot = u32::from(d);
    }
    let [y1, y2, y3, y4, m1, m2, d1, d2] = digits;
    Day::new(y1 * 1000 + y2 * 100 + y3 * 10 + y4, m1 * 10 + m2, d1 * 10 + d2)
}

/// Any form of a date that a table may have, as every reader of tables takes it. A time with a
/// zone is a day of the court.
pub fn read_day(bytes: &[u8], zone: Option<Tz>) -> Read {
    let Ok(text) = std::str::from_utf8(bytes) else { return Read::No };
    let (written, moment) = match dates::take_date_apart(text) {
        Ok(found) => found,
        Err(NoDate::Impossible) => return Read::Impossible,
        Err(_) => return Read::No,
    };
    let at = |day: NaiveDate| moment.day_in(day, zone).map(Day::from);
    match written {
        Written::Plain(day) => at(day).map_or(Read::NoZone, Read::Plain),
        Written::Figures { month_first, day_first } => match (month_first.map(at), day_first.map(at)) {
            (Some(None), _) | (_, Some(None)) => Read::NoZone,
            (month_first, day_first) => {
                Read::Figures { month_first: month_first.flatten(), day_first: day_first.flatten() }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_or_refused() {
        let day = |y, m, d| Day::new(y, m, d).unwrap();
        assert_eq!(day_of_iso(b"2023-12-01"), Some(day(2023, 12, 1)));
        assert_eq!(day_of_iso(b"2023-11-31"), None);
        assert_eq!(read_day(b"2023-11-31", None), Read::Impossible);
        assert_eq!(read_day(b"2023-02-29", None), Read::Impossible);
        assert_eq!(read_day(b"20240229", None), Read::Plain(day(2024, 2, 29)));
        assert_eq!(read_day(b" 01-Dec-2023 ", None), Read::Plain(day(2023, 12, 1)));
        assert_eq!(read_day(b"December 1, 2023", None), Read::Plain(day(2023, 12, 1)));
        assert_eq!(read_day(b"2023-12-01T09:30:00", None), Read::Plain(day(2023, 12, 1)));
        assert_eq!(read_day(b"2023-12-01T23:30:00Z", None), Read::NoZone);
        let court = Some(Tz::America__Chicago);
        assert_eq!(read_day(b"2023-12-02T03:30:00Z", court), Read::Plain(day(2023, 12, 1)));
        assert_eq!(read_day(b"12/25/2023 3:04 PM", None), read_day(b"12/25/2023", None));
        let both = Read::Figures { month_first: Some(day(2023, 12, 5)), day_first: Some(day(2023, 5, 12)) };
        assert_eq!(read_day(b"12/05/2023", None), both);
        let one = Read::Figures { month_first: Some(day(2023, 12, 25)), day_first: None };
        assert_eq!(read_day(b"12/25/2023", None), one);
        assert_eq!(read_day(b"13/32/2023", None), Read::Impossible);
        assert_eq!(read_day(b"12/05/23", None), Read::No);
        assert_eq!(read_day(b"pending", None), Read::No);
        assert_eq!(day(2023, 12, 1).date(), NaiveDate::from_ymd_opt(2023, 12, 1));
    }
}
