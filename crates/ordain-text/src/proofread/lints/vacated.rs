//! `within 60 days from the date of the hearing`, in an order that vacates it.

use crate::dates::Date;
use crate::numbers::duration_at;
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

/// A hearing that an order vacates: where it says so, and the hearing's day if it names it.
#[derive(Debug, Clone, Copy)]
struct Vacated {
    start: usize,
    end: usize,
    day: Option<chrono::NaiveDate>,
}

pub(super) fn vacated_triggers(r: &Reading<'_>) -> Vec<Finding> {
    let units = by_unit(r);
    let mut out = Vec::new();
    for at in 0..r.tokens.len() {
        let Some(period) = duration_at(r, at) else { continue };
        let next = period.end;
        let Some(hearing) = (next + 1..next + 11).find(|i| r.word(*i) == "hearing") else { continue };
        let runs = matches!(r.word(next), "from" | "of" | "after" | "before" | "following" | "prior");
        // `the hearing`, `the April 8, 2024 hearing`.
        let dated = date_between(r, next + 1, hearing);
        let inside = |i: usize| dated.is_some_and(|d| (d.start..d.end).contains(&i));
        let small = |i: usize| matches!(r.word(i), "the" | "date" | "of" | "to" | "said" | "this");
        let definite = dated.map_or(hearing, |d| d.start).checked_sub(1).is_some_and(|i| r.word(i) == "the");
        if !runs || !definite || !(next + 1..hearing).all(|i| small(i) || inside(i)) {
            continue;
        }
        let Some(&(vacated, reset)) = units.get(r.unit(at) as usize) else { continue };
        let other = |v: &Vacated| v.day.zip(dated.and_then(|d| d.day)).is_some_and(|(a, b)| a != b);
        if let Some(v) = vacated.filter(|v| !reset && !other(v)) {
            let (words, trigger) = (r.quote(at, hearing + 1), r.span(at, hearing + 1));
            out.push(Finding::medium(codes::text::vacated(&words, trigger, r.span(v.start, v.end))));
        }
    }
    out
}

/// The first date that stands from `from` up to `to`.
fn date_between<'r>(r: &'r Reading<'_>, from: usize, to: usize) -> Option<&'r Date> {
    r.dates.get(r.dates.partition_point(|d| d.start < from)).filter(|d| d.end <= to)
}

/// `VACATES the April 8, 2024 hearing`; `the hearing set for April 8, 2024 is vacated`.
fn vacated_hearing_at(r: &Reading<'_>, at: usize) -> Option<Vacated> {
    let (start, end) = match r.word(at) {
        "vacates" | "vacating" => (at, (at + 1..at + 9).find(|i| r.word(*i) == "hearing")? + 1),
        "vacated" => {
            let verb = (at.saturating_sub(3)..at).find(|i| matches!(r.word(*i), "is" | "are"))?;
            let plain = (verb + 1..at).all(|i| matches!(r.word(i), "hereby" | "therefore" | "accordingly"));
            let sentence = r.sentence(at);
            let from = verb.saturating_sub(14).max(sentence.start);
            let hearing = (from..verb).rev().find(|i| r.word(*i) == "hearing").filter(|_| plain)?;
            (hearing, at + 1)
        }
        _ => return None,
    };
    let before = date_between(r, start.saturating_sub(8), start).filter(|d| d.end == start);
    Some(Vacated { start, end, day: before.or_else(|| date_between(r, start, end)).and_then(|d| d.day) })
}

/// For each order: the hearing it vacates first, and whether it sets another.
fn by_unit(r: &Reading<'_>) -> Vec<(Option<Vacated>, bool)> {
    let mut units = vec![(None, false); r.tokens.last().map_or(0, |t| t.unit as usize + 1)];
    for at in 0..r.tokens.len() {
        let Some(unit) = units.get_mut(r.unit(at) as usize) else { continue };
        if unit.0.is_none() {
            unit.0 = vacated_hearing_at(r, at);
        }
        unit.1 |= matches!(r.word(at), "reset" | "resets" | "resetting" | "rescheduled" | "reschedules");
    }
    units
}
