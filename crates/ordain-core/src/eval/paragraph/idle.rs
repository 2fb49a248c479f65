//! Acts of orders: what they do in words, and why some change nothing.

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::orders::describe::disposition_words;
use crate::eval::orders::event::{Change, Effect, Event};
use crate::eval::orders::targets;

/// Why an act that names the paragraph changes nothing of it.
pub(in crate::eval) fn why_idle(amended: &AmendedDuty<'_>, event: &Event<'_>) -> Option<&'static str> {
    if event.broad || event.undone.is_some() {
        return None;
    }
    let on = event.by.day;
    let stayed = amended.stays.iter().any(|s| on.is_none_or(|d| s.may_hold(d)));
    match event.effect {
        Effect::LiftStay(_) if !stayed => Some("no stay of it is in force"),
        Effect::Reinstate if !stayed && amended.lifted.is_none() && amended.expires.is_none() => {
            Some("it was neither vacated, stricken nor stayed")
        }
        Effect::Lift if amended.lifted.is_some() => Some("it no longer bound anyone"),
        _ => None,
    }
}

/// What the words of a change do.
pub(in crate::eval) fn change_act(case: &Case<'_>, by: &Change) -> String {
    let all = targets::dispositions_in_order(case.model);
    let own = all.iter().find(|a| a.disposition.span == by.span);
    own.map_or_else(String::new, |a| disposition_words(a.disposition))
}
