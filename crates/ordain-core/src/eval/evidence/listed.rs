//! How many acts one verdict shows. Thousands of payments may count toward each of thousands of duties, and a report
//! that lists each pair is read by nobody and fits into no memory.

use crate::eval::case::Case;
use crate::verdict::Reason;
use ordain_base::words::plural;

/// The most acts that one verdict lists.
pub(in crate::eval) const LISTED: usize = 50;

/// The acts to show, and a reason that says how many more there are. Those that are not shown are used all the same.
pub(in crate::eval) fn acts_to_list<'t, T>(
    case: &Case<'_>,
    acts: &'t [T],
    position: impl Fn(&T) -> usize,
) -> (&'t [T], Option<Reason>) {
    let Some((shown, rest)) = acts.split_at_checked(LISTED).filter(|(_, rest)| !rest.is_empty()) else {
        return (acts, None);
    };
    case.notes.use_facts(rest.iter().map(position));
    let more = i64::try_from(rest.len()).unwrap_or(i64::MAX);
    (shown, Some(Reason::new(format!("and {}, not listed here", plural(more, "more act")))))
}
