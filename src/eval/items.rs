//! `for each document withheld …`: one verdict an item, as the record names them.

use super::act::{Candidate, Which, candidates, judge};
use super::combine::Leaf;
use super::matching::{Match, actors};
use super::norm::{Task, describe};
use super::place::when;
use super::{Context, Standing};
use crate::facts::{Assertion, Content};
use crate::model::object::{Filter, Head, Object, Related};
use crate::verdict::{Kind, Reason};

/// One thing that the duty is owed for.
struct Item {
    name: String,
    head: Option<Head>,
    index: usize,
    /// Why it is not certain that the duty reaches it.
    doubt: Option<String>,
}

/// A leaf for each item; one that waits where the record names none.
pub(super) fn leaves(context: &Context<'_>, task: &Task<'_>) -> Vec<(String, String, Leaf)> {
    let Some(each) = &task.limb.each else { return Vec::new() };
    let verb = task.limb.acts.first().map(|a| context.model.declared.verbs.get(a.verb).participle.clone());
    let what = task.limb.acts.first().and_then(|a| a.objects.list.first()).map(|o| describe(context, o));
    let done = format!("{} {}", verb.unwrap_or_default(), what.unwrap_or_default());
    let items = items(context, task, each);
    if items.is_empty() {
        let leaf = Leaf::new(Kind::Waiting, "nothing on the record calls for it yet");
        return vec![(String::new(), done, leaf)];
    }
    items
        .into_iter()
        .map(|item| {
            let leaf = leaf(context, task, &item);
            (item.name.clone(), format!("{done} for {}", item.name), leaf)
        })
        .collect()
}

fn leaf(context: &Context<'_>, task: &Task<'_>, item: &Item) -> Leaf {
    let found: Vec<Candidate> = candidates(context, task, &task.limb.acts, Which::First)
        .into_iter()
        .filter_map(|mut c| {
            match covers(context, &context.ledger.assertions[c.index], item) {
                Match::Exact => {}
                Match::Near(why) => c.doubt = c.doubt.or(Some(why)),
                Match::No => return None,
            }
            Some(c)
        })
        .collect();
    let leaf = judge(context, task, &task.limb.acts, found);
    let a = &context.ledger.assertions[item.index];
    let place = context.place(item.index, format!("{} {}", item.name, when(a.bounds)));
    let mut leaf = leaf.because([Reason::at(format!("owed for {}", item.name), place)]);
    if let (Some(doubt), Kind::Breached) = (&item.doubt, leaf.kind) {
        leaf.kind = Kind::Undetermined;
        leaf.why = format!("not done, and {doubt}");
        leaf.days = None;
    }
    leaf
}

/// Whether a performance says that it is for this item.
fn covers(context: &Context<'_>, a: &Assertion, item: &Item) -> Match {
    let Content::Done(deed) = &a.content else { return Match::No };
    let named: Vec<&Head> = deed
        .act
        .objects
        .list
        .iter()
        .flat_map(|o| &o.relations)
        .filter(|r| matches!(r.word.as_str(), "for" | "of" | "to" | "regarding" | "covering"))
        .filter_map(|r| match &r.to {
            Related::Head(h @ (Head::Thing(_) | Head::Quoted(_))) => Some(h),
            _ => None,
        })
        .collect();
    let _ = context;
    match &item.head {
        Some(head) if named.contains(&head) => Match::Exact,
        _ if named.is_empty() => Match::Near(format!("it does not say whether it is for {}", item.name)),
        _ => Match::No,
    }
}

/// The facts that say such a thing was done: `Defendants withheld D1 from CAR on grounds of privilege`.
fn items(context: &Context<'_>, task: &Task<'_>, each: &Object) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut positions: Vec<usize> = each
        .filters
        .iter()
        .filter_map(|f| if let Filter::Done(verb) = f { context.index.deeds.get(verb) } else { None })
        .flatten()
        .copied()
        .collect();
    positions.sort_unstable();
    for (index, a, standing) in context.at(&positions) {
        let Content::Done(deed) = &a.content else { continue };
        let disputed = match standing {
            Standing::Accepted(_) => None,
            Standing::Disputed => Some("whether it is such a document is disputed".to_owned()),
            Standing::Rejected | Standing::Later => continue,
        };
        if deed.negated || actors(context.model, &task.bearer, &deed.actors) == Match::No {
            continue;
        }
        for object in &deed.act.objects.list {
            let Some(doubt) = fits(each, object) else { continue };
            let head = object.head.clone().filter(|h| matches!(h, Head::Thing(_) | Head::Quoted(_)));
            let name = head.as_ref().map_or_else(|| a.id.clone(), |_| describe(context, object));
            if found.iter().all(|i| i.name != name) {
                found.push(Item { name, head, index, doubt: disputed.clone().or(doubt) });
            }
        }
    }
    found
}

/// `None` where it is another thing; the doubt, where the fact leaves one.
fn fits(each: &Object, object: &Object) -> Option<Option<String>> {
    if let (Some(w), Some(g)) = (&each.set, &object.set)
        && w.record != g.record
    {
        return None;
    }
    match (each.grounds(), object.grounds()) {
        (Some(w), Some(g)) => (w == g).then_some(None),
        (Some(w), None) => Some(Some(format!("the record does not say that the ground was {w}"))),
        _ => Some(None),
    }
}
