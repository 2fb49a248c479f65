//! What the parties agree moves a deadline only where an order adopts it or a
//! rule lets them (Fed. R. Civ. P. 29(b), a local rule for the first answer).

use std::collections::BTreeMap;

use crate::eval::orders::event::Change;
use crate::eval::orders::named::orders_of;
use crate::eval::orders::targets::Act;
use crate::model::{Model, OrderId, OrderKind, ParagraphId};
use ordain_syntax::ast::DispositionVerb as V;

/// Why a stipulation or a notice that no order adopts does not do to `target`
/// what it says; `None` where it does, and for orders and rules, which need nobody's leave.
pub(in crate::eval) fn powerless(model: &Model, act: &Act<'_>, target: ParagraphId) -> Option<String> {
    let of = model.order(model.paragraph(target).order).kind;
    let court = matches!(of, OrderKind::Order | OrderKind::StandingOrder);
    match (model.order(act.order).kind, &act.disposition.allowed) {
        (OrderKind::Notice, _) => Some("a notice moves no deadline, and no order adopts it".to_owned()),
        // Parties may stipulate about discovery; a date that the Court set is the Court's.
        (OrderKind::Stipulation, Some(allowed)) if allowed.is_rule_29b && court => {
            let rule = &allowed.rule;
            Some(format!("{rule} moves no date that the Court set, and no order adopts it"))
        }
        (OrderKind::Stipulation, None) => {
            Some("the parties agree it; no order adopts it, and no rule is named that lets them".to_owned())
        }
        _ => None,
    }
}

/// Those that an order in force grants, enters or incorporates, each with the first that does.
pub(in crate::eval) fn adopted_stipulations<'a>(
    model: &Model,
    acts: &[Act<'a>],
    change: impl Fn(&Act<'a>) -> Change,
) -> BTreeMap<OrderId, Change> {
    let by_order = acts.iter().filter(|a| {
        model.order(a.order).kind == OrderKind::Order
            && matches!(a.disposition.verb, V::Grants | V::Enters | V::Incorporates)
    });
    let mut found = BTreeMap::new();
    for act in by_order {
        for order in orders_of(act.disposition) {
            found.entry(order).or_insert_with(|| change(act));
        }
    }
    found
}
