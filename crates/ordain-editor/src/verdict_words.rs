//! The short words of a verdict: what fits behind a line.

use ordain_core::verdict::Verdict;
use ordain_render::date::due_in_words;
use ordain_render::verdict_in_words;

/// `due Fri Dec. 1, 2023: breached, 126 days overdue`.
pub(crate) fn due_and_verdict(v: &Verdict) -> String {
    let verdict = verdict_in_words(v);
    v.due.as_ref().map_or_else(|| verdict.clone(), |due| format!("due {}: {verdict}", due_in_words(due)))
}
