//! A duty to do at least so many: what each act counts adds up, by a day or in
//! each period of a rate.

use crate::model::nature::Nature;
use crate::model::preposition::Preposition;
use rust_decimal::Decimal;

use crate::eval::amount::sum;
use crate::eval::amount::sum::{Entry, Want};
use crate::eval::case::Case;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::instance_matching::{NumberedWindow, Window};
use crate::eval::duty::part::PartVerdict;
use crate::eval::duty::phrasing::object_name;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::assertions_at;
use crate::eval::record::matching;
use crate::eval::record::matching::Match;
use crate::eval::record::standing::Standing;
use crate::facts::{Bounds, Content};
use crate::model::object::{Act, Head, Object, Related};
use ordain_base::money::grouped_decimal;
use ordain_base::words::plural_noun;

pub(in crate::eval) fn quota_verdict(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    least: u64,
    instance: Option<NumberedWindow>,
) -> PartVerdict {
    let unit = match act.objects.list.first() {
        Some(o) if o.times => "time".to_owned(),
        first => first.filter(|o| o.head.is_some()).map(|o| object_name(case, o)).unwrap_or_default(),
    };
    let say = |v: Decimal| {
        let unit = if v == Decimal::ONE || unit.is_empty() { unit.clone() } else { plural_noun(&unit) };
        format!("{} {unit}", grouped_decimal(v))
    };
    let times = act.objects.list.first().is_some_and(|o| o.times);
    let (mut entries, against) = acts_that_count(case, task, act, &unit);
    if let Some(NumberedWindow { window, .. }) = instance {
        entries.retain_mut(|e| keep_inside(e, window));
    }
    let done = case.model.declared.verbs.get(act.verb).participle.clone();
    let want = Want { from: Decimal::ZERO, to: Decimal::from(least), say: &say, done: &done, times };
    sum::weigh_sum(case, task, act, &entries, &against, &want)
}

/// The most that the acts may come to; nothing where one does not say how many.
pub(in crate::eval) fn most_done(
    case: &Case<'_>,
    task: &Task<'_>,
    act: &Act,
    instance: Option<NumberedWindow>,
) -> Option<Decimal> {
    let (mut entries, _) = acts_that_count(case, task, act, "");
    if let Some(NumberedWindow { window, .. }) = instance {
        entries.retain_mut(|e| keep_inside(e, window));
    }
    entries.iter().map(|e| e.value).sum()
}

/// Only an act in the period counts for it; an act that may be in it is in doubt.
fn keep_inside(entry: &mut Entry, window: Window) -> bool {
    let Bounds { first, last, .. } = entry.bounds;
    if last.is_some_and(|l| l <= window.opens) || first.is_some_and(|f| f > window.due) {
        return false;
    }
    let surely = first.is_some_and(|f| f > window.opens) && last.is_some_and(|l| l <= window.due);
    if !surely {
        entry.doubt.get_or_insert_with(|| "it may fall into another period".to_owned());
    }
    true
}

/// The acts that count, and those that deny that anything was done.
fn acts_that_count(case: &Case<'_>, task: &Task<'_>, act: &Act, unit: &str) -> (Vec<Entry>, Vec<Candidate>) {
    let mut asked = act.clone();
    for object in &mut asked.objects.list {
        (object.quantity, object.least, object.times) = (None, false, false);
    }
    let found = candidates(case, task, std::slice::from_ref(&asked), CandidateMode::All);
    let (against, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|c| c.negated);
    let wanted = asked.objects.list.first();
    let times = act.objects.list.first().is_some_and(|o| o.times);
    let mut entries: Vec<Entry> = found
        .into_iter()
        .map(|c| {
            let Content::Done(deed) = &case.ledger.assertions[c.index].content else {
                return Entry { index: c.index, bounds: c.bounds, value: None, doubt: c.doubt };
            };
            let own = |o: &&Object| wanted.is_none_or(|w| matching::match_object(case.model, w, o) != Match::No);
            if times {
                let (value, unsaid) = how_often(deed.act.objects.list.iter().find(own));
                return Entry { index: c.index, bounds: c.bounds, value, doubt: c.doubt.or(unsaid) };
            }
            let numbers: Vec<u64> = deed.act.objects.list.iter().filter(own).filter_map(|o| o.quantity).collect();
            let value = (!numbers.is_empty()).then(|| numbers.iter().map(|n| Decimal::from(*n)).sum());
            let unsaid = value.is_none().then(|| format!("it does not say how many {}", plural_noun(unit)));
            Entry { index: c.index, bounds: c.bounds, value, doubt: c.doubt.or(unsaid) }
        })
        .collect();
    if times {
        return (entries, against);
    }
    // `produced 5,000 documents`, where pages are counted: the record does not say how many pages.
    let mut known: Vec<usize> = entries.iter().map(|e| e.index).collect();
    known.sort_unstable();
    let verbs = &case.model.declared.verbs;
    let same = case.index.deeds.iter().filter(|(v, _)| verbs.same_family(**v, act.verb));
    let mut others: Vec<usize> = same.flat_map(|(_, list)| list).copied().collect();
    others.sort_unstable();
    for (index, a, standing) in assertions_at(case, &others) {
        let Content::Done(deed) = &a.content else { continue };
        let ours = matching::match_actors(case.model, &task.bearer, &deed.actors) != Match::No;
        let counted = deed.act.objects.list.iter().any(|o| {
            is_unit(o.head.as_ref()) && o.quantity.is_some() || wanted.is_some_and(|w| is_original(case, w, o))
        });
        let stands = matches!(standing, Standing::Accepted(_) | Standing::Disputed);
        if known.binary_search(&index).is_err() && ours && counted && stands && !deed.negated {
            let doubt = Some(format!("it does not say how many {}", plural_noun(unit)));
            entries.push(Entry { index, bounds: a.bounds, value: None, doubt });
        }
    }
    (entries, against)
}

/// How often an act of the record was done: once, unless it says how often; how many things it was done with is another number.
fn how_often(object: Option<&Object>) -> (Option<Decimal>, Option<String>) {
    match object.and_then(|o| o.quantity.map(|n| (n, o.times))) {
        None => (Some(Decimal::ONE), None),
        Some((n, true)) => (Some(Decimal::from(n)), None),
        Some((1, false)) => (Some(Decimal::ONE), None),
        Some(_) => (None, Some("it does not say how often".to_owned())),
    }
}

/// `filed brief`, where copies of it are counted: the very paper, of which nobody says how many copies there were.
fn is_original(case: &Case<'_>, wanted: &Object, given: &Object) -> bool {
    let copies = matches!(&wanted.head, Some(Head::Deliverable(d)) if d.is(Nature::Copy));
    let of = wanted.relations.iter().filter(|r| r.is_any(&[Preposition::Of])).find_map(|r| match &r.to {
        Related::Head(head) => Some(head),
        _ => None,
    });
    copies && of.zip(given.head.as_ref()).is_some_and(|(w, g)| matching::match_head(case.model, w, g) == Match::Exact)
}

/// Something that documents are counted in.
fn is_unit(head: Option<&Head>) -> bool {
    matches!(head, Some(Head::Deliverable(d)) if d.is(Nature::UnitOfDocuments))
}
