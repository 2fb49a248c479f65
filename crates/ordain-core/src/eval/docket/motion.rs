//! Motions: filed, opposed, replied to, taken under advisement, decided,
//! withdrawn. Where each stands, by the orders in force and the record.

use crate::model::preposition::Preposition as P;
use ordain_syntax::ast::Occurrence;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::eval::docket::happens::Gone;
use crate::eval::notes::Notes;
use crate::eval::orders::event::Ordered;
use crate::eval::question::Question;
use crate::eval::record::bounds;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content, Deed, Subject};
use crate::model::object::{Head, Related};
use crate::model::{COURT, Model, Thing, ThingId, ThingKind, VerbFamily};
use crate::verdict::{Listed, ListedKind, ListedState, MotionEvent};
use ordain_base::source::Span;
use ordain_base::words::day;
use ordain_syntax::ast::DispositionVerb as V;

/// What the record says of a motion: `MTC1 was granted in part on D`.
const fn event_of_occurrence(what: Occurrence) -> Option<MotionEvent> {
    Some(match what {
        Occurrence::Filed | Occurrence::Lodged => MotionEvent::Filed,
        Occurrence::Opposed => MotionEvent::Opposed,
        Occurrence::Heard | Occurrence::Argued => MotionEvent::Heard,
        Occurrence::Granted => MotionEvent::Granted,
        Occurrence::GrantedInPart => MotionEvent::GrantedInPart,
        Occurrence::Denied => MotionEvent::Denied,
        Occurrence::DeniedAsMoot => MotionEvent::DeniedAsMoot,
        Occurrence::Moot | Occurrence::Mooted => MotionEvent::Moot,
        Occurrence::Stricken => MotionEvent::Stricken,
        Occurrence::Withdrawn => MotionEvent::Withdrawn,
        Occurrence::UnderAdvisement => MotionEvent::UnderAdvisement,
        Occurrence::Decided | Occurrence::Resolved => MotionEvent::Decided,
        Occurrence::Held
        | Occurrence::Happened
        | Occurrence::Signed
        | Occurrence::Entered
        | Occurrence::Issued
        | Occurrence::Received
        | Occurrence::Served
        | Occurrence::Vacated
        | Occurrence::Submitted
        | Occurrence::Abandoned => return None,
    })
}

/// What an order does to a motion.
const fn event_of_disposition(verb: V) -> Option<MotionEvent> {
    Some(match verb {
        V::Grants => MotionEvent::Granted,
        // What is denied in part is granted in part.
        V::GrantsInPart | V::DeniesInPart => MotionEvent::GrantedInPart,
        V::Denies => MotionEvent::Denied,
        V::Dismisses => MotionEvent::Dismissed,
        V::DeniesAsMoot => MotionEvent::DeniedAsMoot,
        V::TakesUnderAdvisement => MotionEvent::UnderAdvisement,
        V::Strikes => MotionEvent::Stricken,
        _ => return None,
    })
}

/// One step in the course of a motion.
#[derive(Debug, Clone)]
struct Step {
    event: MotionEvent,
    bounds: Bounds,
    /// ` by Plaintiffs`, ` by Second ¶ 1`; empty where nobody is named.
    by: String,
    fact: Option<usize>,
    /// The words of the order that decides it.
    span: Option<Span>,
}

/// Every motion of the matter on the day asked about: its course, oldest first.
#[derive(Debug, Clone, Default)]
pub(in crate::eval) struct Motions {
    all: BTreeMap<ThingId, Vec<Step>>,
}

impl Motions {
    /// Gathers what the declarations, the orders in force and the accepted facts say.
    pub(in crate::eval) fn new(
        model: &Model,
        ledger: &crate::facts::Ledger,
        ordered: &[Ordered<'_>],
        standings: &[Standing],
        asked: Question,
    ) -> Self {
        let mut motions = Self::default();
        let declared = &model.declared;
        for (i, thing) in declared.things.iter().enumerate().filter(|(_, t)| t.kind == ThingKind::Motion) {
            let filed = thing.date.filter(|d| *d <= asked.as_of && *d <= asked.known_on);
            let by = by_parties(model, &thing.by);
            let step =
                filed.map(|d| Step { event: MotionEvent::Filed, bounds: Bounds::on(d), by, fact: None, span: None });
            motions.all.insert(ThingId::at(i), step.into_iter().collect());
        }
        if motions.all.is_empty() {
            return motions;
        }
        for o in ordered {
            let change = &o.by;
            let Some(event) = event_of_disposition(o.disposition.verb) else { continue };
            for object in o.disposition.objects.iter().flat_map(|o| &o.list) {
                if let Some(Head::Thing(t)) = object.head {
                    let bounds = change.entered.or(change.day).map_or_else(Bounds::default, Bounds::on);
                    let by = format!(" by {}", change.name);
                    motions.add(t, Step { event, bounds, by, fact: None, span: Some(change.span) });
                }
            }
        }
        for (i, a) in ledger.assertions.iter().enumerate() {
            if !matches!(standings[i], Standing::Accepted(_)) || !a.bounds.surely_by(asked.as_of) {
                continue;
            }
            match &a.content {
                Content::Happened { subject: Subject::Thing(t), what } => {
                    if let Some(event) = event_of_occurrence(*what) {
                        motions.add(
                            *t,
                            Step { event, bounds: a.bounds, by: String::new(), fact: Some(i), span: Some(a.span) },
                        );
                    }
                }
                Content::Done(deed) if !deed.negated => {
                    for (t, event) in events_told_by(model, deed) {
                        let by = by_parties(model, &deed.actors);
                        let span = Some(a.span);
                        motions.add(t, Step { event, bounds: a.bounds, by, fact: Some(i), span });
                    }
                }
                _ => {}
            }
        }
        for course in motions.all.values_mut() {
            // What an order decides, the record need not say again, nor say in fewer words.
            let ordered: Vec<_> = course.iter().filter(|s| s.fact.is_none()).map(|s| s.bounds.first).collect();
            course.retain(|s| s.fact.is_none() || !s.event.settles() || !ordered.contains(&s.bounds.first));
            // A day stated twice, by the declaration and by the record, is one day.
            course.sort_by_key(|s| (s.bounds.first, s.event as u8));
            course.dedup_by(|b, a| a.event == b.event && a.bounds.first == b.bounds.first);
        }
        motions
    }

    fn add(&mut self, thing: ThingId, step: Step) {
        if let Some(course) = self.all.get_mut(&thing) {
            course.push(step);
        }
    }

    /// When it was filed, as far as the record shows.
    pub(in crate::eval) fn filed(&self, motion: ThingId) -> Option<Bounds> {
        self.all.get(&motion)?.iter().find(|s| s.event == MotionEvent::Filed).map(|s| s.bounds)
    }

    /// When the Court disposed of it; `granted` asks for one way only.
    pub(in crate::eval) fn ruled(&self, motion: ThingId, granted: Option<bool>) -> Option<Bounds> {
        let fits = |e: MotionEvent| match (granted, e) {
            (_, MotionEvent::UnderAdvisement) => false,
            (Some(true), e) => matches!(e, MotionEvent::Granted | MotionEvent::GrantedInPart),
            (Some(false), e) => {
                matches!(e, MotionEvent::Denied | MotionEvent::DeniedAsMoot | MotionEvent::GrantedInPart)
            }
            // Who withdraws a motion leaves nothing to rule on.
            (None, e) => e.settles() && e != MotionEvent::Withdrawn,
        };
        self.all.get(&motion)?.iter().rev().find(|s| fits(s.event)).map(|s| s.bounds)
    }

    /// Why it will not be decided so any more: `Dismiss was denied on D by Second ¶ 1`, with the words that say so.
    pub(in crate::eval) fn never(&self, motion: ThingId, granted: Option<bool>, name: &str) -> Option<Gone> {
        let last = self.settled(motion)?;
        let open = matches!(last.event, MotionEvent::UnderAdvisement | MotionEvent::Decided);
        if open || self.ruled(motion, granted).is_some() {
            return None;
        }
        Some(Gone {
            text: format!("{name} was {}", step_words(last)),
            span: last.span?,
            day: last.bounds.day(),
            how: last.event.word(),
            recalls: false,
        })
    }

    /// When there was no longer anything to answer: the motion was decided whole, moot or
    /// withdrawn; in words.
    pub(in crate::eval) fn ended(&self, motion: ThingId) -> Option<(NaiveDate, String)> {
        let last = self.settled(motion)?;
        let whole = matches!(
            last.event,
            MotionEvent::Granted | MotionEvent::Denied | MotionEvent::DeniedAsMoot | MotionEvent::Withdrawn
        );
        Some((last.bounds.day()?, step_words(last))).filter(|_| whole)
    }

    /// The step that says where the motion stands; `None` while it only awaits a ruling.
    fn settled(&self, motion: ThingId) -> Option<&Step> {
        self.all.get(&motion)?.iter().rev().find(|s| s.event.settles())
    }

    /// How a motion stands, and since when.
    pub(in crate::eval) fn state(&self, motion: ThingId) -> MotionState {
        match (self.settled(motion), self.filed(motion)) {
            (Some(step), _) => MotionState::Settled { event: step.event, words: step_words(step) },
            (None, Some(_)) => MotionState::Pending,
            (None, None) => MotionState::NotFiled,
        }
    }
}

/// Where a motion stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::eval) enum MotionState {
    NotFiled,
    Pending,
    /// `denied`, `denied on Wed 2023-12-20 by Second ¶ 1`.
    Settled {
        event: MotionEvent,
        words: String,
    },
}

impl MotionState {
    const fn listed(&self) -> ListedState {
        match self {
            Self::NotFiled => ListedState::NotFiled,
            Self::Pending => ListedState::Pending,
            Self::Settled { event, .. } => ListedState::Settled(*event),
        }
    }

    /// Of a motion about a deadline: what became of it.
    pub(in crate::eval) fn outcome(&self) -> &str {
        match self {
            Self::Pending => "still pending, and no extension",
            Self::NotFiled | Self::Settled { .. } => self.words(),
        }
    }

    fn words(&self) -> &str {
        match self {
            Self::NotFiled => "its filing is not on the record",
            Self::Pending => "pending",
            Self::Settled { words, .. } => words,
        }
    }
}

/// What a party does about a motion, by the verb.
const BY_VERB: &[(&str, MotionEvent)] =
    &[("withdraw", MotionEvent::Withdrawn), ("oppose", MotionEvent::Opposed), ("respond", MotionEvent::Opposed)];

/// What a paper that is filed to a motion does about it.
const BY_PAPER: &[(&str, MotionEvent)] = &[
    ("opposition", MotionEvent::Opposed),
    ("response", MotionEvent::Opposed),
    ("answering brief", MotionEvent::Opposed),
    ("written response", MotionEvent::Opposed),
    ("reply", MotionEvent::Replied),
    ("reply brief", MotionEvent::Replied),
];

fn event_named(table: &[(&str, MotionEvent)], word: &str) -> Option<MotionEvent> {
    table.iter().find(|(name, _)| *name == word).map(|(_, event)| *event)
}

/// What an act speaks of a motion: `opposed MTC1`, `filed opposition to MTC1`, `the Court denied MTC1`.
fn events_told_by(model: &Model, deed: &Deed) -> Vec<(ThingId, MotionEvent)> {
    let declared = &model.declared;
    let verb = declared.verbs.get(deed.act.verb);
    let court = deed.actors.contains(&COURT);
    let is_motion = |t: &ThingId| declared.things[t.index()].kind == ThingKind::Motion;
    let mut found = Vec::new();
    for object in &deed.act.objects.list {
        let to = object.relations.iter().filter(|r| r.is_any(&[P::To, P::Of, P::On, P::For]));
        let to = to.filter_map(|r| if let Related::Head(Head::Thing(t)) = &r.to { Some(*t) } else { None });
        let own = match &object.head {
            Some(Head::Thing(t)) => Some(*t),
            _ => None,
        };
        let event = match verb.family {
            VerbFamily::Deny if court => Some(MotionEvent::Denied),
            VerbFamily::Grant if court => Some(MotionEvent::Granted),
            VerbFamily::Rule if court => Some(MotionEvent::Decided),
            VerbFamily::Reply => Some(MotionEvent::Replied),
            VerbFamily::File | VerbFamily::Move if own.is_some() => Some(MotionEvent::Filed),
            // Of these families not every verb is said of a motion.
            VerbFamily::Remove | VerbFamily::Oppose | VerbFamily::Respond => event_named(BY_VERB, &verb.lemma),
            _ => None,
        };
        if let Some(event) = event {
            let about = own.into_iter().chain(to).filter(is_motion);
            found.extend(about.map(|t| (t, event)));
            continue;
        }
        if let (VerbFamily::File, Some(Head::Deliverable(d))) = (verb.family, &object.head) {
            let Some(event) = event_named(BY_PAPER, d.name()) else { continue };
            found.extend(to.filter(is_motion).map(|t| (t, event)));
        }
    }
    found
}

fn by_parties(model: &Model, parties: &[crate::model::PartyId]) -> String {
    let names: Vec<&str> = parties.iter().map(|&p| model.declared.party_name(p)).collect();
    if names.is_empty() { String::new() } else { format!(" by {}", ordain_base::words::join(&names)) }
}

/// `denied on Wed 2023-12-20 by Second ¶ 1`.
fn step_words(step: &Step) -> String {
    format!("{} {}{}", step.event.word(), bounds::bounds_in_words(step.bounds), step.by)
}

/// Each motion with where it stands and its course, for the list of what has no verdict.
pub(in crate::eval) fn listed_motions(model: &Model, motions: &Motions, notes: &Notes) -> Vec<Listed> {
    motions.all.iter().map(|(t, course)| listed_motion(model, motions, notes, *t, course)).collect()
}

fn listed_motion(model: &Model, motions: &Motions, notes: &Notes, id: ThingId, course: &[Step]) -> Listed {
    let thing: &Thing = &model.declared.things[id.index()];
    notes.use_facts(course.iter().filter_map(|s| s.fact));
    let stands = motions.state(id);
    let settled = motions.settled(id).map(step_words);
    let mut steps: Vec<String> = course.iter().map(step_words).collect();
    steps.retain(|s| Some(s) != settled.as_ref());
    let course = if steps.is_empty() { String::new() } else { format!("; {}", steps.join(", ")) };
    let mut text = format!("{}: {}{course}", thing.title.as_deref().unwrap_or("motion"), stands.words());
    if let (Some(filed), None) = (thing.date, motions.filed(id)) {
        text = format!("{}: to be filed on {}", thing.title.as_deref().unwrap_or("motion"), day(filed));
    }
    Listed {
        id: thing.name.clone(),
        kind: ListedKind::Motion,
        state: Some(stands.listed()),
        on: None,
        text,
        sources: thing.docket.iter().cloned().collect(),
        span: thing.span,
    }
}
