//! `shall disclose experts by May 6 and provide reports by June 3`: acts of one party, each with its own time.

use super::acts::verb_at_start;
use super::bearers::read_bearer;
use super::candidate::Context;
use super::guard::obstacle_to_quoting;
use super::modals::{Form, first_modal};
use super::openings::operative_words;
use super::phrase::Phrase;
use super::times::{Time, times_of_phrase};

/// One of several acts.
pub(super) struct Apart<'r, 't> {
    /// Whom the sentence binds, and what this act is.
    pub(super) words: Phrase<'r, 't>,
    /// The act's own words.
    pub(super) own: Phrase<'r, 't>,
    pub(super) doubt: Option<String>,
}

/// The acts of a clause, where one that has a time comes before another act; nothing where the clause is one.
pub(super) fn acts_apart<'r, 't>(
    clause: &Phrase<'r, 't>,
    own: &Phrase<'r, 't>,
    ctx: &Context<'_>,
) -> Vec<Apart<'r, 't>> {
    let words = operative_words(clause);
    let Some(modal) = first_modal(&words).filter(|m| m.form == Form::Base) else { return Vec::new() };
    if read_bearer(&words.slice(0..modal.start), ctx.names).is_none() {
        return Vec::new();
    }
    let acts = words.slice(modal.end..words.len());
    // `shall file by D, and each defendant shall file and serve`: what somebody else must do is no act of the first.
    if (1..acts.len())
        .any(|i| acts.top(i) && matches!(acts.word(i), "shall" | "must") && !matches!(acts.word(i - 1), "and" | ","))
    {
        return Vec::new();
    }
    let Ok(found) = times_of_phrase(&acts) else { return Vec::new() };
    // It is not clear of which acts a condition is. The `or` of `on or before` is no alternative.
    let in_time = |at: usize| found.iter().any(|t| t.at.contains(&at));
    let alternative = (0..acts.len()).any(|at| acts.word(at) == "or" && acts.top(at) && !in_time(at));
    if alternative || acts.has(&["if", "unless", "except", "provided", "either"]) {
        return Vec::new();
    }
    let cuts = cuts(&acts, &found, ctx);
    if cuts.is_empty() {
        return Vec::new();
    }
    let ends = cuts.iter().map(|c| c.0).chain([acts.len()]);
    let starts = [0].into_iter().chain(cuts.iter().map(|c| c.1));
    let place = |at: usize| acts.ids().get(at).and_then(|id| own.ids().iter().position(|i| i == id));
    let mut out: Vec<Apart<'r, 't>> = Vec::new();
    for (from, to) in starts.zip(ends) {
        let act = acts.slice(from..to);
        let own_from = if from == 0 { Some(0) } else { place(from) };
        let own_to = if to == acts.len() { Some(own.len()) } else { place(to) };
        let (Some(own_from), Some(own_to)) = (own_from, own_to) else { return Vec::new() };
        let timed = found.iter().any(|t| (from..to).contains(&t.at.start));
        let doubt = if !timed {
            Some("does the time of the act before it belong to this act too?".to_owned())
        } else {
            ["it", "them", "same", "he", "she", "they"]
                .iter()
                .find(|w| act.has(&[w]))
                .map(|w| format!("what is `{w}`?"))
        };
        let doubt = doubt.filter(|_| from > 0);
        let words = words.slice(0..modal.end).and(&act);
        out.push(Apart { words, own: own.slice(own_from..own_to), doubt });
    }
    out
}

/// Where an act with a time ends, and where the next begins.
fn cuts(acts: &Phrase<'_, '_>, found: &[Time], ctx: &Context<'_>) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for at in 1..acts.len() {
        let from = out.last().map_or(0, |c| c.1);
        let timed = found.iter().any(|t| t.at.start >= from && t.at.end <= at);
        let joins = acts.word(at) == "and" || acts.word(at) == "," && acts.word(at + 1) != "and";
        // `promptly meet and confer` is one act.
        let one = acts.word(at - 1) == "meet" && (acts.word(at + 1) == "confer" || acts.at(at + 1, &["to", "confer"]));
        if one || !timed || !joins || !acts.top(at) || found.iter().any(|t| t.at.contains(&at)) {
            continue;
        }
        let mut next = at + 1;
        while matches!(acts.word(next), "to" | "shall" | "must" | "then" | "also") {
            next += 1;
        }
        let is_act = verb_at_start(&acts.slice(next..acts.len()), Form::Base, ctx).is_some()
            && obstacle_to_quoting(&acts.slice(at..acts.len()), ctx.verbs)
                .is_some_and(|w| w.starts_with(acts.word(at)));
        // `documents produced by May 6 and describe how they were kept`: still of the documents.
        let relative = acts.slice(from..at).has(&["that", "which", "who", "how", "why", "whether", "where"]);
        if is_act && !relative {
            let comma = usize::from(acts.word(at - 1) == ",");
            out.push((at - comma, next));
        }
    }
    out
}
