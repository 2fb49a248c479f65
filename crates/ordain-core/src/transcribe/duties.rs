//! `Defendants shall …`, `is ordered to …`, `may …`: what somebody must, must not or may do.

use super::bearers::Bearer;
use super::build::build;
use super::candidate::{Context, Force, Formed};
use super::clauses::edges;
use super::leads::lead;
use super::modals::{Form, Modal, court_orders, modal};
use super::phrase::Phrase;
use super::times::{Time, times};

/// Statements for a sentence that binds somebody.
pub(super) fn duty(p: &Phrase<'_, '_>, ctx: &Context<'_>) -> Formed {
    if let Some((who, verb, force)) = court_orders(p) {
        let subject = p.slice(who);
        let modal = Modal { start: 0, end: 0, force, form: Form::Base, jointly: false, each: false };
        return active(&subject, &p.slice(verb..p.len()), modal, ctx);
    }
    let Some(modal) = modal(p) else { return Formed::nothing() };
    let subject = p.slice(0..modal.start);
    let rest = p.slice(modal.end..p.len());
    match modal.form {
        Form::Passive => super::passives::passive(&subject, &rest, modal, ctx),
        Form::Base | Form::Gerund => active(&subject, &rest, modal, ctx),
    }
}

fn active(subject: &Phrase<'_, '_>, rest: &Phrase<'_, '_>, modal: Modal, ctx: &Context<'_>) -> Formed {
    let lead = match lead(subject, ctx) {
        Ok(lead) => lead,
        Err(why) => return Formed::question(why),
    };
    if let Bearer::Asked(question) = &lead.bearer {
        return Formed::question(question.clone());
    }
    // What the Court itself shall do is an announcement, not a duty with a verdict.
    if matches!(&lead.bearer, Bearer::Named { text, .. } if text == "the Court") && modal.force == Force::Must {
        return Formed::question("what does the Court do here, and is it done already?");
    }
    let rest = &edges(rest);
    // `shall have until December 1 to file`, `has 14 days to respond`
    if matches!(rest.word(0), "have" | "granted" | "given" | "allowed") && modal.form == Form::Base {
        return super::allowances::allowance(rest, lead, modal, ctx);
    }
    // `shall, by December 1, 2023, file`, `shall promptly file`
    let (early, rest) = match before_verb(rest) {
        Ok(found) => found,
        Err(why) => return Formed::question(why),
    };
    let super::leads::Lead { bearer, mut times, clauses } = lead;
    times.extend(early);
    build(&bearer, modal, &rest, times, clauses, ctx)
}

/// Times between `shall` and the verb.
fn before_verb<'r, 't>(rest: &Phrase<'r, 't>) -> Result<(Vec<(Time, Phrase<'r, 't>)>, Phrase<'r, 't>), String> {
    let found = times(rest)?;
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
