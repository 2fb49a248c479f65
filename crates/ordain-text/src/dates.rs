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
    /// The token behind its last.
    pub end: usize,
    /// None where no calendar has it, or no year is given.
    pub day: Option<NaiveDate>,
    /// The year, where it is written.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, as written.
    pub day_of_month: u32,
    /// The weekday written with it, and its token.
    pub weekday: Option<(Weekday, usize)>,
    /// Where the words that lead to it end: its own start, or that of the first
    /// day of its list (`April 18 and 19, 2024`) with the weekdays before it.
    pub head: usize,
    /// Its year has three or five digits, or is centuries ahead or back.
    pub odd_year: bool,
}

fn weekday_of_word(word: &str) -> Option<Weekday> {
    // `sat`, `sun`, `fri` alone are words of other things as well; `str::parse` takes them.
    if word.len() < 3 { None } else { word.parse().ok() }
}

/// Every date, in the order in which they are read.
pub(crate) fn find(r: &Words<'_>) -> Vec<Date> {
    let mut out: Vec<Date> = Vec::new();
    let mut at = 0;
    while at < r.tokens.len() {
        let found =
            spelled_dates_at(r, at).or_else(|| Some(vec![day_first(r, at).or_else(|| numeric_date_at(r, at))?]));
        let Some(mut dates) = found else {
            at += 1;
            continue;
        };
        at = dates.last().map_or(at, |d| d.end).max(at + 1);
        add_weekdays(r, &mut dates);
        at = dates.last().map_or(at, |d| d.end).max(at);
        out.append(&mut dates);
    }
    out
}

fn date_between(start: usize, end: usize, year: Option<i32>, month: u32, day: u32) -> Date {
    let on = year.and_then(|y| NaiveDate::from_ymd_opt(y, month, day));
    Date { start, end, day: on, year, month, day_of_month: day, weekday: None, head: start, odd_year: false }
}

fn odd_date(start: usize, end: usize, month: u32, day: u32) -> Date {
    Date { odd_year: true, ..date_between(start, end, None, month, day) }
}

/// `October 19, 2023`, `Oct. 19th`, `October 28 and 29, 2020`: the days of one month that a list names.
fn spelled_dates_at(r: &Words<'_>, at: usize) -> Option<Vec<Date>> {
    let token = r.tokens.get(at)?;
    let month = month(r.word(at)).filter(|_| token.capital)?;
    let mut next = at + 1;
    if r.word(next) == "." {
        next += 1;
    }
    let day = day_number(r, next)?;
    next = after_ordinal(r, next + 1);
    if let Some((year, end)) = year_at(r, next) {
        return Some(vec![date_between(at, end, Some(year), month, day)]);
    }
    if let Some(end) = odd_year_at(r, next) {
        return Some(vec![odd_date(at, end, month, day)]);
    }
    let list = list_after(r, next, month);
    let year = list.as_ref().map(|l| if l.wraps { l.year - 1 } else { l.year });
    let mut dates = vec![date_between(at, next, year, month, day)];
    for member in list.map(|l| l.days).unwrap_or_default() {
        dates.push(Date { head: at, ..date_between(member.start, member.end, year, month, member.day) });
    }
    Some(dates)
}

/// The days that follow a day without a year, as far as they share its month, and the year at the end.
struct ListAfter {
    days: Vec<Member>,
    year: i32,
    /// The list runs over a new year: the year at its end is not that of its beginning.
    wraps: bool,
}

/// A day of the list, with its tokens.
struct Member {
    day: u32,
    start: usize,
    end: usize,
}

/// `and 29, 2020`, `-17, 2024`, `through Friday, January 3, 2024` after a day of `month`.
fn list_after(r: &Words<'_>, at: usize, month_before: u32) -> Option<ListAfter> {
    let mut list = ListAfter { days: Vec::new(), year: 0, wraps: false };
    let mut own_month = false;
    let (mut next, mut last_month) = (at, month_before);
    for _ in 0..6 {
        let linked = next;
        while matches!(r.word(next), "-" | "and" | "to" | "or" | "through" | "thru" | "until" | "," | "&" | "including")
            && next < linked + 3
        {
            next += 1;
        }
        if next == linked {
            return None;
        }
        if weekday_of_word(r.word(next)).is_some() {
            next += 1 + usize::from(r.word(next + 1) == ",");
        }
        if let Some(named) = month(r.word(next)) {
            own_month = true;
            list.wraps |= named < last_month;
            last_month = named;
            next += 1 + usize::from(r.word(next + 1) == ".");
        }
        let (start, day) = (next, day_number(r, next)?);
        next = after_ordinal(r, next + 1);
        let year = year_at(r, next);
        if !own_month {
            list.days.push(Member { day, start, end: year.map_or(next, |(_, end)| end) });
        }
        if let Some((year, _)) = year {
            return Some(ListAfter { year, ..list });
        }
    }
    None
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
    Some(date_between(at, end, Some(year), month, day))
}

/// `10/19/2023`, `10/19/23`, `3-04-2016`, `2023-10-19`; the month first, as American orders write.
fn numeric_date_at(r: &Words<'_>, at: usize) -> Option<Date> {
    let mark = r.word(at + 1);
    if !matches!(mark, "/" | "-") || r.word(at + 3) != mark || continues_a_number(r, at) {
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
        return plausible_year(a.0).map(|y| date_between(at, end, Some(y), b.0, c.0));
    }
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    if is_odd(c.0, c.1) && mark == "/" {
        return Some(odd_date(at, end, a.0, b.0));
    }
    let year = match c.1 {
        4 => plausible_year(c.0).filter(|y| *y >= 1900)?,
        // Two digits with hyphens are more often a number of something.
        2 if mark == "/" => i32::try_from(if c.0 < 70 { 2000 + c.0 } else { 1900 + c.0 }).ok()?,
        _ => return None,
    };
    Some(date_between(at, end, Some(year), a.0, b.0))
}

/// True where a number goes on to the left: `1:20/10/2023`, `18-10-2023-B`.
fn continues_a_number(r: &Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| r.tokens.get(i));
    let here = r.tokens.get(at);
    before.is_some_and(|b| {
        here.is_some_and(|h| !h.gap && !h.opens_line) && !matches!(&*b.word, "(" | "[" | "“" | "\"" | "," | ";")
    })
}

fn plausible_year(year: u32) -> Option<i32> {
    (1600..2100).contains(&year).then_some(year).and_then(|y| i32::try_from(y).ok())
}

fn day_number(r: &Words<'_>, at: usize) -> Option<u32> {
    let token = r.tokens.get(at)?;
    let short = token.kind == Kind::Number && token.word.len() <= 2;
    // `March 15:`, `May 20.5` and `June 1-2.3` are no days.
    if short { token.word.parse().ok() } else { None }
}

/// Past `st`, `nd`, `rd`, `th`. Raised letters come out of a PDF with a space before them.
fn after_ordinal(r: &Words<'_>, at: usize) -> usize {
    let glued = r.tokens.get(at).is_some_and(|t| !t.gap || !t.capital && r.word(at + 1) != ".");
    if glued && matches!(r.word(at), "st" | "nd" | "rd" | "th") { at + 1 } else { at }
}

/// `, 2023` or `2023`.
fn year_at(r: &Words<'_>, at: usize) -> Option<(i32, usize)> {
    let at = if r.word(at) == "," { at + 1 } else { at };
    let token = r.tokens.get(at).filter(|t| t.kind == Kind::Number && t.word.len() == 4)?;
    Some((plausible_year(token.word.parse().ok()?)?, at + 1))
}

/// True of `202`, `20247`, `2204`, `1013`: digits that were meant for a year of our time.
fn is_odd(number: u32, digits: usize) -> bool {
    match digits {
        3 => (190..=209).contains(&number),
        5 => (19_000..=20_999).contains(&number),
        4 => (2100..=2999).contains(&number) || (1000..=1599).contains(&number),
        _ => false,
    }
}

/// `, 20248`, where a year would be and nothing that could be counted follows.
fn odd_year_at(r: &Words<'_>, at: usize) -> Option<usize> {
    let comma = r.word(at) == ",";
    let at = at + usize::from(comma);
    let token = r.tokens.get(at).filter(|t| t.kind == Kind::Number)?;
    let next = r.tokens.get(at + 1);
    let counts = next.is_some_and(|t| match t.kind {
        Kind::Word => !matches!(&*t.word, "at" | "is" | "shall" | "will" | "to" | "and" | "in" | "before" | "by"),
        // `October 7, 200,000`, `October 7, 202-555-0100`
        Kind::Mark => !t.gap && matches!(&*t.word, "-" | "/" | ":" | "'") || t.word == "," && !r.gap(at + 2),
        Kind::Number => true,
    });
    (comma && !counts && is_odd(token.word.parse().ok()?, token.word.len())).then_some(at + 1)
}

/// Gives the dates of a list the weekdays that are written with them.
fn add_weekdays(r: &Words<'_>, dates: &mut [Date]) {
    let Some(head) = dates.first().map(|d| d.start) else { return };
    let before = weekdays_before(r, head);
    let [first, .., _] = before.as_slice() else {
        if let Some(date) = dates.first_mut() {
            *date = with_weekday(r, date.clone());
        }
        let head = dates.first().map_or(head, |d| d.start);
        dates.iter_mut().for_each(|d| d.head = head);
        return;
    };
    dates.iter_mut().for_each(|d| d.head = first.1);
    // One weekday for each day, or the two ends of a range.
    let range = dates.first().is_some_and(|d| matches!(r.word(d.end), "-" | "to" | "through" | "thru"));
    let ends = before.len() == 2 && dates.len() == 1 && range;
    if before.len() == dates.len() || ends {
        dates.iter_mut().zip(&before).for_each(|(d, w)| d.weekday = Some(*w));
    }
}

/// `Thursday and Friday,`, `Monday through Friday,` before a date, each with its token.
fn weekdays_before(r: &Words<'_>, start: usize) -> Vec<(Weekday, usize)> {
    let mut found = Vec::new();
    let mut at = start;
    while let Some(back) = at.checked_sub(1).filter(|b| at > 0 && start - b < 16) {
        match weekday_of_word(r.word(back)) {
            Some(day) => found.push((day, back)),
            None if matches!(r.word(back), "," | ".") && found.is_empty() && back + 2 >= start => {}
            None if matches!(r.word(back), "and" | "through" | "thru" | "to" | "-" | "," | "&" | "." | "or")
                && !found.is_empty()
                && (1..=2).any(|n| weekday_of_word(r.word_before(back, n)).is_some()) => {}
            None => break,
        }
        at = back;
    }
    found.reverse();
    found
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
    // `(SAT)` and `(mon)` behind a date of a docket entry are the initials of a clerk.
    let written = |i: usize| r.tokens.get(i).and_then(|t| r.text.get(t.start..t.end)).unwrap_or("");
    let initials =
        |w: &str| w.len() <= 4 && (w.chars().skip(1).any(char::is_uppercase) || w.starts_with(char::is_lowercase));
    let bracketed = r.word(date.end) == "(" && r.word(date.end + 2) == ")" && !initials(written(date.end + 1));
    if let Some((day, i)) = at.filter(|i| !paper(*i)).and_then(|i| Some((weekday_of_word(r.word(i))?, i))) {
        date.weekday = Some((day, i));
        date.start = i;
    } else if let Some(day) = weekday_of_word(r.word(date.end + 1)).filter(|_| bracketed) {
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
    Some((weekday_of_word(r.word(at)).filter(|_| stops)?, at))
}
