//! The grammar of calendar files (`grammar/calendar.pest`), and the rules it gives names to.

use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "grammar/calendar.pest"]
pub(super) struct Grammar;
