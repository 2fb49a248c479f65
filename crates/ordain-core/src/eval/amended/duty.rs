//! What all acts of orders together make of one duty for one bearer.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::eval::amended::stay::{Stay, stay_ordered, stay_with_period};
use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::condition::found::Held;
use crate::eval::condition::truth::Value;
use crate::eval::due::deadline;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::resolve::resolve_due;
use crate::eval::orders::event::{Change, Doubt, Effect, Event, Undoing};
use crate::eval::orders::in_force;
use crate::eval::orders::scope::{Coverage, coverage};
use crate::model::{Bearer, Due, Moment, Obligation, OrderId, Paragraph, Provision, Rewrite, StayEnd};
use crate::verdict;
use crate::verdict::Modality;
use ordain_syntax::ast::{DispositionVerb as V, Length};

/// How later orders left a duty.
#[derive(Debug, Clone)]
pub(in crate::eval) struct AmendedDuty<'m> {
    /// Its words as they stand now.
    pub(in crate::eval) provision: Cow<'m, Provision>,
    /// When it falls due, where an order moved that.
    pub(in crate::eval) moved: Option<(Moved<'m>, Change)>,
    pub(in crate::eval) stays: Vec<Stay>,
    /// It no longer binds: by which words, and what they did.
    pub(in crate::eval) lifted: Option<(Change, &'static str)>,
    /// The last day on which it binds, and its hour where one is stated.
    pub(in crate::eval) expires: Option<(Moment, Option<Change>)>,
    /// What an order came to nobody can say, and why.
    pub(in crate::eval) doubt: Option<(Change, V, Doubt)>,
    /// Reached in part: of several who owe it, or to whom it is owed, only some.
    pub(in crate::eval) part: Option<Change>,
    /// New words, and what gave them.
    pub(in crate::eval) rewritten: Option<(Change, &'static str)>,
    /// An order says that it was done in time.
    pub(in crate::eval) timely: Option<Change>,
    /// It was made into something else, of which no end is said.
    pub(in crate::eval) converted: Option<Change>,
    /// Its day had passed when this order set it, and it had a later one before.
    pub(in crate::eval) looks_back: Option<Change>,
    /// Days it was moved to by orders that were undone.
    pub(in crate::eval) undone: Vec<TakenBack>,
    /// Of a duty that recurs: how much later, or earlier, its coming instances fall due.
    pub(in crate::eval) shifts: Vec<Shift>,
}

/// A move of the day that a later order undid: while it stood it could be relied on.
#[derive(Debug, Clone)]
pub(in crate::eval) struct TakenBack {
    pub(in crate::eval) to: NaiveDate,
    /// The order that had moved it.
    pub(in crate::eval) moved_by: Change,
    /// The order that undid that one.
    pub(in crate::eval) by: Change,
}

impl TakenBack {
    /// The move stood on this day: nothing was due before the day to which it moved.
    pub(in crate::eval) fn stood_on(&self, day: NaiveDate) -> bool {
        self.moved_by.day.is_none_or(|from| from <= day) && self.by.day.is_some_and(|undone| day < undone)
    }
}

/// So much later, or earlier, from an order on.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Shift {
    pub(in crate::eval) length: Length,
    pub(in crate::eval) earlier: bool,
    pub(in crate::eval) by: Change,
}

/// A new day.
#[derive(Debug, Clone)]
pub(in crate::eval) enum Moved<'m> {
    To(&'m Due),
    /// So many days after the one before.
    Shifted(verdict::Due),
}

/// What came of one act of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Taken {
    Applied,
    Partly,
    /// It is about others, or about days that had come.
    Missed,
    Undone,
    /// It came after the day, and moves none: what was owed by then stands.
    TooLate,
}

impl<'m> AmendedDuty<'m> {
    /// As the order that made it left it.
    pub(in crate::eval) fn new(provision: &'m Provision, expires: Option<Moment>) -> Self {
        Self {
            provision: Cow::Borrowed(provision),
            moved: None,
            stays: Vec::new(),
            lifted: None,
            expires: expires.map(|d| (d, None)),
            doubt: None,
            part: None,
            rewritten: None,
            timely: None,
            converted: None,
            looks_back: None,
            undone: Vec::new(),
            shifts: Vec::new(),
        }
    }

    fn recurs(&self, at: usize) -> bool {
        let obligation = self.provision.obligations.get(at).or(self.provision.obligations.first());
        obligation.is_some_and(|o| matches!(o.due, Due::Series(_)))
    }
}

/// The duty of obligation `at` as `bearer` owes it on the day asked about.
pub(in crate::eval) fn as_amended<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
    at: usize,
    bearer: Option<&Bearer>,
) -> AmendedDuty<'a> {
    let mut amended = AmendedDuty::new(provision, case.model.order(paragraph.order).expires);
    for event in case.orders.events(paragraph.id) {
        apply_event(case, &mut amended, event, paragraph, at, bearer);
    }
    amended
}

/// The words of a paragraph as all orders together left them, whoever is bound.
pub(in crate::eval) fn provision_in_force<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
) -> Cow<'a, Provision> {
    let rewritten = |e: &Event<'_>| matches!(e.effect, Effect::Rewrite(_));
    if !case.orders.events(paragraph.id).iter().any(rewritten) {
        return Cow::Borrowed(provision);
    }
    as_amended(case, paragraph, provision, 0, None).provision
}

/// Takes one act of an order into the state; everyone is bound where `bearer` is `None`.
pub(in crate::eval) fn apply_event<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    event: &Event<'a>,
    paragraph: &Paragraph,
    at: usize,
    bearer: Option<&Bearer>,
) -> Taken {
    let share = bearer.map_or(Coverage::All, |b| coverage(case.model, event, amended.provision.obligations.get(at), b));
    if share == Coverage::None {
        return Taken::Missed;
    }
    let condition = conditions_held(case, paragraph, &event.disposition.conditions);
    let by = &acting_from(&event.by, condition.as_ref());
    let effect = match effect_now(case, event, condition.as_ref()) {
        Some(effect) => effect,
        None if event.undone.is_some() => return Taken::Undone,
        None => return Taken::Missed,
    };
    if let Some(undoing) = &event.undone {
        // It never acted where its condition came about only after it was undone.
        if by.day.zip(undoing.by.day).is_some_and(|(from, undone)| from >= undone) && by.day > event.by.day {
            return Taken::Undone;
        }
        apply_undone(case, amended, (event, effect, by), undoing, paragraph);
        return Taken::Undone;
    }
    if share == Coverage::Part {
        if event.effect != Effect::Keep {
            amended.part = Some(by.clone());
        }
        return Taken::Partly;
    }
    let before = || due_day_as_amended(case, amended, paragraph, at);
    if event.unreached && before().is_some_and(|d| by.day.is_some_and(|from| d < from)) {
        return Taken::Missed;
    }
    apply_effect(case, amended, (event, effect, by), paragraph, at)
}

/// What an act does where its condition holds, or may hold; `None` where it does not hold.
fn effect_now<'a>(case: &Case<'a>, event: &Event<'a>, condition: Option<&Held>) -> Option<Effect<'a>> {
    let holds = match (event.effect, condition.map(Held::value)) {
        (Effect::Doubt(Doubt::Condition), Some(Value::True)) => Some(true),
        (Effect::Doubt(Doubt::Condition), Some(Value::False)) => Some(false),
        (Effect::Doubt(Doubt::Condition), Some(Value::Unknown)) => case.assumes(event.by.span),
        _ => None,
    };
    match holds {
        Some(true) => Some(in_force::unconditional(event.disposition).unwrap_or(event.effect)),
        Some(false) => None,
        None => Some(event.effect),
    }
}

/// The same, of an act that reaches the duty and whose condition holds.
fn apply_effect<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    (event, effect, by): (&Event<'a>, Effect<'a>, &Change),
    paragraph: &Paragraph,
    at: usize,
) -> Taken {
    let before = due_day_as_amended(case, amended, paragraph, at);
    match effect {
        // What an order is converted into no longer expires with it.
        Effect::Move(due) if event.disposition.verb == V::Converts => {
            amended.settle();
            amended.expires = None;
            amended.moved = Some((Moved::To(due), by.clone()));
        }
        Effect::Move(due) if event.broad && amended.expires.is_some() => {
            if let Deadline::By(due) = resolve_due(case, paragraph, due) {
                let end = Moment { day: due.day, time: due.time };
                amended.expires = Some((end, Some(by.clone())));
            }
        }
        Effect::Move(due) => {
            let new = resolve_due(case, paragraph, due).day();
            amended.looks_back = looks_back(by, before, new);
            amended.settle();
            amended.moved = Some((Moved::To(due), by.clone()));
        }
        // Each instance that has not come moves.
        Effect::Shift(length, earlier) if amended.recurs(at) => {
            amended.shifts.push(Shift { length, earlier, by: by.clone() });
        }
        Effect::Shift(length, earlier) => {
            let from = amended
                .provision
                .obligations
                .get(at)
                .map(|obligation| deadline_as_amended(case, paragraph, obligation, amended));
            match from.and_then(|d| shifted_day(case, &d, length, earlier)) {
                // It counts from a day that may be the wrong one: a doubt about that day goes on.
                Some(due) => {
                    let undone = std::mem::take(&mut amended.undone);
                    amended.settle();
                    amended.undone = undone;
                    amended.moved = Some((Moved::Shifted(due), by.clone()));
                }
                None => amended.doubt = Some((by.clone(), event.disposition.verb, Doubt::Words)),
            }
        }
        Effect::Stay(end) => {
            let stay = stay_ordered(case, paragraph, by, end);
            amended.stays.push(match (end, event.disposition.by) {
                (StayEnd::Day { day, .. }, Some(length)) => stay_with_period(case, paragraph, by, (*day, length), stay),
                _ => stay,
            });
        }
        Effect::StayUntil { day, inclusive } => {
            let end = StayEnd::Day { day, inclusive };
            amended.stays.push(stay_ordered(case, paragraph, by, &end));
        }
        Effect::LiftStay(of) => {
            amended.lift_stays(of, by, None);
        }
        // What sanctions and protects outlives the action unless the order says otherwise.
        Effect::Lift if event.disposition.verb == V::Dismisses && outlives_dismissal(&amended.provision, at) => {
            amended.doubt = Some((by.clone(), V::Dismisses, Doubt::Outlives));
        }
        // Removed once, it is removed from then on.
        Effect::Lift => {
            amended.lifted.get_or_insert_with(|| (by.clone(), lifted(event.disposition.verb)));
        }
        Effect::Reinstate if amended.lifted.is_none() => amended.stays.iter_mut().for_each(|s| s.lift(by.day)),
        // Nobody was bound between the two orders.
        Effect::Reinstate => {
            let taken = amended.lifted.take();
            amended.stays.extend(taken.map(|(taken, _)| Stay::between(&taken, by.day)));
        }
        Effect::Expire(last) => {
            let last = last.or_else(|| by.day.and_then(|d| d.pred_opt()));
            amended.expires = last.map(|day| (Moment { day, time: None }, Some(by.clone())));
        }
        Effect::Rewrite(rewrite) => return apply_rewrite(case, amended, by, rewrite, paragraph, at),
        Effect::Timely => amended.timely = Some(by.clone()),
        Effect::Convert => amended.converted = Some(by.clone()),
        Effect::Keep => {}
        Effect::Doubt(why) => amended.doubt = Some((by.clone(), event.disposition.verb, why)),
    }
    Taken::Applied
}

/// New words. Where they come after the day and set no later one, what was owed by then stands.
pub(in crate::eval) fn apply_rewrite<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    by: &Change,
    rewrite: &'a Rewrite,
    paragraph: &Paragraph,
    at: usize,
) -> Taken {
    let due = match rewrite {
        Rewrite::Provision(provision) => {
            provision.obligations.get(at).or(provision.obligations.first()).map(|l| &l.due)
        }
        Rewrite::Patch(patch) => patch.due(),
        Rewrite::Paragraph(_) => None,
    };
    let before = due_day_as_amended(case, amended, paragraph, at);
    let later = match due.map(|d| resolve_due(case, paragraph, d)) {
        Some(Deadline::By(new)) => before.is_none_or(|old| new.day > old),
        Some(_) => true,
        None => false,
    };
    let passed = before.is_some_and(|old| by.day.is_some_and(|from| old < from));
    if passed && !later && amended.provision.modality == Modality::Must {
        return Taken::TooLate;
    }
    match rewrite {
        Rewrite::Provision(provision) => {
            amended.provision = Cow::Borrowed(provision);
            amended.rewritten = Some((by.clone(), "replaced"));
        }
        Rewrite::Patch(patch) => {
            patch.apply(amended.provision.to_mut());
            amended.rewritten = Some((by.clone(), "modified"));
        }
        Rewrite::Paragraph(_) => {}
    }
    if let Some(due) = due {
        amended.looks_back = looks_back(by, before, resolve_due(case, paragraph, due).day());
        amended.settle();
        amended.moved = None;
    }
    Taken::Applied
}

/// An act that a later order undid: while it stood it may have been relied on.
pub(in crate::eval) fn apply_undone<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    (event, effect, acting): (&Event<'a>, Effect<'a>, &Change),
    undoing: &Undoing,
    paragraph: &Paragraph,
) {
    let Undoing { by: undoing, gives_back, contested } = undoing;
    let due = match effect {
        Effect::Doubt(Doubt::Condition) if !undoing.retroactive => {
            amended.doubt = Some((acting.clone(), event.disposition.verb, Doubt::Condition));
            return;
        }
        Effect::Stay(end) => {
            let mut stay = stay_ordered(case, paragraph, acting, end);
            if !undoing.retroactive {
                stay.lift(undoing.day);
                amended.stays.push(stay);
            }
            return;
        }
        Effect::StayUntil { day, inclusive } => {
            let mut stay = stay_ordered(case, paragraph, acting, &StayEnd::Day { day, inclusive });
            if !undoing.retroactive {
                stay.lift(undoing.day);
                amended.stays.push(stay);
            }
            return;
        }
        // The stay had ended; it holds again only where the order that lifted it is vacated.
        Effect::LiftStay(of) => {
            if !undoing.retroactive {
                amended.lift_stays(of, acting, gives_back.then_some(undoing));
            }
            return;
        }
        Effect::Lift => {
            if !undoing.retroactive {
                amended.stays.push(Stay::between(&event.by, undoing.day));
            }
            if let Some(between) = contested {
                amended.doubt = Some((between.clone(), event.disposition.verb, Doubt::Revived));
            }
            return;
        }
        Effect::Move(due) => Some(resolve_due(case, paragraph, due)),
        Effect::Shift(length, earlier) => {
            let obligation = amended.provision.obligations.first();
            let from = obligation.map(|obligation| deadline_as_amended(case, paragraph, obligation, amended));
            from.and_then(|d| shifted_day(case, &d, length, earlier)).map(Deadline::By)
        }
        Effect::Rewrite(Rewrite::Patch(patch)) => patch.due().map(|due| resolve_due(case, paragraph, due)),
        Effect::Rewrite(Rewrite::Provision(provision)) => {
            provision.obligations.first().map(|l| resolve_due(case, paragraph, &l.due))
        }
        _ => None,
    };
    if let Some(day) = due.as_ref().and_then(Deadline::day)
        && !undoing.retroactive
    {
        amended.undone.push(TakenBack { to: day, moved_by: acting.clone(), by: undoing.clone() });
    }
}

/// The day it falls due as the state stands.
pub(in crate::eval) fn due_day_as_amended<'a>(
    case: &Case<'a>,
    amended: &AmendedDuty<'a>,
    paragraph: &Paragraph,
    at: usize,
) -> Option<NaiveDate> {
    let obligation = amended.provision.obligations.get(at).or(amended.provision.obligations.first())?;
    deadline_as_amended(case, paragraph, obligation, amended).day()
}

/// So much after, or before, a day: counted by the rules of the matter where it has a court.
pub(in crate::eval) fn shifted_day(
    case: &Case<'_>,
    from: &Deadline,
    length: Length,
    earlier: bool,
) -> Option<verdict::Due> {
    let Deadline::By(from) = from else { return None };
    let n = ordain_time::Length::new(length.n, length.unit);
    let plain = || {
        let day = if earlier { None } else { ordain_time::instance(from.day, n, 1) };
        day.map(|day| verdict::Due::on(day, from.time))
    };
    let Some(clock) = &case.model.clock else { return plain() };
    let direction = if earlier { ordain_time::Direction::Before } else { ordain_time::Direction::After };
    let options = ordain_time::Options { set_by_order: true, ..ordain_time::Options::default() };
    let anchor = ordain_time::Anchor::Day(from.day);
    let counted = ordain_time::count(&clock.rules, &clock.calendar, anchor, n, direction, &options).ok()?;
    let trace = counted.trace.into_iter().map(|s| verdict::Step {
        step: s.kind.word().to_owned(),
        date: s.date,
        rule: s.rule,
        why: s.why,
    });
    Some(verdict::Due { trace: trace.collect(), ..verdict::Due::on(counted.due, from.time) })
}

/// The day that an order set anew.
pub(in crate::eval) fn moved_deadline(case: &Case<'_>, paragraph: &Paragraph, to: &Moved<'_>) -> Deadline {
    match to {
        Moved::To(due) => resolve_due(case, paragraph, due),
        Moved::Shifted(due) => Deadline::By(due.clone()),
    }
}

/// The due time of an obligation, moved where an order moved it, and never beyond the day its order expires.
pub(in crate::eval) fn deadline_as_amended(
    case: &Case<'_>,
    paragraph: &Paragraph,
    obligation: &Obligation,
    amended: &AmendedDuty<'_>,
) -> Deadline {
    // Of a duty that recurs only one instance is moved.
    let stays = case.as_first_ordered || matches!(obligation.due, Due::Series(_));
    let deadline = match &amended.moved {
        Some((to, _)) if !stays => moved_deadline(case, paragraph, to),
        _ => resolve_due(case, paragraph, &obligation.due),
    };
    if amended.provision.modality == Modality::Must {
        return deadline;
    }
    // What forbids or permits does so while it is in force.
    let lifted = amended.lifted.as_ref().and_then(|(by, _)| by.day).and_then(|d| d.pred_opt());
    let lifted = lifted.map(|day| (Moment { day, time: None }, true));
    // `expires D` says of D itself no more than `until D` does, unless it gives the hour.
    let expires = amended.expires.as_ref().map(|(end, by)| (*end, by.is_some() || end.time.is_some()));
    // Of two ends on one day the one with an hour is the earlier.
    let ends = lifted.into_iter().chain(expires);
    let Some((end, inclusive)) = ends.min_by_key(|(m, _)| (m.day, m.time.is_none(), m.time)) else {
        return deadline;
    };
    match &deadline {
        Deadline::By(due) if due.day < end.day || due.day == end.day && end.time.is_none() => deadline,
        Deadline::Until { day, .. } if *day < end.day || *day == end.day && end.time.is_none() => deadline,
        _ if !inclusive => Deadline::Until { day: end.day, inclusive },
        _ => deadline::fixed(end.day, end.time),
    }
}

impl AmendedDuty<'_> {
    /// Ends the stays that an order entered, or all; what `again` gives back holds again from that day.
    fn lift_stays(&mut self, of: Option<OrderId>, by: &Change, again: Option<&Change>) {
        let mut resumed = Vec::new();
        for stay in self.stays.iter_mut().filter(|s| of.is_none_or(|of| s.by.id == of)) {
            resumed.extend(again.map(|again| stay.resumed(again)));
            stay.lift(by.day);
        }
        self.stays.extend(resumed);
    }

    /// `due` had passed when this move was undone, and on the day to which it had moved nothing was missed
    /// either, because that day had not come or a stay held on it: whoever relied on the move is not in breach.
    pub(in crate::eval) fn spares(&self, back: &TakenBack, due: NaiveDate) -> bool {
        let stayed = || self.stays.iter().any(|s| s.may_hold(back.to));
        back.by.day.is_some_and(|undone| due < undone && (back.to >= undone || stayed()))
    }

    /// The day from which it no longer binds, where an order took it away.
    pub(in crate::eval) fn lifted_from(&self) -> Option<NaiveDate> {
        self.lifted.as_ref().and_then(|(by, _)| by.day)
    }

    /// A new day is set: what was doubted about the old one no longer matters.
    fn settle(&mut self) {
        self.undone.clear();
        if self.doubt.as_ref().is_some_and(|(_, verb, why)| {
            matches!(why, Doubt::Tied | Doubt::Twice) || moves(*verb) && *why == Doubt::Words
        }) {
            self.doubt = None;
        }
    }
}

/// A duty to pay, or a prohibition: the Court keeps its power over sanctions and
/// protective orders when the action is over (Cooter & Gell v. Hartmarx Corp., 496 U.S. 384 (1990)).
fn outlives_dismissal(provision: &Provision, at: usize) -> bool {
    let obligation = provision.obligations.get(at).or(provision.obligations.first());
    let pays = obligation.is_some_and(|o| o.acts.iter().any(|a| a.objects.list.iter().any(|x| x.amount.is_some())));
    provision.modality == Modality::MustNot || pays
}

/// What an order does on a condition it does from the day on which the condition
/// comes about, and never on the time before.
fn acting_from(by: &Change, condition: Option<&Held>) -> Change {
    let since = condition.filter(|held| held.value() == Value::True).and_then(|held| held.since);
    Change { day: by.day.max(since), ..by.clone() }
}

/// The order sets a day that had passed when it began to act, and that is earlier than the one before.
fn looks_back(by: &Change, before: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<Change> {
    let (from, new) = by.day.zip(new)?;
    // A day that was missed before the order stays missed.
    (!by.retroactive && new < from && before.is_none_or(|old| old > new && old >= from)).then(|| by.clone())
}

/// Acts that may set another day.
pub(in crate::eval) const fn moves(verb: V) -> bool {
    matches!(
        verb,
        V::Extends | V::Advances | V::Continues | V::Resets | V::Adjourns | V::Modifies | V::Replaces | V::Converts
    )
}

const fn lifted(verb: V) -> &'static str {
    match verb {
        V::Strikes => "stricken",
        V::Supersedes => "superseded",
        V::Replaces => "replaced",
        _ => "lifted",
    }
}
