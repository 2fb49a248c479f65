//! `within 21 days`, of nothing: the draft reads it from the entry of the order, says so, and asks.

use super::candidate::{Candidate, Context, Force, Formed};
use super::duties::duty;
use super::modals::{Form, first_modal};
use super::phrase::{Phrase, in_quotation_marks};
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

/// The statements of a sentence whose one period has no start.
pub(super) fn read_from_entry(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let modal = first_modal(p).filter(|m| m.form == Form::Base && matches!(m.force, Force::Must | Force::May));
    let period = modal.and_then(|_| bare_period(p));
    let Some((from, to)) = period.filter(|_| !p.has(STARTS) && p.dates().is_empty()) else { return Formed::nothing() };
    let Some(length) = count_at(p, from + 1).map(|(at, n)| format!("{n} {}", p.text(at..to))) else {
        return Formed::nothing();
    };
    let comma = usize::from(p.word(to) == ",");
    let rest = p.slice(0..from).and(&p.slice(to + comma..p.len()));
    let said = p.text(from..to);
    let clauses = format!(
        "\n     within {length} of this Order\n     reading {}",
        in_quotation_marks(&format!("{}, from the entry of this Order", said.to_lowercase()))
    );
    let timed = |c: Candidate| {
        let (act, more) = c.text.split_once("\n     ").map_or((c.text.as_str(), ""), |(act, more)| (act, more));
        let more = more.strip_prefix("no deadline").unwrap_or(more).trim_start_matches("\n     ");
        let more = if more.is_empty() { String::new() } else { format!("\n     {more}") };
        let remark = Some(format!(
            "`{said}` does not say after what: is it from the entry of this Order, as the draft reads it?"
        ));
        Candidate { text: format!("{act}{clauses}{more}"), remark, ..c }
    };
    Formed::of(duty(&rest, ctx).candidates.into_iter().map(timed).collect())
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
