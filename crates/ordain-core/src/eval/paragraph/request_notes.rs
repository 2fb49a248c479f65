//! What was asked and answered about a deadline, beside the verdict. None of it moves the day:
//! only an order does, or what the rules let the parties agree.

use crate::model::preposition::Preposition;
use chrono::NaiveDate;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::evidence::completeness::closed_through;
use crate::eval::evidence::extension_request::{asked_of, family_of_deed, is_motion, motion_named, same_side};
use crate::eval::evidence::place::{assertions_at, party_names, place_of};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Content, Deed};
use crate::model::deliverables::Deliverable;
use crate::model::object::{Act, Head, Object, Objects, Related};
use crate::model::title_words::{InTitle, asks_for_time};
use crate::model::{COURT, Paragraph, PartyId, Provision, ThingId, ThingKind, VerbFamily};
use crate::verdict::{Place, Reason, Verdict};
use ordain_base::source::Span;
use ordain_base::words::{day, plural};

/// `Defendants asked Plaintiffs, not the Court, on Fri 2023-12-01, the day of the deadline`, and what came of it.
pub(in crate::eval) fn request_notes(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    amended: &AmendedDuty<'_>,
    verdict: &Verdict,
    out: &mut Vec<Reason>,
) {
    let due = verdict.due.as_ref().map(|d| d.day);
    let about = case.index.about.get(&paragraph.id).map_or(&[][..], Vec::as_slice);
    let mut reported: Vec<(usize, &Assertion, &Deed)> = assertions_at(case, about)
        .filter(|(_, _, s)| matches!(s, Standing::Accepted(_)))
        .filter_map(|(i, a, _)| if let Content::Done(deed) = &a.content { Some((i, a, deed)) } else { None })
        .collect();
    reported.sort_by_key(|(i, a, _)| (a.bounds.first, *i));
    let denied =
        reported.iter().filter(|(_, _, d)| d.actors.contains(&COURT) && family_of_deed(case, d) == VerbFamily::Grant);
    let answered: Vec<_> = denied.filter_map(|(_, a, _)| a.bounds.last).collect();
    let (mut asked_other, mut asked_court_by) = (false, None);
    for (i, a, deed) in reported {
        let ours = provision.bearer.parties().iter().any(|&p| same_side(case, p, &deed.actors));
        let motion = motion_named(case, deed);
        let text = match (family_of_deed(case, deed), ours) {
            (family @ (VerbFamily::Request | VerbFamily::Move | VerbFamily::Offer | VerbFamily::File), true) => {
                let whom = asked_of(deed);
                let court = matches!(family, VerbFamily::Move | VerbFamily::File) || whom.contains(&COURT);
                if family == VerbFamily::File && motion.is_none() && !is_motion(deed) {
                    continue;
                }
                if court {
                    asked_court_by = asked_court_by.max(a.bounds.last).or(a.bounds.last);
                } else {
                    asked_other = true;
                }
                let fate = if court { outcome_of_request(case, a, motion, amended, &answered) } else { String::new() };
                format!("{}{fate}", request_words(case, a, deed, &whom, court, due))
            }
            (VerbFamily::Decline | VerbFamily::Agree | VerbFamily::Oppose | VerbFamily::Offer, false) => {
                answer_words(case, a, deed)
            }
            (VerbFamily::Grant, false) if deed.actors.contains(&COURT) => answer_words(case, a, deed),
            _ => continue,
        };
        out.push(Reason::at(text.clone(), place_of(case, i, text)));
    }
    for (asked, text, span) in motions_for_time(case, paragraph, provision, due, about) {
        asked_court_by = asked_court_by.max(Some(asked));
        let place = Place { span, text: text.clone(), fact: None, cite: None };
        out.push(Reason::at(text, place));
    }
    if let Some(due) = due
        && asked_other
        && verdict.kind.is_finding()
        && asked_court_by.is_none_or(|d| d > due)
        && closed_for_motions(case, provision, due)
    {
        out.push(Reason::new(format!("no motion on the record before {}", day(due))));
    }
}

/// Declared motions of the bearer for more time that no fact ties to a paragraph, in words.
pub(in crate::eval) fn motions_for_time(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
    due: Option<NaiveDate>,
    about: &[usize],
) -> Vec<(NaiveDate, String, Span)> {
    let tied = |id: ThingId| {
        assertions_at(case, about)
            .any(|(_, a, _)| matches!(&a.content, Content::Done(deed) if motion_named(case, deed) == Some(id)))
    };
    let all = time_motions(case, paragraph, provision).into_iter().filter(|(id, _)| !tied(*id));
    let in_words = |(id, on): (ThingId, NaiveDate)| {
        let thing = &case.model.declared.things[id.index()];
        let title = thing.title.as_ref().unwrap_or(&thing.name);
        let timing = due.map(|due| before_or_after(on, due)).unwrap_or_default();
        let stands = case.motions.state(id);
        let outcome = stands.outcome();
        let text = format!("{} filed “{title}” on {}{timing}; {outcome}", party_names(case, &thing.by), day(on));
        (on, text, thing.span)
    };
    all.map(in_words).collect()
}

/// Motions of the bearer for more time, by their title, with the day of each: made after the order that sets the
/// day, and naming no other paper than the duty does.
pub(in crate::eval) fn time_motions(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
) -> Vec<(ThingId, NaiveDate)> {
    let things = case.model.declared.things.iter().enumerate().filter(|(_, t)| t.kind == ThingKind::Motion);
    let ordered = case.model.order(paragraph.order).in_force();
    let for_time = |(i, thing): (usize, &crate::model::Thing)| {
        let id = ThingId::at(i);
        let title = thing.title.as_ref().unwrap_or(&thing.name).to_lowercase();
        let asks = asks_for_time(&title);
        let ours = thing.by.iter().any(|p| same_side(case, *p, provision.bearer.parties()));
        let on = case.motions.filed(id).and_then(|b| b.day()).filter(|_| asks && ours)?;
        let before = ordered.is_some_and(|ordered| on < ordered);
        (!before && !names_another(&title, provision)).then_some((id, on))
    };
    things.filter_map(for_time).collect()
}

/// True of a title that names papers, of which the duty asks for none: `motion for more time to answer`
/// is not about a payment.
fn names_another(title: &str, provision: &Provision) -> bool {
    let asked = provision.obligations.iter().map(|o| o.words.to_lowercase()).collect::<Vec<_>>().join(" ");
    let asked: Vec<&str> = words_of(&asked).collect();
    // The first paper of a title is the motion itself.
    let mut named =
        words_of(title).filter(|w| !InTitle::OfTheRequest.is_said_by(w) && Deliverable::find(w).is_some()).peekable();
    named.peek().is_some() && named.all(|paper| !asked.contains(&paper))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

pub(in crate::eval) fn answer_words(case: &Case<'_>, a: &Assertion, deed: &Deed) -> String {
    let verb = &case.model.declared.verbs.get(deed.act.verb).past;
    format!("{} {verb} {}", party_names(case, &deed.actors), bounds_in_words(a.bounds))
}

/// What became of a motion about the day: an order moved it, the Court refused, or neither.
pub(in crate::eval) fn outcome_of_request(
    case: &Case<'_>,
    a: &Assertion,
    motion: Option<ThingId>,
    amended: &AmendedDuty<'_>,
    answered: &[chrono::NaiveDate],
) -> String {
    if let Some(motion) = motion {
        return format!("; {}", case.motions.state(motion).outcome());
    }
    let after = |d: Option<chrono::NaiveDate>| d.zip(a.bounds.first).is_none_or(|(d, asked)| d >= asked);
    let moved = amended.moved.as_ref().is_some_and(|(_, by)| after(by.entered));
    match moved || answered.iter().any(|d| after(Some(*d))) {
        true => String::new(),
        false => "; no order grants it".to_owned(),
    }
}

/// The record is complete for motions, or for filings, of the bearer up to the day: only then was none made.
pub(in crate::eval) fn closed_for_motions(case: &Case<'_>, provision: &Provision, due: chrono::NaiveDate) -> bool {
    let Some(verb) = case.model.declared.verbs.base("file") else { return false };
    let mut object = Object::empty(Span::default());
    object.head = Deliverable::find("motion").map(Head::Deliverable);
    let act = Act { verb, objects: Objects { list: vec![object], any: false }, span: Span::default() };
    !case.incomplete && closed_through(case, &provision.bearer, &act).is_some_and(|through| through >= due)
}

/// `, 3 days after the deadline`.
fn before_or_after(on: NaiveDate, due: NaiveDate) -> String {
    match (on - due).num_days() {
        0 => ", the day of the deadline".to_owned(),
        n if n > 0 => format!(", {} after the deadline", plural(n, "day")),
        n => format!(", {} before the deadline", plural(-n, "day")),
    }
}

/// `Defendants asked Plaintiffs, not the Court, on Fri 2023-12-01, the day of
/// the deadline, for more time, to Thu 2024-02-15`.
fn request_words(
    case: &Case<'_>,
    a: &Assertion,
    deed: &Deed,
    whom: &[PartyId],
    court: bool,
    due: Option<chrono::NaiveDate>,
) -> String {
    let to = deed.act.objects.list.iter().flat_map(|o| &o.relations).find_map(|r| match (&r.to, r.preposition) {
        (Related::Day(d), Some(Preposition::To | Preposition::Until)) => {
            Some(format!(" for more time, to {}", day(*d)))
        }
        _ => None,
    });
    let verb = &case.model.declared.verbs.get(deed.act.verb);
    let done = if verb.family == VerbFamily::File { "moved" } else { verb.past.as_str() };
    let target = match (whom, court) {
        ([], _) => String::new(),
        (_, true) => format!(" {}", party_names(case, whom)),
        (_, false) => format!(" {}, not the Court,", party_names(case, whom)),
    };
    let timing = a.bounds.day().zip(due).map(|(on, due)| before_or_after(on, due)).unwrap_or_default();
    let comma = if timing.is_empty() || to.is_none() { "" } else { "," };
    format!(
        "{} {done}{target} {}{timing}{comma}{}",
        party_names(case, &deed.actors),
        bounds_in_words(a.bounds),
        to.unwrap_or_default()
    )
}
