//! What an order says follows on a breach.

use super::acts;
use super::anchors::anchor;
use super::bearers::state_bearer;
use super::due::state_length;
use crate::model::{Consequence, ConsequenceDuty, ConsequenceKind, From, Model, Penalty, Per, Within};

/// What follows `on breach`.
pub(super) fn consequence(model: &Model, consequence: &Consequence) -> String {
    let Consequence { words, kind, cure, purge, span: _ } = consequence;
    match kind {
        // Of what the Court may do, or what follows of itself, only the words are known.
        ConsequenceKind::Power | ConsequenceKind::Automatic => words.clone(),
        ConsequenceKind::Duty(duty) => {
            let cure =
                cure.as_ref().map(|c| format!(", unless cured {}", within_in_words(model, c))).unwrap_or_default();
            let purge = purge.as_ref().map(|p| format!(", until purged by {p}")).unwrap_or_default();
            format!("{}{cure}{purge}", self::state_duty(model, duty))
        }
    }
}

fn state_duty(model: &Model, duty: &ConsequenceDuty) -> String {
    let ConsequenceDuty { bearer: who, bearer_words: _, act_words: _, act, penalty, within: by } = duty;
    let (who, how) = state_bearer(model, who);
    let mut text = format!("{who} must{how} {}", acts::act(model, act));
    text.push_str(&penalty.as_ref().map(self::state_penalty).unwrap_or_default());
    if let Some(by) = by {
        text.push_str(&format!(", {}", within_in_words(model, by)));
    }
    text
}

fn state_penalty(penalty: &Penalty) -> String {
    let Penalty { amount: _, per, doubling, cap } = penalty;
    let per = match per {
        Some(Per::Time(n)) => format!(" for each {}", ordain_syntax::ast::Length { n: 1, ..*n }.unit.noun()),
        Some(Per::Event(event)) => format!(" for each {event}"),
        None => String::new(),
    };
    let doubling = doubling.map(|n| format!(", doubling every {}", state_length(n))).unwrap_or_default();
    let cap = cap.map(|c| format!(", not exceeding {c}")).unwrap_or_default();
    per + &doubling + &cap
}

fn within_in_words(model: &Model, within: &Within) -> String {
    let Within { length: n, from, words: _ } = within;
    let from = match from {
        From::Breach => "the breach".to_owned(),
        From::Notice => "notice".to_owned(),
        From::Event(on) => anchor(model, on),
    };
    format!("within {} after {from}", state_length(*n))
}
