//! Dispositions that a later order undoes: a vacated extension no longer
//! moves anything, and a stay of an order that modifies suspends the modification.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::eval::orders::event::Undoing;
use crate::eval::orders::named;
use crate::eval::orders::targets::{Act, Targets};
use crate::eval::question::Question;
use crate::model::{Body, OrderId, ParagraphId, StayEnd};
use ordain_syntax::ast::DispositionVerb;
use ordain_syntax::ast::DispositionVerb as V;

/// The newest word of later orders about what one order does.
#[derive(Debug, Clone)]
struct Word {
    /// What it did to the disposition; it gave it back where `None`.
    undoing: Option<(DispositionVerb, Undoing)>,
    /// An order gave the disposition back before that, so that what is older no longer matters.
    since_given_back: bool,
}

/// For each act, in the order given, what undid it. The newest word about a
/// disposition holds, so they are read from the last to the first.
///
/// What an order ended stays ended: an order that is superseded in its turn
/// revives nothing. Only a vacatur of the order that ended it does.
pub(in crate::eval) fn undone(reach: &Targets<'_>, acts: &[Act<'_>], asked: Question) -> Vec<Option<Undoing>> {
    let mut paragraphs: BTreeMap<(ParagraphId, Family), Word> = BTreeMap::new();
    let mut heads: BTreeMap<(OrderId, Family), Word> = BTreeMap::new();
    let mut found: Vec<Option<Undoing>> = vec![None; acts.len()];
    for (i, act) in acts.iter().enumerate().rev() {
        let d = act.disposition;
        let undoing = |family: Family| {
            let word = match act.paragraph {
                Some(p) => paragraphs.get(&(p, family)),
                None => heads.get(&(act.order, family)),
            };
            let (verb, undoing) = word?.undoing.as_ref()?;
            (!ends_a_duty(d.verb) || revives_when_done_to(*verb)).then(|| undoing.clone())
        };
        found[i] = undoing(Family::Vacated).or_else(|| undoing(Family::Stayed));
        let limited = !d.scope.parties.is_empty() || !d.scope.between.is_empty() || !d.conditions.is_empty();
        if found[i].is_some() || limited {
            continue;
        }
        let families: &[(Family, bool)] = match d.verb {
            V::Vacates | V::Strikes | V::Supersedes | V::Replaces => &[(Family::Vacated, true)],
            V::Reinstates => &[(Family::Vacated, false), (Family::Stayed, false)],
            V::LiftsStay => &[(Family::Stayed, false)],
            V::Stays if !is_over(&d.end, asked) => &[(Family::Stayed, true)],
            _ => continue,
        };
        let change = reach.change(act);
        let whole = named::orders_of(d);
        for &(family, undoes) in families {
            let by = || Undoing { by: change.clone(), gives_back: revives_when_done_to(d.verb), contested: None };
            let undoing = undoes.then(|| (d.verb, by()));
            let word = Word { undoing, since_given_back: false };
            for target in reach.paragraphs(act) {
                let carries = matches!(reach.model.paragraph(target.paragraph).body, Body::Dispositions(_));
                // A stay of all deadlines stays deadlines as they stand, and undoes no order that set one.
                let named = d.verb != V::Stays || !target.broad || whole.contains(&target.order);
                if carries && named && Some(target.paragraph) != act.paragraph {
                    keep_newest_word(&mut paragraphs, (target.paragraph, family), &word);
                }
            }
            for order in &whole {
                keep_newest_word(&mut heads, (*order, family), &word);
            }
        }
    }
    found
}

/// The newest word stays. Of several that end the same thing the oldest ended it, and the newer find nothing
/// more to end; where a newer one vacates what the older superseded, both stand.
fn keep_newest_word<K: Ord>(words: &mut BTreeMap<K, Word>, about: K, word: &Word) {
    let slot = match words.entry(about) {
        Entry::Vacant(slot) => {
            slot.insert(word.clone());
            return;
        }
        Entry::Occupied(slot) => slot.into_mut(),
    };
    match (&mut slot.undoing, &word.undoing) {
        (Some(_), None) => slot.since_given_back = true,
        (Some((newer, undoing)), Some((older, by))) if !slot.since_given_back => {
            if revives_when_done_to(*newer) && !revives_when_done_to(*older) {
                undoing.contested.get_or_insert_with(|| by.by.clone());
            } else {
                (*newer, *undoing) = (*older, by.clone());
            }
        }
        _ => {}
    }
}

/// It takes a duty away.
const fn ends_a_duty(verb: DispositionVerb) -> bool {
    matches!(verb, V::Vacates | V::Strikes | V::Supersedes | V::Replaces)
}

/// Done to an order that ended something, it gives that back.
const fn revives_when_done_to(verb: DispositionVerb) -> bool {
    matches!(verb, V::Vacates | V::Strikes | V::Stays)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Vacated,
    Stayed,
}

fn is_over(end: &StayEnd, asked: Question) -> bool {
    match end {
        StayEnd::Day { day, .. } => *day < asked.as_of,
        _ => false,
    }
}
