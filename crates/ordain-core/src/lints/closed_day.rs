//! A fixed date on a day when the court is closed: it does not roll, and the
//! one who counts on Monday is late. A period of zero days: is a day meant?

use crate::model::{Body, Due, Model, Obligation};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::ordered_time;
use ordain_time::Direction;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let provisions =
        model.paragraphs.iter().filter_map(|p| if let Body::Provision(n) = &p.body { Some(n) } else { None });
    provisions.flat_map(|n| &n.obligations).filter_map(|l| check_obligation(model, l)).collect()
}

fn check_obligation(model: &Model, obligation: &Obligation) -> Option<Diagnostic> {
    let span = obligation.due_span?;
    match &obligation.due {
        Due::Day { moment, strict: false, .. } => {
            let closed = model.clock.as_ref()?.calendar.closed(moment.day, Direction::After).ok()??;
            Some(ordered_time::fixed_on_closed(span, moment.day, &closed.name))
        }
        Due::Period(period) if period.length.n == 0 => Some(ordered_time::zero_in_order(span)),
        _ => None,
    }
}
