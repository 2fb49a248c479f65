//! What a prohibition does not reach: acts that it excepts, and acts that another
//! paragraph permits or requires (`despite ¶ 1`).

use crate::eval::case::Case;
use crate::eval::condition::conditions::conditions_held;
use crate::eval::condition::truth::Value;
use crate::eval::conduct::permission;
use crate::eval::conduct::permission::Covers;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::task::Task;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::facts::{Content, Deed};
use crate::model::{Body, ExceptionKind, ParagraphId};
use crate::verdict::Modality;

/// Whether an act is free.
pub(in crate::eval) enum Free {
    No,
    /// By the words of which paragraph or exception.
    Yes(String),
    /// Only a person can say: why.
    Perhaps(String),
}

pub(in crate::eval) fn exemption_of(case: &Case<'_>, task: &Task<'_>, c: &Candidate) -> Free {
    let Content::Done(deed) = &case.ledger.assertions[c.index].content else { return Free::No };
    let mut perhaps = None;
    let mut take = |found: Free| match found {
        Free::Yes(by) => Some(by),
        Free::Perhaps(why) => {
            perhaps.get_or_insert(why);
            None
        }
        Free::No => None,
    };
    for exception in &task.obligation.exceptions {
        let found = match &exception.kind {
            ExceptionKind::Things(objects) => things_exempt(case, objects, deed, &exception.text),
            ExceptionKind::To(parties) => addressed_to_excepted_only(case, parties, deed, &exception.text),
            ExceptionKind::Words(_) => {
                Free::Perhaps(format!("you decide whether the exception {} covers it", exception.text))
            }
            ExceptionKind::Paragraphs(list) => {
                freest_of(list.iter().map(|p| permitted_by_paragraph(case, *p, c, deed)))
            }
            ExceptionKind::Set(_) => Free::No,
        };
        if let Some(by) = take(found) {
            return Free::Yes(by);
        }
    }
    let winners = case.index.winners.get(&task.paragraph.id).map_or(&[][..], Vec::as_slice);
    for winner in winners {
        if let Some(by) = take(permitted_by_paragraph(case, *winner, c, deed)) {
            return Free::Yes(by);
        }
    }
    perhaps.map_or(Free::No, Free::Perhaps)
}

fn freest_of(all: impl Iterator<Item = Free>) -> Free {
    let mut best = Free::No;
    for found in all {
        match found {
            Free::Yes(_) => return found,
            Free::Perhaps(_) => best = found,
            Free::No => {}
        }
    }
    best
}

/// Everything the act was done to is excepted.
fn things_exempt(case: &Case<'_>, objects: &crate::model::object::Objects, deed: &Deed, text: &str) -> Free {
    let one = |given| {
        let all = objects.list.iter().map(|o| matching::match_object(case.model, o, given));
        all.fold(Match::No, |best, m| match (&best, &m) {
            (Match::Exact, _) | (Match::Near(_), Match::No) => best,
            _ => m,
        })
    };
    let found: Vec<Match> = deed.act.objects.list.iter().map(one).collect();
    if !found.is_empty() && found.iter().all(|m| *m == Match::Exact) {
        return Free::Yes(format!("excepted: {text}"));
    }
    if !found.is_empty() && found.iter().all(|m| *m != Match::No) {
        return Free::Perhaps(format!("you decide whether the exception {text} covers it"));
    }
    Free::No
}

/// It went to nobody but those excepted.
fn addressed_to_excepted_only(case: &Case<'_>, parties: &[crate::model::PartyId], deed: &Deed, text: &str) -> Free {
    let declared = &case.model.declared;
    let to: Vec<_> = deed.act.objects.list.iter().flat_map(crate::model::object::Object::recipients).collect();
    if to.is_empty() {
        return Free::Perhaps(format!("it does not say to whom, and the order excepts {text}"));
    }
    let allowed = |p: &crate::model::PartyId| parties.iter().any(|a| a == p || declared.side(*a) == declared.side(*p));
    if to.iter().all(allowed) { Free::Yes(format!("excepted: {text}")) } else { Free::No }
}

/// The act is one that `paragraph` permits or requires, in its time, under its condition, and within its number.
fn permitted_by_paragraph(case: &Case<'_>, paragraph: ParagraphId, c: &Candidate, deed: &Deed) -> Free {
    let paragraph = case.model.paragraph(paragraph);
    let Body::Provision(provision) = &paragraph.body else { return Free::No };
    let from = case.model.order(paragraph.order).in_force();
    let in_force = from.is_none_or(|f| c.bounds.first.is_some_and(|d| d >= f));
    if !in_force || !case.orders.is_ordered(case.model, paragraph.order, case.question) {
        return Free::No;
    }
    let mut best = Free::No;
    for (at, obligation) in provision.obligations.iter().enumerate() {
        let acts = match provision.modality {
            Modality::May => permission::acts_permitted(obligation),
            _ => obligation.acts.clone(),
        };
        let matched = acts.iter().map(|act| matching::deed(case.model, &provision.bearer, act, deed));
        let matched = matched.fold(Match::No, |best, m| if best == Match::Exact || m == Match::No { best } else { m });
        let objects = || acts.iter().flat_map(|a| &a.objects.list);
        // A permission to send it to one is none to send it to another.
        let others = deed.act.objects.list.iter().any(|given| {
            objects().next().is_some()
                && objects().all(|o| matching::said_of_another_place(case.model, o, given).is_some())
        });
        if matched == Match::No || others && provision.modality == Modality::May {
            continue;
        }
        if provision.modality == Modality::MustNot {
            return Free::No;
        }
        let held = conditions_held(case, paragraph, &obligation.conditions);
        let open = held.as_ref().map_or(Value::True, |h| match (h.value(), h.since, c.bounds.first) {
            (Value::True, Some(since), Some(first)) if first < since => Value::False,
            (value, ..) => value,
        });
        let left = permission::covers(case, paragraph, provision, at, c.index);
        let by = format!(
            "{} {} it",
            paragraph.name,
            if provision.modality == Modality::Must { "requires" } else { "permits" }
        );
        match (matched, open, left) {
            (_, Value::False, _) | (_, _, Covers::No) => {}
            (Match::Exact, Value::True, Covers::Yes) => return Free::Yes(by),
            (Match::Near(why), ..) => best = Free::Perhaps(format!("{why}: you decide whether {by}")),
            _ => best = Free::Perhaps(format!("whether {by} is not known")),
        }
    }
    best
}
