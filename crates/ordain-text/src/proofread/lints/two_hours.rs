//! A conference set for 1:30 a.m., at which counsel must appear at 1:30 p.m. of the same day.
//!
//! Reported of one event on one day within one order, where the two hours are beside
//! the day, and where neither is the hour of something else (check-in, doors).

use crate::dates::Date;
use crate::events::{EventName, Setting, may_be_one, setting_on};
use crate::hours::hour_beside;
use crate::proofread::changes::CHANGES;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// Words of a sentence that gives an hour for something before or after the event itself.
const APART: &[&str] =
    &["before", "prior", "arrive", "check", "line", "lobby", "doors", "call", "dial", "test", "until"];

/// So many settings back the first mention of an event is looked for.
const NEAR: usize = 60;

pub(super) fn differing_hours(r: &Reading<'_>) -> Vec<Finding> {
    let named: Vec<Setting<'_>> =
        r.dates.iter().filter_map(|d| setting_on(r, d).or_else(|| appearance_on(r, d))).collect();
    let mut out = Vec::new();
    for (i, later) in named.iter().enumerate() {
        let unit = r.unit(later.date.start);
        let same = |s: &&Setting<'_>| {
            r.unit(s.date.start) == unit && s.date.day == later.date.day && may_be_one(s.name, later.name)
        };
        let before = named.get(i.saturating_sub(NEAR)..i).unwrap_or(&[]);
        let Some(first) = before.iter().find(same) else { continue };
        let (Some(a), Some(b)) = (first.hour, later.hour) else { continue };
        let plain = |s: &Setting<'_>| {
            let sentence = r.sentence(s.date.start);
            !r.has(sentence.start, sentence.end, CHANGES) && !r.has(sentence.start, sentence.end, APART)
        };
        if later.date.day.is_some() && a.minutes != b.minutes && plain(first) && plain(later) {
            let (first, second) = (r.quote(a.start, a.end), r.quote(b.start, b.end));
            let at = [r.span(a.start, a.end), r.span(b.start, b.end)];
            out.push(Finding::medium(codes::text::two_hours(later.name.0, [&first, &second], at)));
        }
    }
    out
}

/// `shall appear at the conference on D, at 1:30 p.m.`
fn appearance_on<'r>(r: &'r Reading<'_>, date: &'r Date) -> Option<Setting<'r>> {
    let sentence = r.sentence(date.start);
    let verb = r.has(sentence.start, date.head, &["appear", "attend", "attendance", "participate", "join"]);
    let orders = r.has(sentence.start, date.head, &["shall", "must", "ordered", "directed", "required"]);
    let name: EventName<'r> = crate::events::event_mentioned_with(r, date)?;
    (verb && orders).then(|| Setting { name, date, hour: hour_beside(r, date.start, date.end) })
}
