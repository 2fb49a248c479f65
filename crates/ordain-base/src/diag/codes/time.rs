//! Family T, second part: what a count was asked for, and a count that is refused.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::diag::code::codes;
use crate::diag::{Code, Diagnostic, quoted_all};
use crate::source::Span;
use crate::words::quoted_list;

codes! {
    // T02xx: what a count was asked for.
    UNKNOWN_RULES = "T0201", "unknown-rules", Error, "no set of counting rules has this name";
    UNKNOWN_COURT = "T0202", "court-not-in-table", Error, "the table of courts has no such court";
    UNKNOWN_ZONE = "T0203", "unknown-zone", Error, "no time zone has this name";
    UNKNOWN_CALENDAR = "T0204", "unknown-calendar", Error, "no calendar of holidays has this name";
    UNKNOWN_SERVICE = "T0205", "unknown-service", Error, "this is not a way of serving a paper";
    UNKNOWN_UNIT = "T0206", "unknown-unit", Error, "a period is measured in a unit that is not known";
    PERIOD_OF_WHAT = "T0207", "count-without-event", Error, "a period names no event to be measured from";
    NOT_A_DATE = "T0208", "event-is-not-a-date", Error, "a count needs a date, not an event";
    NO_SUCH_DAY = "T0209", "no-such-date", Error, "the calendar has no such day";
    WRONG_WEEKDAY = "T0210", "weekday-does-not-match", Error, "the weekday written is not that of the date";
    NO_SUCH_CLOCK = "T0211", "no-such-clock-time", Error, "the clock has no such time";
    TIME_SKIPPED = "T0212", "clock-skips-time", Error, "the clocks went forward over this time";
    NEGATIVE_PERIOD = "T0213", "negative-period", Error, "a period cannot be negative";
    PERIOD_TOO_LONG = "T0214", "period-too-long", Error, "a period is longer than any order means";
    HOURS_NEED_TIME = "T0215", "hours-need-a-time", Error, "hours run from a clock time, and only a day is given";
    HOURS_NEED_ZONE = "T0216", "hours-need-a-zone", Error, "hours run in a zone, and none is known";
    NOT_A_PERIOD = "T0217", "not-a-period", Error, "these words do not state a period";
    RULES_NOT_KNOWN = "T0220", "rules-of-court-not-known", Error, "how this court counts days is not known";

    // T04xx: a count that is refused.
    NOT_COVERED = "T0401", "year-outside-calendar", Error, "a count reaches a year of which the calendar says nothing";
    NOT_IN_FORCE = "T0402", "rules-not-in-force", Error, "the file of the rules begins later than the day of the event";
    HOURS_SILENT = "T0403", "rules-silent-on-hours", Error, "the rules do not say how hours are counted";
    OUT_OF_RANGE = "T0404", "day-out-of-range", Error, "a count leaves the years that can be written";
}

/// `Fri 2023-12-01`. Written digit by digit: a trace does it a dozen times a count.
#[must_use]
pub fn dated(day: NaiveDate) -> String {
    let mut out = String::with_capacity(14);
    push_dated(&mut out, day);
    out
}

fn push_dated(out: &mut String, day: NaiveDate) {
    const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    if !(0..=9999).contains(&day.year()) {
        out.push_str(&day.format("%a %Y-%m-%d").to_string());
        return;
    }
    let weekday = WEEKDAYS.get(day.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    out.push_str(weekday);
    let parts = [(day.year().unsigned_abs(), 1000), (day.month(), 10), (day.day(), 10)];
    for (i, (n, top)) in parts.into_iter().enumerate() {
        out.push(if i == 0 { ' ' } else { '-' });
        let mut place = top;
        while place > 0 {
            out.push(char::from_digit(n / place % 10, 10).unwrap_or('0'));
            place /= 10;
        }
    }
}

/// `Fri 2007-11-02 10:23`.
#[must_use]
pub fn timed(at: NaiveDateTime) -> String {
    let clock = if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    format!("{} {}", dated(at.date()), at.format(clock))
}

/// A finding with a word that may be meant, or a list of those that are known.
fn unknown_name(code: Code, span: Span, message: String, near: Option<&str>, known: &str) -> Diagnostic {
    let d = Diagnostic::new(code, message, span, "not known");
    match near {
        Some(word) => {
            d.help(format!("write `{word}`, if that is meant")).fix(format!("write `{word}`"), span, word, false)
        }
        None => d.help(known.to_owned()),
    }
}

fn quoted_names(known: &[String]) -> String {
    quoted_all(&known.iter().map(String::as_str).collect::<Vec<_>>())
}

pub fn unknown_rules(span: Span, name: &str, near: Option<&str>, known: &[String]) -> Diagnostic {
    let help = format!(
        "the counting rules known are {}; rules of your own go into a `.calendar` file, below a line such as: rules mine \"Rules of \
         the Municipal Court\"",
        quoted_names(known)
    );
    unknown_name(UNKNOWN_RULES, span, format!("no counting rules are named `{name}`"), near, &help)
}

/// Other rules are never taken for those of a court that counts by rules of its own.
pub fn rules_not_known(span: Span, court: &str, known: Option<&str>) -> Diagnostic {
    let message = format!("how the {court} counts days is not known, and no other rules are taken for its own");
    let known = known.map_or_else(String::new, |known| format!("known is that {known}; "));
    Diagnostic::new(RULES_NOT_KNOWN, message, span, "not known").help(format!(
        "{known}write its rules in a `.calendar` file of the matter, or name the rules that apply: --rules frcp"
    ))
}

/// `among` are the courts that may be meant: where there is one, it is offered.
pub fn unknown_court(span: Span, name: &str, among: &[String]) -> Diagnostic {
    let message = format!("the table of courts has no `{name}`");
    if let [one] = among {
        return unknown_name(UNKNOWN_COURT, span, message, Some(one), "");
    }
    let d = Diagnostic::new(UNKNOWN_COURT, message, span, "not known");
    if !among.is_empty() {
        return d.help(format!("the courts of that state are {}", quoted_names(among)));
    }
    d.help(
        "courts are named as they are cited (`C.D. Cal.`, `S.D.N.Y.`, `9th Cir.`, `Bankr. D. Or.`), in full, or as \
         CM/ECF does (`nysd`); a `.calendar` file can add one, below a line `courts`: court \"Name\" \"full name\" in \
         CA zone America/Los_Angeles",
    )
}

/// Several states have such a court in a county of that name, or the county that is named is in another state.
pub fn court_of_some_county(span: Span, name: &str, among: &[String]) -> Diagnostic {
    if let [one] = among {
        return unknown_name(UNKNOWN_COURT, span, format!("the table of courts has no `{name}`"), Some(one), "");
    }
    let message = format!("`{name}` may be a court of {} states", among.len());
    let among: Vec<&str> = among.iter().map(String::as_str).collect();
    let more = match among.len().saturating_sub(5) {
        0 => String::new(),
        n => format!(" ({n} more)"),
    };
    Diagnostic::new(UNKNOWN_COURT, message, span, "of which state")
        .help(format!("write the state: {}{more}", quoted_list(&among)))
}

pub fn unknown_zone(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let help = "zones are named as in `America/Los_Angeles`, `America/New_York`, `America/Chicago`";
    unknown_name(UNKNOWN_ZONE, span, format!("no time zone is named `{name}`"), near, help)
}

pub fn unknown_calendar(span: Span, name: &str, near: Option<&str>, known: &[String]) -> Diagnostic {
    let help = format!("the calendars known are {}", quoted_names(known));
    unknown_name(UNKNOWN_CALENDAR, span, format!("no calendar is named `{name}`"), near, &help)
}

pub fn unknown_service(span: Span, name: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let help = format!("ways of service are {}, and others of that list", quoted_all(known));
    unknown_name(UNKNOWN_SERVICE, span, format!("`{name}` is not a way of serving a paper"), near, &help)
}

pub fn unknown_unit(span: Span, word: &str, near: Option<&str>) -> Diagnostic {
    let help = "a period is in days, calendar days, court days, business days, weeks, months, quarters, years or hours";
    unknown_name(UNKNOWN_UNIT, span, format!("`{word}` is not a unit in which a period is counted"), near, help)
}

/// `within 14 days` of what?
pub fn period_of_what(span: Span, period: &str) -> Diagnostic {
    Diagnostic::new(
        PERIOD_OF_WHAT,
        format!("`{period}` names no event to be measured from"),
        span,
        "after or before what",
    )
    .help(format!("write what it is measured from: {period} after entry, or {period} after service of the motion"))
}

pub fn not_a_date(span: Span, word: &str) -> Diagnostic {
    Diagnostic::new(NOT_A_DATE, format!("`{word}` is not a date"), span, "a day is needed here")
        .help("write the day of the event: 14 days after 2024-08-01")
}

/// `why` is `February 2023 has 28 days` and the like.
pub fn no_such_day(span: Span, written: &str, why: &str) -> Diagnostic {
    Diagnostic::new(NO_SUCH_DAY, format!("there is no day `{written}`: {why}"), span, "no such day")
        .help("write a day that exists, as 2024-02-29")
}

pub fn wrong_weekday(span: Span, written: &str, day: NaiveDate) -> Diagnostic {
    let right = day.format("%A").to_string();
    Diagnostic::new(
        WRONG_WEEKDAY,
        format!("{} is a {right}, not a {written}", day.format("%Y-%m-%d")),
        span,
        "this weekday",
    )
    .help(format!("write {right}, or leave the weekday out, once the paper has been looked at"))
}

pub fn no_such_clock(span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(NO_SUCH_CLOCK, format!("there is no clock time `{written}`"), span, "no such time")
        .help("write hours from 00 to 23 and minutes from 00 to 59: 2007-11-02T10:23")
}

pub fn time_skipped(span: Span, at: NaiveDateTime, zone: &str) -> Diagnostic {
    let message = format!("the clocks of {zone} went forward over {}", timed(at));
    Diagnostic::new(TIME_SKIPPED, message, span, "this time did not occur").help("write the time the clock showed")
}

pub fn negative_period(span: Span, written: &str) -> Diagnostic {
    Diagnostic::new(NEGATIVE_PERIOD, format!("a period cannot be `{written}`"), span, "less than nothing")
        .help("to count backward, write: 10 days before 2007-09-11")
}

pub fn period_too_long(span: Span, period: &str, limit: u32) -> Diagnostic {
    Diagnostic::new(
        PERIOD_TOO_LONG,
        format!("`{period}` is longer than about a century"),
        span,
        "too long to be counted",
    )
    .help(format!("at most {limit} of this unit are counted"))
}

pub fn hours_need_time(span: Span) -> Diagnostic {
    Diagnostic::new(HOURS_NEED_TIME, "hours run from a clock time, and only a day is given", span, "at what time")
        .help("write the time of the event: 72 hours after 2007-11-02T10:23")
}

pub fn hours_need_zone(span: Span) -> Diagnostic {
    Diagnostic::new(HOURS_NEED_ZONE, "hours run in the court's time zone, and none is known", span, "in which zone")
        .help("name the court (`C.D. Cal.`) or the zone (`America/New_York`)")
}

pub fn not_a_period(span: Span, why: &str) -> Diagnostic {
    Diagnostic::new(NOT_A_PERIOD, format!("this does not state a period: {why}"), span, "not understood")
        .help("write a number, a unit, and the day: 14 days after 2024-08-01, or 10 court days before 2024-08-01")
}

pub fn year_not_covered(span: Span, calendar: &str, year: i32, from: i32, to: i32) -> Diagnostic {
    let message = format!("the calendar `{calendar}` covers {from} to {to} and says nothing of {year}");
    Diagnostic::new(NOT_COVERED, message, span, "the count reaches that year").help(format!(
        "no day is taken to be open because nothing is known of it: count within {from} to {to}, or name a calendar \
         that covers {year}"
    ))
}

/// `by_rules_of` is a day by whose rules the same count works, where the command can ask for one.
pub fn rules_not_in_force(
    span: Span,
    rules: &str,
    day: NaiveDate,
    first: NaiveDate,
    by_rules_of: Option<NaiveDate>,
) -> Diagnostic {
    let message = format!("the file of the rules `{rules}` begins with {}, after {}", dated(first), dated(day));
    let d = Diagnostic::new(NOT_IN_FORCE, message, span, "no rules are known for that day");
    match by_rules_of {
        Some(day) => {
            d.help(format!("to count by the rules of another day, say so: --rules-as-of {}", day.format("%Y-%m-%d")))
        }
        None => d.help("count by hand, by the rules of that day, and state the date"),
    }
}

/// `by_rules_of` is a day by whose rules the same count works, where the command can ask for one.
pub fn hours_silent(span: Span, rules: &str, by_rules_of: Option<NaiveDate>) -> Diagnostic {
    let message = format!("the rules `{rules}` do not say how hours are counted");
    let d = Diagnostic::new(HOURS_SILENT, message, span, "hours");
    match by_rules_of {
        Some(day) => {
            d.help(format!("to count by the rules of a day that do, say so: --rules-as-of {}", day.format("%Y-%m-%d")))
        }
        None => d.help("name rules that do (`frcp` since Tue 2009-12-01), or state the date and time"),
    }
}

pub fn out_of_range(span: Span) -> Diagnostic {
    Diagnostic::new(OUT_OF_RANGE, "the count leaves the years that can be written", span, "too far")
        .help("check the number and the date")
}

pub fn no_rules(span: Span) -> Diagnostic {
    Diagnostic::new(UNKNOWN_RULES, "nothing says by which rules days are counted", span, "by which rules")
        .help("name the court: court C.D. Cal.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_chrono_writes_them() {
        for (year, month, day) in [(2023, 12, 1), (1, 1, 1), (0, 2, 29), (9999, 12, 31), (12_345, 1, 2), (-7, 3, 4)] {
            let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { continue };
            assert_eq!(dated(date), date.format("%a %Y-%m-%d").to_string());
        }
    }

    #[test]
    fn seconds_are_told_where_there_are_any() {
        let at = |h, m, s| NaiveDate::from_ymd_opt(2007, 11, 2).unwrap_or_default().and_hms_opt(h, m, s).map(timed);
        assert_eq!(at(10, 23, 0).as_deref(), Some("Fri 2007-11-02 10:23"));
        assert_eq!(at(10, 23, 5).as_deref(), Some("Fri 2007-11-02 10:23:05"));
    }

    #[test]
    fn an_unknown_name_lists_those_that_are_known() {
        let known = ["frap".to_owned(), "frcp".to_owned()];
        let help = |near| unknown_rules(Span::default(), "xyz", near, &known).help;
        let all = help(None).unwrap_or_default();
        assert!(all.starts_with("the counting rules known are `frap` and `frcp`; rules of your own go into"), "{all}");
        assert_eq!(help(Some("frcp")).as_deref(), Some("write `frcp`, if that is meant"));
    }
}
