//! One act, or several, as a statement: whom it binds, what is to be done, by when, on which condition.

use super::acts::{ActWords, verb_at_start, wordings_of_thing};
use super::bearers::Bearer;
use super::candidate::{Candidate, Context, Declared, Force, Formed};
use super::clauses::{cut_clauses, time_clauses, without_edge_commas};
use super::guard::obstacle_to_quoting;
use super::manner::{IF_ANY, without_if_any};
use super::modals::{Form, Modal};
use super::phrase::Phrase;
use super::sharing::bearer_bound;
use super::times::Time;
use super::unlisted::unlisted_verb;

/// One act, or several that `and` joins, with their times and conditions.
pub(super) fn build_acts<'r, 't>(
    bearer: &Bearer,
    modal: Modal,
    rest: &Phrase<'r, 't>,
    mut times: Vec<(Time, Phrase<'r, 't>)>,
    mut clauses: Vec<String>,
    ctx: &Context<'_>,
) -> Formed {
    if let Some(rest) = without_if_any(rest).filter(|_| modal.force == Force::Must && is_filing(rest)) {
        return may_be_filed(bearer, modal, &rest, times, clauses, ctx);
    }
    let (either, rest) = without_either(rest);
    let (otherwise, rest) = without_otherwise(&rest);
    let (verb, len, own_verb) = match verb_of(&rest, modal, ctx) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    let body = rest.slice(len..rest.len());
    // `show cause as to why`
    let as_to = usize::from(verb == "show cause" && body.at(0, &["as", "to", "why"])) * 2;
    let body = body.slice(as_to..body.len());
    let cut = match cut_clauses(&body, ctx) {
        Ok(cut) => cut,
        Err(why) => return Formed::question(why),
    };
    clauses.extend(cut.clauses.clone());
    if modal.force == Force::MustNot && clauses.iter().any(|c| c.starts_with("manner \"without")) {
        return Formed::question("what may be done, and on which condition?");
    }
    let own_times = cut.times.len();
    times.extend(cut.times);
    let (acts, join) = match several(&cut.rest, modal.form, ctx) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    if either && (join == Join::And || acts.len() != 2) {
        return Formed::question("which of these acts are alternatives?");
    }
    if acts.len() > 1 && own_times > 0 && cut.first_time.is_some_and(|t| t < last_act(&body, &acts)) {
        return Formed::question("which of these acts has this time?");
    }
    if lacks_thing(&verb, &acts) {
        return Formed::question(format!("{verb} what?"));
    }
    let modality = modality_in_words(modal.force);
    let bearer = match bearer_bound(bearer, &verb, modal, &acts, &mut clauses) {
        Ok(bearer) => bearer,
        Err(why) => return Formed::question(why),
    };
    let Some(who) = bearer.with(modality) else { return Formed::nothing() };
    let mut candidates = Vec::new();
    // `meaningfully confer`: how, where the language does not know the word before the verb.
    let mut verbs = vec![(verb.clone(), None)];
    let adverb = verb.split_once(' ').filter(|(a, _)| a.ends_with("ly"));
    // `shall not knowingly use`: without the word, more would be forbidden.
    if let Some((adverb, bare)) = adverb.filter(|_| matches!(modal.force, Force::Must | Force::Should)) {
        verbs.push((bare.to_owned(), Some(format!("manner \"{adverb}\""))));
    }
    for (verb, manner) in &verbs {
        for act in acts_in_words(verb, &acts, join, ctx) {
            let act = if either { format!("either {act}") } else { act };
            for (when, mut declares) in time_clauses(&times, ctx) {
                declares.extend(own_verb.clone());
                let clauses: Vec<String> = clauses.iter().chain(manner).cloned().collect();
                let mut found = finish_statement(&who, &act, &when, &clauses, declares, modal.force);
                if either || otherwise {
                    found.iter_mut().for_each(|c| c.implied = &["either", "otherwise"]);
                }
                candidates.extend(found);
            }
        }
    }
    // Where the order's own words may not be quoted, the word in the way says why.
    let question = acts.iter().find_map(|(_, thing)| obstacle_to_quoting(thing, ctx.verbs));
    let question = question.map(|w| format!("`{w}` says more than what the thing is: write it as a clause of its own"));
    Formed { candidates, question }
}

/// `shall issue forthwith, and the Marshal shall serve, all process`: what, is said elsewhere.
fn lacks_thing(verb: &str, acts: &[ActWords<'_, '_>]) -> bool {
    matches!(acts, [(None, thing)] if thing.is_empty()) && NEEDS_THING.contains(&verb)
}

/// `shall file a reply, if any, by D`: it may be filed, and need not.
fn may_be_filed<'r, 't>(
    bearer: &Bearer,
    modal: Modal,
    rest: &Phrase<'r, 't>,
    times: Vec<(Time, Phrase<'r, 't>)>,
    clauses: Vec<String>,
    ctx: &Context<'_>,
) -> Formed {
    let mut formed = build_acts(bearer, Modal { force: Force::May, ..modal }, rest, times, clauses, ctx);
    for candidate in &mut formed.candidates {
        candidate.remark = Some(IF_ANY.to_owned());
        candidate.implied = &["if"];
    }
    formed
}

/// `file a reply, if any`: an act on a paper that there may be or not.
fn is_filing(rest: &Phrase<'_, '_>) -> bool {
    matches!(rest.word(0), "file" | "serve" | "submit") && !rest.has(&["cause"])
}

/// Verbs that say nothing without a thing.
const NEEDS_THING: &[&str] = &[
    "issue",
    "serve",
    "file",
    "produce",
    "provide",
    "submit",
    "send",
    "deliver",
    "disclose",
    "identify",
    "complete",
    "prepare",
    "make",
    "return",
    "mail",
    "transmit",
    "pay",
    "enter",
    "close",
    "terminate",
    "exchange",
    "supply",
];

/// `must`, `must not`, `may`, `should`.
pub(super) const fn modality_in_words(force: Force) -> &'static str {
    match force {
        Force::Must => "must",
        Force::MustNot => "must not",
        Force::May => "may",
        _ => "should",
    }
}

/// `must either pay the fee or file an application`: whether `either` leads, and what follows.
fn without_either<'r, 't>(rest: &Phrase<'r, 't>) -> (bool, Phrase<'r, 't>) {
    let either = rest.word(0) == "either";
    (either, rest.slice(usize::from(either)..rest.len()))
}

/// `answer or otherwise respond to the complaint`: who answers it responds to it.
fn without_otherwise<'r, 't>(rest: &Phrase<'r, 't>) -> (bool, Phrase<'r, 't>) {
    let otherwise = (1..rest.len().min(6)).find(|i| {
        rest.word(*i) == "otherwise" && rest.word(i - 1) == "or" && matches!(rest.word(i + 1), "respond" | "move")
    });
    match otherwise {
        Some(at) => (true, rest.slice(0..at).and(&rest.slice(at + 1..rest.len()))),
        None => (false, rest.clone()),
    }
}

/// The verb, how many words it has, and its declaration where the language does not know it.
fn verb_of(
    rest: &Phrase<'_, '_>,
    modal: Modal,
    ctx: &Context<'_>,
) -> Result<(String, usize, Option<Declared>), String> {
    match (verb_at_start(rest, modal.form, ctx), unlisted_verb(rest, modal.form)) {
        (Some((verb, len)), _) => Ok((verb, len, None)),
        (None, Some((verb, len, declared))) => Ok((verb, len, Some(declared))),
        (None, None) if !rest.is_word(0) => Err("what must be done?".to_owned()),
        (None, None) => Err(format!(
            "`{}` is not a verb that Ordain knows: use one that it knows, or declare it with `verb`",
            rest.word(0)
        )),
    }
}

/// The lines of a statement; without a time, in the words that say there is none.
fn finish_statement(
    who: &str,
    act: &str,
    when: &[String],
    clauses: &[String],
    declares: Vec<Declared>,
    force: Force,
) -> Vec<Candidate> {
    let mut lines = vec![format!("{who} {}", act.trim())];
    lines.extend(when.iter().cloned());
    let none = match force {
        Force::Must if when.is_empty() => Some("no deadline"),
        Force::MustNot if when.is_empty() => Some("continuing"),
        _ => None,
    };
    lines.extend(none.map(str::to_owned));
    lines.extend(clauses.iter().cloned());
    let remark = none.map(|n| match n {
        "continuing" => "the order states no end".to_owned(),
        _ if clauses.iter().any(|c| c.starts_with("manner \"within")) => {
            "the order takes the time from elsewhere: which day is it?".to_owned()
        }
        _ => "the order states no time".to_owned(),
    });
    vec![Candidate { declares, remark, ..Candidate::new(lines.join("\n     "), force) }]
}

/// The place of the last act among the words.
fn last_act(body: &Phrase<'_, '_>, acts: &[ActWords<'_, '_>]) -> usize {
    let id = acts.last().and_then(|(_, p)| p.ids().first().copied());
    id.and_then(|id| body.ids().iter().position(|i| *i == id)).unwrap_or(0)
}

/// What joins several acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    And,
    Or,
}

impl Join {
    const fn word(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

/// `an answer and serve it on Plaintiff`: the first thing, then each further verb with its thing, and what joins them.
fn several<'r, 't>(p: &Phrase<'r, 't>, form: Form, ctx: &Context<'_>) -> Result<(Vec<ActWords<'r, 't>>, Join), String> {
    let mut out: Vec<ActWords<'r, 't>> = Vec::new();
    let (mut from, mut own) = (0, None);
    // `show cause why sanctions should not be imposed for the failure to appear and to serve`: one question.
    let asked = matches!(p.word(0), "why" | "whether");
    // `decide who will prepare and file the report`: what is asked may go on behind `and`.
    if matches!(p.word(0), "who" | "what" | "which" | "how" | "when" | "where") {
        return Ok((vec![(None, p.clone())], Join::And));
    }
    let mut joins: Vec<Join> = Vec::new();
    for at in 0..p.len() {
        let join = match p.word(at) {
            "and" => Join::And,
            "or" => Join::Or,
            _ => continue,
        };
        if !p.top(at) || at <= from || asked && p.word(at + 1) == "to" {
            continue;
        }
        // `complete the form and to pay the fee`
        let to = usize::from(form == Form::Base && p.word(at + 1) == "to");
        // `enter orders required to avoid delay and to preserve rights`: what the thing is for goes on.
        const NO_VERB: &[&str] =
            &["the", "a", "an", "its", "their", "his", "her", "any", "all", "each", "this", "that", "these"];
        let infinitive =
            |i: usize| p.word(i) == "to" && p.is_word(i + 1) && !p.capital(i + 1) && !NO_VERB.contains(&p.word(i + 1));
        if to > 0 && (from..at).any(infinitive) {
            continue;
        }
        let rest = p.slice(at + 1 + to..p.len());
        let Some((more, len)) = verb_at_start(&rest, form, ctx) else { continue };
        // `the grounds for reversal or remand`: a noun that is a verb too.
        let thing = at + 1 + to + len;
        if join == Join::Or && (thing >= p.len() || p.word(thing) == "of") {
            continue;
        }
        let before = if p.word(at - 1) == "," { at } else { at - 1 };
        let act = obstacle_to_quoting(&p.slice(before..p.len()), ctx.verbs);
        if act.is_none_or(|w| w.split(' ').next() != Some(join.word())) {
            continue;
        }
        out.push((own.take(), without_edge_commas(&p.slice(from..at))));
        own = Some(more);
        joins.push(join);
        from = at + 1 + to + len;
    }
    out.push((own, without_edge_commas(&p.slice(from..p.len()))));
    match joins.as_slice() {
        [] => Ok((out, Join::And)),
        [first, rest @ ..] if rest.iter().all(|j| j == first) => Ok((out, *first)),
        _ => Err("which of these acts are alternatives?".to_owned()),
    }
}

/// The acts in words: all in those of the language, then in those of the order.
fn acts_in_words(verb: &str, acts: &[ActWords<'_, '_>], join: Join, ctx: &Context<'_>) -> Vec<String> {
    let ways: Vec<Vec<String>> = acts.iter().map(|(_, thing)| wordings_of_thing(thing, ctx)).collect();
    if ways.len() == 1 {
        return ways.into_iter().flatten().map(|thing| format!("{verb} {thing}")).collect();
    }
    let most = ways.iter().map(Vec::len).max().unwrap_or(0);
    let mut out = Vec::new();
    // The first in words of the language with the others in words of the order, and the other way round.
    for first in 0..most.min(4) {
        for others in 0..most.min(4) {
            let mut words = Vec::new();
            for (i, (own, _)) in acts.iter().enumerate() {
                let Some(way) =
                    ways.get(i).and_then(|w| w.get(if i == 0 { first } else { others }.min(w.len().saturating_sub(1))))
                else {
                    continue;
                };
                words.push(format!("{} {way}", own.as_deref().unwrap_or(verb)).trim().to_owned());
            }
            let text = words.join(&format!(" {} ", join.word())).replace("jointly ", "");
            if !out.contains(&text) {
                out.push(text);
            }
        }
    }
    out
}
