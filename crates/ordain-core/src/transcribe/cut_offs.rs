//! `Dispositive motions are due by D`, `Discovery closes on D`: a day for something, without anybody who must do it;
//! and `Plaintiff's brief is due by D`, which says whose it is.

use super::candidate::{Candidate, Context, Force, Formed};
use super::clauses::{time_clauses, without_edge_commas};
use super::days::day_at;
use super::guard::obstacle_to_quoting;
use super::manner::{IF_ANY, without_if_any};
use super::names::Names;
use super::phrase::{Phrase, in_quotation_marks};
use super::times::{Time, bare_period, times_of_phrase};

pub(super) fn cut_off(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    if let Some(at) = p.find(1, &["due"]) {
        return form_of_due(p, at, ctx);
    }
    if let Some(at) = (1..p.len()).find(|i| p.top(*i) && matches!(p.word(*i), "closes" | "close" | "ends")) {
        let before = if matches!(p.word(at - 1), "will" | "shall") { at - 1 } else { at };
        return form_of_closing(p, before, at + 1, ctx);
    }
    // `Disclosure of experts is required by D`
    let required = (2..p.len()).find(|i| {
        p.top(*i)
            && p.word(*i) == "required"
            && matches!(p.word(i - 1), "is" | "are")
            && matches!(p.word(i + 1), "by" | "no" | "on")
            && super::papers::is_thing(p.word(super::requirements::head_noun_at(&p.slice(0..i - 1))))
    });
    if let Some(at) = required {
        return form_of_due(p, at, ctx);
    }
    form_of_deadline(p, ctx)
}

/// `X is due by D`, `X due D`.
fn form_of_due(p: &Phrase<'_, '_>, at: usize, ctx: &Context<'_>) -> Formed {
    let mut end = at;
    while end > 0 && matches!(p.word(end - 1), "is" | "are" | "be" | "shall" | "will" | "must" | "also" | "now") {
        end -= 1;
    }
    let thing = without_edge_commas(&p.slice(0..end));
    let rest = p.slice(at + 1..p.len());
    let (time, tail) = match time_at_start(&rest) {
        Ok(Some(found)) => found,
        Ok(None) => return Formed::nothing(),
        Err(why) => return Formed::question(why),
    };
    if !without_edge_commas(&tail).is_empty() {
        return Formed::question(format!("`{}` limits this", tail.all()));
    }
    form_of_named_thing(&thing, vec![(time, rest)], ctx)
}

/// A time at the beginning, and what follows it.
pub(super) fn time_at_start<'r, 't>(rest: &Phrase<'r, 't>) -> Result<Option<(Time, Phrase<'r, 't>)>, String> {
    let from = usize::from(rest.word(0) == ":");
    if let Some((end, text)) = day_at(rest, from)? {
        let time = Time { at: 0..end, text: format!("by {text}"), anchor: None, vague: false };
        return Ok(Some((time, rest.slice(end..rest.len()))));
    }
    if let Some(time) = bare_period(rest, from)? {
        let end = time.at.end;
        return Ok(Some((time, rest.slice(end..rest.len()))));
    }
    let found = times_of_phrase(rest)?;
    let Some(first) = found.into_iter().next().filter(|t| t.at.start == 0) else { return Ok(None) };
    let end = first.at.end;
    let by = first.text.strip_prefix("on ").filter(|d| !d.starts_with("or ")).map(|d| format!("by {d}"));
    let time = Time { text: by.unwrap_or(first.text), ..first };
    Ok(Some((time, rest.slice(end..rest.len()))))
}

/// Whose the thing is, or a cut-off.
fn form_of_named_thing(thing: &Phrase<'_, '_>, times: Vec<(Time, Phrase<'_, '_>)>, ctx: &Context<'_>) -> Formed {
    // `The record was filed on D and the brief is due`: how things are.
    let told = thing
        .find(0, &["was", "were", "is", "are", "has", "had", "have", "will", "been"])
        .is_some_and(|i| !(0..i).any(|b| matches!(thing.word(b), "that" | "which" | "who" | "as" | "if" | "any")));
    if told || thing.find(0, &[";"]).is_some() {
        return Formed::question(format!("what is due, and from whom: `{}`?", thing.all()));
    }
    let the = usize::from(thing.word(0) == "the");
    let owner = ctx.names.possessive(thing, the);
    // `Petitioner Opening Brief due D` of a docket.
    let beside = ctx
        .names
        .at(thing, the)
        .filter(|(n, len)| n.who == super::names::Who::Party && thing.capital(the + len) && the + len < thing.len());
    let mut candidates = Vec::new();
    if let Some((name, len)) = owner.or(beside) {
        let own = thing.slice(the + len..thing.len());
        let optional = without_if_any(&own);
        let own = optional.clone().unwrap_or(own);
        if own.is_empty() || obstacle_to_quoting(&own, ctx.verbs).is_some() {
            return Formed::question(format!("what is due from {}?", Names::in_statement(name)));
        }
        let who = Names::in_statement(name);
        if name.who == super::names::Who::Parties && ctx.names.parties.len() < 2 {
            return Formed::question("the paper names only one of the parties: who are the others?");
        }
        // The parties' joint paper is one.
        let jointly = if name.who == super::names::Who::Parties && own.word(0) == "joint" { " jointly" } else { "" };
        for way in [ctx.names.renamed(&own, 0, own.len()), in_quotation_marks(&own.all())] {
            for (when, declares) in time_clauses(&times, ctx) {
                let (modality, force) = if optional.is_some() { ("may", Force::May) } else { ("must", Force::Must) };
                let text = format!("{who}{jointly} {modality} file {way}\n     {}", when.join("\n     "));
                let remark = optional.is_some().then(|| IF_ANY.to_owned());
                candidates.push(Candidate { declares, remark, implied: &["if"], ..Candidate::new(text, force) });
            }
        }
        return Formed::of(candidates);
    }
    let every = usize::from(matches!(thing.word(0), "the" | "any" | "all" | "a" | "an"));
    let things = thing.slice(every..thing.len());
    if things.is_empty() || obstacle_to_quoting(&things, ctx.verbs).is_some() {
        return Formed::question(format!("what is due, and from whom: `{}`?", thing.all()));
    }
    for way in [ctx.names.renamed(&things, 0, things.len()), in_quotation_marks(&things.all())] {
        for (when, declares) in time_clauses(&times, ctx) {
            let text = format!("any {way} is due {}", when.join(" "));
            let remark = Some("the order does not say who must do it: as a cut-off, this binds nobody".to_owned());
            candidates.push(Candidate { declares, remark, ..Candidate::new(text, Force::Other) });
        }
    }
    Formed::of(candidates)
}

/// `Discovery closes on D`, `Fact discovery shall close D`.
fn form_of_closing(p: &Phrase<'_, '_>, end: usize, from: usize, ctx: &Context<'_>) -> Formed {
    let thing = without_edge_commas(&p.slice(0..end));
    let rest = p.slice(from..p.len());
    let discovery = thing.last() == "discovery";
    match time_at_start(&rest) {
        Ok(Some((time, tail))) if discovery && without_edge_commas(&tail).is_empty() => {
            let from = usize::from(matches!(thing.word(0), "the" | "all"));
            let words = thing.slice(from..thing.len());
            let day = time.text.replacen("by ", "", 1);
            let ways = [ctx.names.renamed(&words, 0, words.len()), in_quotation_marks(&words.all())];
            let text = |way: &String| Candidate::new(format!("{way} closes on {day}"), Force::Other);
            Formed::of(ways.iter().map(text).collect())
        }
        Err(why) => Formed::question(why),
        _ => Formed::nothing(),
    }
}

/// `The deadline for filing dispositive motions is D`, `Deadline to complete discovery: D`.
fn form_of_deadline(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    let Some(at) = p.find(0, &["deadline", "cutoff"]).filter(|a| *a < 12) else { return Formed::nothing() };
    let end = (at + 1..p.len())
        .find(|i| p.top(*i) && (matches!(p.word(*i), "is" | ":" | "shall" | "will") || p.date(*i).is_some()));
    let Some(end) = end else { return Formed::nothing() };
    let mut from = end;
    while matches!(p.word(from), "is" | ":" | "shall" | "will" | "be" | "hereby" | "set" | "for" | "as" | "-" | "on") {
        from += 1;
    }
    let rest = p.slice(from..p.len());
    let (time, tail) = match time_at_start(&rest) {
        Ok(Some(found)) => found,
        Ok(None) => return Formed::nothing(),
        Err(why) => return Formed::question(why),
    };
    if !without_edge_commas(&tail).is_empty() {
        return Formed::question(format!("`{}` limits this", tail.all()));
    }
    let what = p.slice(at + 1..end);
    let times = vec![(time, rest)];
    if matches!(what.word(0), "for" | "to") {
        // `for Defendants to file an answer`
        if let Some((name, len)) = ctx.names.at(&what, 1)
            && what.word(1 + len) == "to"
        {
            let bearer = super::bearers::Bearer::Named {
                text: Names::in_statement(name),
                jointly: false,
                each: false,
                through: None,
            };
            let modal = super::modals::Modal {
                start: 0,
                end: 0,
                force: Force::Must,
                form: super::modals::Form::Base,
                jointly: false,
                each: false,
            };
            return super::build::build_acts(&bearer, modal, &what.slice(2 + len..what.len()), times, Vec::new(), ctx);
        }
        let filing = matches!(what.word(1), "filing" | "file" | "submitting" | "submit" | "serving" | "serve");
        let things = what.slice(1 + usize::from(filing)..what.len());
        // `to amend pleadings` is no thing that can be due.
        let act = !filing && (what.word(0) == "to" || things.word(0).ends_with("ing"));
        return if act {
            Formed::question(format!("who may {}, and by when is it too late?", things.all()))
        } else {
            form_of_named_thing(&things, times, ctx)
        };
    }
    // `Dispositive motion deadline: D`
    let before = p.slice(0..at);
    form_of_named_thing(&before, times, ctx)
}
