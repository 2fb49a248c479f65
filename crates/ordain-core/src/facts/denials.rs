//! A denial written in full, beside what it denies.

use super::assertion::{Content, Reply, Voice};
use super::ledger::Ledger;

/// `Plaintiffs deny that …`, written in full, is a reply to every assertion of the same content.
pub(super) fn attach(ledger: &mut Ledger) {
    let denials: Vec<(Content, Reply)> = ledger
        .assertions
        .iter()
        .filter_map(|a| match &a.voice {
            Voice::Denies(by) => Some((
                a.content.clone(),
                Reply { by: by.clone(), known: a.known, cites: a.cites.clone(), span: a.span },
            )),
            _ => None,
        })
        .collect();
    for assertion in &mut ledger.assertions {
        // A finding binds whoever denied the same thing before.
        if matches!(assertion.voice, Voice::Denies(_) | Voice::Found) {
            continue;
        }
        for (content, reply) in &denials {
            if say_one_thing(&assertion.content, content) {
                assertion.denied.push(reply.clone());
            }
        }
    }
}

/// Two contents speak of one thing: the same state of overlapping sets, or the same act.
fn say_one_thing(a: &Content, b: &Content) -> bool {
    match (a, b) {
        (Content::State { set: x, state: s }, Content::State { set: y, state: t }) => {
            s.is_whole() == t.is_whole()
                && x.record == y.record
                && x.categories.iter().any(|c| y.categories.contains(c))
        }
        (Content::Done(x), Content::Done(y)) => {
            x.actors == y.actors
                && x.act.verb == y.act.verb
                && x.negated == y.negated
                && x.act.objects.list.iter().map(|o| &o.head).eq(y.act.objects.list.iter().map(|o| &o.head))
        }
        (x, y) => x == y,
    }
}
