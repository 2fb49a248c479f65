//! An act that came after the day, and may be the performance.

use crate::eval::case::Case;
use crate::eval::duty::candidate::Candidate;
use crate::eval::duty::opt_in::which_act;
use crate::eval::duty::part::PartVerdict;
use crate::eval::evidence::place::place_of;
use crate::eval::record::bounds::bounds_in_words;
use crate::model::object::Act;
use crate::verdict::{Due, Kind, Reason};

/// A miss that the record proves is one whether that act is the performance or not, and until the act its days are
/// certain. `None` where the record proves none, or the act may have come by the day.
pub(in crate::eval) fn possibly_late(
    case: &Case<'_>,
    acts: &[Act],
    c: &Candidate,
    due: &Due,
    without: PartVerdict,
) -> Option<PartVerdict> {
    let after = c.bounds.first.filter(|first| *first > due.last().day && without.kind == Kind::Breached)?;
    let days = (after - due.last().day).num_days();
    let most = without.days.unwrap_or(days).min(days);
    let perhaps = format!("done {}{}", bounds_in_words(c.bounds), which_act(case, acts, c.index));
    let open = c.doubt.clone().unwrap_or_else(|| perhaps.clone());
    let why = format!("not done by its day; it may have been done later: {open}");
    let place = place_of(case, c.index, perhaps);
    let mut part = without.days(most).facts([place.clone()]).because([Reason::at(why.clone(), place)]);
    (part.why, part.at_least) = (why, true);
    Some(part)
}
