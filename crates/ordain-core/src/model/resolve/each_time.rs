//! `respond to each motion within 14 days after Ash files motion`: once for each time that happens.

use super::phrase::PhraseResolver;
use super::tokens::deliverable_at_start;
use crate::model::ir::anchor::Anchor;
use crate::model::ir::due::Due;
use crate::model::ir::names::Entity;
use crate::model::ir::object::Head;
use ordain_syntax::ast::Token;

/// Words that say a thing of every one that comes.
const OF_EVERY_ONE: &[&str] = &["each", "every", "any"];

/// The things that an act is owed for each of: of `respond to each motion`, the motion.
pub(crate) fn things_of_each(words: &PhraseResolver<'_>, tokens: &[Token]) -> Vec<Head> {
    let after = tokens.iter().enumerate().filter(|(_, t)| OF_EVERY_ONE.contains(&t.text.as_str()));
    let thing = |(at, _): (usize, &Token)| {
        let rest = tokens.get(at + 1..)?;
        match words.names.longest(rest) {
            Some((Entity::Thing(thing), _)) => Some(Head::Thing(thing)),
            Some(_) => None,
            None => deliverable_at_start(rest).map(|(paper, _)| Head::Deliverable(paper)),
        }
    };
    after.filter_map(thing).collect()
}

/// A period that runs from what happens to a thing that the duty is owed for each of runs each time.
pub(crate) fn each_time(due: Due, things: &[Head]) -> Due {
    match due {
        Due::Period(period) if !period.backward && period.stated.is_none() && is_of_one(&period.anchor, things) => {
            Due::EachTime(period)
        }
        other => other,
    }
}

/// Whether the event is about one of these things.
fn is_of_one(anchor: &Anchor, things: &[Head]) -> bool {
    match anchor {
        Anchor::Act(act) | Anchor::ActBy(act, _) => {
            act.objects.list.iter().any(|o| o.head.as_ref().is_some_and(|head| things.contains(head)))
        }
        _ => false,
    }
}
