//! What one act of an order does to a duty that it reaches.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::eval::amended::closed::Closed;
use crate::eval::amended::deadline::{deadline_as_amended, due_day_as_amended, shifted_day};
use crate::eval::amended::duty::{AmendedDuty, Moved, MovedInstance, Shift, Taken, TakenBack};
use crate::eval::amended::stay::{Stay, stay_ordered, stay_with_period};
use crate::eval::case::Case;
use crate::eval::docket::action::change_by;
use crate::eval::due::deadline::Deadline;
use crate::eval::due::resolve::resolve_due;
use crate::eval::orders::event::{Change, Doubt, Effect, Event, Undoing};
use crate::eval::orders::targets;
use crate::model::{Due, Moment, Paragraph, Provision, Rewrite, StayEnd};
use crate::verdict::Modality;
use ordain_syntax::ast::{DispositionVerb as V, Length};

/// Takes one act of an order, which reaches the duty and whose condition holds, into the state.
pub(in crate::eval) fn apply_effect<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    (event, effect, by): (&Event<'a>, Effect<'a>, &Change),
    paragraph: &Paragraph,
    at: usize,
) -> Taken {
    let before = due_day_as_amended(case, amended, paragraph, at);
    match effect {
        Effect::Move(due) if amended.recurs(at) && event.disposition.instance.is_some() => {
            let n = event.disposition.instance.unwrap_or_default();
            amended.moved_instances.push(MovedInstance { n, to: Moved::To(due), by: by.clone() });
        }
        Effect::Move(due) => apply_move(case, amended, (event, by), due, paragraph, before),
        // Each instance that has not come moves.
        Effect::Shift(length, earlier) if amended.recurs(at) => {
            amended.shifts.push(Shift { length, earlier, only: event.disposition.instance, by: by.clone() });
        }
        Effect::Shift(length, earlier) => apply_shift(case, amended, (event, by), (length, earlier), paragraph, at),
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
        // What had been missed when it was excused: whether that is forgiven is for the Court to say.
        Effect::Lift if event.disposition.verb == V::Excuses && before.zip(by.day).is_some_and(|(due, d)| due < d) => {
            amended.doubt = Some((by.clone(), V::Excuses, Doubt::Excused));
        }
        // Removed once, it is removed from then on.
        Effect::Lift => {
            amended.lifted.get_or_insert_with(|| (by.clone(), lifted(event.disposition.verb)));
        }
        Effect::Reinstate if amended.lifted.is_none() => {
            amended.stays.iter_mut().for_each(|s| s.lift(by.day));
            amended.doubt.take_if(|(_, _, why)| *why == Doubt::Reopened);
        }
        // Nobody was bound between the two orders.
        Effect::Reinstate => {
            let taken = amended.lifted.take();
            amended
                .stays
                .extend(taken.map(|(taken, _)| Stay::between(&taken, by.day, taken_away(verb_of(case, &taken)))));
        }
        Effect::Close => amended.closed.push(Closed::by(by, change_by(event.disposition.verb))),
        Effect::Reopen => reopen_duty(case, amended, by),
        Effect::Expire(last) => {
            let last = last.or_else(|| by.day.and_then(|d| d.pred_opt()));
            amended.expires = last.map(|day| (Moment { day, time: None }, Some(by.clone())));
        }
        Effect::Rewrite(rewrite) => return apply_rewrite(case, amended, by, rewrite, paragraph, at),
        Effect::Timely => amended.timely = Some(by.clone()),
        Effect::Convert => amended.converted = Some(by.clone()),
        Effect::Outlive => amended.expires = None,
        Effect::Keep => {}
        Effect::Doubt(why) => amended.doubt = Some((by.clone(), event.disposition.verb, why)),
    }
    Taken::Applied
}

/// The action goes on. What its dismissal had ended may run again: that is for the Court, until an order says so.
fn reopen_duty(case: &Case<'_>, amended: &mut AmendedDuty<'_>, by: &Change) {
    for closed in amended.closed.iter_mut().filter(|c| c.until.is_none()) {
        closed.until = by.day;
    }
    let dismissal = |change: &Change| verb_of(case, change) == Some(V::Dismisses);
    if let Some((taken, _)) = amended.lifted.take_if(|(change, _)| dismissal(change)) {
        amended.stays.push(Stay::between(&taken, by.day, taken_away(Some(V::Dismisses))));
        amended.doubt = Some((by.clone(), V::Reopens, Doubt::Reopened));
    }
}

/// What a change does, by the words that make it.
fn verb_of(case: &Case<'_>, change: &Change) -> Option<V> {
    let acts = targets::dispositions_in_order(case.model);
    acts.iter().find(|a| a.disposition.span == change.span).map(|a| a.disposition.verb)
}

/// A new day, for the duty or for the order that it expires with.
fn apply_move<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    (event, by): (&Event<'a>, &Change),
    due: &'a Due,
    paragraph: &Paragraph,
    before: Option<NaiveDate>,
) {
    // What an order is converted into no longer expires with it.
    if event.disposition.verb == V::Converts {
        amended.settle();
        amended.expires = None;
        amended.moved = Some((Moved::To(due), by.clone()));
    } else if event.broad && amended.expires.is_some() {
        if let Deadline::By(due) = resolve_due(case, paragraph, due) {
            let end = Moment { day: due.day, time: due.time };
            amended.expires = Some((end, Some(by.clone())));
        }
    } else {
        let new = resolve_due(case, paragraph, due).day();
        amended.looks_back = looks_back(by, before, new);
        amended.settle();
        amended.moved = Some((Moved::To(due), by.clone()));
    }
}

/// So much later, or earlier, than the day that stood.
fn apply_shift<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    (event, by): (&Event<'a>, &Change),
    (length, earlier): (Length, bool),
    paragraph: &Paragraph,
    at: usize,
) {
    let obligation = amended.provision.obligations.get(at);
    let from = obligation.map(|obligation| deadline_as_amended(case, paragraph, obligation, amended));
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

/// New words. Where they come after the day and set no later one, what was owed by then stays owed.
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

/// An act that a later order undid: until then somebody may have relied on it.
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
                amended.stays.push(Stay::between(&event.by, undoing.day, taken_away(Some(event.disposition.verb))));
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

/// A duty to pay, or a prohibition: the Court keeps its power over sanctions and
/// protective orders when the action is over (Cooter & Gell v. Hartmarx Corp., 496 U.S. 384 (1990)).
fn outlives_dismissal(provision: &Provision, at: usize) -> bool {
    let obligation = provision.obligations.get(at).or(provision.obligations.first());
    let pays = obligation.is_some_and(|o| o.acts.iter().any(|a| a.objects.list.iter().any(|x| x.amount.is_some())));
    provision.modality == Modality::MustNot || pays
}

/// The order sets a day that had passed when it began to act, and that is earlier than the one before.
pub(in crate::eval) fn looks_back(by: &Change, before: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<Change> {
    let (from, new) = by.day.zip(new)?;
    // A day that was missed before the order stays missed.
    (!by.retroactive && new < from && before.is_none_or(|old| old > new && old >= from)).then(|| by.clone())
}

/// What had been done to a duty that was taken away and given back.
const fn taken_away(verb: Option<V>) -> &'static str {
    match verb {
        Some(V::Dismisses) => "lifted with the dismissal",
        Some(V::Strikes) => "stricken",
        Some(V::Supersedes) => "superseded",
        Some(V::Replaces) => "replaced",
        _ => "vacated",
    }
}

pub(in crate::eval) const fn lifted(verb: V) -> &'static str {
    match verb {
        V::Excuses => "excused",
        V::Strikes => "stricken",
        V::Supersedes => "superseded",
        V::Replaces => "replaced",
        _ => "lifted",
    }
}
