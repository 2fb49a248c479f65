//! Habits of a matter worth a word: one file a lint. None of them changes a verdict.

mod closed_day;
mod due_times;
mod meets_nothing;
mod moved_days;
mod order_of_entry;
mod orders_disagree;
mod stay_without_end;
mod unsaid;

use crate::diag::Diagnostic;
use crate::eval::{self, Outcome};
use crate::facts::Ledger;
use crate::model::Model;

/// Lints that need no day.
#[must_use]
pub fn run(model: &Model) -> Vec<Diagnostic> {
    let mut out = closed_day::check(model);
    let touched = eval::touched(model);
    out.extend(order_of_entry::check(model, &touched));
    out.extend(stay_without_end::check(&touched));
    out.extend(unsaid::check(&touched));
    out
}

/// Lints of a day: what the evaluation left over.
#[must_use]
pub fn after(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    let mut out = meets_nothing::check(model, ledger, outcome);
    out.extend(due_times::check(model, ledger, outcome));
    out.extend(moved_days::check(model, outcome));
    out.extend(orders_disagree::check(model, outcome));
    out
}
