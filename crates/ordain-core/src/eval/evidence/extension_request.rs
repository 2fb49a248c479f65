//! What was asked and answered about a deadline. None of it moves the day:
//! only an order does, or what the rules let the parties agree.

use chrono::NaiveDate;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::record::bounds::when;
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Content, Deed};
use crate::model::deliverables::Deliverable;
use crate::model::object::{Act, Head, Object, Objects, Related};
use crate::model::{Bearer, COURT, Model, Paragraph, ParagraphId, PartyId, Provision, ThingId, ThingKind, VerbFamily};
use crate::verdict::{Kind, Place, Reason, Verdict};
use ordain_base::source::Span;
use ordain_base::words::{day, plural};

impl Case<'_> {
    /// `Defendants asked Plaintiffs, not the Court, on Fri 2023-12-01, the day of the deadline`, and what came of it.
    pub(in crate::eval) fn requests(
        &self,
        paragraph: &Paragraph,
        provision: &Provision,
        amended: &AmendedDuty<'_>,
        verdict: &Verdict,
        out: &mut Vec<Reason>,
    ) {
        let due = verdict.due.as_ref().map(|d| d.day);
        let about = self.index.about.get(&paragraph.id).map_or(&[][..], Vec::as_slice);
        let mut told: Vec<(usize, &Assertion, &Deed)> = self
            .at(about)
            .filter(|(_, _, s)| matches!(s, Standing::Accepted(_)))
            .filter_map(|(i, a, _)| if let Content::Done(deed) = &a.content { Some((i, a, deed)) } else { None })
            .collect();
        told.sort_by_key(|(i, a, _)| (a.bounds.first, *i));
        let denied = told.iter().filter(|(_, _, d)| d.actors.contains(&COURT) && self.family(d) == VerbFamily::Grant);
        let answered: Vec<_> = denied.filter_map(|(_, a, _)| a.bounds.last).collect();
        let (mut asked_other, mut asked_court_by) = (false, None);
        for (i, a, deed) in told {
            let ours = provision.bearer.parties().iter().any(|&p| self.same_side(p, &deed.actors));
            let motion = self.motion_of(deed);
            let text = match (self.family(deed), ours) {
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
                    let fate = if court { self.fate(a, motion, amended, &answered) } else { String::new() };
                    format!("{}{fate}", request_words(self, a, deed, &whom, court, due))
                }
                (VerbFamily::Decline | VerbFamily::Agree | VerbFamily::Oppose | VerbFamily::Offer, false) => {
                    self.answer_words(a, deed)
                }
                (VerbFamily::Grant, false) if deed.actors.contains(&COURT) => self.answer_words(a, deed),
                _ => continue,
            };
            out.push(Reason::at(text.clone(), self.place(i, text)));
        }
        for (asked, text, span) in self.motions_for_time(provision, due, about) {
            asked_court_by = asked_court_by.max(Some(asked));
            let place = Place { span, text: text.clone(), fact: None, cite: None };
            out.push(Reason::at(text, place));
        }
        if let Some(due) = due
            && asked_other
            && matches!(verdict.kind, Kind::Breached | Kind::Late | Kind::Undetermined)
            && asked_court_by.is_none_or(|d| d > due)
            && self.closed_for_motions(provision, due)
        {
            out.push(Reason::new(format!("no motion on the record before {}", day(due))));
        }
    }

    /// Declared motions of the bearer for more time, by their title, that no fact ties to a
    /// paragraph: which day they are about the title does not say, and no other is shown.
    pub(in crate::eval) fn motions_for_time(
        &self,
        provision: &Provision,
        due: Option<NaiveDate>,
        about: &[usize],
    ) -> Vec<(NaiveDate, String, Span)> {
        let things = self.model.declared.things.iter().enumerate().filter(|(_, t)| t.kind == ThingKind::Motion);
        let mut found = Vec::new();
        for (i, thing) in things {
            let id = ThingId::at(i);
            let title = thing.title.clone().unwrap_or_else(|| thing.name.clone());
            let lower = title.to_lowercase();
            let asks = ["exten", "enlarge", "more time", "additional time"].iter().any(|w| lower.contains(w));
            let ours = thing.by.iter().any(|p| self.same_side(*p, provision.bearer.parties()));
            let tied = self
                .at(about)
                .any(|(_, a, _)| matches!(&a.content, Content::Done(deed) if self.motion_of(deed) == Some(id)));
            let filed = self.motions.filed(id).and_then(|b| b.day());
            let (Some(on), true, true, false) = (filed, asks, ours, tied) else { continue };
            let timing = due.map(|due| before_or_after(on, due)).unwrap_or_default();
            let (state, stands) = self.motions.stands(id);
            let fate = if state == "pending" { "still pending, and no extension".to_owned() } else { stands };
            let text = format!("{} filed “{title}” on {}{timing}; {fate}", self.names(&thing.by), day(on));
            found.push((on, text, thing.span));
        }
        found
    }

    /// The acts by which the bearer asked the Court for the extension that a duty to request one names.
    pub(in crate::eval) fn asked_to_extend(&self, bearer: &Bearer, act: &Act) -> Vec<usize> {
        let wanted = extension_of(self.model, act);
        let about = wanted.iter().flat_map(|p| self.index.about.get(p).map_or(&[][..], Vec::as_slice));
        let asks = |deed: &Deed| {
            let whom = asked_of(deed);
            let court = whom.contains(&COURT);
            match self.family(deed) {
                VerbFamily::Move => true,
                VerbFamily::File => is_motion(deed) || self.motion_of(deed).is_some(),
                VerbFamily::Request => court || whom.is_empty(),
                _ => false,
            }
        };
        let ours = |deed: &Deed| bearer.parties().iter().any(|&p| self.same_side(p, &deed.actors));
        let mut found: Vec<usize> = about
            .copied()
            .filter(|&i| match &self.ledger.assertions[i].content {
                Content::Done(deed) => !deed.negated && ours(deed) && asks(deed),
                _ => false,
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(in crate::eval) fn family(&self, deed: &Deed) -> VerbFamily {
        self.model.declared.verbs.get(deed.act.verb).family
    }

    pub(in crate::eval) fn answer_words(&self, a: &Assertion, deed: &Deed) -> String {
        let verb = &self.model.declared.verbs.get(deed.act.verb).past;
        format!("{} {verb} {}", self.names(&deed.actors), when(a.bounds))
    }

    /// What became of a motion about the day: an order moved it, the Court refused, or neither.
    pub(in crate::eval) fn fate(
        &self,
        a: &Assertion,
        motion: Option<ThingId>,
        amended: &AmendedDuty<'_>,
        answered: &[chrono::NaiveDate],
    ) -> String {
        if let Some(motion) = motion {
            let (state, stands) = self.motions.stands(motion);
            return if state == "pending" {
                "; still pending, and no extension".to_owned()
            } else {
                format!("; {stands}")
            };
        }
        let after = |d: Option<chrono::NaiveDate>| d.zip(a.bounds.first).is_none_or(|(d, asked)| d >= asked);
        let moved = amended.moved.as_ref().is_some_and(|(_, by)| after(by.entered));
        match moved || answered.iter().any(|d| after(Some(*d))) {
            true => String::new(),
            false => "; no order grants it".to_owned(),
        }
    }

    /// The declared motion that an act files or speaks of.
    pub(in crate::eval) fn motion_of(&self, deed: &Deed) -> Option<ThingId> {
        let heads = deed.act.objects.list.iter().filter_map(|o| o.head.as_ref());
        let mut things = heads.filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None });
        things.find(|t| self.model.declared.things[t.index()].kind == ThingKind::Motion)
    }

    /// The record is complete for motions, or for filings, of the bearer up to the day: only then was none made.
    pub(in crate::eval) fn closed_for_motions(&self, provision: &Provision, due: chrono::NaiveDate) -> bool {
        let Some(verb) = self.model.declared.verbs.base("file") else { return false };
        let mut object = Object::empty(Span::default());
        object.head = Deliverable::find("motion").map(Head::Deliverable);
        let act = Act { verb, objects: Objects { list: vec![object], any: false }, span: Span::default() };
        !self.incomplete
            && self.ledger.closings.iter().any(|c| c.through >= due && self.closes(c, &provision.bearer, &act))
    }

    pub(in crate::eval) fn same_side(&self, party: PartyId, others: &[PartyId]) -> bool {
        let declared = &self.model.declared;
        others.iter().any(|&o| declared.side(o) == declared.side(party))
    }
}

/// `, 3 days after the deadline`.
fn before_or_after(on: NaiveDate, due: NaiveDate) -> String {
    match (on - due).num_days() {
        0 => ", the day of the deadline".to_owned(),
        n if n > 0 => format!(", {} after the deadline", plural(n, "day")),
        n => format!(", {} before the deadline", plural(-n, "day")),
    }
}

/// `filed motion to extend MTC ¶ 1`.
fn is_motion(deed: &Deed) -> bool {
    let named =
        |d: &Deliverable| ["motion", "application", "request", "stipulation"].iter().any(|w| d.name().starts_with(w));
    deed.act.objects.list.iter().any(|o| matches!(&o.head, Some(Head::Deliverable(d)) if named(d)))
}

/// The paragraphs of which `request extension of ¶ 2`, `move to extend ¶ 2` speaks.
fn extension_of(model: &Model, act: &Act) -> Vec<ParagraphId> {
    let family = model.declared.verbs.get(act.verb).family;
    let named = |o: &Object| match family {
        VerbFamily::Request => matches!(&o.head, Some(Head::Deliverable(d)) if d.name() == "extension"),
        VerbFamily::Move => o.purpose() == Some("to extend"),
        _ => false,
    };
    let relations = act.objects.list.iter().filter(|o| named(o)).flat_map(|o| &o.relations);
    relations.filter_map(|r| if let Related::Paragraph(p) = r.to { Some(p) } else { None }).collect()
}

/// Of whom it was asked: the parties named before what was asked.
fn asked_of(deed: &Deed) -> Vec<PartyId> {
    let head = |o: &Object| match o.head {
        Some(Head::Party(p)) => Some(p),
        _ => None,
    };
    deed.act.objects.list.iter().filter_map(head).collect()
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
    let to = deed.act.objects.list.iter().flat_map(|o| &o.relations).find_map(|r| match (&r.to, r.word.as_str()) {
        (Related::Day(d), "to" | "until") => Some(format!(" for more time, to {}", day(*d))),
        _ => None,
    });
    let verb = &case.model.declared.verbs.get(deed.act.verb);
    let done = if verb.family == VerbFamily::File { "moved" } else { verb.past.as_str() };
    let target = match (whom, court) {
        ([], _) => String::new(),
        (_, true) => format!(" {}", case.names(whom)),
        (_, false) => format!(" {}, not the Court,", case.names(whom)),
    };
    let timing = a.bounds.day().zip(due).map(|(on, due)| before_or_after(on, due)).unwrap_or_default();
    let comma = if timing.is_empty() || to.is_none() { "" } else { "," };
    format!("{} {done}{target} {}{timing}{comma}{}", case.names(&deed.actors), when(a.bounds), to.unwrap_or_default())
}
