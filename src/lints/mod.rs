//! Habits of a matter worth a word: one file a lint. None of them changes a verdict.

mod meets_nothing;

use crate::diag::Diagnostic;
use crate::eval::Outcome;
use crate::facts::Ledger;
use crate::model::Model;

/// Lints that need no day.
#[must_use]
pub const fn run(_model: &Model, _ledger: &Ledger) -> Vec<Diagnostic> {
    Vec::new()
}

/// Lints of a day: what the evaluation left over.
#[must_use]
pub fn after(model: &Model, ledger: &Ledger, outcome: &Outcome) -> Vec<Diagnostic> {
    meets_nothing::check(model, ledger, outcome)
}
