//! `within 21 days`, of nothing: when it begins is asked, and the form that counts from the order is shown beside.

use super::candidate::{Candidate, Context, Force};
use super::duties::duty;
use super::modals::{Form, first_modal};
use super::phrase::Phrase;
use super::times::count_at;

/// Words that may start a period: then nobody knows that it runs from the order.
const STARTS: &[&str] = &[
    "if",
    "unless",
    "upon",
    "after",
    "once",
    "when",
    "following",
    "thereafter",
    "response",
    "respond",
    "oppose",
    "opposition",
    "reply",
    "objection",
    "objections",
    "object",
    "answer",
    "service",
    "served",
    "receipt",
    "until",
    "appeal",
    "each",
    "every",
    "notice",
    "days'",
    "least",
    "before",
    "prior",
    "extended",
    "extension",
    "additional",
];

/// The statements of a sentence whose one period has no start, as they would be if the order started it.
pub(super) fn from_entry(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Vec<Candidate> {
    let modal = first_modal(p).filter(|m| m.form == Form::Base && matches!(m.force, Force::Must | Force::May));
    let period = modal.and_then(|_| bare_period(p));
    let Some((from, to)) = period.filter(|_| !p.has(STARTS) && p.dates().is_empty()) else { return Vec::new() };
    let Some(length) = count_at(p, from + 1).map(|(at, n)| format!("{n} {}", p.text(at..to))) else {
        return Vec::new();
    };
    let comma = usize::from(p.word(to) == ",");
    let rest = p.slice(0..from).and(&p.slice(to + comma..p.len()));
    let time = format!("\n     within {length} of this Order");
    let timed = |c: Candidate| {
        let (act, more) = c.text.split_once("\n     ").map_or((c.text.as_str(), ""), |(act, more)| (act, more));
        let more = more.strip_prefix("no deadline").unwrap_or(more).trim_start_matches("\n     ");
        let more = if more.is_empty() { String::new() } else { format!("\n     {more}") };
        Candidate { text: format!("{act}{time}{more}"), ..c }
    };
    duty(&rest, ctx).candidates.into_iter().map(timed).collect()
}

/// The one `within 21 days` of a sentence, behind which no event is named.
fn bare_period(p: &Phrase<'_, '_>) -> Option<(usize, usize)> {
    let mut all = (0..p.len()).filter(|i| p.top(*i) && p.word(*i) == "within");
    let (from, None) = (all.next()?, all.next()) else { return None };
    let (at, _) = count_at(p, from + 1)?;
    let unit = matches!(p.word(at), "days" | "day" | "weeks" | "week");
    let ends =
        matches!(p.word(at + 1), "" | "," | "." | "to" | "with" | "a" | "an" | "the" | "his" | "her" | "its" | "their")
            || from == 0 && p.word(at + 1) == ",";
    (unit && ends).then_some((from, at + 1))
}
