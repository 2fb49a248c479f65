//! A day or an instant in words: `2024-08-01`, `Friday, November 2, 2007 at 10:23`,
//! `the 10th of February 2024`.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::count::Anchor;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::time as codes;
use ordain_base::source::Span;

pub(super) type Found<T> = Result<T, Box<Diagnostic>>;

#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// The words of a request, without the commas and periods that end them.
pub(super) fn words_of_request(text: &str) -> Vec<Word<'_>> {
    let start = |w: &str| w.as_ptr() as usize - text.as_ptr() as usize;
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let trim = |w: &'_ str| w.trim_end_matches([',', '.']).len();
    let all = text.split_whitespace().filter(|w| trim(w) > 0);
    all.map(|w| Word { text: &w[..trim(w)], span: Span::new(offset(start(w)), offset(start(w) + trim(w))) }).collect()
}

/// From the first of these words to the last; the whole text where there are none.
pub(super) fn span_of_words(words: &[Word<'_>], all: &str) -> Span {
    let whole = Span::new(0, u32::try_from(all.len()).unwrap_or(u32::MAX));
    words.first().zip(words.last()).map_or(whole, |(a, z)| a.span.to(z.span))
}

/// Reads a day or an instant: `2024-08-01`, `2007-11-02T10:23`, `Friday, November 2, 2007 at 10:23`.
///
/// # Errors
/// Words that are not a day, a day or a clock time that does not exist, a weekday that does not match.
pub fn read_point(text: &str) -> Found<Anchor> {
    point_of(&words_of_request(text), text)
}

pub(super) fn point_of(all: &[Word<'_>], text: &str) -> Found<Anchor> {
    let not_date = || {
        let span = span_of_words(all, text);
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
        [d, rest @ ..] if d.text.contains('-') => {
            let (date, time) = d.text.split_once('T').map_or((d.text, None), |(a, b)| (a, Some(b)));
            let day = iso_date(date, d.span).ok_or_else(not_date)??;
            if let Some(t) = time {
                let at = time_of_clock(t, d.span)?;
                return check_weekday(weekday, day).map(|d| Anchor::At(d.and_time(at)));
            }
            (day, rest)
        }
        rest => in_words(rest).ok_or_else(not_date)??,
    };
    let day = check_weekday(weekday, day)?;
    let rest = match rest {
        [at, rest @ ..] if at.text == "at" => rest,
        rest => rest,
    };
    match rest {
        [] => Ok(Anchor::Day(day)),
        [time] => time_of_clock(time.text, time.span).map(|t| Anchor::At(day.and_time(t))),
        [time, half] => half_day(*time, *half).ok_or_else(not_date)?.map(|t| Anchor::At(day.and_time(t))),
        _ => Err(not_date()),
    }
}

/// A day whose month is a word, and the words behind it. `None` where it is of no such form.
fn in_words<'w, 't>(all: &'w [Word<'t>]) -> Option<Found<(NaiveDate, &'w [Word<'t>])>> {
    let all = match all {
        [the, rest @ ..] if the.text.eq_ignore_ascii_case("the") => rest,
        _ => all,
    };
    // `August 1, 2024`, `Aug. 1st, 2024`.
    if let [m, d, y, rest @ ..] = all
        && let Some((month, day, year)) =
            month_of_word(*m).zip(day_of_ordinal(*d)).zip(year_of_word(*y)).map(|((m, d), y)| (m, d, y))
    {
        return Some(check_day_exists(year, month, day, m.span.to(y.span), &[*m, *d, *y]).map(|d| (d, rest)));
    }
    // `1 August 2024`, `the 1st of August 2024`, `the 1st day of August, 2024`.
    let [d, rest @ ..] = all else { return None };
    let day = day_of_ordinal(*d)?;
    let rest = match rest {
        [word, of, rest @ ..] if word.text == "day" && of.text == "of" => rest,
        [of, rest @ ..] if of.text == "of" => rest,
        rest => rest,
    };
    let [m, y, rest @ ..] = rest else { return None };
    let (month, year) = month_of_word(*m).zip(year_of_word(*y))?;
    Some(check_day_exists(year, month, day, d.span.to(y.span), &[*d, *m, *y]).map(|d| (d, rest)))
}

/// `February`, `Feb`, `Sept`.
fn month_of_word(w: Word<'_>) -> Option<u32> {
    let name = if w.text.eq_ignore_ascii_case("sept") { "sep" } else { w.text };
    name.parse::<chrono::Month>().ok().map(|m| m.number_from_month())
}

/// `1`, `01`, `1st`, `22nd`: whatever its letters, the figure is what counts.
fn day_of_ordinal(w: Word<'_>) -> Option<u32> {
    let figure = ["st", "nd", "rd", "th"].iter().find_map(|end| w.text.strip_suffix(end)).unwrap_or(w.text);
    figure.parse().ok().filter(|_| figure.len() <= 2 && figure.bytes().all(|b| b.is_ascii_digit()))
}

fn year_of_word(w: Word<'_>) -> Option<i32> {
    w.text.parse().ok().filter(|_| w.text.len() == 4 && w.text.bytes().all(|b| b.is_ascii_digit()))
}

/// `2024-08-01`: `None` where it is not of that form, an error where there is no such day.
fn iso_date(written: &str, span: Span) -> Option<Found<NaiveDate>> {
    let mut parts = written.split('-');
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |s: &str, n: usize| !s.is_empty() && s.len() <= n && s.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || y.len() != 4 || !digits(y, 4) || !digits(m, 2) || !digits(d, 2) {
        return None;
    }
    let (year, month, day) = (y.parse().ok()?, m.parse().ok()?, d.parse().ok()?);
    Some(check_day_exists(year, month, day, span, &[Word { text: written, span }]))
}

fn check_day_exists(year: i32, month: u32, day: u32, span: Span, written: &[Word<'_>]) -> Found<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        let first = NaiveDate::from_ymd_opt(year, month, 1);
        let last = first.and_then(|f| f.checked_add_months(chrono::Months::new(1))?.pred_opt());
        let why = match last {
            Some(l) => format!("{} has {} days", l.format("%B %Y"), l.day()),
            None => "a year has 12 months".to_owned(),
        };
        let written: Vec<&str> = written.iter().map(|w| w.text).collect();
        Box::new(codes::no_such_day(span, &written.join(" "), &why))
    })
}

fn check_weekday(weekday: Option<(Word<'_>, Weekday)>, day: NaiveDate) -> Found<NaiveDate> {
    match weekday {
        Some((w, d)) if d != day.weekday() => Err(Box::new(codes::wrong_weekday(w.span, w.text, day))),
        _ => Ok(day),
    }
}

/// `10:00`, `10 a.m.`.
pub(super) fn time_of(all: &[Word<'_>]) -> Found<NaiveTime> {
    let written: Vec<&str> = all.iter().map(|w| w.text).collect();
    let span = all.first().zip(all.last()).map_or_else(Span::default, |(a, z)| a.span.to(z.span));
    let wrong = || Box::new(codes::no_such_clock(span, &written.join(" ")));
    match all {
        [time] => time_of_clock(time.text, time.span),
        [time, half] => half_day(*time, *half).ok_or_else(wrong)?,
        _ => Err(wrong()),
    }
}

/// `4:00 p.m.`, `4 pm`; the last period is no part of the word. `None` where the second word names no half of a day.
fn half_day(time: Word<'_>, half: Word<'_>) -> Option<Found<NaiveTime>> {
    let after_noon = match half.text.to_ascii_lowercase().as_str() {
        "a.m" | "am" => false,
        "p.m" | "pm" => true,
        _ => return None,
    };
    let written = if time.text.contains(':') { time.text.to_owned() } else { format!("{}:00", time.text) };
    let hour = |t: NaiveTime| chrono::Timelike::hour(&t);
    let of_twelve = time_of_clock(&written, time.span).and_then(|t| {
        if (1..=12).contains(&hour(t)) { Ok(t) } else { Err(Box::new(codes::no_such_clock(time.span, time.text))) }
    });
    Some(of_twelve.map(|t| {
        let morning = hour(t) % 12;
        chrono::Timelike::with_hour(&t, if after_noon { morning + 12 } else { morning }).unwrap_or(t)
    }))
}

fn time_of_clock(written: &str, span: Span) -> Found<NaiveTime> {
    let formats = ["%H:%M", "%H:%M:%S"];
    let found = formats
        .iter()
        .find_map(|f| NaiveDateTime::parse_from_str(&format!("2000-01-01 {written}"), &format!("%Y-%m-%d {f}")).ok());
    found.map(|t| t.time()).ok_or_else(|| Box::new(codes::no_such_clock(span, written)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_form_that_orders_use() {
        let day = NaiveDate::from_ymd_opt(2024, 2, 9).unwrap();
        for written in [
            "2024-02-09",
            "February 9, 2024",
            "Friday, February 9, 2024",
            "Feb. 9, 2024",
            "February 9th, 2024",
            "9 February 2024",
            "9th February 2024",
            "the 9th of February 2024",
            "the 9th day of February, 2024",
            "Fri the 9th of February, 2024",
        ] {
            assert_eq!(read_point(written).map_err(|d| d.message), Ok(Anchor::Day(day)), "{written}");
        }
        let at = |h, m| Ok(Anchor::At(day.and_hms_opt(h, m, 0).unwrap()));
        for (written, hour, minute) in [
            ("2024-02-09T10:23", 10, 23),
            ("2024-02-09 10:23", 10, 23),
            ("February 9, 2024 at 4:30 p.m.", 16, 30),
            ("February 9, 2024, at 12 am", 0, 0),
            ("9 February 2024 at 12:05 p.m.", 12, 5),
        ] {
            assert_eq!(read_point(written).map_err(|d| d.message), at(hour, minute), "{written}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for written in [
            "",
            "the",
            "the 9th of",
            "9 Fevruary 2024",
            "February 9",
            "February 9, 24",
            "9/2/2024",
            "9th of 2024",
            "February 9, 2024 at 13 p.m.",
            "February 9, 2024 at noonish",
            "29 February 2023",
            "Monday, February 9, 2024",
        ] {
            assert!(read_point(written).is_err(), "{written}");
        }
    }
}
