//! Family T, first part: dates as they are written.

use chrono::{NaiveDate, NaiveTime};

use crate::diag::code::codes;
use crate::diag::{Applicability, Diagnostic, day, quoted_list};
use crate::source::Span;

codes! {
    NO_SUCH_DAY = "T0101", "no-such-day", Error, "a date that the calendar does not have";
    WEEKDAY_MISMATCH = "T0102", "weekday-mismatch", Error, "a weekday that is not that of its date";
    NO_YEAR = "T0103", "date-without-year", Error, "a date without a year";
    SLASH_DATE = "T0104", "slash-date", Error, "a date in figures, where courts differ on which comes first";
    TWO_DIGIT_YEAR = "T0105", "two-digit-year", Error, "a year of two digits";
    UNKNOWN_MONTH = "T0106", "unknown-month", Error, "a month that does not exist, or not as it is written";
    UNKNOWN_WEEKDAY = "T0107", "unknown-weekday", Error, "a weekday that does not exist";
    NO_SUCH_TIME = "T0108", "no-such-time", Error, "a time of day that does not exist";
}

pub fn no_such_day(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(NO_SUCH_DAY, format!("there is no day `{text}`"), span, "not in the calendar");
    match near {
        Some(near) => d.help(format!(
            "the last day of that month is `{near}`; if the order itself has this slip, keep it as `\"{text}\" [sic {near}]`"
        )),
        None => d.help(
            "write the day that is meant; if the order itself has this slip, keep its words in quotation marks and write `[sic …]` with the day behind them",
        ),
    }
}

pub fn weekday_mismatch(span: Span, date: &str, wrong: &str, right: &str) -> Diagnostic {
    Diagnostic::new(WEEKDAY_MISMATCH, format!("{date} is a {right}, not a `{wrong}`"), span, format!("it is a {right}"))
        .help(format!("check the order; write `{right}` if the date is right"))
        .fix(format!("write `{right}`"), span, right, false)
}

/// `candidates` are the date with likely years.
pub fn no_year(span: Span, text: &str, candidates: &[&str]) -> Diagnostic {
    let d = Diagnostic::new(NO_YEAR, format!("`{text}` does not say which year"), span, "which year?");
    let list = quoted_list(candidates);
    let year = candidates.first().and_then(|c| c.rsplit(' ').next()).unwrap_or("2024");
    if list.is_empty() {
        d.help(format!("write the year; if the order leaves it out, write `{text} [{year}]`"))
    } else {
        d.help(format!("write {list}; if the order leaves the year out, write `{text} [{year}]`"))
    }
}

pub fn slash_date(span: Span, text: &str, readings: &[&str]) -> Diagnostic {
    let d = match readings {
        [] => Diagnostic::new(
            SLASH_DATE,
            format!("`{text}` is not a date, whichever figure is the month"),
            span,
            "no such day",
        ),
        [_] => Diagnostic::new(SLASH_DATE, format!("`{text}` is in figures only"), span, "write the month as a word"),
        _ => Diagnostic::new(SLASH_DATE, format!("`{text}` can be read in two ways"), span, "which day is meant?"),
    };
    let list = quoted_list(readings);
    let all = "or write `dates are month/day/year` under `matter`";
    match readings {
        [] => d.help(format!("write the month as a word, {all}")),
        [only, ..] if readings.len() == 1 => {
            d.help(format!("write {list}, {all}")).fix(format!("write `{only}`"), span, *only, false)
        }
        _ => d.help(format!("write {list}, {all}")).fix(
            "write the day that is meant",
            span,
            format!("<{}>", readings.join(" or ")),
            Applicability::Display,
        ),
    }
}

pub fn two_digit_year(span: Span, text: &str, full: &str) -> Diagnostic {
    Diagnostic::new(TWO_DIGIT_YEAR, format!("the year `{text}` has two digits"), span, "which century?")
        .help(format!("write `{full}`"))
        .fix(format!("write `{full}`"), span, full, false)
}

pub fn unknown_month(span: Span, text: &str, near: Option<&str>) -> Diagnostic {
    let d = Diagnostic::new(UNKNOWN_MONTH, format!("there is no month `{text}`"), span, "not a month");
    match near {
        Some(near) => d.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near, false),
        None => d.help("write the month in full, as in `December 1, 2023`"),
    }
}

/// `december`: read as the month it is.
pub fn month_in_another_case(span: Span, text: &str, right: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_MONTH, format!("`{text}` is written `{right}`"), span, "not as it is written here")
        .help(format!("write `{right}`"))
        .fix(format!("write `{right}`"), span, right, true)
}

pub fn unknown_weekday(span: Span, text: &str, right: &str) -> Diagnostic {
    Diagnostic::new(UNKNOWN_WEEKDAY, format!("there is no weekday `{text}`"), span, "not a weekday")
        .help(format!("that date is a `{right}`"))
        .fix(format!("write `{right}`"), span, right, false)
}

/// An hour over which the clocks went forward.
pub fn skipped_time(time: NaiveTime, on: NaiveDate, span: Span) -> Diagnostic {
    let message =
        format!("no clock showed {} on {}: the clocks went forward over it", time.format("%-I:%M a.m."), day(on));
    Diagnostic::new(NO_SUCH_TIME, message, span, "daylight saving time began that night")
        .help("check the order for the hour and the day; where it says just this, put its own words in a `note` and write the hour that is meant")
}

pub fn no_such_time(span: Span, text: &str) -> Diagnostic {
    // What follows the hour may stand on the next line.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Diagnostic::new(NO_SUCH_TIME, format!("there is no time `{text}`"), span, "not a time of day")
        .help("write `5:00 p.m.`, `noon` or `close of business`")
}
