//! The days of an order: its entry, its signing, its service, its filing.

use super::phrase::PhraseResolver;
use crate::model::ir::anchor::OrderDay;
use crate::model::ir::ids::OrderId;
use crate::model::ir::names::Entity;
use crate::model::ir::verbs::VerbFamily;
use ordain_syntax::ast::Token;

/// Nouns for what happens to an order.
pub(crate) const ORDER_DAYS: &[(&str, OrderDay)] = &[
    ("entry", OrderDay::Entered),
    ("date", OrderDay::Entered),
    ("signature", OrderDay::Signed),
    ("signing", OrderDay::Signed),
    ("service", OrderDay::Served),
    ("filing", OrderDay::Filed),
];

/// What the Court and its Clerk do with an order; anything else that is done with it is an act of its own.
pub(super) const fn day_of_family(family: VerbFamily) -> Option<OrderDay> {
    match family {
        VerbFamily::Enter => Some(OrderDay::Entered),
        VerbFamily::Sign => Some(OrderDay::Signed),
        VerbFamily::Serve => Some(OrderDay::Served),
        VerbFamily::File => Some(OrderDay::Filed),
        _ => None,
    }
}

/// The order that `this Order`, `the Scheduling Order` name, if they name nothing else.
pub(super) fn order_named(words: &PhraseResolver<'_>, tokens: &[Token]) -> Option<OrderId> {
    let tokens = tokens.iter().position(|t| t.text != "the").and_then(|n| tokens.get(n..)).unwrap_or_default();
    match (tokens, words.names.longest(tokens)) {
        ([this, order], _) if this.text == "this" && order.text.eq_ignore_ascii_case("order") => words.declared.here,
        (_, Some((Entity::Order(order), n))) if n == tokens.len() => Some(order),
        _ => None,
    }
}

pub(super) fn order_day(noun: &str) -> Option<OrderDay> {
    ORDER_DAYS.iter().find(|(n, _)| *n == noun).map(|(_, day)| *day)
}

pub(super) fn order_day_done(word: &str) -> Option<OrderDay> {
    Some(match word {
        "entered" | "issued" => OrderDay::Entered,
        "signed" => OrderDay::Signed,
        "served" => OrderDay::Served,
        "filed" => OrderDay::Filed,
        _ => return None,
    })
}
