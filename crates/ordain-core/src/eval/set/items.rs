//! `for each document withheld …`: one verdict an item, as the record names them.

use crate::model::preposition::Preposition as P;
use std::collections::{BTreeMap, BTreeSet};

use crate::eval::case::Case;
use crate::eval::duty::candidate::{Candidate, CandidateMode};
use crate::eval::duty::candidates::candidates;
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::performance::weigh;
use crate::eval::duty::phrasing::object_name;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::{assertions_at, place_of};
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::matching::{Match, match_actors};
use crate::eval::record::standing::Standing;
use crate::facts::{Assertion, Content};
use crate::model::object::{Filter, Head, Object, Related};
use crate::verdict::{Kind, Part, Reason};

/// One thing that the duty is owed for.
struct Item {
    name: String,
    head: Option<Head>,
    index: usize,
    /// Why it is not certain that the duty reaches it.
    doubt: Option<String>,
}

/// A part for each item; one that waits where the record names none.
pub(in crate::eval) fn item_parts(case: &Case<'_>, task: &Task<'_>, each: &Object) -> Vec<NamedPart> {
    let verb = task.obligation.acts.first().map(|a| case.model.declared.verbs.get(a.verb).participle.clone());
    let what = task.obligation.acts.first().and_then(|a| a.objects.list.first()).map(|o| object_name(case, o));
    let done = format!("{} {}", verb.unwrap_or_default(), what.unwrap_or_default());
    let items = items_of_set(case, task, each);
    if items.is_empty() {
        let part = PartVerdict::new(Kind::Waiting, "nothing on the record calls for it yet");
        return vec![NamedPart::whole(done, part)];
    }
    let performances = Performances::of(case, task);
    items
        .into_iter()
        .map(|item| {
            let part = item_verdict(case, task, &item, &performances);
            NamedPart::new(Part::Thing(item.name.clone()), format!("{done} for {}", item.name), part)
        })
        .collect()
}

fn item_verdict(case: &Case<'_>, task: &Task<'_>, item: &Item, performances: &Performances) -> PartVerdict {
    let part = weigh(case, task, &task.obligation.acts, performances.of_item(item));
    let a = &case.ledger.assertions[item.index];
    let place = place_of(case, item.index, format!("{} {}", item.name, bounds_in_words(a.bounds)));
    let mut part = part.because([Reason::at(format!("owed for {}", item.name), place)]);
    if let (Some(doubt), Kind::Breached) = (&item.doubt, part.kind) {
        part.kind = Kind::Undetermined;
        part.why = format!("not done, and {doubt}");
        part.days = None;
    }
    part
}

/// The acts that may perform the duty, by the things they say they are for:
/// looked for once, however many items there are.
struct Performances {
    named: BTreeMap<Head, Vec<Candidate>>,
    /// Those that do not say.
    unnamed: Vec<Candidate>,
}

impl Performances {
    fn of(case: &Case<'_>, task: &Task<'_>) -> Self {
        let mut found = Self { named: BTreeMap::new(), unnamed: Vec::new() };
        for c in candidates(case, task, &task.obligation.acts, CandidateMode::First) {
            let heads = things_covered_by(&case.ledger.assertions[c.index]);
            if heads.is_empty() {
                found.unnamed.push(c);
                continue;
            }
            for head in heads {
                found.named.entry(head).or_default().push(c.clone());
            }
        }
        found
    }

    /// Those that are for the item, and those that may be.
    fn of_item(&self, item: &Item) -> Vec<Candidate> {
        let exact = item.head.as_ref().and_then(|h| self.named.get(h)).into_iter().flatten().cloned();
        let near = self.unnamed.iter().cloned().map(|mut c| {
            c.doubt.get_or_insert_with(|| format!("it does not say whether it is for {}", item.name));
            c
        });
        exact.chain(near).collect()
    }
}

/// The things an act says it is for: `privilege log for the memorandum`.
fn things_covered_by(a: &Assertion) -> BTreeSet<Head> {
    let Content::Done(deed) = &a.content else { return BTreeSet::new() };
    let relations = deed.act.objects.list.iter().flat_map(|o| &o.relations);
    relations
        .filter(|r| r.is_any(&[P::For, P::Of, P::To, P::Regarding]))
        .filter_map(|r| match &r.to {
            Related::Head(h @ (Head::Thing(_) | Head::Quoted(_))) => Some(h.clone()),
            _ => None,
        })
        .collect()
}

/// The facts that say such a thing was done: `Defendants withheld D1 from CAR on grounds of privilege`.
fn items_of_set(case: &Case<'_>, task: &Task<'_>, each: &Object) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut names: BTreeSet<String> = BTreeSet::new();
    let mut positions: Vec<usize> = each
        .filters
        .iter()
        .filter_map(|f| if let Filter::Done(verb) = f { case.index.deeds.get(verb) } else { None })
        .flatten()
        .copied()
        .collect();
    positions.sort_unstable();
    for (index, a, standing) in assertions_at(case, &positions) {
        let Content::Done(deed) = &a.content else { continue };
        let disputed = match standing {
            Standing::Accepted(_) => None,
            Standing::Disputed => Some("whether it is such a document is disputed".to_owned()),
            Standing::Rejected | Standing::Later => continue,
        };
        if deed.negated || match_actors(case.model, &task.bearer, &deed.actors) == Match::No {
            continue;
        }
        for object in &deed.act.objects.list {
            let Some(doubt) = fits_item(each, object) else { continue };
            let head = object.head.clone().filter(|h| matches!(h, Head::Thing(_) | Head::Quoted(_)));
            let name = head.as_ref().map_or_else(|| a.id.clone(), |_| object_name(case, object));
            if names.insert(name.clone()) {
                found.push(Item { name, head, index, doubt: disputed.clone().or(doubt) });
            }
        }
    }
    found
}

/// `None` where it is another thing; the doubt, where the fact leaves one.
fn fits_item(each: &Object, object: &Object) -> Option<Option<String>> {
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
