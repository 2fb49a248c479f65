//! `Friday, April 18, 2024`, which was a Thursday.

use crate::diag::codes::text as say;
use crate::proof::Finding;
use crate::proof::reading::Reading;

/// Pure arithmetic, so it is told of quotations and citations as well.
pub(super) fn check(r: &Reading<'_>) -> Vec<Finding> {
    use chrono::Datelike;
    let differs = |d: &crate::proof::reading::dates::Date| {
        let (written, at) = d.weekday?;
        let day = d.day.filter(|day| day.weekday() != written)?;
        Some(Finding::high(say::weekday(&r.quote(at, at + 1), day, r.span(d.start, d.end))))
    };
    r.dates.iter().filter_map(differs).collect()
}
