//! The grammar, one section a file. Nothing of it leaves `syntax`.

use pest_derive::Parser;

/// Rules of statements and of what they are made of.
#[derive(Parser)]
#[grammar = "grammar/lexical.pest"]
#[grammar = "grammar/dates.pest"]
#[grammar = "grammar/words.pest"]
#[grammar = "grammar/phrases.pest"]
#[grammar = "grammar/clauses.pest"]
#[grammar = "grammar/conditions.pest"]
#[grammar = "grammar/paragraphs.pest"]
#[grammar = "grammar/dispositions.pest"]
#[grammar = "grammar/order.pest"]
#[grammar = "grammar/facts.pest"]
#[grammar = "grammar/tables.pest"]
pub(super) struct OrderGrammar;
