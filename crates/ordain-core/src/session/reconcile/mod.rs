//! What each side's papers say about each number. Nothing is decided here, and
//! neither side is preferred: lines are in the order of the record.

mod categories;
mod counted;
mod counts;
mod days;
mod gather;
mod rows;
mod states;

use std::cell::RefCell;

use super::asked::{AsOf, Options};
use super::files::Text;
use super::inputs::Inputs;
use super::passes::Matter;
use crate::eval::{Question, Side};
use crate::report::{Reconciliation, Topic};
use gather::Gather;

/// Gathers them, as the record is known on the day asked about.
#[must_use]
pub fn reconcile_statements(texts: Vec<Text>, inputs: &Inputs<'_>, name: &str, options: &Options) -> Reconciliation {
    let matter = Matter::read(texts, inputs, name);
    let (as_of, as_of_given) = match options.as_of {
        AsOf::On(day) => (day, true),
        AsOf::Today(now) => (matter.today(now), false),
    };
    let known_on = options.known_on.unwrap_or(as_of);
    let asked = Question { as_of, known_on, side: Side::Court };
    let of = Gather { matter: &matter, asked, counted: RefCell::default() };
    let mut topics = of.counts();
    topics.extend(of.categories(&topics));
    topics.extend(of.days());
    topics.extend(of.deadlines());
    topics.extend(of.states());
    let topics: Vec<Topic> = topics.into_iter().filter(|t| t.statements.len() > 1).collect();
    Reconciliation {
        topics,
        as_of,
        as_of_given,
        known_on,
        incomplete: matter.incomplete,
        matter: matter.model.caption,
        inputs: matter.inputs,
    }
}
