//! Dispositions that a later order undoes: a vacated extension no longer
//! moves anything, and a stay of an order that modifies suspends the modification.

use std::collections::BTreeMap;

use crate::eval::orders::event::Change;
use crate::eval::orders::targets;
use crate::eval::orders::targets::{Act, Targets};
use crate::eval::question::Question;
use crate::model::{Body, OrderId, ParagraphId, StayEnd};
use ordain_syntax::ast::DispositionVerb as V;

/// For each act, in the order given, the change that undid it. The newest
/// word about a disposition holds, so they are read from the last to the first.
pub(in crate::eval) fn undone(reach: &Targets<'_>, acts: &[Act<'_>], asked: Question) -> Vec<Option<Change>> {
    let mut paragraphs: BTreeMap<(ParagraphId, Family), Option<Change>> = BTreeMap::new();
    let mut heads: BTreeMap<(OrderId, Family), Option<Change>> = BTreeMap::new();
    let mut found: Vec<Option<Change>> = vec![None; acts.len()];
    for (i, act) in acts.iter().enumerate().rev() {
        let told = |family: Family| match act.paragraph {
            Some(p) => paragraphs.get(&(p, family)).cloned().flatten(),
            None => heads.get(&(act.order, family)).cloned().flatten(),
        };
        found[i] = told(Family::Vacated).or_else(|| told(Family::Stayed));
        let d = act.disposition;
        let limited = !d.scope.parties.is_empty() || !d.scope.between.is_empty() || !d.conditions.is_empty();
        if found[i].is_some() || limited {
            continue;
        }
        let word: &[(Family, bool)] = match d.verb {
            V::Vacates | V::Strikes | V::Supersedes | V::Replaces => &[(Family::Vacated, true)],
            V::Reinstates => &[(Family::Vacated, false), (Family::Stayed, false)],
            V::LiftsStay => &[(Family::Stayed, false)],
            V::Stays if !is_over(&d.end, asked) => &[(Family::Stayed, true)],
            _ => continue,
        };
        let change = reach.change(act);
        for &(family, undoes) in word {
            let change = undoes.then(|| change.clone());
            for target in reach.paragraphs(act) {
                let carries = matches!(reach.model.paragraph(target.paragraph).body, Body::Dispositions(_));
                if carries && Some(target.paragraph) != act.paragraph {
                    paragraphs.entry((target.paragraph, family)).or_insert_with(|| change.clone());
                }
            }
            for order in targets::orders_of(d) {
                heads.entry((order, family)).or_insert_with(|| change.clone());
            }
        }
    }
    found
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
