//! All acts of orders together, taken into one duty for one bearer.

use std::borrow::Cow;

use crate::eval::amended::deadline::due_day_as_amended;
use crate::eval::amended::duty::{AmendedDuty, Taken};
use crate::eval::amended::effect::{apply_effect, apply_undone};
use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::condition::found::Held;
use crate::eval::condition::truth::Value;
use crate::eval::orders::event::{Change, Doubt, Effect, Event};
use crate::eval::orders::in_force;
use crate::eval::orders::scope::{Coverage, coverage, is_among_limited, is_left_alone};
use crate::model::{Bearer, Paragraph, Provision};
use ordain_syntax::ast::DispositionVerb as V;

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
        return other_party(case, amended, event, paragraph, at, bearer);
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

/// An act that names others: whether a duty outlives the dismissal of a party to whom it is owed, or of the last party that
/// is left beside its bearer, is for the Court.
fn other_party<'a>(
    case: &Case<'a>,
    amended: &mut AmendedDuty<'a>,
    event: &Event<'a>,
    paragraph: &Paragraph,
    at: usize,
    bearer: Option<&Bearer>,
) -> Taken {
    let parties = event.disposition.only();
    let verb = event.disposition.verb;
    if !matches!(verb, V::Dismisses | V::Reinstates) || parties.is_empty() || event.undone.is_some() {
        return Taken::Missed;
    }
    let condition = conditions_held(case, paragraph, &event.disposition.conditions);
    let by = acting_from(&event.by, condition.as_ref());
    match effect_now(case, event, condition.as_ref()) {
        Some(Effect::Lift) if event.disposition.scope.in_part.is_empty() => {
            amended.dismissed.extend(parties);
            let obligation = amended.provision.obligations.get(at).or(amended.provision.obligations.first());
            let alone = bearer.is_some_and(|b| is_left_alone(case.model, &amended.dismissed, obligation, b));
            if !alone {
                return Taken::Missed;
            }
            amended.doubt = Some((by, verb, Doubt::OtherDismissed));
            Taken::Partly
        }
        Some(Effect::Reinstate) => {
            amended.dismissed.retain(|p| !is_among_limited(case.model, parties, *p));
            amended.doubt.take_if(|(_, _, why)| *why == Doubt::OtherDismissed);
            Taken::Missed
        }
        _ => Taken::Missed,
    }
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
        Some(true) => Some(in_force::effect_without_conditions(event.disposition).unwrap_or(event.effect)),
        Some(false) => None,
        None => Some(event.effect),
    }
}

/// What an order does on a condition it does from the day on which the condition
/// comes about, and never on the time before.
fn acting_from(by: &Change, condition: Option<&Held>) -> Change {
    let since = condition.filter(|held| held.value() == Value::True).and_then(|held| held.since);
    Change { day: by.day.max(since), ..by.clone() }
}
