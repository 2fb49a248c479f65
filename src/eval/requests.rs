//! What was asked and answered about a deadline. None of it moves the day:
//! only an order does, or what the rules let the parties agree.

use super::fold::Touch;
use super::place::when;
use super::{Context, Standing};
use crate::facts::{Assertion, Content, Deed};
use crate::model::deliverables::Deliverable;
use crate::model::object::{Act, Head, Object, Objects, Related};
use crate::model::{COURT, Norm, Paragraph, PartyId, ThingId, ThingKind};
use crate::source::Span;
use crate::verdict::{Kind, Reason, Verdict};
use crate::words::{day, plural};

impl Context<'_> {
    /// `Defendants asked Plaintiffs, not the Court, on Fri 2023-12-01, the day of the deadline`, and what came of it.
    pub(super) fn requests(
        &self,
        paragraph: &Paragraph,
        norm: &Norm,
        touch: &Touch<'_>,
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
        let denied = told.iter().filter(|(_, _, d)| d.actors.contains(&COURT) && self.family(d) == "grant");
        let answered: Vec<_> = denied.filter_map(|(_, a, _)| a.bounds.last).collect();
        let (mut asked_other, mut asked_court_by) = (false, None);
        for (i, a, deed) in told {
            let ours = norm.bearer.parties().iter().any(|&p| self.same_side(p, &deed.actors));
            let motion = self.motion_of(deed);
            let text = match (self.family(deed), ours) {
                (family @ ("request" | "move" | "offer" | "file"), true) => {
                    let whom = asked_of(deed);
                    let court = matches!(family, "move" | "file") || whom.contains(&COURT);
                    if family == "file" && motion.is_none() && !is_motion(deed) {
                        continue;
                    }
                    if court {
                        asked_court_by = asked_court_by.max(a.bounds.last).or(a.bounds.last);
                    } else {
                        asked_other = true;
                    }
                    let fate = if court { self.fate(a, motion, touch, &answered) } else { String::new() };
                    format!("{}{fate}", request_words(self, a, deed, &whom, court, due))
                }
                ("decline" | "agree" | "oppose" | "offer", false) => self.answer_words(a, deed),
                ("grant", false) if deed.actors.contains(&COURT) => self.answer_words(a, deed),
                _ => continue,
            };
            out.push(Reason::at(text.clone(), self.place(i, text)));
        }
        if let Some(due) = due
            && asked_other
            && matches!(verdict.kind, Kind::Breached | Kind::Late | Kind::Undetermined)
            && asked_court_by.is_none_or(|d| d > due)
            && self.closed_for_motions(norm, due)
        {
            out.push(Reason::new(format!("no motion on the record before {}", day(due))));
        }
    }

    fn family(&self, deed: &Deed) -> &str {
        &self.model.declared.verbs.get(deed.act.verb).family
    }

    fn answer_words(&self, a: &Assertion, deed: &Deed) -> String {
        let verb = &self.model.declared.verbs.get(deed.act.verb).past;
        format!("{} {verb} {}", self.names(&deed.actors), when(a.bounds))
    }

    /// What became of a motion about the day: an order moved it, the Court refused, or neither.
    fn fate(
        &self,
        a: &Assertion,
        motion: Option<ThingId>,
        touch: &Touch<'_>,
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
        let moved = touch.moved.as_ref().is_some_and(|(_, by)| after(by.entered));
        match moved || answered.iter().any(|d| after(Some(*d))) {
            true => String::new(),
            false => "; no order grants it".to_owned(),
        }
    }

    /// The declared motion that an act files or speaks of.
    fn motion_of(&self, deed: &Deed) -> Option<ThingId> {
        let heads = deed.act.objects.list.iter().filter_map(|o| o.head.as_ref());
        let mut things = heads.filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None });
        things.find(|t| self.model.declared.things[t.index()].kind == ThingKind::Motion)
    }

    /// The record is complete for motions, or for filings, of the bearer up to the day: only then was none made.
    fn closed_for_motions(&self, norm: &Norm, due: chrono::NaiveDate) -> bool {
        let Some(verb) = self.model.declared.verbs.base("file") else { return false };
        let mut object = Object::empty(Span::default());
        object.head = Deliverable::find("motion").map(Head::Deliverable);
        let act = Act { verb, objects: Objects { list: vec![object], any: false }, span: Span::default() };
        !self.incomplete && self.ledger.closings.iter().any(|c| c.through >= due && self.closes(c, &norm.bearer, &act))
    }

    pub(super) fn same_side(&self, party: PartyId, others: &[PartyId]) -> bool {
        let declared = &self.model.declared;
        others.iter().any(|&o| declared.side(o) == declared.side(party))
    }
}

/// `filed motion to extend MTC ¶ 1`.
fn is_motion(deed: &Deed) -> bool {
    let named =
        |d: &Deliverable| ["motion", "application", "request", "stipulation"].iter().any(|w| d.name().starts_with(w));
    deed.act.objects.list.iter().any(|o| matches!(&o.head, Some(Head::Deliverable(d)) if named(d)))
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
    context: &Context<'_>,
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
    let verb = &context.model.declared.verbs.get(deed.act.verb);
    let done = if verb.family == "file" { "moved" } else { verb.past.as_str() };
    let target = match (whom, court) {
        ([], _) => String::new(),
        (_, true) => format!(" {}", context.names(whom)),
        (_, false) => format!(" {}, not the Court,", context.names(whom)),
    };
    let timing = match (a.bounds.day(), due) {
        (Some(on), Some(due)) if on == due => ", the day of the deadline".to_owned(),
        (Some(on), Some(due)) if on > due => {
            format!(", {} after the deadline", plural((on - due).num_days(), "day"))
        }
        (Some(on), Some(due)) => format!(", {} before the deadline", plural((due - on).num_days(), "day")),
        _ => String::new(),
    };
    let comma = if timing.is_empty() || to.is_none() { "" } else { "," };
    format!(
        "{} {done}{target} {}{timing}{comma}{}",
        context.names(&deed.actors),
        when(a.bounds),
        to.unwrap_or_default()
    )
}
