//! `Defendants shall …`, `is ordered to …`, `may …`: what somebody must, must not or may do.

use super::bearers::Bearer;
use super::build::build_acts;
use super::candidate::{Context, Force, Formed};
use super::clauses::without_edge_commas;
use super::leads::lead_of_subject;
use super::modals::{Form, Modal, court_orders, first_modal};
use super::names::Who;
use super::phrase::Phrase;
use super::requirements;
use super::times::{Time, times_of_phrase};

/// Statements for a sentence that binds somebody.
pub(super) fn duty(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    if let Some((who, verb, force)) = court_orders(p) {
        let subject = p.slice(who);
        let modal = Modal { start: 0, end: 0, force, form: Form::Base, jointly: false, each: false };
        return form_of_active(&subject, &p.slice(verb..p.len()), modal, ctx);
    }
    let moved = timed_direction(p);
    let p = moved.as_ref().unwrap_or(p);
    let Some(modal) = first_modal(p) else {
        if let Some(at) = subjunctive_at(p, ctx) {
            let modal = Modal { start: at, end: at, force: Force::Must, form: Form::Base, jointly: false, each: false };
            return form_of_active(&p.slice(0..at), &p.slice(at..p.len()), modal, ctx);
        }
        // `Plaintiff has 15 days to reply`
        let has = p.find(1, &["has", "have"]).is_some();
        if let Some(formed) = time_to_file(p, ctx) {
            return formed;
        }
        return if has {
            Formed::question("is this what somebody must do in the time, or may do?")
        } else {
            Formed::nothing()
        };
    };
    let subject = p.slice(0..modal.start);
    let rest = p.slice(modal.end..p.len());
    match modal.form {
        Form::Passive => super::passives::passive(&subject, &rest, modal, ctx),
        Form::Base | Form::Gerund => form_of_active(&subject, &rest, modal, ctx),
    }
}

fn form_of_active(subject: &Phrase<'_, '_>, rest: &Phrase<'_, '_>, modal: Modal, ctx: &Context<'_>) -> Formed {
    let lead = match lead_of_subject(subject, ctx) {
        Ok(lead) => lead,
        Err(why) => return requirements::about_paper(subject, rest, modal).unwrap_or_else(|| Formed::question(why)),
    };
    if let Bearer::Asked(question) = &lead.bearer {
        return Formed::question(question.clone());
    }
    // What the Court itself shall do is an announcement, not a duty with a verdict.
    if matches!(&lead.bearer, Bearer::Named { text, .. } if text == "the Court") && modal.force == Force::Must {
        let said = requirements::whole_sentence(subject, rest);
        let dated = !said.dates().is_empty() || said.has(&["days", "hold", "held", "continue", "extend", "within"]);
        if dated || said.len() > 120 {
            return Formed::question("what does the Court do here, and is it done already?");
        }
        let remark = Some("this says what the Court must do: the report shows it".to_owned());
        let shown = super::candidate::Candidate::words(&said.all());
        return Formed::of(vec![super::candidate::Candidate { remark, ..shown }]);
    }
    let (between, rest) = manner_between(rest, ctx);
    let rest = &without_edge_commas(&rest);
    // `shall have until December 1 to file`, `has 14 days to respond`
    if matches!(rest.word(0), "have" | "granted" | "given" | "allowed" | "afforded") && modal.form == Form::Base {
        return super::allowances::allowance(rest, lead, modal, ctx);
    }
    // `shall, by December 1, 2023, file`, `shall promptly file`
    let (early, rest) = match before_verb(rest) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    let super::leads::Lead { bearer, mut times, mut clauses } = lead;
    clauses.extend(between);
    times.extend(early);
    build_acts(&bearer, modal, &rest, times, clauses, ctx)
}

/// `Plaintiff has 30 days from the date of this Order to file an amended complaint`: what nobody has to file may be filed.
fn time_to_file(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Option<Formed> {
    const OPTIONAL: &[&str] = &["amended", "objections", "objection", "reply", "opposition", "response"];
    let has = p.find(1, &["has", "have"]).filter(|at| *at < 14)?;
    let to = (has + 1..p.len()).find(|i| p.at(*i, &["to", "file"]) || p.at(*i, &["to", "submit"]))?;
    let optional = (to..(to + 8).min(p.len())).any(|i| OPTIONAL.contains(&p.word(i)));
    let modal = Modal { start: has, end: has, force: Force::May, form: Form::Base, jointly: false, each: false };
    let lead =
        lead_of_subject(&p.slice(0..has), ctx).ok().filter(|l| optional && matches!(l.bearer, Bearer::Named { .. }))?;
    let mut formed = super::allowances::allowance(&p.slice(has..p.len()), lead, modal, ctx);
    let remark = "the order gives a time to do it in, and does not say that it must be done: it may be filed";
    formed.candidates.iter_mut().for_each(|c| c.remark = Some(remark.to_owned()));
    (!formed.candidates.is_empty()).then_some(formed)
}

/// `Plaintiff is ORDERED by May 6, 2024, to file`: with the time before whom it binds.
fn timed_direction<'r, 't>(p: &Phrase<'r, 't>) -> Option<Phrase<'r, 't>> {
    const DIRECTED: &[&str] = &["ordered", "directed", "required", "instructed"];
    let at = (1..p.len().min(40)).find(|i| {
        p.top(*i)
            && DIRECTED.contains(&p.word(*i))
            && (i.saturating_sub(3)..*i).any(|b| matches!(p.word(b), "is" | "are"))
    })?;
    let to = (at + 2..(at + 24).min(p.len())).find(|i| p.top(*i) && p.word(*i) == "to")?;
    let between = without_edge_commas(&p.slice(at + 1..to));
    let found = times_of_phrase(&between).ok()?;
    let [time] = found.as_slice() else { return None };
    (time.at == (0..between.len())).then(|| between.and(&p.slice(0..at + 1)).and(&p.slice(to..p.len())))
}

/// `ORDERED that the Clerk enter judgment`: of one person, the bare verb can only order. Where the verb is.
fn subjunctive_at(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Option<usize> {
    let the = usize::from(p.word(0) == "the" && ctx.names.at(p, 0).is_none());
    let (name, len) = ctx.names.at(p, the)?;
    let one = !matches!(name.who, Who::Parties | Who::Court) && !name.written.ends_with('s');
    let at = the + len;
    let verb = super::acts::verb_at_start(&p.slice(at..p.len()), Form::Base, ctx).is_some();
    (one && verb && !p.capital(at) && ctx.names.possessive(p, the).is_none()).then_some(at)
}

/// `shall, in accordance with Rule 8, file`: how it is to be done, between two commas.
fn manner_between<'r, 't>(rest: &Phrase<'r, 't>, ctx: &Context<'_>) -> (Option<String>, Phrase<'r, 't>) {
    let comma = (rest.word(0) == ",").then(|| rest.find(1, &[","])).flatten();
    let Some(comma) = comma else { return (None, rest.clone()) };
    let words = rest.slice(1..comma);
    let manner = super::leads::is_manner(&words) || words.word(0) == "without";
    let inner = if words.word(0) == "without" { words.slice(1..words.len()) } else { words.clone() };
    let free = manner && words.dates().is_empty() && super::guard::obstacle_to_quoting(&inner, ctx.verbs).is_none();
    if free {
        (Some(format!("manner {}", super::phrase::in_quotation_marks(&words.all()))), rest.slice(comma + 1..rest.len()))
    } else {
        (None, rest.clone())
    }
}

/// Times between `shall` and the verb.
fn before_verb<'r, 't>(rest: &Phrase<'r, 't>) -> Result<(Vec<(Time, Phrase<'r, 't>)>, Phrase<'r, 't>), String> {
    let found = times_of_phrase(rest)?;
    let mut at = 0;
    let mut early = Vec::new();
    for time in found {
        if time.at.start != at {
            break;
        }
        at = time.at.end;
        while rest.word(at) == "," {
            at += 1;
        }
        early.push((time, rest.clone()));
    }
    Ok((early, rest.slice(at..rest.len())))
}
