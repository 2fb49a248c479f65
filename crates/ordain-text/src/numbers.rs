//! Numbers, in figures and in words, and lengths of time.

use chrono::{Days, Months, NaiveDate};

use crate::token::Kind;
use crate::words::Words;

/// A number and the token after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: u64,
    pub(crate) end: usize,
    /// Written in words.
    pub(crate) words: bool,
}

/// What a length of time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `hours`.
    Hours,
    /// `days` of any kind.
    Days,
    /// Business days, court days: the calendar of the court decides.
    OpenDays,
    /// `weeks`.
    Weeks,
    /// `months`.
    Months,
    /// `years`.
    Years,
}

/// `twenty-one (21) days`: tokens, amount, unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// The first token.
    pub start: usize,
    /// The token behind its last.
    pub end: usize,
    /// How many.
    pub amount: u64,
    /// Of what.
    pub unit: Unit,
}

impl Duration {
    /// The day this long after (or before) `from`; none for hours and open days.
    pub fn from(self, from: NaiveDate, back: bool) -> Option<NaiveDate> {
        let days = |n: u64| {
            let step = Days::new(n);
            if back { from.checked_sub_days(step) } else { from.checked_add_days(step) }
        };
        let months = |n: u64| {
            let step = Months::new(u32::try_from(n).ok()?);
            if back { from.checked_sub_months(step) } else { from.checked_add_months(step) }
        };
        match self.unit {
            Unit::Days => days(self.amount),
            Unit::Weeks => days(self.amount.checked_mul(7)?),
            Unit::Months => months(self.amount),
            Unit::Years => months(self.amount.checked_mul(12)?),
            Unit::Hours | Unit::OpenDays => None,
        }
    }
}

/// A number in one word: `no` is none here.
fn number_in_one_word(word: &str) -> Option<u64> {
    let letters = word != "no" && word.bytes().all(|b| b.is_ascii_lowercase());
    ordain_base::words::number(word).filter(|_| letters)
}

/// The number that begins at `at`: `12`, `18,000`, `twenty-one`, `one hundred and twenty`.
pub(crate) fn number_at(r: &Words<'_>, at: usize) -> Option<Number> {
    let first = r.tokens.get(at)?;
    if first.kind == Kind::Number { figures_at(r, at) } else { in_words(r, at) }
}

fn figures_at(r: &Words<'_>, at: usize) -> Option<Number> {
    let mut value: u64 = r.word(at).parse().ok()?;
    let mut end = at + 1;
    let glued = |i: usize| r.tokens.get(i).is_some_and(|t| !t.gap);
    while r.word(end) == "," && glued(end) && glued(end + 1) && r.word(end + 1).len() == 3 {
        let Ok(group) = r.word(end + 1).parse::<u64>() else { break };
        value = value.checked_mul(1000)?.checked_add(group)?;
        end += 2;
    }
    Some(Number { value, end, words: false })
}

fn in_words(r: &Words<'_>, at: usize) -> Option<Number> {
    let (mut value, mut end) = below_hundred(r, at)?;
    if r.word(end) == "hundred" {
        value *= 100;
        end += 1;
        let rest = if r.word(end) == "and" { end + 1 } else { end };
        if let Some((more, next)) = below_hundred(r, rest) {
            value += more;
            end = next;
        }
    }
    Some(Number { value, end, words: true })
}

fn below_hundred(r: &Words<'_>, at: usize) -> Option<(u64, usize)> {
    let ten = number_in_one_word(r.word(at))?;
    if ten < 20 {
        return Some((ten, at + 1));
    }
    let next = if r.word(at + 1) == "-" { at + 2 } else { at + 1 };
    match number_in_one_word(r.word(next)) {
        Some(one @ 1..=9) => Some((ten + one, next + 1)),
        _ => Some((ten, at + 1)),
    }
}

/// The figure in `(21)` at `at`, and the token after the parenthesis.
pub(crate) fn parenthesized_figure_at(r: &Words<'_>, at: usize) -> Option<(u64, usize)> {
    if r.word(at) != "(" {
        return None;
    }
    let n = figures_at(r, at + 1)?;
    (r.word(n.end) == ")").then_some((n.value, n.end + 1))
}

/// The length of time that begins at `at`.
pub fn duration_at(r: &Words<'_>, at: usize) -> Option<Duration> {
    let n = number_at(r, at)?;
    let mut end = parenthesized_figure_at(r, n.end).map_or(n.end, |(_, next)| next);
    if r.word(end) == "-" {
        end += 1;
    }
    let open = matches!(r.word(end), "business" | "court" | "working");
    if open || matches!(r.word(end), "calendar" | "consecutive" | "full" | "additional" | "more") {
        end += 1;
    }
    let unit = match r.word(end) {
        "day" | "days" | "days'" if open => Unit::OpenDays,
        "day" | "days" => Unit::Days,
        "week" | "weeks" => Unit::Weeks,
        "month" | "months" => Unit::Months,
        "year" | "years" => Unit::Years,
        "hour" | "hours" => Unit::Hours,
        _ => return None,
    };
    Some(Duration { start: at, end: end + 1, amount: n.value, unit })
}
