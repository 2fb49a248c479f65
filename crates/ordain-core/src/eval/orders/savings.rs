//! What an order says stays as it is, against its own wider dispositions.

use std::collections::{BTreeMap, BTreeSet};

use crate::eval::orders::event::Undoing;
use crate::eval::orders::named::orders_of;
use crate::eval::orders::targets::{Act, Target, Targets};
use crate::model::{OrderId, ParagraphId, ThingId};
use ordain_syntax::ast::DispositionVerb as V;

/// What an order says is unchanged, although a wider disposition of the same order would reach it.
#[derive(Debug, Default)]
pub(in crate::eval) struct Savings {
    paragraphs: BTreeSet<(OrderId, ParagraphId)>,
    things: BTreeMap<OrderId, Vec<ThingId>>,
    /// `all other deadlines of X stand`: by the order that says so, the orders meant, all where empty.
    others: BTreeMap<OrderId, Vec<Vec<OrderId>>>,
}

impl Savings {
    pub(in crate::eval) fn of(reach: &Targets<'_>, acts: &[Act<'_>], undone: &[Option<Undoing>]) -> Self {
        let mut saved = Self::default();
        let stand = acts.iter().zip(undone).filter(|(a, u)| a.disposition.verb == V::Stands && u.is_none());
        for (act, _) in stand {
            for target in reach.paragraphs(act).into_iter().filter(|t| !t.broad) {
                saved.paragraphs.insert((act.order, target.paragraph));
            }
            saved.things.entry(act.order).or_default().extend(reach.things(act));
            let whole = orders_of(act.disposition);
            let sweeps = act.disposition.scope.sweeps.iter().map(|s| s.of.clone());
            let others = sweeps.chain((!whole.is_empty()).then_some(whole));
            saved.others.entry(act.order).or_default().extend(others);
        }
        saved
    }

    pub(in crate::eval) fn holds(&self, by: OrderId, target: &Target<'_>) -> bool {
        let others = self.others.get(&by).map_or(&[][..], Vec::as_slice);
        self.paragraphs.contains(&(by, target.paragraph))
            || others.iter().any(|of| of.is_empty() || of.contains(&target.order))
    }

    /// The hearings that an order says stand.
    pub(in crate::eval) fn things(&self, by: OrderId) -> Vec<ThingId> {
        self.things.get(&by).cloned().unwrap_or_default()
    }
}
