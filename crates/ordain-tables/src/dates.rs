//! Dates as files write them. The order of figures is declared, or proved by a
//! column that has a day past the twelfth; it is never guessed.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::DateOrder;
pub use super::clock::Moment;
use super::clock::moment_of_clock;

/// A value read as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    pub day: NaiveDate,
    /// As written; of the zone that `offset` says, or else of whoever made the file.
    pub time: Option<NaiveTime>,
    /// Seconds east of Greenwich.
    pub offset: Option<i32>,
}

impl Read {
    /// The day in this zone. A time without a zone is taken as it stands. Where no zone is known,
    /// a day is given only if it is the same in every court of the United States.
    #[must_use]
    pub fn day_in(&self, zone: Option<Tz>) -> Option<NaiveDate> {
        Moment { time: self.time, offset: self.offset }.day_in(self.day, zone)
    }
}

/// A value taken apart, where the order of its figures is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The month is named, or the year comes first.
    Plain(NaiveDate),
    /// Figures with the year last: the day if months stand first, and if days do. One of them is there.
    Figures { month_first: Option<NaiveDate>, day_first: Option<NaiveDate> },
}

/// Why a value is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// Both readings, where the order of the figures is not known: month first, then day first.
    Ambiguous { month_first: NaiveDate, day_first: NaiveDate },
    /// A day that no calendar has, in the order that is known, or in any.
    Impossible,
    /// It has figures in another order than the column: `13/02/2023` where months stand first.
    Order,
    /// Two digits of a year.
    ShortYear,
    /// It is no date at all.
    Other,
}

/// How the figures of a value stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The month is named, or the year comes first.
    Plain(NaiveDate),
    /// `a/b/year`.
    Figures { a: u32, b: u32, year: i32 },
}

/// Takes a value apart, blanks around it left out.
///
/// # Errors
/// Why it is no date in any order.
pub fn take_date_apart(value: &str) -> Result<(Written, Moment), NoDate> {
    let value = value.trim();
    // No date is longer, and none has a letter that takes two bytes.
    if value.len() > 48 || !value.is_ascii() {
        return Err(NoDate::Other);
    }
    let (date, time) = split_date_and_time(value);
    let moment = match time {
        "" => Moment::default(),
        time => moment_of_clock(time).ok_or(NoDate::Other)?,
    };
    let written = match form_of_date(date)? {
        Form::Plain(day) => Written::Plain(day),
        Form::Figures { a, b, year } => {
            let month_first = NaiveDate::from_ymd_opt(year, a, b);
            let day_first = NaiveDate::from_ymd_opt(year, b, a);
            if month_first.or(day_first).is_none() {
                return Err(NoDate::Impossible);
            }
            Written::Figures { month_first, day_first }
        }
    };
    Ok((written, moment))
}

/// Reads a value, blanks around it apart. `order` is what was declared or proved.
///
/// # Errors
/// Why it is no date.
pub fn read_date(value: &str, order: Option<DateOrder>) -> Result<Read, NoDate> {
    let (written, Moment { time, offset }) = take_date_apart(value)?;
    let day = match written {
        Written::Plain(day) => day,
        Written::Figures { month_first, day_first } => match order {
            Some(DateOrder::MonthDayYear) => month_first.ok_or(NoDate::Order)?,
            Some(DateOrder::DayMonthYear) => day_first.ok_or(NoDate::Order)?,
            Some(DateOrder::YearMonthDay) => return Err(NoDate::Order),
            None => match (month_first, day_first) {
                (Some(m), Some(d)) if m == d => m,
                (Some(month_first), Some(day_first)) => return Err(NoDate::Ambiguous { month_first, day_first }),
                (Some(only), None) | (None, Some(only)) => only,
                (None, None) => return Err(NoDate::Impossible),
            },
        },
    };
    Ok(Read { day, time, offset })
}

/// The date and the time of day of a value.
fn split_date_and_time(value: &str) -> (&str, &str) {
    let bytes = value.as_bytes();
    if bytes.get(10) == Some(&b'T') && bytes.get(4) == Some(&b'-') {
        return (value.get(..10).unwrap_or(""), value.get(11..).unwrap_or(""));
    }
    // The time begins at the word with a colon.
    let Some(colon) = value.find(':') else { return (value, "") };
    let start = value.get(..colon).and_then(|v| v.rfind(' ')).map_or(colon, |s| s + 1);
    let date = value.get(..start).unwrap_or("").trim_end().trim_end_matches(" at").trim_end_matches(',');
    (date, value.get(start..).unwrap_or(""))
}

fn form_of_date(date: &str) -> Result<Form, NoDate> {
    let date = date.trim();
    if date.chars().any(|c| c.is_ascii_alphabetic()) {
        return date_with_month_name(date).map(Form::Plain);
    }
    if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        return date_of_eight_digits(date).map(Form::Plain);
    }
    let mark = date.chars().find(|c| !c.is_ascii_digit()).ok_or(NoDate::Other)?;
    if !matches!(mark, '/' | '-' | '.') {
        return Err(NoDate::Other);
    }
    let parts: Vec<&str> = date.split(mark).collect();
    let [x, y, z] = parts.as_slice() else { return Err(NoDate::Other) };
    let number = |s: &str| {
        (!s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit()))
            .then(|| s.parse::<u32>().ok())
            .flatten()
    };
    let (Some(a), Some(b), Some(c)) = (number(x), number(y), number(z)) else { return Err(NoDate::Other) };
    if x.len() == 4 && y.len() <= 2 && z.len() <= 2 {
        return day_of(a, b, c).map(Form::Plain);
    }
    match (x.len() <= 2 && y.len() <= 2, z.len()) {
        (true, 4) if (1000..=2999).contains(&c) => Ok(Form::Figures { a, b, year: c.try_into().unwrap_or(0) }),
        (true, 4) => Err(NoDate::Impossible),
        (true, 1 | 2) => Err(NoDate::ShortYear),
        _ => Err(NoDate::Other),
    }
}

fn day_of(year: u32, month: u32, day: u32) -> Result<NaiveDate, NoDate> {
    let year = i32::try_from(year).unwrap_or(0);
    if !(1000..=2999).contains(&year) {
        return Err(NoDate::Impossible);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDate::Impossible)
}

/// `20240315`: a date only where no other order of the eight digits is one.
fn date_of_eight_digits(date: &str) -> Result<NaiveDate, NoDate> {
    let part = |from: usize, to: usize| date.get(from..to).and_then(|s| s.parse::<u32>().ok()).unwrap_or(0);
    let near = |year: u32| (1900..=2100).contains(&year);
    let first = day_of(part(0, 4), part(4, 6), part(6, 8)).ok().filter(|_| near(part(0, 4)));
    let last = part(4, 8);
    let other =
        near(last) && (day_of(last, part(0, 2), part(2, 4)).is_ok() || day_of(last, part(2, 4), part(0, 2)).is_ok());
    first.filter(|_| !other).ok_or(NoDate::Other)
}

/// `30-Dec-2025`, `December 1, 2023`, `Fri, 1 Dec 2023`.
fn date_with_month_name(date: &str) -> Result<NaiveDate, NoDate> {
    let mut month = None;
    let mut numbers: Vec<&str> = Vec::new();
    for word in date.split([' ', '-', ',', '/', '.']).filter(|w| !w.is_empty()) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            numbers.push(word);
        } else if let Some(m) = ordain_base::words::month(word) {
            if month.replace(m).is_some() {
                return Err(NoDate::Other);
            }
        } else if let Some(day) = day_of_ordinal(word) {
            numbers.push(day);
        } else if !is_weekday(word) {
            return Err(NoDate::Other);
        }
    }
    let (Some(month), [x, y]) = (month, numbers.as_slice()) else { return Err(NoDate::Other) };
    let (day, year) = if x.len() == 4 { (*y, *x) } else { (*x, *y) };
    match (day.len(), year.len()) {
        (1 | 2, 4) => day_of(year.parse().unwrap_or(0), month, day.parse().unwrap_or(0)),
        (1 | 2, 2) => Err(NoDate::ShortYear),
        _ => Err(NoDate::Other),
    }
}

fn day_of_ordinal(word: &str) -> Option<&str> {
    let day = ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s))?;
    (!day.is_empty() && day.bytes().all(|b| b.is_ascii_digit())).then_some(day)
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_ascii_lowercase();
    word.len() >= 3 && DAYS.iter().any(|d| d.starts_with(&word))
}

/// What the values of one column show of the order of their figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Values with a named month, or the year first, or one day whatever the order.
    pub plain: u64,
    pub month_first: u64,
    pub day_first: u64,
    pub ambiguous: u64,
    pub impossible: u64,
    pub short_year: u64,
    pub other: u64,
    pub empty: u64,
    /// The first value that proves months first, and the first that proves days first; with its row.
    pub proof: [Option<(u64, String)>; 2],
    /// The first that has two readings.
    pub doubt: Option<(u64, String)>,
    /// The first that is impossible, or no date.
    pub fault: Option<(u64, String)>,
}

/// What a column proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// There is no date in the column.
    Nothing,
    /// No value depends on the order.
    Plain,
    Order(DateOrder),
    /// Every value has two readings.
    Ambiguous,
    /// Some values prove the one order, some the other.
    Mixed,
}

impl Evidence {
    /// Takes in a value of a row.
    pub fn add(&mut self, row: u64, value: &str) {
        if value.trim().is_empty() {
            self.empty += 1;
            return;
        }
        let short = || (row, value.chars().take(40).collect::<String>());
        match (read_date(value, None), read_date(value, Some(DateOrder::MonthDayYear))) {
            (Err(NoDate::Ambiguous { .. }), _) => {
                self.ambiguous += 1;
                self.doubt.get_or_insert_with(short);
            }
            (Ok(_), Err(NoDate::Order)) => {
                self.day_first += 1;
                self.proof[1].get_or_insert_with(short);
            }
            (Ok(_), _) if read_date(value, Some(DateOrder::DayMonthYear)) == Err(NoDate::Order) => {
                self.month_first += 1;
                self.proof[0].get_or_insert_with(short);
            }
            (Ok(_), _) => self.plain += 1,
            (Err(why), _) => {
                match why {
                    NoDate::Impossible => self.impossible += 1,
                    NoDate::ShortYear => self.short_year += 1,
                    _ => self.other += 1,
                }
                self.fault.get_or_insert_with(short);
            }
        }
    }

    /// How many values are dates in some reading.
    #[must_use]
    pub const fn dates(&self) -> u64 {
        self.plain + self.month_first + self.day_first + self.ambiguous
    }

    #[must_use]
    pub const fn proof(&self) -> Proof {
        match (self.month_first > 0, self.day_first > 0) {
            (true, true) => Proof::Mixed,
            (true, false) => Proof::Order(DateOrder::MonthDayYear),
            (false, true) => Proof::Order(DateOrder::DayMonthYear),
            (false, false) if self.ambiguous > 0 => Proof::Ambiguous,
            (false, false) if self.plain > 0 => Proof::Plain,
            (false, false) => Proof::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(value: &str, order: Option<DateOrder>) -> Result<String, NoDate> {
        read_date(value, order).map(|r| r.day.to_string())
    }

    #[test]
    fn forms_that_need_no_order() {
        for (value, expected) in [
            ("2024-03-15", "2024-03-15"),
            ("2024-03-15T14:30:00Z", "2024-03-15"),
            ("2024-03-15 14:30", "2024-03-15"),
            ("2024/3/5", "2024-03-05"),
            ("20240315", "2024-03-15"),
            ("30-Dec-2025", "2025-12-30"),
            ("December 1, 2023", "2023-12-01"),
            ("Fri, 1 Dec 2023 10:00 AM", "2023-12-01"),
            ("5/5/2001 2:48 PM", "2001-05-05"),
            ("4/21/2001 2:48 PM", "2001-04-21"),
            ("21/4/2001", "2001-04-21"),
        ] {
            assert_eq!(day(value, None).as_deref(), Ok(expected), "{value}");
        }
    }

    #[test]
    fn a_time_with_a_zone_is_a_day_of_the_court() {
        let day = |value: &str, zone| read_date(value, None).ok().and_then(|r| r.day_in(zone)).map(|d| d.to_string());
        let boston = Some(Tz::America__New_York);
        assert_eq!(day("2024-06-12T03:30:00Z", boston).as_deref(), Some("2024-06-11"));
        assert_eq!(day("2024-06-12T04:30:00Z", boston).as_deref(), Some("2024-06-12"));
        assert_eq!(day("2024-06-11T23:30:00-07:00", boston).as_deref(), Some("2024-06-12"));
        assert_eq!(day("2024-06-11 11:30 PM", boston).as_deref(), Some("2024-06-11"), "of whoever made the file");
        assert_eq!(day("2024-06-12T12:00:00Z", None).as_deref(), Some("2024-06-12"));
        assert_eq!(day("2024-06-12T03:30:00Z", None), None, "in some courts it is the day before");
        assert_eq!(read_date("2024-06-12T03:30:00+99:00", None), Err(NoDate::Other));
    }

    #[test]
    fn an_order_is_never_guessed() {
        let both = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let ambiguous = NoDate::Ambiguous { month_first: both(2023, 12, 5), day_first: both(2023, 5, 12) };
        assert_eq!(day("12/05/2023", None), Err(ambiguous));
        assert_eq!(day("12/05/2023", Some(DateOrder::MonthDayYear)).as_deref(), Ok("2023-12-05"));
        assert_eq!(day("12/05/2023", Some(DateOrder::DayMonthYear)).as_deref(), Ok("2023-05-12"));
        assert_eq!(day("12/05/2023", Some(DateOrder::YearMonthDay)), Err(NoDate::Order));
        assert_eq!(day("13/21/2001 3:48 PM", None), Err(NoDate::Impossible));
        assert_eq!(day("2023-11-31", None), Err(NoDate::Impossible));
        assert_eq!(day("12/05/23", Some(DateOrder::MonthDayYear)), Err(NoDate::ShortYear));
        for no in ["", "n/a", "12", "1.2", "12/05", "99999999", "20101020102010", "Decembre 1, 2023", "0x1", "12//2023"]
        {
            assert_eq!(day(no, None), Err(NoDate::Other), "{no}");
        }
        assert_eq!(day("12012001", None), Err(NoDate::Other), "eight digits whose year may stand last");
    }

    #[test]
    fn a_column_proves_its_order_or_does_not() {
        let proof = |values: &[&str]| {
            let mut e = Evidence::default();
            for (i, v) in values.iter().enumerate() {
                e.add(i as u64 + 1, v);
            }
            e.proof()
        };
        assert_eq!(proof(&["01/02/2023", "13/02/2023"]), Proof::Order(DateOrder::DayMonthYear));
        assert_eq!(proof(&["01/02/2023", "02/13/2023"]), Proof::Order(DateOrder::MonthDayYear));
        assert_eq!(proof(&["01/02/2023", "03/04/2023"]), Proof::Ambiguous);
        assert_eq!(proof(&["13/02/2023", "02/13/2023"]), Proof::Mixed);
        assert_eq!(proof(&["2023-02-13", "5 May 2023"]), Proof::Plain);
        assert_eq!(proof(&["", "n/a"]), Proof::Nothing);
    }
}
