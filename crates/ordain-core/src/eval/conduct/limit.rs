//! How much was done, against how much an order allows: pages of each paper, money over
//! all payments, other things one by one and together.

use crate::model::nature::Nature;
use crate::model::preposition::Preposition as P;
use rust_decimal::Decimal;

use crate::eval::case::Case;
use crate::eval::duty::part::{NamedPart, PartVerdict};
use crate::eval::duty::phrasing::object_name;
use crate::eval::duty::task::Task;
use crate::eval::evidence::place::place_of;
use crate::eval::record::bounds::bounds_in_words;
use crate::eval::record::matching::match_object;
use crate::eval::record::naming::Match;
use crate::facts::{Content, Deed};
use crate::model::Obligation;
use crate::model::deliverables::Deliverable;
use crate::model::limit::{Counted, Limit, Most};
use crate::model::object::{Act, Head, Object, Related};
use crate::verdict::{Kind, Part, Place, Reason};
use ordain_base::money::Amount;
use ordain_base::words::plural;

/// What some acts come to under a limit.
pub(in crate::eval) enum Kept {
    /// Within it, or the record does not say how much.
    Within,
    /// The act that went beyond it, and the numbers.
    Exceeded(usize, String),
    /// Beyond it under one reading only: the act, and what is open.
    Open(usize, String),
}

/// The limit of an obligation: one that it states, or the sum that it permits.
pub(in crate::eval) fn limit_of(obligation: &Obligation) -> Option<Limit> {
    if obligation.limit.is_some() {
        return obligation.limit.clone();
    }
    let [act] = obligation.acts.as_slice() else { return None };
    let [object] = act.objects.list.as_slice() else { return None };
    let most = match object.stated_size() {
        Some((n, of)) => Most::Count(n, of),
        None => Most::Money(object.amount?),
    };
    (!object.least).then(|| Limit { most, counted: Counted::Unsaid, words: most.in_words() })
}

/// What a prohibition leaves free: `brief exceeding 10 pages` forbids none of 10 pages.
pub(in crate::eval) fn limit_left_free(obligation: &Obligation) -> Option<&Limit> {
    obligation.acts.iter().flat_map(|a| &a.objects.list).find_map(|o| o.beyond.as_deref())
}

/// What one act comes to under the limit of a prohibition.
pub(in crate::eval) enum Beyond {
    Within,
    Forbidden(String),
    Perhaps(String),
}

/// Holds the last of some acts against the limit of a prohibition: by itself, and with those before it.
pub(in crate::eval) fn is_beyond(case: &Case<'_>, limit: &Limit, acts: &[usize]) -> Beyond {
    let Some(&last) = acts.last() else { return Beyond::Within };
    if !tells_how_much(case, limit, last) {
        return Beyond::Perhaps(format!(
            "done {}; the record does not say whether it was {}",
            bounds_in_words(case.ledger.assertions[last].bounds),
            limit.words
        ));
    }
    match (hold_against_limit(case, limit, &[last]), hold_against_limit(case, limit, acts)) {
        (Kept::Exceeded(_, text), _) => Beyond::Forbidden(text),
        (_, Kept::Exceeded(at, text)) if at == last => Beyond::Forbidden(text),
        (Kept::Open(_, why), _) => Beyond::Perhaps(why),
        (_, Kept::Open(at, why)) if at == last => Beyond::Perhaps(why),
        _ => Beyond::Within,
    }
}

/// Holds the acts at these places of the ledger, oldest first, against the limit.
pub(in crate::eval) fn hold_against_limit(case: &Case<'_>, limit: &Limit, acts: &[usize]) -> Kept {
    match limit.most {
        Most::Money(most) => kept_to_amount(case, limit, most, acts),
        Most::Count(most, of) => count_against_limit(case, limit, most, of, acts),
    }
}

fn kept_to_amount(case: &Case<'_>, limit: &Limit, most: Amount, acts: &[usize]) -> Kept {
    let mut sum = Decimal::ZERO;
    for (n, &index) in acts.iter().enumerate() {
        let Content::Done(deed) = &case.ledger.assertions[index].content else { continue };
        let own = deed.act.objects.list.iter().filter_map(|o| o.amount).filter(|a| a.currency == most.currency);
        let own = own.fold(Decimal::ZERO, |sum, a| sum.checked_add(a.value).unwrap_or(Decimal::MAX));
        let together = limit.counted != Counted::Each;
        sum = if together { sum.checked_add(own).unwrap_or(Decimal::MAX) } else { own };
        if sum > most.value {
            let in_all = if n > 0 && together { " in all" } else { "" };
            let text = format!("{}{in_all}, {most} allowed", most.of(sum));
            return beyond_limit(case, limit, index, text);
        }
    }
    Kept::Within
}

fn count_against_limit(case: &Case<'_>, limit: &Limit, most: u64, of: Deliverable, acts: &[usize]) -> Kept {
    let say = |n: u64| plural(i64::try_from(n).unwrap_or(i64::MAX), of.name());
    let mut sum: u64 = 0;
    let mut open = None;
    // Papers that come one by one are counted together: there is nothing else to count.
    let mut one_by_one = true;
    for &index in acts {
        let Content::Done(deed) = &case.ledger.assertions[index].content else { continue };
        let Some(n) = deed.act.objects.list.iter().find_map(|o| size_of_object(o, of).or_else(|| one_piece_of(o, of)))
        else {
            continue;
        };
        one_by_one &= deed.act.objects.list.iter().any(|o| one_piece_of(o, of).is_some());
        if n > most {
            return beyond_limit(case, limit, index, format!("{}, {} allowed", say(n), say(most)));
        }
        sum = sum.saturating_add(n);
        // The pages of one paper are not those of another.
        let apart = of.is(Nature::Page) && limit.counted != Counted::Total || limit.counted == Counted::Each;
        if sum <= most || apart {
            continue;
        }
        let text = format!("{} in all, {} allowed", say(sum), say(most));
        if limit.counted == Counted::Total || one_by_one {
            return beyond_limit(case, limit, index, text);
        }
        let why = "the order does not say whether that is for each or for all";
        open = open.or(Some(Kept::Open(
            index,
            format!("done {}: {text}, and {why}", bounds_in_words(case.ledger.assertions[index].bounds)),
        )));
    }
    open.unwrap_or(Kept::Within)
}

/// What an order that limits pages does not say.
const NOT_SAID: &str = "; the order does not say whether tables and signature pages count";

/// Beyond the limit; where the order leaves something out of the count, it may still be within it.
fn beyond_limit(case: &Case<'_>, limit: &Limit, index: usize, text: String) -> Kept {
    let pages = matches!(limit.most, Most::Count(_, of) if of.is(Nature::Page));
    let open = if pages && limit.counted == Counted::Unsaid { NOT_SAID } else { "" };
    let text = format!("done {}: {text}{open}", bounds_in_words(case.ledger.assertions[index].bounds));
    match limit.counted {
        Counted::Less => {
            Kept::Open(index, format!("{text}; the record does not say how much of it counts (“{}”)", limit.words))
        }
        Counted::Unsaid | Counted::More | Counted::Each | Counted::Total => Kept::Exceeded(index, text),
    }
}

/// Of several things in one fact, that which is permitted here.
pub(in crate::eval) fn thing_used<'d>(case: &Case<'_>, permitted: &[Act], deed: &'d Deed) -> Option<&'d Object> {
    let things = &deed.act.objects.list;
    let is_permitted = |given: &&Object| {
        permitted.iter().flat_map(|a| &a.objects.list).any(|p| match_object(case.model, p, given) != Match::No)
    };
    things.iter().find(is_permitted).or(things.first())
}

/// `brief of 14 pages`: how much of what is counted the thing has.
fn size_of_object(object: &Object, of: Deliverable) -> Option<u64> {
    let related = object
        .relations
        .iter()
        .any(|r| r.is_any(&[P::Of, P::In, P::With]) && r.to == Related::Head(Head::Deliverable(of)));
    object.quantity.filter(|_| related || object.head == Some(Head::Deliverable(of)))
}

/// `filed motion` is one motion, where papers are counted; of pages and topics nothing says how many.
fn one_piece_of(object: &Object, of: Deliverable) -> Option<u64> {
    let one = object.quantity.is_none() && !of.is(Nature::Measure) && object.head == Some(Head::Deliverable(of));
    one.then_some(1)
}

/// Whether the record says of any act how much it is, so that no person need look.
pub(in crate::eval) fn is_judged(case: &Case<'_>, limit: &Limit, facts: &[Place]) -> bool {
    acts_of(case, facts).into_iter().any(|index| tells_how_much(case, limit, index))
}

fn tells_how_much(case: &Case<'_>, limit: &Limit, index: usize) -> bool {
    match (&case.ledger.assertions[index].content, limit.most) {
        (Content::Done(deed), Most::Money(most)) => {
            deed.act.objects.list.iter().any(|o| o.amount.is_some_and(|a| a.currency == most.currency))
        }
        (Content::Done(deed), Most::Count(_, of)) => {
            deed.act.objects.list.iter().any(|o| size_of_object(o, of).or_else(|| one_piece_of(o, of)).is_some())
        }
        _ => false,
    }
}

/// The acts that some places of the record are about.
fn acts_of(case: &Case<'_>, facts: &[Place]) -> Vec<usize> {
    let ids: Vec<&str> = facts.iter().filter_map(|p| p.fact.as_deref()).collect();
    let all = case.ledger.assertions.iter().enumerate();
    all.filter(|(_, a)| ids.contains(&a.id.as_str())).map(|(i, _)| i).collect()
}

/// Adds to the parts of a duty what its performance has beyond the limit: a part of its own, which is never late.
pub(in crate::eval) fn with_limit(case: &Case<'_>, task: &Task<'_>, mut parts: Vec<NamedPart>) -> Vec<NamedPart> {
    let Some(limit) = &task.obligation.limit else { return parts };
    let performed = parts.iter().filter(|p| p.verdict.kind.is_performed());
    let facts: Vec<Place> = performed.flat_map(|p| p.verdict.facts.clone()).collect();
    let (kind, index, text) = match hold_against_limit(case, limit, &acts_of(case, &facts)) {
        Kept::Within => return parts,
        Kept::Exceeded(index, text) => (Kind::Breached, index, text),
        Kept::Open(index, text) => (Kind::Undetermined, index, text),
    };
    let place = place_of(case, index, text.clone());
    let mut verdict = PartVerdict::new(kind, text.clone()).facts([place.clone()]).because([Reason::at(text, place)]);
    if kind == Kind::Undetermined {
        verdict = verdict.remedy(format!("the Court finds {} breached", task.paragraph.name));
    }
    let done = format!("kept to {}", limit.most.in_words());
    let object = task.obligation.acts.first().and_then(|a| a.objects.list.first());
    for part in parts.iter_mut().filter(|p| p.part.is_none()) {
        let name = object.map(|o| object_name(case, o)).unwrap_or_default();
        part.part = Some(Part::Thing(if name.is_empty() { "performance".to_owned() } else { name }));
    }
    parts.push(NamedPart::new(Part::Limit(format!("limit of {}", limit.most.in_words())), done, verdict));
    parts
}
