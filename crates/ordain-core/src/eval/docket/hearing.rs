//! Hearings: the day of each as it is after every order that set, moved or
//! vacated it. One that was held and is set again is another, distinguished by its date.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::eval::orders::event::{Change, Ordered};
use crate::eval::orders::named::limited_hearings;
use crate::eval::record::index::Index;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content, Ledger, Subject};
use crate::model::object::{Head, Object, Related};
use crate::model::{Due, Model, Moment, OrderKind, ThingId, ThingKind, VerbFamily};
use ordain_base::source::Span;
use ordain_syntax::ast::{DispositionVerb as V, Length, Unit};

/// How a hearing stands.
#[derive(Debug, Clone)]
pub(in crate::eval) enum State {
    Set(Moment),
    /// Continued without a day.
    Open,
    Vacated,
    /// An order changes it on a condition that is neither known to hold nor known not to.
    Doubtful,
}

/// What was done to a hearing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Done {
    Set,
    Reset,
    Reinstated,
    Continued,
    Adjourned,
    Advanced,
    Vacated,
    Stricken,
    /// It had happened, and is undone.
    Recalled,
}

impl Done {
    pub(in crate::eval) const fn word(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Reset => "reset",
            Self::Reinstated => "reinstated",
            Self::Continued => "continued",
            Self::Adjourned => "adjourned",
            Self::Advanced => "advanced",
            Self::Vacated => "vacated",
            Self::Stricken => "stricken",
            Self::Recalled => "recalled",
        }
    }
}

/// One order's say about a hearing; the declaration's own has no order.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Setting {
    pub(in crate::eval) state: State,
    pub(in crate::eval) done: Done,
    pub(in crate::eval) by: Option<Change>,
}

/// One sitting: from the day it was first set to the day it was held.
#[derive(Debug, Clone, Default)]
pub(in crate::eval) struct Session {
    pub(in crate::eval) settings: Vec<Setting>,
    pub(in crate::eval) held: Option<(Bounds, usize)>,
}

impl Session {
    pub(in crate::eval) fn set_for(&self) -> Option<Moment> {
        self.settings.iter().rev().find_map(|s| if let State::Set(m) = &s.state { Some(*m) } else { None })
    }

    fn stands_for(&self, day: NaiveDate) -> bool {
        self.settings.last().is_some_and(|s| matches!(&s.state, State::Set(m) if m.day == day))
    }

    /// The day of the order that opened it; none of one that the matter declares.
    fn opened(&self) -> Option<NaiveDate> {
        self.settings.first().and_then(|s| s.by.as_ref()).and_then(|c| c.day)
    }
}

/// Where a hearing stands, as a due time asks it.
#[derive(Debug, Clone)]
pub(in crate::eval) enum Sitting {
    /// Held, or set for this day.
    On(Bounds),
    /// No day: none was ever set, or it was continued without one by this order.
    Open(Option<Change>),
    /// It will not be held. `was` is the day for which it was set.
    Vacated { by: Change, was: Option<Moment> },
    /// This order changes it on a condition that the record does not settle.
    Doubtful(Change),
}

/// Every hearing of the matter on the day asked about.
#[derive(Debug, Clone, Default)]
pub(in crate::eval) struct Hearings {
    pub(in crate::eval) all: BTreeMap<ThingId, Vec<Session>>,
    /// Orders that move a hearing from a day for which it was not set: the words, what they say, what was set.
    pub(in crate::eval) moved_from: Vec<(Span, ThingId, NaiveDate, NaiveDate)>,
    /// Orders that set a hearing which is set for another day still to come: the words, the new day, the other.
    pub(in crate::eval) set_twice: Vec<(Span, ThingId, NaiveDate, NaiveDate)>,
}

/// A hearing that the record shows to have been held.
#[derive(Debug, Clone, Copy)]
pub(in crate::eval) struct Held {
    hearing: ThingId,
    bounds: Bounds,
    fact: usize,
    /// Somebody appeared at it: it was held if it stood for that day.
    attended: bool,
}

/// When hearings were held, as the record has it, oldest first.
pub(in crate::eval) fn hearings_held(
    model: &Model,
    ledger: &Ledger,
    index: &Index,
    standings: &[Standing],
) -> Vec<Held> {
    let mut found = appearances(model, ledger, standings);
    for (subject, reported) in index.all_reported() {
        let Subject::Thing(thing) = subject else { continue };
        for &i in reported {
            let Content::Happened { what, .. } = &ledger.assertions[i].content else { continue };
            let event = model.declared.things[thing.index()].kind == ThingKind::Event;
            let sat = event || what.is_sitting();
            if sat && matches!(standings[i], Standing::Accepted(_)) {
                found.push(Held { hearing: *thing, bounds: ledger.assertions[i].bounds, fact: i, attended: false });
            }
        }
    }
    found.sort_by_key(|h| (h.bounds.first, h.attended, h.fact));
    found
}

/// The appearances at hearings that the record has.
fn appearances(model: &Model, ledger: &Ledger, standings: &[Standing]) -> Vec<Held> {
    let mut found = Vec::new();
    for (fact, (assertion, standing)) in ledger.assertions.iter().zip(standings).enumerate() {
        let (Content::Done(deed), Standing::Accepted(_)) = (&assertion.content, standing) else { continue };
        if deed.negated || model.declared.verbs.get(deed.act.verb).family != VerbFamily::Appear {
            continue;
        }
        let hearing = deed.act.objects.list.iter().flat_map(Object::heads).find_map(|h| match h {
            Head::Thing(thing) if model.declared.things[thing.index()].kind == ThingKind::Hearing => Some(*thing),
            _ => None,
        });
        found.extend(hearing.map(|hearing| Held { hearing, bounds: assertion.bounds, fact, attended: true }));
    }
    found
}

impl Hearings {
    /// Folds what the orders in force, oldest first, say about hearings into what was held.
    pub(in crate::eval) fn new(model: &Model, ordered: &[Ordered<'_>], held: &[Held]) -> Self {
        let mut hearings = Self::default();
        for (i, thing) in model.declared.things.iter().enumerate() {
            if matches!(thing.kind, ThingKind::Hearing | ThingKind::Event) {
                let day = thing.date.filter(|_| thing.kind == ThingKind::Hearing);
                let settings = day.map(|day| Setting {
                    state: State::Set(Moment { day, time: thing.time }),
                    done: Done::Set,
                    by: None,
                });
                let first = Session { settings: settings.into_iter().collect(), held: None };
                hearings.all.insert(ThingId::at(i), vec![first]);
            }
        }
        let mut held = held.iter().peekable();
        for o in ordered {
            let by = &o.by;
            // Held before the order, unless the order set it for that very day.
            while let Some(held) = held.next_if(|h| match (h.bounds.first, by.day) {
                (Some(sat), Some(ordered)) if sat == ordered => {
                    // An order that recalls a hearing of its own day comes after it; one that sets a hearing of its own
                    // day comes before.
                    // That somebody appeared does not show which came first.
                    !h.attended && o.disposition.verb != V::Recalls && o.disposition.to.is_none_or(|to| to.day > sat)
                }
                (Some(sat), Some(ordered)) => sat < ordered,
                _ => false,
            }) {
                hearings.sat(held);
            }
            // What the parties agree among themselves sets no hearing, and what reaches some parties only moves none.
            let limited = !limited_hearings(model, o.disposition).is_empty();
            if model.order(o.order).kind != OrderKind::Stipulation && !limited {
                hearings.apply(o, by);
            }
        }
        held.for_each(|held| hearings.sat(held));
        hearings
    }

    fn sat(&mut self, held: &Held) {
        let Held { hearing, bounds, fact, attended } = *held;
        if let Some(last) = self.all.get_mut(&hearing).and_then(|s| s.last_mut())
            && last.held.is_none()
            && (!attended || bounds.day().is_some_and(|day| last.stands_for(day)))
        {
            // A hearing that is reported as held on its day was held at its hour.
            let set = last.set_for().filter(|m| bounds.time.is_none() && bounds.day() == Some(m.day));
            let bounds = Bounds { time: bounds.time.or(set.and_then(|m| m.time)), ..bounds };
            last.held = Some((bounds, fact));
        }
    }

    fn apply(&mut self, o: &Ordered<'_>, by: &Change) {
        let d = o.disposition;
        for thing in self.named(o) {
            let Some(sessions) = self.all.get_mut(&thing) else { continue };
            let open = matches!(d.until, Some(Due::Open(_)));
            let stood = sessions.last().and_then(Session::set_for);
            if let (Some(said), Some(stood)) = (d.from, stood)
                && said.day != stood.day
            {
                self.moved_from.push((d.span, thing, said.day, stood.day));
            }
            let to = d.to.or_else(|| shift_moment(sessions.last().and_then(Session::set_for)?, d.by?, d.verb));
            let (state, done) = match (d.verb, to) {
                (V::Vacates, None) if open => (State::Open, Done::Vacated),
                (V::Vacates, _) => (State::Vacated, Done::Vacated),
                (V::Strikes, _) => (State::Vacated, Done::Stricken),
                // With the action goes what was to be heard in it.
                (V::Dismisses, _) if o.sweeps => (State::Vacated, Done::Vacated),
                (V::Recalls, _) => (State::Vacated, Done::Recalled),
                (V::Reinstates, None) => match sessions.last().and_then(Session::set_for) {
                    Some(was) => (State::Set(was), Done::Reinstated),
                    None => continue,
                },
                (V::Sets | V::Reinstates, Some(to)) => (State::Set(to), Done::Set),
                (V::Resets, Some(to)) => (State::Set(to), Done::Reset),
                (V::Continues | V::Extends, Some(to)) => (State::Set(to), Done::Continued),
                (V::Adjourns, Some(to)) => (State::Set(to), Done::Adjourned),
                (V::Advances, Some(to)) => (State::Set(to), Done::Advanced),
                (V::Continues | V::Adjourns | V::Resets, None) if open => (State::Open, Done::Continued),
                _ => continue,
            };
            let state = if o.doubtful { State::Doubtful } else { state };
            let setting = Setting { state, done, by: Some(by.clone()) };
            // Set, and not reset, when its day had passed: another setting, to which no earlier order speaks.
            let passed = stood.is_some_and(|m| by.day.is_some_and(|from| m.day < from));
            let standing = sessions.last().filter(|s| s.held.is_none()).and_then(|s| s.settings.last());
            if let (V::Sets, Some(to), Some(State::Set(was))) = (d.verb, d.to, standing.map(|s| &s.state))
                && !passed
                && was.day != to.day
            {
                self.set_twice.push((d.span, thing, to.day, was.day));
            }
            match sessions.last_mut() {
                Some(last) if last.held.is_none() && passed && d.verb == V::Sets && !o.doubtful => {
                    sessions.push(Session { settings: vec![setting], held: None });
                }
                Some(last) if last.held.is_none() => last.settings.push(setting),
                // What had happened is undone; it may happen again.
                Some(last) if setting.done == Done::Recalled => {
                    let was = last.held.take().and_then(|(b, _)| b.day());
                    let stood =
                        |day| Setting { state: State::Set(Moment { day, time: None }), done: Done::Set, by: None };
                    last.settings.extend(was.map(stood));
                    last.settings.push(setting);
                }
                // Held, and now set again: another hearing.
                _ if matches!(setting.state, State::Set(_)) => {
                    sessions.push(Session { settings: vec![setting], held: None });
                }
                _ => {}
            }
        }
    }

    /// The hearings a disposition names, by name or by the day for which they stand.
    fn named(&self, o: &Ordered<'_>) -> Vec<ThingId> {
        let mut found = Vec::new();
        for object in o.disposition.objects.iter().flat_map(|o| &o.list) {
            let related = object.relations.iter().map(|r| &r.to);
            let heads = object.head.iter().chain(related.clone().filter_map(|r| match r {
                Related::Head(h) => Some(h),
                _ => None,
            }));
            let named: Vec<ThingId> =
                heads.filter_map(|h| if let Head::Thing(t) = h { Some(*t) } else { None }).collect();
            for day in related.filter_map(|r| if let Related::Day(day) = r { Some(*day) } else { None }) {
                let standing = self
                    .all
                    .iter()
                    .filter(|(_, sessions)| sessions.last().and_then(Session::set_for).is_some_and(|m| m.day == day));
                if named.is_empty() {
                    found.extend(standing.map(|(t, _)| *t));
                }
            }
            found.extend(named);
        }
        if o.sweeps {
            found.extend(self.to_come(o));
        }
        found.extend(o.swept.iter().filter(|t| !o.saved.contains(t)));
        found.dedup();
        found
    }

    /// `all hearings`: those still to come when the order was made, but for what it saves.
    fn to_come(&self, o: &Ordered<'_>) -> Vec<ThingId> {
        let open = self.all.iter().filter(|(thing, sessions)| {
            let last = sessions.last().filter(|s| s.held.is_none());
            let day = last.and_then(Session::set_for).map(|m| m.day);
            let saved = o.saved.contains(thing);
            !saved && day.is_some_and(|day| o.by.day.is_none_or(|from| day >= from))
        });
        open.map(|(thing, _)| *thing).collect()
    }

    /// The hearing as an order of `by` means it: that which stood when the order was made.
    fn session(&self, thing: ThingId, by: Option<NaiveDate>, on: Option<NaiveDate>) -> Option<&Session> {
        let sessions = self.all.get(&thing)?;
        if let Some(on) = on
            && let Some(own) =
                sessions.iter().find(|s| s.settings.iter().any(|x| matches!(x.state, State::Set(m) if m.day == on)))
        {
            return Some(own);
        }
        let known = |s: &&Session| s.opened().is_none_or(|opened| by.is_some_and(|by| opened <= by));
        sessions.iter().rev().find(known).or_else(|| sessions.first())
    }

    /// Each day for which the hearing stood that an order of `by` means: from when, and which order said so.
    pub(in crate::eval) fn settings(
        &self,
        thing: ThingId,
        by: Option<NaiveDate>,
        on: Option<NaiveDate>,
    ) -> Vec<(Option<Moment>, Option<&Change>)> {
        let session = self.session(thing, by, on);
        let settings = session.map_or(&[][..], |s| s.settings.as_slice());
        let day = |s: &Setting| if let State::Set(m) = &s.state { Some(*m) } else { None };
        settings.iter().map(|s| (day(s), s.by.as_ref())).collect()
    }

    /// The state of the hearing that a paragraph means; `on` is the day by which the paragraph names it.
    pub(in crate::eval) fn sitting(
        &self,
        thing: ThingId,
        by: Option<NaiveDate>,
        on: Option<NaiveDate>,
    ) -> Option<Sitting> {
        let session = self.session(thing, by, on)?;
        if let Some((bounds, _)) = session.held {
            return Some(Sitting::On(bounds));
        }
        let Some(last) = session.settings.last() else { return Some(Sitting::Open(None)) };
        Some(match (&last.state, &last.by) {
            (State::Set(m), _) => Sitting::On(Bounds { time: m.time, ..Bounds::on(m.day) }),
            (State::Doubtful, Some(by)) => Sitting::Doubtful(by.clone()),
            (State::Vacated, Some(by)) => Sitting::Vacated { by: by.clone(), was: session.set_for() },
            (State::Open | State::Vacated | State::Doubtful, by) => Sitting::Open(by.clone()),
        })
    }
}

/// So much later, or earlier where it is advanced, at the same hour.
fn shift_moment(was: Moment, by: Length, verb: V) -> Option<Moment> {
    let length = ordain_time::Length::new(by.n, by.unit);
    let day = match (verb, by.unit) {
        (V::Advances, Unit::Days | Unit::CalendarDays) => {
            was.day.checked_sub_days(chrono::Days::new(u64::from(by.n)))?
        }
        (V::Advances, Unit::Weeks) => was.day.checked_sub_days(chrono::Days::new(7 * u64::from(by.n)))?,
        (V::Advances, _) => return None,
        _ => ordain_time::instance(was.day, length, 1)?,
    };
    Some(Moment { day, time: was.time })
}
