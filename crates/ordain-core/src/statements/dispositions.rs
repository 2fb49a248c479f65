//! What one order does to another, to its paragraphs, to hearings and motions.

use super::conditions::state_condition;
use super::due::{state_due, state_length, stay_end};
use super::names::{
    date, in_cases, in_quotation_marks, join_with_and, paragraph_name, party_names, state_moment, state_set,
};
use super::{acts, clauses, provisions};
use crate::model::object::{Objects, Related};
use crate::model::{Deemed, Disposition, Due, Model, OwedBy, Patch, Rewrite, Scope, Sweep, Swept, VerbId};
use ordain_syntax::ast::{DispositionVerb as Verb, Occurrence};

/// The dispositions of one paragraph, then the clauses that hold for all of them.
pub(super) fn state_dispositions(model: &Model, all: &[Disposition]) -> Vec<String> {
    let mut out = Vec::new();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for d in all {
        let mut said = state_disposition(model, d);
        rest.extend(said.split_off(1));
        first.extend(said);
    }
    out.push(format!("the Court {}", first.join("; ")));
    out.extend(rest);
    // Conditions and the rest stand once for the whole paragraph.
    if let Some(d) = all.first() {
        out.extend(d.conditions.iter().map(|c| state_condition(model, c)));
        out.extend(d.allowed.iter().map(|allowed| format!("as the rules allow {}", in_quotation_marks(&allowed.rule))));
    }
    out
}

fn state_disposition(model: &Model, d: &Disposition) -> Vec<String> {
    let verb = d.verb.name();
    let mut words: Vec<String> = Vec::new();
    if matches!(d.verb, Verb::Stands | Verb::Expires) {
        words.push(state_object_of_disposition(model, d));
        words.push(if d.verb == Verb::Stands { "stands" } else { "expires" }.to_owned());
        words.extend(d.to.map(|m| format!("on {}", state_moment(m))));
        return vec![words.join(" ")];
    }
    words.push(verb.to_owned());
    words.push(state_object_of_disposition(model, d));
    words.extend(state_scope(model, d));
    let rewritten = d.rewrite.is_some();
    words.extend(d.except.iter().filter(|_| !rewritten).map(|e| format!("except {e}")));
    words.extend(d.from.map(|f| format!("from {}", state_moment(f))));
    words.extend(times_of(model, d));
    if d.retroactive {
        words.push("nunc pro tunc".to_owned());
        words.extend(d.since.map(|s| format!("to {}", date(s))));
    }
    words.extend(in_cases(model, &d.scope.cases));
    words.retain(|w| !w.is_empty());
    let mut out = vec![words.join(" ")];
    match &d.rewrite {
        Some(Rewrite::Paragraph(id)) => out[0].push_str(&format!(" with {}", paragraph_name(model, *id))),
        Some(Rewrite::Provision(new)) => {
            let mut lines = provisions::lines(model, new).into_iter();
            out[0].push_str(&format!(" with {}", lines.next().unwrap_or_default()));
            out.extend(lines);
        }
        Some(Rewrite::Patch(patch)) => {
            let lines = self::state_patch(model, patch);
            let colon = if d.verb == Verb::Modifies { ":" } else { "" };
            out[0].push_str(&format!("{colon} {}", lines.join(", ")));
        }
        None => {}
    }
    out
}

/// What it is about.
fn state_object_of_disposition(model: &Model, d: &Disposition) -> String {
    if let Some(owed) = &d.owed {
        return state_owed_duty(model, owed, d.timely);
    }
    if let Some(deemed) = &d.deemed {
        return self::state_deemed(model, d, deemed);
    }
    if let (Some(n), Some(objects)) = (d.instance, &d.objects) {
        return format!("{} #{n}", acts::objects(model, objects));
    }
    if !d.entries.is_empty() {
        let named = d.objects.iter().map(|o| acts::objects(model, o));
        return join_with_and(&named.chain(d.entries.iter().cloned()).collect::<Vec<_>>());
    }
    let reported = d.scope.sweeps.is_empty() && d.rewrite.is_none() || d.verb == Verb::Dismisses;
    match &d.objects {
        Some(objects) if d.timely => format!("{} met", acts::objects(model, objects)),
        Some(objects) if !told_in_words(d.verb) => {
            let sets = d.scope.sweeps.iter().map(|s| state_sweep(model, s));
            join_with_and(
                &std::iter::once(acts::objects(model, objects))
                    .filter(|t| !t.is_empty())
                    .chain(sets)
                    .collect::<Vec<_>>(),
            )
        }
        _ if told_in_words(d.verb) || reported => d.words.clone(),
        _ => join_with_and(&d.scope.sweeps.iter().map(|s| state_sweep(model, s)).collect::<Vec<_>>()),
    }
}

/// Verbs whose object the Court tells in its own words.
fn told_in_words(verb: Verb) -> bool {
    !matches!(
        verb,
        Verb::Vacates
            | Verb::Excuses
            | Verb::Strikes
            | Verb::Stays
            | Verb::LiftsStay
            | Verb::Extends
            | Verb::Advances
            | Verb::Modifies
            | Verb::Replaces
            | Verb::Supersedes
            | Verb::Enforces
            | Verb::Incorporates
            | Verb::Stands
            | Verb::Reinstates
            | Verb::Sets
            | Verb::Resets
            | Verb::Continues
            | Verb::Adjourns
            | Verb::Expires
    )
}

fn state_owed_duty(model: &Model, owed: &OwedBy, timely: bool) -> String {
    let OwedBy { parties: whose, each, thing, act, words: _ } = owed;
    if *thing {
        return format!("deadline for {}", acts::objects(model, &act.objects));
    }
    let who = join_with_and(&party_names(model, whose));
    if timely {
        let verb = &model.declared.verbs.get(act.verb).participle;
        let of = if whose.is_empty() { String::new() } else { format!(" of {who}") };
        return format!("{}{of} timely {verb}", acts::objects(model, &act.objects));
    }
    let of = match (whose.is_empty(), each) {
        (true, _) => String::new(),
        (false, true) => format!(" of each of {who}"),
        (false, false) => format!(" of {who}"),
    };
    format!("deadline{of} to {}", acts::act(model, act))
}

fn state_deemed(model: &Model, d: &Disposition, deemed: &Deemed) -> String {
    let on = |day: &Option<chrono::NaiveDate>| day.map(|d| format!(" on {}", date(d))).unwrap_or_default();
    match deemed {
        Deemed::Found(words) => in_quotation_marks(words),
        Deemed::Act { .. } if d.verb != Verb::Deems => d.words.clone(),
        Deemed::Act { actors, act, day } => {
            let who = join_with_and(&party_names(model, actors));
            let verb = &model.declared.verbs.get(act.verb).participle;
            format!("{} of {who} {verb}{}", acts::objects(model, &act.objects), on(day))
        }
        Deemed::Thing { thing, what, day } => {
            let word = if *what == Occurrence::Happened { "issued" } else { what.word() };
            format!("{} {word}{}", model.declared.things[thing.index()].name, on(day))
        }
    }
}

fn state_scope(model: &Model, d: &Disposition) -> Vec<String> {
    let Scope { sweeps: _, parties: only, between, in_part: _, cases: _ } = &d.scope;
    let mut out = Vec::new();
    if told_in_words(d.verb) {
        return out;
    }
    if !only.is_empty() && d.owed.is_none() {
        out.push(format!("as to {}", join_with_and(&party_names(model, only))));
    }
    if !between.is_empty() {
        out.push(format!("as between {}", join_with_and(&party_names(model, between))));
    }
    out
}

fn state_sweep(model: &Model, sweep: &Sweep) -> String {
    let Sweep { what, action, unreached, other, of, topic, owed_by } = sweep;
    if *action {
        return "this action".to_owned();
    }
    if let Some(topic) = topic {
        return format!("topic {topic}");
    }
    let what = match what {
        Swept::Deadlines => "deadlines",
        Swept::Paragraphs => "paragraphs",
        Swept::Hearings => "hearings",
        Swept::Dates => "dates",
    };
    let other = if *other { "other " } else { "" };
    let unreached = if *unreached { "unreached " } else { "" };
    let orders: Vec<String> = of.iter().map(|o| model.order(*o).name.clone()).collect();
    let of = if orders.is_empty() { String::new() } else { format!(" of {}", join_with_and(&orders)) };
    let whose =
        if owed_by.is_empty() { String::new() } else { format!(" of {}", join_with_and(&party_names(model, owed_by))) };
    format!("all {other}{unreached}{what}{of}{whose}")
}

/// To which day, by how much, until when.
fn times_of(model: &Model, d: &Disposition) -> Vec<String> {
    let mut out = Vec::new();
    match (&d.to, &d.until) {
        (Some(to), _) => out.push(format!("to {}", state_moment(*to))),
        (None, Some(until)) => out.push(state_due(model, until)),
        (None, None) => match &d.due {
            Some(Due::Event { anchor, .. }) => out.push(format!("to {}", super::anchors::anchor(model, anchor))),
            Some(other) => out.push(state_due(model, other)),
            None => {}
        },
    }
    // How long a stay lasts it may have said by its day or its length.
    if d.to.is_none() {
        out.extend(stay_end(model, &d.end));
    }
    let lasting = matches!(d.end, crate::model::StayEnd::For(_));
    out.extend(d.by.filter(|_| !lasting).map(|n| format!("by {}", state_length(n))));
    if !d.retroactive && (d.verb != Verb::LiftsStay || d.to.is_none()) {
        out.extend(d.since.map(|s| format!("on {}", date(s))));
    }
    out
}

/// `by December 20, 2023, except CAR category 2`.
fn state_patch(model: &Model, patch: &Patch) -> Vec<String> {
    let Patch { obligation, except, span: _ } = patch;
    let mut out = Vec::new();
    for act in &obligation.acts {
        if act.verb == VerbId::NONE {
            out.extend(things_of(model, &act.objects));
        } else {
            out.push(format!("or {}", acts::act(model, act)));
        }
    }
    out.extend(clauses::state_clauses(model, obligation));
    out.extend(except.iter().map(|s| format!("except {}", state_set(model, s))));
    out
}

/// What a modification says of the thing: `covering CAR categories 1-3`, `to Plaintiffs`.
fn things_of(model: &Model, objects: &Objects) -> Vec<String> {
    let Some(object) = objects.list.first() else { return Vec::new() };
    let covering = object.set.as_ref().map(|s| format!("covering {}", state_set(model, s)));
    let to: Vec<String> = object
        .relations
        .iter()
        .map(|r| match &r.to {
            Related::Head(_) => acts::state_relation(model, r),
            _ => String::new(),
        })
        .filter(|t| !t.is_empty())
        .collect();
    covering.into_iter().chain(to).collect()
}
