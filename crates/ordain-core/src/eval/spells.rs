//! Prohibitions whose words an order changed: the acts of each stretch are
//! judged by the words of that stretch, and what was a breach then stands.

use super::Context;
use super::combine::{Branch, Leaf};
use super::fold::Spell;
use super::norm::{Task, bearers, perfect};
use super::prohibition;
use crate::model::{Paragraph, Provision};
use crate::verdict::{Kind, Modality};

/// What was done against a prohibition before the stretch in which the day
/// asked about lies.
pub(super) fn before<'a>(context: &Context<'a>, paragraph: &Paragraph, written: &'a Provision) -> Vec<Branch> {
    let mut found = Vec::new();
    for (from, last) in context.stretches(paragraph, written) {
        let provision = context.touch_on(paragraph, written, 0, None, last).provision;
        if provision.modality != Modality::MustNot {
            continue;
        }
        for at in 0..provision.obligations.len() {
            for (name, bearer) in bearers(context, &provision) {
                let touch = context.touch_on(paragraph, written, at, Some(&bearer), last);
                let spell = Spell { from, last: Some(last), touch };
                let Some(obligation) =
                    spell.touch.provision.obligations.get(at).filter(|_| spell.touch.lifted.is_none())
                else {
                    continue;
                };
                let deadline = context.deadline(paragraph, obligation, &spell.touch);
                let held = context.held(paragraph, &obligation.conditions);
                let now = context.touch(paragraph, written, at, Some(&bearer));
                let who = context.bearer_names(&bearer, &provision.bearer_words);
                let task = Task {
                    paragraph,
                    obligation,
                    bearer,
                    deadline: &deadline,
                    stays: &now.stays,
                    lifted: None,
                    spells: std::slice::from_ref(&spell),
                    held: held.as_ref(),
                    told: true,
                };
                let Some(leaf) = prohibition::acts(context, &task) else { continue };
                found.push(Branch {
                    path: [obligation.label.clone(), name].into_iter().filter(|p| !p.is_empty()).collect(),
                    leaf: context.after_orders(paragraph, leaf, &spell.touch),
                    done: perfect(context, obligation),
                    bearer: who,
                    modality: Modality::MustNot,
                    span: obligation.span,
                    due_span: obligation.due_span,
                });
            }
        }
    }
    found
}

/// Puts what an earlier stretch left beside what the present one says: the worse of both, with the reasons of both.
pub(super) fn merge(branches: &mut Vec<Branch>, mut earlier: Branch) {
    if let [only] = branches.as_slice()
        && only.path.is_empty()
    {
        earlier.path.clear();
    } else if earlier.path.is_empty() && !branches.is_empty() {
        earlier.path.push("as first ordered".to_owned());
    }
    let Some(now) = branches.iter_mut().find(|b| b.path == earlier.path) else {
        branches.push(earlier);
        return;
    };
    if earlier.leaf.kind < now.leaf.kind {
        let reasons = std::mem::take(&mut now.leaf.reasons);
        *now = earlier;
        now.leaf.reasons.extend(reasons);
    } else if earlier.leaf.kind == now.leaf.kind && now.leaf.kind == Kind::Breached {
        let Leaf { why, facts, reasons, .. } = earlier.leaf;
        now.leaf.why = format!("{why}; {}", now.leaf.why);
        let new = std::mem::replace(&mut now.leaf.facts, facts);
        let missing: Vec<_> = new.into_iter().filter(|f| !now.leaf.facts.iter().any(|o| o.span == f.span)).collect();
        now.leaf.facts.extend(missing);
        now.leaf.reasons.extend(reasons);
    } else {
        now.leaf.reasons.extend(earlier.leaf.reasons);
    }
}

/// The stretch in which an act was surely done; `None` where it may have been one or another.
pub(super) fn of<'s, 'm>(spells: &'s [Spell<'m>], bounds: crate::facts::Bounds) -> Option<&'s Spell<'m>> {
    spells.iter().find(|s| s.holds(bounds))
}
