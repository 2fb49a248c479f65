//! `rescheduled from 3/11/2024 to 3/11/2024`: a hearing moved to the day on which it stands.
//!
//! Silent where the two have different hours, or where something else than the day is moved (a courtroom).

use crate::hours::hour_beside;
use crate::leads::{Lead, lead_of_date};
use crate::proofread::finding::Finding;
use crate::reading::Reading;
use ordain_base::diag::codes;

const MOVES: &[&str] = &[
    "rescheduled",
    "reschedules",
    "reset",
    "resets",
    "moved",
    "moves",
    "continued",
    "continues",
    "extended",
    "extends",
    "extend",
    "extending",
    "extension",
    "postponed",
    "adjourned",
    "advanced",
    "changed",
    "enlarged",
];

pub(super) fn days_moved_nowhere(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for pair in r.dates.windows(2) {
        let [first, second] = pair else { continue };
        let (Some(from), Some(to)) = (first.day, second.day) else { continue };
        let sentence = r.sentence(first.start);
        let moved = r.has(first.start.saturating_sub(16).max(sentence.start), first.start, MOVES);
        // `set for 3/11/2024, is continued to 3/11/2024`
        let set = lead_of_date(r, first).lead == Lead::Set && r.has(first.end, second.head, MOVES);
        let joined = (set || moved && lead_of_date(r, first).lead == Lead::From)
            && sentence == r.sentence(second.start)
            && second.head <= first.end + 10
            && matches!(
                lead_of_date(r, second).lead,
                Lead::To | Lead::Until | Lead::Including | Lead::Moved | Lead::Set
            );
        let hours = [first, second].map(|d| hour_beside(r, d.start, d.end).map(|h| h.minutes));
        let quoted = r.tokens.get(first.start).is_none_or(|t| t.quoted);
        if from == to && joined && !quoted && hours[0] == hours[1] {
            let at = [r.span(first.start, first.end), r.span(second.start, second.end)];
            out.push(Finding::high(codes::text::moved_nowhere(from, at)));
        }
    }
    out
}
