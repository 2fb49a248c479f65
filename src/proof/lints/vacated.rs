//! `within 60 days from the date of the hearing`, in an order that vacates it.

use crate::diag::codes::text as say;
use crate::proof::Finding;
use crate::reading::Reading;
use crate::reading::numbers::duration;

pub(super) fn check(r: &Reading<'_>) -> Vec<Finding> {
    let units = by_unit(r);
    let mut out = Vec::new();
    for at in 0..r.tokens.len() {
        let Some(period) = duration(r, at) else { continue };
        let next = period.end;
        let Some(hearing) = (next + 1..next + 7).find(|i| r.word(*i) == "hearing") else { continue };
        let runs = matches!(r.word(next), "from" | "of" | "after" | "before" | "following" | "prior");
        let plain = (next + 1..hearing).all(|i| matches!(r.word(i), "the" | "date" | "of" | "to" | "said" | "this"));
        if !runs || !plain || r.word(hearing - 1) != "the" {
            continue;
        }
        let Some(&(vacated, reset)) = units.get(r.unit(at) as usize) else { continue };
        if let Some(v) = vacated.filter(|_| !reset) {
            let end = (v..v + 9).find(|i| r.word(*i) == "hearing").unwrap_or(v);
            out.push(Finding::medium(say::vacated(
                &r.quote(at, hearing + 1),
                r.span(at, hearing + 1),
                r.span(v, end + 1),
            )));
        }
    }
    out
}

/// `VACATES the April 8, 2024 hearing`.
fn vacates(r: &Reading<'_>, at: usize) -> bool {
    matches!(r.word(at), "vacates" | "vacating") && (at + 1..at + 9).any(|i| r.word(i) == "hearing")
}

/// For each order: where it vacates a hearing first, and whether it sets another.
fn by_unit(r: &Reading<'_>) -> Vec<(Option<usize>, bool)> {
    let mut units = vec![(None, false); r.tokens.last().map_or(0, |t| t.unit as usize + 1)];
    for at in 0..r.tokens.len() {
        let Some(unit) = units.get_mut(r.unit(at) as usize) else { continue };
        if unit.0.is_none() && vacates(r, at) {
            unit.0 = Some(at);
        }
        unit.1 |= matches!(r.word(at), "reset" | "resets" | "resetting" | "rescheduled" | "reschedules");
    }
    units
}
