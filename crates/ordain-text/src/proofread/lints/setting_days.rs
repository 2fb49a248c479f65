//! A hearing set for May 6, and reported of again as the hearing of May 7.
//!
//! Only where one day is set for it, the other is within ten days, and neither
//! sentence moves anything. Two settings of one event are compared where they
//! have the same hour, as when a clerk repeats what the order says. Across the
//! orders of a docket a finding is less sure: what lies between them is not in
//! the text. Part of the lint of things with two dates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::dates::Date;
use crate::events::{EventName, Setting, event_mentioned_with, may_be_one, setting_on};
use crate::leads::reports_a_statement;
use crate::proofread::changes::CHANGES;
use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Days between two dates of which one may be a slip for the other.
const NEAR: i64 = 10;

/// So many settings back an earlier one of the same event is looked for.
const SETTINGS: usize = 60;

/// For each order and noun, the events of that noun, each with the first two days set for it.
type ByNoun<'r> = BTreeMap<(u32, &'r str), BTreeMap<EventName<'r>, Vec<(Setting<'r>, NaiveDate)>>>;

/// An event that an order names with a day, and does not set.
struct Mentioned<'r> {
    unit: u32,
    name: EventName<'r>,
    date: &'r Date,
    day: NaiveDate,
}

pub(super) fn differing_settings(r: &Reading<'_>) -> Vec<Finding> {
    let mut set: Vec<(u32, Setting<'_>, NaiveDate)> = Vec::new();
    let mut mentioned: Vec<Mentioned<'_>> = Vec::new();
    for date in &r.dates {
        let Some(day) = date.day else { continue };
        if r.tokens.get(date.start).is_none_or(|t| t.quoted) {
            continue;
        }
        let unit = r.unit(date.start);
        if let Some(setting) = setting_on(r, date) {
            set.push((unit, setting, day));
        } else if let Some(name) =
            event_mentioned_with(r, date).filter(|_| !reports_a_statement(r, &r.sentence(date.start)))
        {
            mentioned.push(Mentioned { unit, name, date, day });
        }
    }
    let mut by_noun: ByNoun<'_> = BTreeMap::new();
    for (unit, setting, day) in &set {
        let known = by_noun.entry((*unit, setting.name.0)).or_default().entry(setting.name).or_default();
        // Two days are as many as it takes to know that there is not one.
        if known.len() < 2 && known.iter().all(|(_, d)| d != day) {
            known.push((*setting, *day));
        }
    }
    let mut out: Vec<Finding> = mentioned.iter().filter_map(|m| in_one_order(r, &by_noun, m)).collect();
    out.extend(mentioned.iter().filter_map(|m| in_two_orders(r, &set, m)));
    out.extend(set_twice(r, &set));
    out
}

fn two_days(
    r: &Reading<'_>,
    name: EventName<'_>,
    a: (&Date, NaiveDate),
    b: (&Date, NaiveDate),
    sure: Confidence,
) -> Finding {
    let at = [r.span(a.0.start, a.0.end), r.span(b.0.start, b.0.end)];
    Finding::new(sure, codes::text::two_dates(name.0, a.1, b.1, at))
}

/// An order sets one day for the only event of this name, and names another.
fn in_one_order(r: &Reading<'_>, by_noun: &ByNoun<'_>, m: &Mentioned<'_>) -> Option<Finding> {
    let of_order = by_noun.get(&(m.unit, m.name.0))?;
    // `the conference` names the one that is set, whatever its kind.
    let (Some((name, known)), 1) = (of_order.first_key_value(), of_order.len()) else { return None };
    let (first, first_day) = known.first()?;
    let one_day = known.len() == 1;
    let near = (*first_day - m.day).num_days().abs() <= NEAR && *first_day != m.day;
    let same = m.name.1.is_empty() || m.name.1 == name.1;
    let fits = near && one_day && same && moves_nothing(r, first.date) && moves_nothing(r, m.date);
    fits.then(|| two_days(r, m.name, (first.date, *first_day), (m.date, m.day), Confidence::Medium))
}

/// `the conference held on April 9`, which an earlier order of the docket set for April 10.
fn in_two_orders(r: &Reading<'_>, set: &[(u32, Setting<'_>, NaiveDate)], m: &Mentioned<'_>) -> Option<Finding> {
    // The orders of a docket right before this one.
    let end = set.partition_point(|(unit, ..)| *unit < m.unit);
    let near = set.get(end.saturating_sub(SETTINGS)..end).unwrap_or(&[]);
    let earlier = || near.iter().filter(|(_, s, _)| may_be_one(s.name, m.name));
    let (_, first, first_day) = earlier().next_back()?;
    let slip = earlier().all(|(_, _, day)| *day != m.day) && (*first_day - m.day).num_days().abs() <= NEAR;
    let apart = moves_nothing(r, first.date) && moves_nothing(r, m.date);
    (slip && apart).then(|| two_days(r, m.name, (first.date, *first_day), (m.date, m.day), Confidence::Low))
}

/// Two settings of one event for one hour of two days, the second without a word that moves it.
fn set_twice(r: &Reading<'_>, set: &[(u32, Setting<'_>, NaiveDate)]) -> Vec<Finding> {
    let mut out = Vec::new();
    for (i, (unit, later, day)) in set.iter().enumerate() {
        let of_name = |(_, s, _): &&(u32, Setting<'_>, NaiveDate)| may_be_one(s.name, later.name);
        let Some((first_unit, first, first_day)) =
            set.get(i.saturating_sub(SETTINGS)..i).unwrap_or(&[]).iter().rev().find(of_name)
        else {
            continue;
        };
        let one_hour = first.hour.zip(later.hour).is_some_and(|(a, b)| a.minutes == b.minutes);
        let near = first_day != day && (*first_day - *day).num_days().abs() <= NEAR;
        if !one_hour || !near || !moves_nothing(r, first.date) || !moves_nothing(r, later.date) {
            continue;
        }
        // The next hearing of a row is set once the one before it has been held.
        let pending = r.made(*unit).is_some_and(|(_, made)| made <= *first_day);
        let sure = if unit == first_unit { Confidence::Medium } else { Confidence::Low };
        if unit == first_unit || pending {
            out.push(two_days(r, later.name, (first.date, *first_day), (later.date, *day), sure));
        }
    }
    out
}

/// True where the sentence of a date moves nothing and adds no further event.
fn moves_nothing(r: &Reading<'_>, date: &Date) -> bool {
    let sentence = r.sentence(date.start);
    !r.has(sentence.start, sentence.end, CHANGES)
        && !r.has(sentence.start, sentence.end, &["further", "another", "next", "follow", "third", "additional"])
}
