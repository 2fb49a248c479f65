//! A duty to do at least so many: what each act counts adds up, by a day or in
//! each period of a rate.

use rust_decimal::Decimal;

use super::act::{Candidate, Which, candidates};
use super::assign::Window;
use super::combine::Leaf;
use super::matching::{self, Match};
use super::norm::{Task, describe};
use super::sums::{self, Entry, Want};
use super::{Context, Standing};
use crate::facts::{Bounds, Content};
use crate::model::object::{Act, Head, Object};
use ordain_base::money::grouped;
use ordain_base::words::many;

pub(super) fn leaf(
    context: &Context<'_>,
    task: &Task<'_>,
    act: &Act,
    least: u64,
    instance: Option<(u32, Window)>,
) -> Leaf {
    let unit = match act.objects.list.first() {
        Some(o) if o.times => "time".to_owned(),
        first => first.map(|o| describe(context, o)).filter(|u| u != "it").unwrap_or_default(),
    };
    let say = |v: Decimal| {
        let unit = if v == Decimal::ONE || unit.is_empty() { unit.clone() } else { many(&unit) };
        format!("{} {unit}", grouped(v))
    };
    let times = act.objects.list.first().is_some_and(|o| o.times);
    let (mut entries, against) = counts(context, task, act, &unit);
    if let Some((_, window)) = instance {
        entries.retain_mut(|e| inside(e, window));
    }
    let done = context.model.declared.verbs.get(act.verb).participle.clone();
    let want = Want { from: Decimal::ZERO, to: Decimal::from(least), say: &say, done: &done, times };
    sums::judge(context, task, act, &entries, &against, &want)
}

/// The most that the acts may come to; nothing where one does not say how many.
pub(super) fn most(
    context: &Context<'_>,
    task: &Task<'_>,
    act: &Act,
    instance: Option<(u32, Window)>,
) -> Option<Decimal> {
    let (mut entries, _) = counts(context, task, act, "");
    if let Some((_, window)) = instance {
        entries.retain_mut(|e| inside(e, window));
    }
    entries.iter().map(|e| e.value).sum()
}

/// Only what is done in a period counts for it; what may be is in doubt.
fn inside(entry: &mut Entry, window: Window) -> bool {
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
fn counts(context: &Context<'_>, task: &Task<'_>, act: &Act, unit: &str) -> (Vec<Entry>, Vec<Candidate>) {
    let mut asked = act.clone();
    for object in &mut asked.objects.list {
        (object.quantity, object.least, object.times) = (None, false, false);
    }
    let found = candidates(context, task, std::slice::from_ref(&asked), Which::All);
    let (against, found): (Vec<_>, Vec<_>) = found.into_iter().partition(|c| c.negated);
    let wanted = asked.objects.list.first();
    let times = act.objects.list.first().is_some_and(|o| o.times);
    let mut entries: Vec<Entry> = found
        .into_iter()
        .map(|c| {
            let Content::Done(deed) = &context.ledger.assertions[c.index].content else {
                return Entry { index: c.index, bounds: c.bounds, value: None, doubt: c.doubt };
            };
            let own = |o: &&Object| wanted.is_none_or(|w| matching::object(context.model, w, o) != Match::No);
            if times {
                let (value, unsaid) = how_often(deed.act.objects.list.iter().find(own));
                return Entry { index: c.index, bounds: c.bounds, value, doubt: c.doubt.or(unsaid) };
            }
            let numbers: Vec<u64> = deed.act.objects.list.iter().filter(own).filter_map(|o| o.quantity).collect();
            let value = (!numbers.is_empty()).then(|| numbers.iter().map(|n| Decimal::from(*n)).sum());
            let unsaid = value.is_none().then(|| format!("it does not say how many {}", many(unit)));
            Entry { index: c.index, bounds: c.bounds, value, doubt: c.doubt.or(unsaid) }
        })
        .collect();
    if times {
        return (entries, against);
    }
    // `produced 5,000 documents`, where pages are counted: how many pages nobody says.
    let known: Vec<usize> = entries.iter().map(|e| e.index).collect();
    let verbs = &context.model.declared.verbs;
    let same = context.index.deeds.iter().filter(|(v, _)| verbs.same_family(**v, act.verb));
    let mut others: Vec<usize> = same.flat_map(|(_, list)| list).copied().collect();
    others.sort_unstable();
    for (index, a, standing) in context.at(&others) {
        let Content::Done(deed) = &a.content else { continue };
        let ours = matching::actors(context.model, &task.bearer, &deed.actors) != Match::No;
        let counted = deed.act.objects.list.iter().any(|o| is_unit(o.head.as_ref()) && o.quantity.is_some());
        let stands = matches!(standing, Standing::Accepted(_) | Standing::Disputed);
        if known.binary_search(&index).is_err() && ours && counted && stands && !deed.negated {
            let doubt = Some(format!("it does not say how many {}", many(unit)));
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

/// Something that documents are counted in.
fn is_unit(head: Option<&Head>) -> bool {
    matches!(head, Some(Head::Deliverable(d)) if matches!(d.name(), "document" | "page" | "file" | "email" | "record"))
}
