//! A motion for more time that an order grants without a day: until an order sets one, whether the day before
//! still holds is for the Court.

use crate::eval::amended::duty::moves;
use crate::eval::case::Case;
use crate::eval::paragraph::request_notes::time_motions;
use crate::model::object::Head;
use crate::model::{Paragraph, Provision, ThingId};
use ordain_syntax::ast::DispositionVerb as V;

/// The order that grants the bearer more time and moves nothing, and the motion.
pub(in crate::eval) fn granted_without_day(
    case: &Case<'_>,
    paragraph: &Paragraph,
    provision: &Provision,
) -> Option<(String, String)> {
    let asked = time_motions(case, paragraph, provision);
    let grants = |motion: ThingId| {
        let named = |o: &crate::model::object::Object| o.head == Some(Head::Thing(motion));
        case.ordered.iter().find(move |o| {
            let granted = matches!(o.disposition.verb, V::Grants | V::GrantsInPart);
            granted && o.disposition.objects.iter().flat_map(|all| &all.list).any(named)
        })
    };
    let moves_something = |order| {
        let own = case.ordered.iter().filter(|o| o.order == order);
        own.clone().any(|o| moves(o.disposition.verb) || matches!(o.disposition.verb, V::Stays | V::Vacates | V::Deems))
    };
    let (motion, order) = asked.iter().find_map(|(motion, _)| Some((*motion, grants(*motion)?)))?;
    let name = case.model.declared.things[motion.index()].name.clone();
    (!moves_something(order.order)).then(|| (order.by.name.clone(), name))
}
