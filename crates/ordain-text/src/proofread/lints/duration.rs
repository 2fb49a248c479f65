//! `for 30 days, until 3-04-2016`, which is 31 days after the order.
//!
//! Only where the text says from when the period runs: from a date beside it,
//! or from the order's own date, and then not for an extension, which runs
//! from a deadline that may be elsewhere. A period that ends on a closed
//! day may be carried to the next open one.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use crate::dates::Date;
use crate::events::{is_event, setting_on};
use crate::leads::{Lead, lead_of_date, reports_a_statement};
use crate::numbers::{Duration, Unit, duration_at};
use crate::proofread::finding::Finding;
use crate::proofread::holidays::open_from;
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

pub(super) fn wrong_durations(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut rows = Rows::default();
    for sentence in &r.sentences {
        let dates = r.dates_in(sentence);
        if dates.is_empty() {
            continue;
        }
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(period) = duration_at(r, at) else {
                at += 1;
                continue;
            };
            let found = period_beside_date(r, period, dates)
                .or_else(|| stated_first(r, period, dates))
                .or_else(|| row_before_event(r, period, dates, &mut rows))
                .or_else(|| check_extension(r, period, dates));
            out.extend(found.or_else(|| leading_to(r, period, dates)));
            at = period.end;
        }
    }
    out
}

/// `14 days after April 5, 2024, that is, April 19, 2024`; `28 days before the hearing of June 28, 2024`.
fn period_beside_date(r: &Reading<'_>, period: Duration, dates: &[Date]) -> Option<Finding> {
    let back = is_counted_back(r, period)?;
    let i = dates.iter().position(|d| d.start > period.end)?;
    let (base, stated) = (dates.get(i)?, dates.get(i + 1)?);
    let of_event = |i: usize| EVENT.contains(&r.word(i));
    if base.start > period.end + 7 || !(period.end + 1..base.start).all(of_event) {
        return None;
    }
    let from = base.day?;
    let mut link = base.end;
    while of_event(link) {
        link += 1;
    }
    let words = (link..stated.start).map(|i| r.word(i));
    const LINK: &[&str] =
        &[",", "(", "i", "e", ".", "that", "is", "which", "by", "on", "no", "later", "than", "namely", "until", "to"];
    let linked = stated.start <= link + 8 && stated.start > base.end && words.clone().all(|w| LINK.contains(&w));
    // `due 14 days before the hearing of D, on D`
    let due = || r.has(r.sentence(period.start).start, period.start, &["due", "shall", "must"]);
    let says = words.clone().any(|w| matches!(w, "is" | "(" | "i" | "by" | "later" | "namely"))
        || words.clone().eq([",", "on"]) && due();
    // `extended 30 days from D to D`
    let extends = words.clone().eq(["to"]) && r.has(period.start.saturating_sub(8), period.start, EXTENDS);
    if !linked || !(says || extends) || is_same_open_day(period.from(from, back)?, stated.day?, back) {
        return None;
    }
    let ends = period.from(from, back)?;
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    Some(Finding::high(codes::text::duration(&r.quote(period.start, period.end), from, ends, stated.day?, at)))
}

/// `due on October 16, 2024, 7 days after October 1, 2024`: the day comes before the period.
fn stated_first(r: &Reading<'_>, period: Duration, dates: &[Date]) -> Option<Finding> {
    let back = is_counted_back(r, period)?;
    let base = dates.iter().find(|d| d.start > period.end)?;
    let stated = dates.iter().rev().find(|d| d.end <= period.start)?;
    const LINK: &[&str] = &[",", "(", "which", "is", "i", "e", ".", "that", "or", "namely", "-"];
    let link = stated.end..period.start;
    let linked = (1..=6).contains(&link.len()) && link.clone().all(|i| LINK.contains(&r.word(i)));
    let near = base.start <= period.end + 7 && (period.end + 1..base.start).all(|i| EVENT.contains(&r.word(i)));
    let led = lead_of_date(r, stated);
    let due = matches!(led.lead, Lead::By | Lead::Deadline | Lead::Moved | Lead::Including)
        || led.lead == Lead::On && r.has(led.at.saturating_sub(4), led.at, &["due"]);
    let (from, day) = (base.day?, stated.day?);
    let ends = period.from(from, back)?;
    if !linked || !near || !due || is_same_open_day(ends, day, back) {
        return None;
    }
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    Some(Finding::high(codes::text::duration(&r.quote(period.start, period.end), from, ends, day, at)))
}

/// An order, and what kind of event it sets.
type EventOf = (u32, String);

/// What is known of the rows of schedules.
#[derive(Default)]
struct Rows<'r> {
    /// The days for which each order sets its events; made when a row asks for it.
    settings: Option<HashMap<EventOf, Vec<&'r Date>>>,
    /// The events of which a row was found.
    found: HashSet<EventOf>,
}

impl<'r> Rows<'r> {
    fn settings(&mut self, r: &'r Reading<'_>) -> &HashMap<EventOf, Vec<&'r Date>> {
        self.settings.get_or_insert_with(|| {
            let mut all: HashMap<EventOf, Vec<&'r Date>> = HashMap::new();
            for s in r.dates.iter().filter_map(|d| setting_on(r, d)) {
                all.entry((r.unit(s.date.start), s.name.0.to_owned())).or_default().push(s.date);
            }
            all
        })
    }
}

/// A row of a schedule, `120 days before the Initial Trial Setting⏎September 14, 2015`, where the order sets the
/// event for one day. The day of the event
/// has slipped as likely as the days of all rows, so one finding speaks for them.
fn row_before_event<'r>(r: &'r Reading<'_>, period: Duration, dates: &[Date], rows: &mut Rows<'r>) -> Option<Finding> {
    let back = is_counted_back(r, period)?;
    let stated = dates.iter().find(|d| d.start > period.end)?;
    let phrase = period.end + 1..stated.start;
    let event = phrase.clone().find(|i| is_event(r.word(*i)))?;
    let plain = |i: usize| i == event || r.tokens.get(i).is_some_and(|t| t.kind == Kind::Word && !t.quoted);
    let row = stated.start - period.end <= 7 && phrase.clone().all(plain) && r.tokens.get(stated.start)?.opens_line;
    let unit = r.unit(period.start);
    let key = (unit, r.word(event).to_owned());
    if !row || rows.found.contains(&key) {
        return None;
    }
    let &[base] = rows.settings(r).get(&key)?.as_slice() else { return None };
    let (from, day) = (base.day?, stated.day?);
    let ends = period.from(from, back)?;
    if is_same_open_day(ends, day, back) || !matches!(period.unit, Unit::Days | Unit::Weeks) {
        return None;
    }
    rows.found.insert(key);
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    Some(Finding::medium(codes::text::duration(&r.quote(period.start, period.end), from, ends, day, at)))
}

/// True where a period is counted back from the day that follows it.
fn is_counted_back(r: &Reading<'_>, period: Duration) -> Option<bool> {
    match r.word(period.end) {
        "after" | "from" | "of" | "following" => Some(false),
        "before" => Some(true),
        _ => None,
    }
}

/// Words of an event whose date is named: `before the hearing set for D`, `after the D conference`.
const EVENT: &[&str] = &[
    "the",
    "hearing",
    "conference",
    "trial",
    "date",
    "of",
    "on",
    "set",
    "for",
    "scheduled",
    "deadline",
    "entry",
    "this",
    "order",
];

/// `a 30-day extension of the deadline, from D to D`: days and weeks, which are counted.
fn check_extension(r: &Reading<'_>, period: Duration, dates: &[Date]) -> Option<Finding> {
    let i = dates.iter().position(|d| d.start > period.end && lead_of_date(r, d).lead == Lead::From)?;
    let (base, stated) = (dates.get(i)?, dates.get(i + 1)?);
    let (from, to) = (base.day?, stated.day?);
    let joined = stated.start == base.end + 1 && matches!(r.word(base.end), "to" | "until");
    let counted = matches!(period.unit, Unit::Days | Unit::Weeks);
    let sentence = r.sentence(period.start);
    let near = period.start.saturating_sub(8).max(sentence.start);
    let extends = r.has(near, base.start, EXTENDS) && !r.has(near, period.start, &["about", "approximately", "than"]);
    // No other date or length of time between the two.
    let between = period.end..base.start;
    let alone = base.start < period.end + 14
        && !dates.iter().any(|d| between.contains(&d.start))
        && !between.clone().any(|i| duration_at(r, i).is_some());
    let ends = period.from(from, false)?;
    if !joined || !counted || !extends || !alone || is_same_open_day(ends, to, false) {
        return None;
    }
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    Some(Finding::medium(codes::text::duration(&r.quote(period.start, period.end), from, ends, to, at)))
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
    // `within 21 days of this Order (April 26, 2024)`
    let bracketed = link == ["("] && start > period.end && r.word(stated.end) == ")";
    let says = bracketed || link.iter().any(|w| matches!(*w, "until" | "to" | "through" | "i" | "by" | "later"));
    if !linked || !says || link.contains(&"or") && !link.contains(&"by") {
        return None;
    }
    // The day from which it runs: stated in the sentence, else that of the order.
    let moved = |d: &Date| {
        let between = d.end..period.start;
        let by = |i| matches!(r.word(i), "is" | "hereby" | "by" | "shall" | "be" | "for" | "are");
        between.len() < 6
            && r.has(d.end, period.start, EXTENDS)
            && between.clone().all(|i| by(i) || r.has(i, i + 1, EXTENDS))
    };
    let named = dates.iter().find(|d| d.end <= period.start && (lead_of_date(r, d).lead == Lead::From || moved(d)));
    let unit = r.unit(period.start);
    let sentence = r.sentence(period.start);
    let bases: Vec<(&Date, NaiveDate)> = match named {
        Some(date) => vec![(date, date.day?)],
        None if r.has(sentence.start, period.end, EXTENDS) => return None,
        None if reports_a_statement(r, &sentence) => return None,
        None => r.own_dates(unit).collect(),
    };
    let &(base, from) = bases.first()?;
    let near = |known: NaiveDate| period.from(known, false).is_some_and(|e| is_same_open_day(e, day, false));
    let ends = period.from(from, false)?;
    if named.is_none() && counted_from_elsewhere(r, period, day, unit) || bases.iter().any(|(_, b)| near(*b)) {
        return None;
    }
    let at = [r.span(period.start, period.end), r.span(stated.start, stated.end), r.span(base.start, base.end)];
    let d = codes::text::duration(&r.quote(period.start, period.end), from, ends, day, at);
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
fn counted_from_elsewhere(r: &Reading<'_>, period: Duration, day: NaiveDate, unit: u32) -> bool {
    let back = |n: u64| day.checked_sub_days(Days::new(n));
    let ends = (0..5).filter_map(back).filter(|e| is_same_open_day(*e, day, false));
    // The end of a month may be three days short.
    let begins = ends
        .filter_map(|e| period.from(e, true))
        .flat_map(|b| (0..4).filter_map(move |n| b.checked_add_days(Days::new(n))));
    begins
        .into_iter()
        .any(|b| r.names_day(unit, b) && period.from(b, false).is_some_and(|e| is_same_open_day(e, day, false)))
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
fn is_same_open_day(ends: NaiveDate, stated: NaiveDate, back: bool) -> bool {
    ends == stated || !back && open_from(ends) == stated
}
