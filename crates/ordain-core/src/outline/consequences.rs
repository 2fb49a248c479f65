//! What an order says follows on a breach.

use super::acts;
use super::anchors::anchor;
use super::bearers::bearer_in_words;
use super::deadlines::length_in_words;
use super::parts::{Part, Role};
use crate::model::{Consequence, ConsequenceDuty, ConsequenceKind, From, Model, Penalty, Per, Within};

pub(super) fn consequence(model: &Model, consequence: &Consequence) -> Part {
    let Consequence { words, kind, cure, purge, span: _ } = consequence;
    let (mut text, mut person) = match kind {
        ConsequenceKind::Power => (format!("may follow: {words}"), true),
        ConsequenceKind::Automatic => (format!("follows of itself: {words}"), false),
        ConsequenceKind::Duty(duty) => self::duty_in_words(model, duty),
    };
    if let Some(cure) = cure {
        text.push_str(&format!("; unless cured {}", words_of_time(model, cure)));
    }
    if let Some(words) = purge {
        text.push_str(&format!("; until purged: \"{words}\""));
        person = true;
    }
    Part { role: Role::Consequence, text, by_person: person }
}

fn duty_in_words(model: &Model, duty: &ConsequenceDuty) -> (String, bool) {
    let ConsequenceDuty { bearer: who, bearer_words: _, act_words: _, act, penalty, within: by } = duty;
    let (who, person) = bearer_in_words(model, who);
    let mut text = format!("{who} must {}", acts::act(model, act));
    if let Some(penalty) = penalty {
        text.push_str(&self::penalty_in_words(penalty));
    }
    if let Some(by) = by {
        text.push_str(&format!(", {}", words_of_time(model, by)));
    }
    (text, person)
}

fn penalty_in_words(penalty: &Penalty) -> String {
    let Penalty { amount, per, doubling, cap } = penalty;
    let mut text = format!(" ({amount}");
    match per {
        Some(Per::Time(n)) => text.push_str(&format!(" for each {}", length_in_words(*n))),
        Some(Per::Event(event)) => text.push_str(&format!(" for each {event}")),
        None => {}
    }
    if let Some(n) = doubling {
        text.push_str(&format!(", doubled every {}", length_in_words(*n)));
    }
    if let Some(cap) = cap {
        text.push_str(&format!(", up to {cap}"));
    }
    text + ")"
}

fn words_of_time(model: &Model, within: &Within) -> String {
    let Within { length: n, from, words: _ } = within;
    let from = match from {
        From::Breach => "the breach".to_owned(),
        From::Notice => "notice of it".to_owned(),
        From::Event(on) => anchor(model, on),
    };
    format!("within {} after {from}", length_in_words(*n))
}
