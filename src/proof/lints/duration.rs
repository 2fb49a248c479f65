//! `for 30 days, until 3-04-2016`, which is 31 days after the order.
//!
//! Only where the text says from when the period runs: from a date beside it,
//! or from the order's own date, and then not for an extension, which runs
//! from a deadline that may stand elsewhere. A period that ends on a closed
//! day may be carried to the next open one.

use chrono::{Days, NaiveDate};

use crate::diag::codes::text as say;
use crate::proof::Finding;
use crate::proof::holidays::open_from;
use crate::reading::Reading;
use crate::reading::dates::Date;
use crate::reading::leads::{Lead, lead, reports};
use crate::reading::numbers::{Duration, duration};

pub(super) fn check(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for sentence in &r.sentences {
        let dates = r.dates_in(sentence);
        if dates.is_empty() {
            continue;
        }
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(period) = duration(r, at) else {
                at += 1;
                continue;
            };
            out.extend(beside(r, period, dates).or_else(|| leading_to(r, period, dates)));
            at = period.end;
        }
    }
    out
}

/// `14 days after April 5, 2024, that is, April 19, 2024`.
fn beside(r: &Reading<'_>, period: Duration, dates: &[Date]) -> Option<Finding> {
    let back = match r.word(period.end) {
        "after" | "from" | "of" | "following" => false,
        "before" => true,
        _ => return None,
    };
    let i = dates.iter().position(|d| d.start == period.end + 1)?;
    let (base, stated) = (dates.get(i)?, dates.get(i + 1)?);
    let from = base.day?;
    let link = (base.end..stated.start).map(|i| r.word(i));
    const LINK: &[&str] =
        &[",", "(", "i", "e", ".", "that", "is", "which", "by", "on", "no", "later", "than", "namely", "until", "to"];
    let linked = stated.start - base.end <= 8 && stated.start > base.end && link.clone().all(|w| LINK.contains(&w));
    let says = link.into_iter().any(|w| matches!(w, "is" | "(" | "i" | "by" | "later" | "namely"));
    let ends = period.from(from, back)?;
    if !linked || !says || agrees(ends, stated.day?, back) {
        return None;
    }
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    Some(Finding::high(say::duration(&r.quote(period.start, period.end), from, ends, stated.day?, at)))
}

/// `for 30 days, until D`; `within 14 days of the date of this order, by D`.
fn leading_to(r: &Reading<'_>, period: Duration, dates: &[Date]) -> Option<Finding> {
    let stated = dates.iter().find(|d| d.start > period.end)?;
    let day = stated.day?;
    let start = after_own_date(r, period.end);
    let link: Vec<&str> = (start..stated.start).map(|i| r.word(i)).collect();
    const LINK: &[&str] = &[
        ",",
        "(",
        "i",
        "e",
        ".",
        "that",
        "is",
        "or",
        "by",
        "no",
        "later",
        "than",
        "until",
        "up",
        "to",
        "and",
        "including",
        "through",
    ];
    let linked = link.len() <= 6 && link.iter().all(|w| LINK.contains(w));
    let says = link.iter().any(|w| matches!(*w, "until" | "to" | "through" | "i" | "by" | "later"));
    if !linked || !says || link.contains(&"or") && !link.contains(&"by") {
        return None;
    }
    // The day from which it runs: stated in the sentence, else that of the order.
    let named = dates.iter().find(|d| d.end <= period.start && lead(r, d).lead == Lead::From);
    let unit = r.unit(period.start);
    let sentence = r.sentence(period.start);
    let bases: Vec<(&Date, NaiveDate)> = match named {
        Some(date) => vec![(date, date.day?)],
        None if r.has(sentence.start, period.end, EXTENDS) => return None,
        None if reports(r, &sentence) => return None,
        None => r.own_dates(unit).collect(),
    };
    let &(base, from) = bases.first()?;
    let near = |known: NaiveDate| period.from(known, false).is_some_and(|e| agrees(e, day, false));
    let ends = period.from(from, false)?;
    if named.is_none() && told_elsewhere(r, period, day, unit) || bases.iter().any(|(_, b)| near(*b)) {
        return None;
    }
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    let d = say::duration(&r.quote(period.start, period.end), from, ends, day, at);
    Some(if named.is_some() { Finding::high(d) } else { Finding::medium(d) })
}

const EXTENDS: &[&str] = &[
    "extend",
    "extends",
    "extended",
    "extending",
    "extension",
    "continue",
    "continued",
    "continues",
    "enlarge",
    "enlarged",
    "additional",
    "adjourned",
    "more",
    "further",
    "postponed",
    "every",
];

/// True where some date of the order, this long before `day`, may be meant.
fn told_elsewhere(r: &Reading<'_>, period: Duration, day: NaiveDate, unit: u32) -> bool {
    let back = |n: u64| day.checked_sub_days(Days::new(n));
    let ends = (0..5).filter_map(back).filter(|e| agrees(*e, day, false));
    // The end of a month may be three days short.
    let begins = ends
        .filter_map(|e| period.from(e, true))
        .flat_map(|b| (0..4).filter_map(move |n| b.checked_add_days(Days::new(n))));
    begins.into_iter().any(|b| r.tells(unit, b) && period.from(b, false).is_some_and(|e| agrees(e, day, false)))
}

/// Past `of the date of this order`, `from entry of this Order`.
fn after_own_date(r: &Reading<'_>, at: usize) -> usize {
    if !matches!(r.word(at), "of" | "from" | "after" | "following") {
        return at;
    }
    let end = (at..at + 9).find(|i| matches!(r.word(*i), "order" | "today" | "hereof"));
    end.map_or(at, |i| i + 1)
}

/// The same day, or the next open one where a period ends on a closed day.
fn agrees(ends: NaiveDate, stated: NaiveDate, back: bool) -> bool {
    ends == stated || !back && open_from(ends) == stated
}
