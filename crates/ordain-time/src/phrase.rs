//! `14 days after 2024-08-01`: a period as it is asked for on the command line.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::count::Anchor;
use super::unit::{Direction, Length, Unit};
use ordain_base::diag::codes::time as codes;
use ordain_base::diag::{Diagnostic, closest};
use ordain_base::source::Span;

/// A period and, where it is written, the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How long.
    pub length: Length,
    /// To which side of the event.
    pub direction: Direction,
    /// The event, where it is written.
    pub anchor: Option<Anchor>,
}

type Found<T> = Result<T, Box<Diagnostic>>;

#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    span: Span,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let start = |w: &str| w.as_ptr() as usize - text.as_ptr() as usize;
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let trim = |w: &'_ str| w.trim_end_matches([',', '.']).len();
    let all = text.split_whitespace().filter(|w| trim(w) > 0);
    all.map(|w| Word { text: &w[..trim(w)], span: Span::new(offset(start(w)), offset(start(w) + trim(w))) }).collect()
}

fn over(words: &[Word<'_>], all: &str) -> Span {
    let whole = Span::new(0, u32::try_from(all.len()).unwrap_or(u32::MAX));
    words.first().zip(words.last()).map_or(whole, |(a, z)| a.span.to(z.span))
}

/// Reads `[within|at least] N <unit> [after|before <day>]`. Spans count from the start of `text`.
///
/// # Errors
/// A negative number, an unknown unit, words that are not a day, a day that does not exist.
pub fn read_request(text: &str) -> Found<Asked> {
    let all = words(text);
    let lead = |w: &Word<'_>| ["within", "at", "least", "not", "later", "than"].contains(&w.text);
    let skip = all.iter().take_while(|w| lead(w)).count();
    let rest = all.get(skip..).unwrap_or(&[]);
    let Some((first, rest)) = rest.split_first() else {
        return Err(Box::new(codes::not_a_period(over(&all, text), "it names no number")));
    };
    let n = number(*first)?;
    let split = rest.iter().position(|w| ["after", "before", "from", "of"].contains(&w.text));
    let (unit_words, tail) = rest.split_at(split.unwrap_or(rest.len()));
    if unit_words.is_empty() {
        return Err(Box::new(codes::not_a_period(first.span, "the number has no unit")));
    }
    let unit_span = over(unit_words, text);
    let written: Vec<&str> = unit_words.iter().map(|w| w.text).collect();
    let written = written.join(" ");
    let Some(unit) = Unit::parse(&written) else {
        let near = closest(&written, Unit::WORDS.iter().copied());
        return Err(Box::new(codes::unknown_unit(unit_span, &written, near)));
    };
    let length = Length::new(n, unit);
    let Some((side, day)) = tail.split_first() else {
        return Ok(Asked { length, direction: Direction::After, anchor: None });
    };
    let direction = if side.text == "before" { Direction::Before } else { Direction::After };
    if day.is_empty() {
        let span = first.span.to(side.span);
        return Err(Box::new(codes::period_of_what(span, &length.to_string())));
    }
    Ok(Asked { length, direction, anchor: Some(point(day, text)?) })
}

/// Reads a day or an instant: `2024-08-01`, `2007-11-02T10:23`, `Friday, November 2, 2007 at 10:23`.
///
/// # Errors
/// Words that are not a day, a day or a clock time that does not exist, a weekday that does not match.
pub fn read_point(text: &str) -> Found<Anchor> {
    point(&words(text), text)
}

fn number(w: Word<'_>) -> Found<u32> {
    if w.text.strip_prefix(['-', '−']).is_some_and(|d| d.parse::<u64>().is_ok()) {
        return Err(Box::new(codes::negative_period(w.span, w.text)));
    }
    if !w.text.is_empty() && w.text.bytes().all(|b| b.is_ascii_digit()) {
        // More digits than a number holds: the count itself says that it is too long.
        return Ok(w.text.parse().unwrap_or(u32::MAX));
    }
    Err(Box::new(codes::not_a_period(w.span, &format!("`{}` is not a number of days in digits", w.text))))
}

fn point(all: &[Word<'_>], text: &str) -> Found<Anchor> {
    let not_date = || {
        let span = over(all, text);
        let written = text.get(span.start as usize..span.end as usize).unwrap_or(text);
        Box::new(codes::not_a_date(span, written))
    };
    let (weekday, rest) = match all.split_first() {
        Some((w, rest)) => match w.text.parse::<Weekday>() {
            Ok(day) if w.text.bytes().all(|b| b.is_ascii_alphabetic()) => (Some((*w, day)), rest),
            _ => (None, all),
        },
        None => (None, all),
    };
    let (day, rest) = match rest {
        [d, rest @ ..] if d.text.starts_with(|c: char| c.is_ascii_digit()) => {
            let (date, time) = d.text.split_once('T').map_or((d.text, None), |(a, b)| (a, Some(b)));
            let day = iso(date, d.span).ok_or_else(not_date)??;
            if let Some(t) = time {
                let at = clock(t, d.span)?;
                return checked(weekday, day).map(|d| Anchor::At(d.and_time(at)));
            }
            (day, rest)
        }
        [m, d, y, rest @ ..] => (long(*m, *d, *y).ok_or_else(not_date)??, rest),
        _ => return Err(not_date()),
    };
    let day = checked(weekday, day)?;
    match rest {
        [] => Ok(Anchor::Day(day)),
        [at, time] if at.text == "at" => clock(time.text, time.span).map(|t| Anchor::At(day.and_time(t))),
        [time] => clock(time.text, time.span).map(|t| Anchor::At(day.and_time(t))),
        _ => Err(not_date()),
    }
}

/// `2024-08-01`: `None` where it is not of that form, an error where there is no such day.
fn iso(written: &str, span: Span) -> Option<Found<NaiveDate>> {
    let mut parts = written.split('-');
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |s: &str, n: usize| !s.is_empty() && s.len() <= n && s.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || y.len() != 4 || !digits(y, 4) || !digits(m, 2) || !digits(d, 2) {
        return None;
    }
    Some(exists(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?, written, span))
}

/// `August 1, 2024`.
fn long(m: Word<'_>, d: Word<'_>, y: Word<'_>) -> Option<Found<NaiveDate>> {
    let month = m.text.parse::<chrono::Month>().ok()?.number_from_month();
    let (day, year) = (d.text.parse().ok()?, y.text.parse().ok().filter(|_| y.text.len() == 4)?);
    let span = m.span.to(y.span);
    Some(exists(year, month, day, &format!("{} {}, {}", m.text, d.text, y.text), span))
}

fn exists(year: i32, month: u32, day: u32, written: &str, span: Span) -> Found<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let first = NaiveDate::from_ymd_opt(year, month, 1);
        let last = first.and_then(|f| f.checked_add_months(chrono::Months::new(1))?.pred_opt());
        let why = match last {
            Some(l) => format!("{} has {} days", l.format("%B %Y"), l.day()),
            None => "a year has 12 months".to_owned(),
        };
        Box::new(codes::no_such_day(span, written, &why))
    })
}

fn checked(weekday: Option<(Word<'_>, Weekday)>, day: NaiveDate) -> Found<NaiveDate> {
    match weekday {
        Some((w, d)) if d != day.weekday() => Err(Box::new(codes::wrong_weekday(w.span, w.text, day))),
        _ => Ok(day),
    }
}

fn clock(written: &str, span: Span) -> Found<NaiveTime> {
    let formats = ["%H:%M", "%H:%M:%S"];
    let found = formats
        .iter()
        .find_map(|f| NaiveDateTime::parse_from_str(&format!("2000-01-01 {written}"), &format!("%Y-%m-%d {f}")).ok());
    found.map(|t| t.time()).ok_or_else(|| Box::new(codes::no_such_clock(span, written)))
}
