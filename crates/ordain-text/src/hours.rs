//! Hours of a day, as orders write them.

use crate::token::Kind;
use crate::words::Words;

/// An hour of a day: minutes since midnight, and its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hour {
    pub(crate) minutes: u32,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The hour that begins at `at`: `2:30 p.m.`, `03:00 PM`, `9 a.m.`, `noon`.
pub(crate) fn hour_at(r: &Words<'_>, at: usize) -> Option<Hour> {
    if r.word(at) == "noon" {
        return Some(Hour { minutes: 12 * 60, start: at, end: at + 1 });
    }
    let number = |i: usize| -> Option<u32> {
        r.tokens.get(i).filter(|t| t.kind == Kind::Number && t.word.len() <= 2)?.word.parse().ok()
    };
    let hour = number(at).filter(|h| (1..=12).contains(h))?;
    let (minute, next) = match number(at + 2) {
        Some(m) if r.word(at + 1) == ":" && !r.gap(at + 1) && m < 60 => (m, at + 3),
        _ => (0, at + 1),
    };
    let (afternoon, end) = match r.word(next) {
        "am" => (false, next + 1),
        "pm" => (true, next + 1),
        half @ ("a" | "p") if r.at(next + 1, &[".", "m"]) => {
            (half == "p", next + 3 + usize::from(r.word(next + 3) == "." && !r.gap(next + 3)))
        }
        _ => return None,
    };
    let hour = hour % 12 + if afternoon { 12 } else { 0 };
    Some(Hour { minutes: hour * 60 + minute, start: at, end })
}

/// The hour beside a date: `April 5, 2024, at 2:00 p.m.`, `at 2:00 p.m. on April 5, 2024`.
pub(crate) fn hour_beside(r: &Words<'_>, start: usize, end: usize) -> Option<Hour> {
    let after = (end..end + 5)
        .take_while(|i| *i == end || matches!(r.word(*i - 1), "," | "at" | "(" | "a" | "the" | "hour" | "of"))
        .find_map(|i| hour_at(r, i));
    after.or_else(|| {
        let before = (start.saturating_sub(9)..start).find_map(|i| hour_at(r, i))?;
        (before.end..start).all(|i| matches!(r.word(i), "on" | "," | "." | "of")).then_some(before)
    })
}
