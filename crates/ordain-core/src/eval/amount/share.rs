//! A duty to do a share of a set: `complete 80% of CAR categories 1-5`. A
//! finding says that it is reached, or a count of all there is lets it be computed.

use rust_decimal::Decimal;

use crate::eval::amount::sum;
use crate::eval::amount::sum::{Entry, Want};
use crate::eval::case::Case;
use crate::eval::due::deadline::Deadline;
use crate::eval::duty::candidates;
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::performance::verdict_without_day;
use crate::eval::duty::task::Task;
use crate::eval::duty::timing::{Timing, days_late, in_days, timing_of_act};
use crate::eval::evidence::completeness::days_overdue;
use crate::eval::evidence::place::{assertions_at, place_of, quantity_told, who_says};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::matching::{Match, match_actors};
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Bounds, Content};
use crate::model::VerbFamily;
use crate::model::object::{Act, Filter, Set};
use crate::verdict::{Kind, Reason};
use ordain_base::money::grouped_decimal;

pub(in crate::eval) fn share_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    share: Decimal,
    set: &Set,
) -> PartVerdict {
    if let Some(part) = share_found(case, task, share, set) {
        return part;
    }
    match size_of_whole(case, set) {
        Whole::Of(all, index) => {
            let say = |v: Decimal| format!("{} documents", grouped_decimal(v.ceil()));
            let to = (Decimal::from(all) * share / Decimal::ONE_HUNDRED).ceil();
            let verb = case.model.declared.verbs.get(act.verb);
            let done =
                if verb.family == VerbFamily::Complete { "produced".to_owned() } else { verb.participle.clone() };
            let want = Want { from: Decimal::ZERO, to, say: &say, done: &done, times: false };
            let part = sum::weigh_sum(case, task, act, &productions_into(case, task, set), &[], &want);
            let text =
                format!("{}% of {} documents is {}", grouped_decimal(share), grouped_decimal(all.into()), say(to));
            let place = place_of(case, index, text.clone());
            part.because([Reason::at(text, place)])
        }
        Whole::Unknown(why) => {
            let entries = productions_into(case, task, set);
            let mut part = match task.deadline {
                Deadline::By(due) if case.question.as_of <= due.day => {
                    let days = (due.day - case.question.as_of).num_days();
                    PartVerdict::new(Kind::Pending, format!("due {}", in_days(days))).due(Some(due)).days(days)
                }
                Deadline::By(due) => PartVerdict::new(Kind::Undetermined, why)
                    .due(Some(due))
                    .remedy(format!("the Court finds 1,000 documents in {}", name_of_set(case, set))),
                other => verdict_without_day(other),
            };
            for e in &entries {
                let text = format!(
                    "{} produced {}",
                    e.value.map_or_else(|| "documents".to_owned(), grouped_decimal),
                    bounds_in_words(e.bounds)
                );
                let place = place_of(case, e.index, text.clone());
                part = part.because([Reason::at(text, place.clone())]).facts([place]);
            }
            part
        }
    }
}

/// What was said of the share itself.
fn share_found(case: &Case<'_>, task: &Task<'_>, share: Decimal, set: &Set) -> Option<PartVerdict> {
    let Deadline::By(due) = task.deadline else { return None };
    let as_of = case.question.as_of;
    let mut reached: Option<(usize, &Assertion)> = None;
    let mut missed: Option<(usize, &Assertion)> = None;
    for (index, a) in case.ledger.assertions.iter().enumerate() {
        let (of, is) = match &a.content {
            Content::Share { set: of, share: is } if of == set => (of, *is),
            Content::State { set: of, state } if state.is_whole() => (of, Decimal::ONE_HUNDRED),
            _ => continue,
        };
        let covers = of.record == set.record && set.categories.iter().all(|c| of.categories.contains(c));
        if !covers || !matches!(case.standings[index], Standing::Accepted(_)) {
            continue;
        }
        if is >= share {
            let earlier =
                |(_, b): &(usize, &Assertion)| a.bounds.last.unwrap_or(as_of) < b.bounds.last.unwrap_or(as_of);
            if reached.as_ref().is_none_or(earlier) {
                reached = Some((index, a));
            }
        } else if a.known.is_none_or(|k| k > due.last().day) {
            missed = Some((index, a));
        }
    }
    if let Some((index, a)) = reached {
        let text = format!("{} {}% complete {}", who_says(case, a), grouped_decimal(share), bounds_in_words(a.bounds));
        let place = place_of(case, index, text.clone());
        let part = |kind| {
            let part = PartVerdict::new(kind, text.clone()).due(Some(due)).facts([place.clone()]);
            part.because([Reason::at(text.clone(), place.clone())])
        };
        return Some(match timing_of_act(a.bounds, due) {
            Timing::InTime => part(Kind::Met),
            Timing::Late => {
                let mut late = part(Kind::Late).days(days_late(a.bounds, due));
                late.at_least = a.bounds.day().is_none() || due.doubt.is_some();
                late
            }
            Timing::Either => part(Kind::Undetermined).remedy("as of <the day it was reached>"),
        });
    }
    let (index, a) = missed.filter(|_| as_of > due.last().day)?;
    let Content::Share { share: is, .. } = &a.content else { return None };
    let text = format!("{} it {}% complete, of {}%", who_says(case, a), grouped_decimal(*is), grouped_decimal(share));
    let place = place_of(case, index, text.clone());
    let part = PartVerdict::new(Kind::Breached, text.clone()).due(Some(due)).days(days_overdue(case, due.last().day));
    Some(part.facts([place.clone()]).because([Reason::at(text, place)]))
}

/// How many documents there are in all.
enum Whole {
    Of(u64, usize),
    Unknown(String),
}

fn size_of_whole(case: &Case<'_>, set: &Set) -> Whole {
    let mut found: Option<(u64, usize)> = None;
    for (index, a) in case.ledger.assertions.iter().enumerate() {
        let Content::Count { n, object } = &a.content else { continue };
        let done = object.filters.iter().any(|f| matches!(f, Filter::Done(_)));
        let same = object.set.as_ref() == Some(set);
        if done || !same || *n == 0 || !matches!(case.standings[index], Standing::Accepted(_)) {
            continue;
        }
        match found {
            Some((other, _)) if other != *n => {
                return Whole::Unknown(format!("the record says that there are {n} documents in all, and {other}"));
            }
            _ => found = Some((*n, index)),
        }
    }
    match found {
        Some((n, index)) => Whole::Of(n, index),
        None => {
            Whole::Unknown("a share needs a whole, and the record does not say how many documents there are".to_owned())
        }
    }
}

/// What the bearer put into the set, each production once.
fn productions_into(case: &Case<'_>, task: &Task<'_>, set: &Set) -> Vec<Entry> {
    let keys: Vec<Option<usize>> =
        if set.categories.is_empty() { vec![None] } else { set.categories.iter().map(|c| Some(*c)).collect() };
    let mut positions: Vec<usize> =
        keys.iter().filter_map(|c| case.index.into.get(&(set.record, *c))).flatten().copied().collect();
    positions.sort_unstable();
    positions.dedup();
    let mut out = Vec::new();
    for (index, a, standing) in assertions_at(case, &positions) {
        let Content::Done(deed) = &a.content else { continue };
        let family = case.model.declared.verbs.get(deed.act.verb).family;
        let ours = match_actors(case.model, &task.bearer, &deed.actors) != Match::No;
        let in_force = candidates::binds_from(case, task).is_none_or(|f| a.bounds.last.is_none_or(|l| l >= f));
        if deed.negated
            || !ours
            || !in_force
            || !matches!(family, VerbFamily::Produce | VerbFamily::Serve | VerbFamily::File)
        {
            continue;
        }
        let doubt = match standing {
            Standing::Accepted(_) => None,
            Standing::Disputed => Some("it is disputed, and no finding settles it".to_owned()),
            Standing::Rejected | Standing::Later => continue,
        };
        let value = quantity_told(a).map(Decimal::from);
        let outside = deed
            .act
            .objects
            .list
            .iter()
            .filter_map(|o| o.set.as_ref())
            .any(|s| s.record == set.record && !s.categories.iter().all(|c| set.categories.contains(c)));
        let doubt = doubt.or_else(|| outside.then(|| "some of it may be outside these categories".to_owned()));
        out.push(Entry { index, bounds: Bounds { ..a.bounds }, value, doubt });
    }
    out
}

/// `CAR categories 1, 2`, as a line to paste has it.
fn name_of_set(case: &Case<'_>, set: &Set) -> String {
    let record = &case.model.declared.records[set.record.index()];
    let labels: Vec<&str> =
        set.categories.iter().filter_map(|&c| record.categories.get(c)).map(|c| c.label.as_str()).collect();
    match labels.as_slice() {
        [] => record.name.clone(),
        [one] => format!("{} category {one}", record.name),
        many => format!("{} categories {}", record.name, ordain_base::words::join(many)),
    }
}
