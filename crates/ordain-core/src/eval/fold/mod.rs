//! What was ordered on a day: the fold of all orders known by one day and in
//! force on another. Here is who acts on what, oldest first; what that makes
//! of a duty is for [`touch`], one file a family of dispositions.

mod beside;
mod history;
mod limit;
mod outcome;
mod reach;
mod spell;
mod stay;
mod touch;
mod undo;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Question, stipulated};
use crate::model::{Body, Disposition, Due, Model, OrderId, ParagraphId, PartyId, Rewrite, StayEnd, ThingId};
use ordain_base::source::Span;
use ordain_syntax::ast::{DispositionVerb as V, Length};
use reach::Reach;

pub(super) use reach::orders_of;
pub use reach::{Act, Touched, acts, touched};
pub(super) use spell::Spell;
pub(super) use stay::Stay;
pub(super) use touch::Touch;
pub(super) use words::describe;

/// The words of an order that changed something, and their days.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) id: OrderId,
    pub(super) order: String,
    /// `Second ¶ 1`, or the order's name where its head says so.
    pub(super) name: String,
    /// The day on which it came on the docket.
    pub(super) entered: Option<NaiveDate>,
    /// The day from which it acts; always, where `None`.
    pub(super) day: Option<NaiveDate>,
    /// `nunc pro tunc`: it acts on the time before its entry too.
    pub(super) retroactive: bool,
    /// An event that it names is undone, and may happen again: `recalls Mandate`.
    pub(super) recalls: bool,
    pub(super) span: Span,
}

/// What an order does to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Effect<'a> {
    /// Its day becomes this one.
    Move(&'a Due),
    /// Its day becomes so much later, or earlier.
    Shift(Length, bool),
    Stay(&'a StayEnd),
    LiftStay,
    /// Vacated, stricken, superseded, replaced by another.
    Lift,
    Reinstate,
    /// It binds through this day; through the day before it acts where `None`.
    Expire(Option<NaiveDate>),
    Rewrite(&'a Rewrite),
    /// It counts as done in time.
    Timely,
    /// It becomes something else, of which no end is said.
    Convert,
    /// It was touched, and stays as it is: enforced, saved.
    Keep,
    /// Read, and not applied: why nobody can say what it comes to.
    Doubt(Doubt),
}

/// Why the effect of a disposition is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Its words are shown and not applied.
    Words,
    /// It hangs on a condition.
    Condition,
    /// Another order of the same day says otherwise.
    Tied,
    /// One order says two things of it.
    Twice,
}

/// One act of an order on a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Event<'a> {
    pub(super) by: Change,
    pub(super) effect: Effect<'a>,
    pub(super) disposition: &'a Disposition,
    /// The set it was named in, and not by itself.
    pub(super) broad: bool,
    /// Only if its day had not come.
    pub(super) unreached: bool,
    /// It is of more cases than the disposition reaches.
    pub(super) partly: bool,
    /// A later order undid the disposition itself.
    pub(super) undone: Option<Change>,
}

/// A disposition in force, as it may be about hearings.
#[derive(Debug, Clone)]
pub(super) struct Ordered<'a> {
    pub(super) order: OrderId,
    pub(super) disposition: &'a Disposition,
    pub(super) by: Change,
    /// `all hearings`, `all dates`.
    pub(super) sweeps: bool,
    /// Hearings that the same order says stand.
    pub(super) saved: Vec<ThingId>,
}

/// The state of everything on the day asked about.
#[derive(Debug, Clone, Default)]
pub(super) struct Force<'a> {
    events: BTreeMap<ParagraphId, Vec<Event<'a>>>,
    /// What was agreed or noticed about a paragraph and does nothing by itself, and why not.
    powerless: BTreeMap<ParagraphId, Vec<(Change, String)>>,
    /// Stipulations and notices that an order in force makes its own, and which.
    agreed: BTreeMap<OrderId, Change>,
    /// Rules without a day of their own that bind where an order incorporates them: from when.
    incorporated: BTreeMap<OrderId, Option<NaiveDate>>,
    /// Those that some order incorporates, in force or not.
    adopted: BTreeSet<OrderId>,
    /// `no further extension absent "…"`, by the order that says so.
    pub(super) notices: BTreeMap<String, (String, Span)>,
    /// Two orders of one day that disagree about a paragraph.
    pub(super) tied: Vec<(ParagraphId, Span, Span)>,
}

impl<'a> Force<'a> {
    /// On the docket by the day to which it is read, and binding by the day asked about.
    pub(super) fn is_ordered(&self, model: &Model, order: OrderId, asked: Question) -> bool {
        let it = model.order(order);
        let known = it.docketed().is_none_or(|d| d <= asked.known_on);
        let adopted =
            !self.adopted.contains(&order) || it.in_force().is_some() || self.incorporated.contains_key(&order);
        known && adopted && it.in_force().is_none_or(|d| d <= asked.as_of)
    }

    /// The day from which an order binds.
    pub(super) fn binds_from(&self, model: &Model, order: OrderId) -> Option<NaiveDate> {
        model.order(order).in_force().or_else(|| self.incorporated.get(&order).copied().flatten())
    }

    /// The change as it acts: what an order adopts acts from that order on.
    fn adopted_as(&self, mut by: Change) -> Change {
        if let Some(order) = self.agreed.get(&by.id).filter(|a| a.id != by.id) {
            by.order = format!("{}, which {} adopts", by.order, order.order);
            by.name = format!("{}, which {} adopts", by.name, order.name);
            by.entered = by.entered.max(order.entered);
            by.day = if by.retroactive { by.day } else { by.day.max(order.day) };
        }
        by
    }

    /// What was agreed about a paragraph and moves nothing by itself, and why.
    pub(super) fn powerless(&self, paragraph: ParagraphId) -> &[(Change, String)] {
        self.powerless.get(&paragraph).map_or(&[], Vec::as_slice)
    }

    /// What orders did to a paragraph, oldest first.
    pub(super) fn events(&self, paragraph: ParagraphId) -> &[Event<'a>] {
        self.events.get(&paragraph).map_or(&[], Vec::as_slice)
    }
}

/// Folds the dispositions of every order that is known and acts by the day
/// asked about, in the order of their entry; of one day by clock time, then by
/// docket number, then by name, then as they stand in the order.
pub(super) fn fold(model: &Model, asked: Question) -> (Force<'_>, Vec<Ordered<'_>>) {
    let acts = acts(model);
    let mut force = Force { adopted: adopted(&acts), ..Force::default() };
    let mut known: Vec<Act<'_>> = acts
        .into_iter()
        .filter(|a| {
            let known = model.order(a.order).docketed().is_none_or(|d| d <= asked.known_on);
            known && a.from.is_none_or(|d| d <= asked.as_of)
        })
        .collect();
    let reach = Reach::new(model);
    force.agreed = stipulated::adopted(model, &known, |act| reach.change(act));
    // What the parties agreed acts when the order that adopts it does, after those before it.
    known.sort_by_key(|a| model.order(a.order).docketed().max(force.agreed.get(&a.order).and_then(|c| c.entered)));
    let undone = undo::undone(&reach, &known, asked);
    let saved = reach::Savings::of(&reach, &known, &undone);
    let mut ordered = Vec::new();
    for (act, undone) in known.iter().zip(&undone) {
        apply(&mut force, &reach, &saved, act, undone.as_ref());
        // What hangs on a condition moves no hearing.
        if undone.is_none() && act.disposition.conditions.is_empty() {
            ordered.push(Ordered {
                order: act.order,
                disposition: act.disposition,
                by: reach.change(act),
                sweeps: reach::sweeps_hearings(act.disposition),
                saved: saved.things(act.order),
            });
        }
    }
    notices(&mut force, model, asked);
    (force, ordered)
}

/// Orders of rank and standing that some order makes its own.
fn adopted(acts: &[Act<'_>]) -> BTreeSet<OrderId> {
    let all = acts.iter().filter(|a| a.disposition.verb == V::Incorporates);
    all.flat_map(|a| reach::orders_of(a.disposition)).collect()
}

fn apply<'a>(force: &mut Force<'a>, reach: &Reach<'a>, saved: &reach::Savings, act: &Act<'a>, undone: Option<&Change>) {
    let d = act.disposition;
    let by = force.adopted_as(reach.change(act));
    if undone.is_none() && d.conditions.is_empty() && d.verb == V::Incorporates {
        for order in reach::orders_of(d) {
            force.incorporated.entry(order).or_insert(act.from);
        }
    }
    let Some(effect) = effect(d) else { return };
    for target in reach.paragraphs(act) {
        if !matches!(effect, Effect::Keep)
            && !force.agreed.contains_key(&act.order)
            && let Some(why) = stipulated::powerless(reach.model, act, target.paragraph)
        {
            force.powerless.entry(target.paragraph).or_default().push((by.clone(), why));
            continue;
        }
        let save = target.broad && saved.holds(act.order, &target);
        let effect = if save { Effect::Keep } else { effect };
        let events = force.events.entry(target.paragraph).or_default();
        let event = Event {
            by: by.clone(),
            effect,
            disposition: d,
            broad: target.broad,
            unreached: target.unreached,
            partly: target.partly,
            undone: undone.cloned(),
        };
        if let Some(last) = events.last()
            && reach.disagree(last, &event)
        {
            force.tied.push((target.paragraph, last.by.span, by.span));
            let why = if last.by.id == by.id { Doubt::Twice } else { Doubt::Tied };
            let doubt = Event { effect: Effect::Doubt(why), ..event.clone() };
            events.push(event);
            events.push(doubt);
        } else {
            events.push(event);
        }
    }
}

/// What a disposition does to the paragraphs it reaches; none where it is
/// about hearings, motions and papers only.
fn effect(d: &Disposition) -> Option<Effect<'_>> {
    if !d.conditions.is_empty() && !matches!(d.verb, V::Enforces | V::Stands | V::Incorporates | V::Affirms) {
        return Some(Effect::Doubt(Doubt::Condition));
    }
    unconditional(d)
}

/// The same, where its condition holds or it has none.
fn unconditional(d: &Disposition) -> Option<Effect<'_>> {
    Some(match d.verb {
        V::Extends | V::Advances | V::Continues | V::Resets | V::Adjourns => match (&d.due, d.by) {
            (Some(due), _) => Effect::Move(due),
            (None, Some(by)) => Effect::Shift(by, d.verb == V::Advances),
            (None, None) => Effect::Doubt(Doubt::Words),
        },
        V::Vacates | V::Strikes | V::Supersedes | V::Dismisses => Effect::Lift,
        V::Stays => Effect::Stay(&d.end),
        V::LiftsStay => Effect::LiftStay,
        V::Reinstates => Effect::Reinstate,
        V::Expires => Effect::Expire(d.to.map(|t| t.day)),
        V::Modifies | V::Replaces => match &d.rewrite {
            Some(Rewrite::Paragraph(_)) => Effect::Lift,
            Some(rewrite) => Effect::Rewrite(rewrite),
            None => Effect::Doubt(Doubt::Words),
        },
        V::Converts => match d.due.as_ref().or(d.until.as_ref()) {
            Some(due) => Effect::Move(due),
            None => Effect::Convert,
        },
        V::Deems if d.timely => Effect::Timely,
        V::Enforces | V::Stands | V::Incorporates | V::Affirms => Effect::Keep,
        _ => return None,
    })
}

/// `no further extension absent "good cause"`: shown beside what the same order moves.
fn notices(force: &mut Force<'_>, model: &Model, asked: Question) {
    for paragraph in &model.paragraphs {
        if let Body::Listed(_, text) = &paragraph.body
            && text.to_lowercase().trim_start_matches('“').starts_with("no further extension")
            && force.is_ordered(model, paragraph.order, asked)
        {
            let text = text.trim_matches(['“', '”']).to_owned();
            force.notices.insert(model.order(paragraph.order).name.clone(), (text, paragraph.span));
        }
    }
}

/// Whether a limit to `only` some parties takes in this one, or the side it acts for.
fn among(model: &Model, only: &[PartyId], party: PartyId) -> bool {
    only.iter().any(|&o| o == party || o == model.declared.side(party))
}
