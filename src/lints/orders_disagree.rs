//! Two orders of one day that say different things of one paragraph.

use crate::diag::Diagnostic;
use crate::diag::codes::orders as say;
use crate::eval::Outcome;
use crate::model::Model;

pub(super) fn check(model: &Model, outcome: &Outcome) -> Vec<Diagnostic> {
    let tied = outcome.tied.iter();
    tied.map(|(p, first, second)| say::orders_disagree(&model.paragraph(*p).name, *first, *second)).collect()
}
