//! Habits of a matter worth a word: one file a lint. None of them changes a verdict.

mod closed_day;
mod due_times;
mod meets_nothing;

use crate::diag::Diagnostic;
use crate::eval::Outcome;
use crate::facts::Ledger;
use crate::model::Model;

/// Lints that need no day.
#[must_use]
pub fn run(model: &Model) -> Vec<Diagnostic> {
    closed_day::check(model)
}

/// Lints of a day: what the evaluation left over.
#[must_use]
pub fn after(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    let mut out = meets_nothing::check(model, ledger, outcome);
    out.extend(due_times::check(model, ledger, outcome));
    out
}
