//! One thing with two dates: a privilege log due December 15, whose deadline
//! somebody asks to continue from December 14.
//!
//! A deadline that moves is no slip. So two dates are reported only where the
//! text says that an extension starts from the deadline and it does not, or
//! where two dates are so near, or so alike, that one looks like a slip of the pen.

use std::collections::HashMap;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::setting_days::differing_settings;
use crate::dates::Date;
use crate::leads::{Lead, lead_of_date};
use crate::proofread::changes::CHANGES;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use crate::terms;
use crate::token::{Kind, Token};
use ordain_base::diag::codes;

/// A thing due on a day.
struct Due<'r> {
    thing: String,
    date: &'r Date,
    day: NaiveDate,
    unit: u32,
    /// The day is that from which an extension is asked or given.
    old: bool,
}

/// What each acronym means.
type Long<'t> = HashMap<&'t str, Range<usize>>;

const ACTS: &[&str] = &[
    "produce",
    "producing",
    "file",
    "filing",
    "serve",
    "serving",
    "submit",
    "submitting",
    "complete",
    "completing",
    "provide",
    "providing",
    "exchange",
    "exchanging",
    "disclose",
    "disclosing",
    "lodge",
    "lodging",
];

/// Words that a name of a thing may begin with and that are not part of it.
const PLAIN: &[&str] = &[
    "a",
    "an",
    "the",
    "its",
    "their",
    "his",
    "her",
    "any",
    "all",
    "related",
    "complete",
    "such",
    "said",
    "that",
    "this",
    "completed",
    "full",
];

/// Words that end the name of a thing.
const STOPS: &[&str] = &[
    "of",
    "by",
    "for",
    "to",
    "in",
    "on",
    "from",
    "with",
    "and",
    "or",
    "no",
    "not",
    "until",
    "that",
    "which",
    "as",
    "under",
    "at",
    "before",
    "after",
    "within",
    "promptly",
    "pursuant",
    "via",
    "regarding",
    "concerning",
    "shall",
    "must",
    "will",
    "may",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
];

pub(super) fn two_dates(r: &Reading<'_>) -> Vec<Finding> {
    let terms = terms::find(r);
    let terms: Long<'_> = terms.iter().filter_map(|t| Some((t.name.as_str(), t.long.clone()?))).collect();
    let dues: Vec<Due<'_>> = r.dates.iter().filter_map(|d| thing_due_on(r, d, &terms)).collect();
    let mut out = Vec::new();
    for (i, second) in dues.iter().enumerate() {
        let mut same = dues.get(..i).unwrap_or(&[]).iter().rev().take(200);
        let same: Vec<&Due<'_>> =
            same.by_ref().filter(|d| d.unit == second.unit && d.thing == second.thing && !d.old).collect();
        let slip = if second.old {
            let agrees = same.iter().any(|d| d.day == second.day);
            same.first().copied().filter(|_| !agrees)
        } else {
            same.into_iter().find(|d| are_near(d.day, second.day) && speak_of_one_deadline(r, d.date, second.date))
        };
        if let Some(first) = slip {
            let at = [r.span(first.date.start, first.date.end), r.span(second.date.start, second.date.end)];
            out.push(Finding::medium(codes::text::two_dates(&second.thing, first.day, second.day, at)));
        }
    }
    out.extend(check_attributive_dates(r));
    out.extend(differing_settings(r));
    out.extend(check_vacated_hearings(r));
    out
}

/// `VACATES the April 8, 2024 hearing`, and in the conclusion `the April 9, 2024 hearing`.
fn check_vacated_hearings(r: &Reading<'_>) -> Vec<Finding> {
    let mut first: HashMap<u32, &Date> = HashMap::new();
    let mut out = Vec::new();
    for date in r.dates.iter().filter(|d| r.word(d.end) == "hearing") {
        let before = date.start.saturating_sub(3);
        if !(before..date.start).any(|i| r.word(i).starts_with("vacat")) {
            continue;
        }
        let known = *first.entry(r.unit(date.start)).or_insert(date);
        let (Some(a), Some(b)) = (known.day, date.day) else { continue };
        if a != b && (a - b).num_days().abs() < 8 {
            let at = [r.span(known.start, known.end), r.span(date.start, date.end)];
            out.push(Finding::medium(codes::text::two_dates("vacated hearing", a, b, at)));
        }
    }
    out
}

/// The thing that is due on `date`, if the sentence says so.
fn thing_due_on<'r>(r: &'r Reading<'_>, date: &'r Date, terms: &Long<'_>) -> Option<Due<'r>> {
    let day = date.day?;
    if let Some(thing) = event_named(r, date) {
        return Some(Due { thing, date, day, unit: r.unit(date.start), old: false });
    }
    let led = lead_of_date(r, date);
    let sentence = r.sentence(date.start);
    let old = match led.lead {
        Lead::By => false,
        Lead::From => r.has(led.at.saturating_sub(14).max(sentence.start), led.at, &["deadline", "date"]),
        _ => return None,
    };
    if led.lead == Lead::From && !old || r.tokens.get(date.start)?.quoted {
        return None;
    }
    let from = led.at.saturating_sub(24).max(sentence.start);
    let act = (from..led.at).rev().find(|i| ACTS.contains(&r.word(*i)))?;
    // Another date between the act and this one: the act belongs to that.
    if r.dates_in(&sentence).iter().any(|d| d.start > act && d.end <= led.at) {
        return None;
    }
    let thing = thing_named(r, act + 1, led.at, terms)?;
    Some(Due { thing, date, day, unit: r.unit(date.start), old })
}

/// `Expert reports are due D`, `the deadline for expert reports is D`, `the D deadline for expert reports`.
fn event_named(r: &Reading<'_>, date: &Date) -> Option<String> {
    let sentence = r.sentence(date.start);
    if r.tokens.get(date.start)?.quoted {
        return None;
    }
    let (from, to) = if r.word(date.end) == "deadline" && matches!(r.word(date.end + 1), "for" | "to") {
        let from = date.end + 2;
        let end = (from..sentence.end).find(|i| STOPS.contains(&r.word(*i)) || r.tokens.get(*i).is_none_or(is_mark));
        (from, end.unwrap_or(sentence.end))
    } else {
        let led = lead_of_date(r, date);
        let verb = if led.lead == Lead::By && r.word(led.at) == "due" { led.at } else { date.start };
        let verb = (verb.saturating_sub(2).max(sentence.start)..verb).find(|i| matches!(r.word(*i), "is" | "are"))?;
        let deadline = (verb.saturating_sub(9).max(sentence.start)..verb).rev().find(|i| r.word(*i) == "deadline");
        match deadline {
            Some(at) if r.word(at + 1) == "for" => (at + 2, verb),
            None if r.word(led.at) == "due" => {
                let back = (verb.saturating_sub(6).max(sentence.start)..verb).rev();
                let count =
                    back.take_while(|i| !STOPS.contains(&r.word(*i)) && !r.tokens.get(*i).is_none_or(is_mark)).count();
                (verb - count, verb)
            }
            _ => return None,
        }
    };
    let words: Vec<&str> = (from..to.min(from + 7)).map(|i| r.word(i)).filter(|w| !PLAIN.contains(w)).collect();
    let words: Vec<&str> = words.into_iter().skip_while(|w| ACTS.contains(w)).collect();
    let plain = words.iter().all(|w| w.chars().all(char::is_alphabetic) && !STOPS.contains(w));
    (plain && (2..=5).contains(&words.len())).then(|| words.join(" "))
}

fn is_mark(token: &Token<'_>) -> bool {
    token.kind == Kind::Mark
}

/// `a related privilege log of …` is a privilege log; `the CAR` is what CAR means.
fn thing_named(r: &Reading<'_>, from: usize, to: usize, terms: &Long<'_>) -> Option<String> {
    let start = (from..to).find(|i| !PLAIN.contains(&r.word(*i)))?;
    let word = |i: &usize| r.tokens.get(*i).is_some_and(|t| t.kind == Kind::Word) && !STOPS.contains(&r.word(*i));
    let end = (start..(start + 6).min(to)).find(|i| !word(i)).unwrap_or((start + 6).min(to));
    let name = r.quote(start, end);
    let long = terms.get(name.as_str()).cloned();
    let words = long.unwrap_or(start..end);
    let words: Vec<&str> = words.map(|i| r.word(i)).filter(|w| w.chars().all(char::is_alphabetic)).collect();
    (words.len() >= 2).then(|| words.join(" "))
}

/// `October 19, 2023 order` and `October 19, 2022 order`: the same day of two years.
fn check_attributive_dates(r: &Reading<'_>) -> Vec<Finding> {
    let mut seen: HashMap<(u32, u32, u32, &str), &Date> = HashMap::new();
    let mut out = Vec::new();
    for date in &r.dates {
        let Some(day) = date.day else { continue };
        let noun = r.word(date.end);
        if !matches!(noun, "order" | "hearing" | "opinion" | "ruling" | "conference" | "judgment" | "deadline") {
            continue;
        }
        let key = (r.unit(date.start), day.month(), day.day(), noun);
        match seen.get(&key) {
            Some(first) => {
                if let Some(other) = first.day.filter(|d| *d != day) {
                    let at = [r.span(first.start, first.end), r.span(date.start, date.end)];
                    out.push(Finding::medium(codes::text::two_dates(noun, other, day, at)));
                }
            }
            None => {
                seen.insert(key, date);
            }
        }
    }
    out
}

fn are_near(a: NaiveDate, b: NaiveDate) -> bool {
    a != b && ((a - b).num_days().abs() <= 10 || a.month() == b.month() && a.day() == b.day())
}

/// True where two sentences speak of one deadline of the same party, and neither changes it.
fn speak_of_one_deadline(r: &Reading<'_>, a: &Date, b: &Date) -> bool {
    let (a, b) = (r.sentence(a.start), r.sentence(b.start));
    let party = |s: &Range<usize>, w: &str| s.clone().any(|i| r.word(i).starts_with(w));
    let sides = ["plaintiff", "defendant", "petitioner", "respondent", "appell"];
    let differ = sides.iter().any(|w| party(&a, w) != party(&b, w));
    a != b && !differ && !r.has(a.start, a.end, CHANGES) && !r.has(b.start, b.end, CHANGES)
}
