//! Dates as orders write them, also those that no calendar has.

use chrono::{NaiveDate, Weekday};

use ordain_base::words::month;

use crate::token::Kind;
use crate::words::Words;

/// A date in the text.
#[derive(Debug, Clone)]
pub struct Date {
    /// The tokens of it, a weekday before or after it included.
    pub start: usize,
    pub end: usize,
    /// None where no calendar has it, or no year is given.
    pub day: Option<NaiveDate>,
    pub year: Option<i32>,
    pub month: u32,
    pub day_of_month: u32,
    /// The weekday written with it, and its token.
    pub weekday: Option<(Weekday, usize)>,
}

fn weekday(word: &str) -> Option<Weekday> {
    // `sat`, `sun`, `fri` alone are words of other things as well; `str::parse` takes them.
    if word.len() < 3 { None } else { word.parse().ok() }
}

/// Every date, in the order in which they are read.
pub(crate) fn find(r: &Words<'_>) -> Vec<Date> {
    let mut out: Vec<Date> = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        match spelled(r, at).or_else(|| day_first(r, at)).or_else(|| numeric(r, at)) {
            Some(date) => {
                at = date.end.max(at + 1);
                out.push(with_weekday(r, date));
            }
            None => at += 1,
        }
    }
    out
}

fn dated(start: usize, end: usize, year: Option<i32>, month: u32, day: u32) -> Date {
    let on = year.and_then(|y| NaiveDate::from_ymd_opt(y, month, day));
    Date { start, end, day: on, year, month, day_of_month: day, weekday: None }
}

/// `October 19, 2023`, `Oct. 19th`, `October 28 and 29, 2020`.
fn spelled(r: &Words<'_>, at: usize) -> Option<Date> {
    let token = r.tokens.get(at)?;
    let month = month(r.word(at)).filter(|_| token.capital)?;
    let mut next = at + 1;
    if r.word(next) == "." {
        next += 1;
    }
    let day = day_number(r, next)?;
    next = after_ordinal(r, next + 1);
    if let Some((year, end)) = year_at(r, next) {
        return Some(dated(at, end, Some(year), month, day));
    }
    Some(dated(at, next, shared_year(r, next), month, day))
}

/// `19 October 2023`, `the 19th day of October, 2023`.
fn day_first(r: &Words<'_>, at: usize) -> Option<Date> {
    let day = day_number(r, at)?;
    let mut next = after_ordinal(r, at + 1);
    let ordinal = next > at + 1;
    if r.word(next) == "day" && r.word(next + 1) == "of" {
        next += 2;
    } else if ordinal && r.word(next) == "of" {
        next += 1;
    }
    let month = month(r.word(next)).filter(|_| r.tokens.get(next).is_some_and(|t| t.capital))?;
    let (year, end) = year_at(r, next + 1)?;
    Some(dated(at, end, Some(year), month, day))
}

/// `10/19/2023`, `10/19/23`, `3-04-2016`, `2023-10-19`; the month first, as American orders write.
fn numeric(r: &Words<'_>, at: usize) -> Option<Date> {
    let mark = r.word(at + 1);
    if !matches!(mark, "/" | "-") || r.word(at + 3) != mark || joined(r, at) {
        return None;
    }
    let glued = (at + 1..at + 5).all(|i| r.tokens.get(i).is_some_and(|t| !t.gap));
    let follows =
        r.tokens.get(at + 5).is_some_and(|t| !t.gap && (t.kind != Kind::Mark || matches!(&*t.word, "-" | "/")));
    if !glued || follows {
        return None;
    }
    let part = |i: usize| {
        r.tokens
            .get(i)
            .filter(|t| t.kind == Kind::Number)
            .and_then(|t| Some((t.word.parse::<u32>().ok()?, t.word.len())))
    };
    let (a, b, c) = (part(at)?, part(at + 2)?, part(at + 4)?);
    let end = at + 5;
    if a.1 == 4 && b.1 == 2 && c.1 == 2 && mark == "-" {
        return plausible(a.0).map(|y| dated(at, end, Some(y), b.0, c.0));
    }
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    let year = match c.1 {
        4 => plausible(c.0)?,
        // Two digits with hyphens are more often a number of something.
        2 if mark == "/" => i32::try_from(if c.0 < 70 { 2000 + c.0 } else { 1900 + c.0 }).ok()?,
        _ => return None,
    };
    Some(dated(at, end, Some(year), a.0, b.0))
}

/// True where a number goes on to the left: `1:20/10/2023`, `18-10-2023-B`.
fn joined(r: &Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| r.tokens.get(i));
    let here = r.tokens.get(at);
    before.is_some_and(|b| {
        here.is_some_and(|h| !h.gap && !h.opens_line) && !matches!(&*b.word, "(" | "[" | "“" | "\"" | "," | ";")
    })
}

fn plausible(year: u32) -> Option<i32> {
    (1900..2100).contains(&year).then_some(year).and_then(|y| i32::try_from(y).ok())
}

fn day_number(r: &Words<'_>, at: usize) -> Option<u32> {
    let token = r.tokens.get(at)?;
    let short = token.kind == Kind::Number && token.word.len() <= 2;
    // `March 15:`, `May 20.5` and `June 1-2.3` are no days.
    if short { token.word.parse().ok() } else { None }
}

/// Past `st`, `nd`, `rd`, `th`.
fn after_ordinal(r: &Words<'_>, at: usize) -> usize {
    let glued = r.tokens.get(at).is_some_and(|t| !t.gap);
    if glued && matches!(r.word(at), "st" | "nd" | "rd" | "th") { at + 1 } else { at }
}

/// `, 2023` or `2023`.
fn year_at(r: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let at = if r.word(at) == "," { at + 1 } else { at };
    let token = r.tokens.get(at).filter(|t| t.kind == Kind::Number && t.word.len() == 4)?;
    Some((plausible(token.word.parse().ok()?)?, at + 1))
}

/// The year of a date that shares it with the next one: `October 28 and 29, 2020`, `June 4 to June 29, 2018`.
fn shared_year(r: &Words<'_>, at: usize) -> Option<i32> {
    let mut next = at;
    for _ in 0..4 {
        if !matches!(r.word(next), "-" | "and" | "to" | "or" | "through" | "until" | "," | "&") {
            break;
        }
        next += 1;
        if month(r.word(next)).is_some() {
            next += 1;
        }
        day_number(r, next)?;
        next = after_ordinal(r, next + 1);
        if let Some((year, _)) = year_at(r, next) {
            return Some(year);
        }
    }
    None
}

/// Takes in `Friday,` before a date or `(Friday)` after it.
fn with_weekday(r: &Words<'_>, mut date: Date) -> Date {
    let back = |n: usize| date.start.checked_sub(n);
    // `Friday (April 18, 2024)`
    let mut at = if r.word_before(date.start, 1) == "(" && r.word(date.end) == ")" { back(2) } else { back(1) };
    if at.is_some_and(|i| r.word(i) == "the") {
        at = back(2);
    }
    if at.is_some_and(|i| matches!(r.word(i), "," | ".")) {
        at = at.and_then(|i| i.checked_sub(1));
    }
    if at.is_some_and(|i| r.word(i) == ".") {
        at = at.and_then(|i| i.checked_sub(1));
    }
    // `The Sun, May 5, 2020` is a newspaper.
    let paper = |i: usize| r.word(i) == "sun" && r.word(i + 1) != ".";
    let bracketed = r.word(date.end) == "(" && r.word(date.end + 2) == ")";
    if let Some((day, i)) = at.filter(|i| !paper(*i)).and_then(|i| Some((weekday(r.word(i))?, i))) {
        date.weekday = Some((day, i));
        date.start = i;
    } else if let Some(day) = weekday(r.word(date.end + 1)).filter(|_| bracketed) {
        date.weekday = Some((day, date.end + 1));
        date.end += 3;
    } else if let Some((day, at)) = weekday_said(r, date.end) {
        date.weekday = Some((day, at));
        date.end = at + 1;
    }
    date
}

/// `, a Friday` or `, which is a Friday` after a date.
fn weekday_said(r: &Words<'_>, end: usize) -> Option<(Weekday, usize)> {
    let mut at = end + usize::from(r.word(end) == ",");
    if r.word(at) == "which" && matches!(r.word(at + 1), "is" | "was" | "falls") {
        at += 2 + usize::from(r.word(at + 2) == "on");
    }
    let at = (r.word(at) == "a" && at > end).then_some(at + 1)?;
    // `, a Monday morning conference` is no weekday of the date.
    let stops = r.tokens.get(at + 1).is_none_or(|t| t.kind == Kind::Mark);
    Some((weekday(r.word(at)).filter(|_| stops)?, at))
}
