//! Which paragraph is evaluated before which: one whose condition asks for the
//! verdict of another comes after it. What hangs on itself is evaluated last,
//! and to its own question the answer is that it is not known.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::eval::case::Case;
use crate::eval::paragraph::answers::Answers;
use crate::eval::paragraph::verdict;
use crate::model::{Body, Paragraph, ParagraphId, Provision};
use crate::verdict::Verdict;

/// The verdicts of every duty, prohibition and permission in force: each its own, then
/// those of what its breach brought about.
pub(in crate::eval) fn verdicts_in_sequence<'a>(
    case: &Case<'a>,
    answers: &Answers,
) -> BTreeMap<ParagraphId, Rc<Vec<Verdict>>> {
    let provisions: BTreeMap<ParagraphId, (&'a Paragraph, &'a Provision)> = case
        .model
        .paragraphs
        .iter()
        .filter(|p| case.orders.is_ordered(case.model, p.order, case.question))
        .filter_map(|p| if let Body::Provision(provision) = &p.body { Some((p.id, (p, provision))) } else { None })
        .collect();
    let mut waiting: BTreeMap<ParagraphId, BTreeSet<ParagraphId>> = BTreeMap::new();
    let mut asked_by: BTreeMap<ParagraphId, Vec<ParagraphId>> = BTreeMap::new();
    for (id, (_, provision)) in &provisions {
        let own =
            provision.obligations.iter().flat_map(|l| l.conditions.iter().chain(l.otherwise.iter().map(|(_, c)| c)));
        let of_orders = case.orders.events(*id).iter().flat_map(|e| &e.disposition.conditions);
        let asks = own.chain(of_orders).flat_map(crate::model::Condition::paragraphs);
        let asks: BTreeSet<ParagraphId> = asks.filter(|p| provisions.contains_key(p)).collect();
        for of in &asks {
            asked_by.entry(*of).or_default().push(*id);
        }
        waiting.insert(*id, asks);
    }
    let mut ready: BTreeSet<ParagraphId> =
        waiting.iter().filter(|(_, asks)| asks.is_empty()).map(|(id, _)| *id).collect();
    let evaluate = |id: ParagraphId| {
        provisions
            .get(&id)
            .map(|(paragraph, provision)| Rc::new(verdict::evaluate_paragraph(case, paragraph, provision, None)))
    };
    while let Some(id) = ready.pop_first() {
        waiting.remove(&id);
        if let Some(verdict) = evaluate(id) {
            answers.add_verdicts(id, verdict);
        }
        for next in asked_by.get(&id).into_iter().flatten() {
            if let Some(asks) = waiting.get_mut(next) {
                asks.remove(&id);
                if asks.is_empty() {
                    ready.insert(*next);
                }
            }
        }
    }
    // Those of a circle see none of each other's verdicts, whichever comes first.
    let circle: Vec<(ParagraphId, Rc<Vec<Verdict>>)> =
        waiting.keys().filter_map(|id| evaluate(*id).map(|v| (*id, v))).collect();
    let mut all = answers.all_verdicts();
    all.extend(circle);
    all
}
