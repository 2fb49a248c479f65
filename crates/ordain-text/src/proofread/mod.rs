//! Lints of a court order's own text, before anybody transcribes it: dates
//! that cannot be, lists that do not count, terms defined twice.
//!
//! Text in, findings out. [`reading`](crate) takes the text apart once (words,
//! sentences, dates, definitions); each lint of `lints` looks at that
//! reading and never at the text itself. Where a reasonable reader would find
//! nothing, a lint is silent: a finding that is wrong costs more than one missed.

mod changes;
mod finding;
mod holidays;
mod lints;

pub use finding::{Confidence, Finding};

use crate::reading::Reading;
use ordain_base::diag::{Code, Diagnostic};

/// The codes of all findings, in their order.
pub fn codes() -> impl Iterator<Item = Code> {
    lints::ALL.iter().map(|lint| lint.code)
}

/// Everything found in `text`, in reading order. `base` is where the text
/// begins in the global offset space; texts end before 4 GiB.
#[must_use]
pub fn check(text: &str, base: u32) -> Vec<Diagnostic> {
    findings(text, base).into_iter().map(|f| f.diagnostic).collect()
}

/// The same, with how sure each finding is.
#[must_use]
pub fn findings(text: &str, base: u32) -> Vec<Finding> {
    let reading = Reading::new(text, base);
    let mut found: Vec<Finding> = lints::ALL.iter().flat_map(|lint| (lint.run)(&reading)).collect();
    found.sort_by_key(|f| (f.diagnostic.span(), f.diagnostic.code.id));
    found
}
