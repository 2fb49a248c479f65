//! `shall have until D to file`, `is granted thirty days from the date of this order in which to file`: a time, and
//! what may or must be done in it.

use super::acts::verb_at_start;
use super::build::build_acts;
use super::candidate::{Context, Formed};
use super::clauses::without_edge_commas;
use super::days::day_at;
use super::leads::Lead;
use super::modals::{Form, Modal};
use super::phrase::Phrase;
use super::times::{Time, bare_period, times_of_phrase};

/// `rest` begins with `have`, `granted` or the like.
pub(super) fn allowance(rest: &Phrase<'_, '_>, lead: Lead<'_, '_>, modal: Modal, ctx: &Context<'_>) -> Formed {
    let body = rest.slice(1..rest.len());
    let acts = |i: &usize| {
        body.top(*i)
            && body.word(*i) == "to"
            && verb_at_start(&body.slice(i + 1..body.len()), Form::Base, ctx).is_some()
    };
    let Some(to) = (1..body.len()).find(acts) else { return Formed::nothing() };
    let mut head = without_edge_commas(&body.slice(0..to));
    if head.len() > 2 && head.last() == "which" {
        head = without_edge_commas(&head.slice(0..head.len() - 2));
    }
    let time = match only_time_of(&head) {
        Ok(Some(time)) => time,
        Ok(None) => return Formed::nothing(),
        Err(why) => return Formed::question(why),
    };
    let mut all = lead.times;
    all.push((time, head));
    build_acts(&lead.bearer, modal, &body.slice(to + 1..body.len()), all, lead.clauses, ctx)
}

/// The one time that all words of the head are.
fn only_time_of(head: &Phrase<'_, '_>) -> Result<Option<Time>, String> {
    // `to and including D`: of an act that is done once, its last day.
    let from = match head.word(0) {
        "to" if head.at(1, &["and", "including"]) => 3,
        "until" if head.at(1, &["and", "including"]) => 3,
        "until" => 1,
        _ => 0,
    };
    if from > 0
        && let Some((end, text)) = day_at(head, from)?
    {
        let whole = Time { at: 0..end, text: format!("by {text}"), anchor: None, vague: false };
        return Ok((end == head.len()).then_some(whole));
    }
    if let Some(time) = bare_period(head, 0)? {
        return Ok((time.at.end == head.len()).then_some(time));
    }
    let found = times_of_phrase(head)?;
    Ok(found.into_iter().next().filter(|t| t.at == (0..head.len())))
}
