//! A day that had passed when the order that set it was entered: nobody could have met it.

use chrono::NaiveDate;

use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::due::period::counted_deadline;
use crate::eval::due::resolve::resolve_due;
use crate::eval::duty::part::PartVerdict;
use crate::eval::orders::event::{Change, Effect};
use crate::facts::Bounds;
use crate::model::{Anchor, Due, Moment, Paragraph, ParagraphId, Period, ThingId};

/// The order that set the day which the part missed, and the day, where that day had passed already.
pub(in crate::eval) fn set_too_late(
    case: &Case<'_>,
    paragraph: &Paragraph,
    part: &PartVerdict,
    amended: &AmendedDuty<'_>,
) -> Option<(String, NaiveDate)> {
    let due = part.due.as_ref()?.day;
    if let Some(by) = &amended.looks_back {
        return Some((by.order.clone(), due));
    }
    if amended.moved.is_some() || amended.rewritten.is_some() {
        return None;
    }
    let order = case.model.order(paragraph.order);
    // `nunc pro tunc` changes what is owed, and not what anybody could have obeyed before the entry.
    let from = paragraph.effective.or(order.effective).max(order.entered);
    let own = amended.provision.obligations.first().map(|o| &o.due);
    if from.is_some_and(|from| due < from) {
        return Some((order.name.clone(), due));
    }
    own.and_then(|own| moved_under(case, paragraph, own, due)).map(|order| (order, due))
}

/// The order that gave the event its day, where the time before it had run out by then, and where by no day that the
/// event had before was it missed.
fn moved_under(case: &Case<'_>, paragraph: &Paragraph, own: &Due, due: NaiveDate) -> Option<String> {
    match own {
        Due::Period(period) if period.backward => match &period.anchor {
            Anchor::Thing(hearing) => {
                hearing_moved_under(case, paragraph, *hearing, due, |m| counted_back(case, paragraph, period, m.day))
            }
            Anchor::Paragraph(of) => deadline_moved_under(case, paragraph, own, *of, due),
            _ => None,
        },
        Due::Event { anchor: Anchor::Thing(hearing), strict, .. } => {
            let by = |m: Moment| if *strict && m.time.is_none() { m.day.pred_opt() } else { Some(m.day) };
            hearing_moved_under(case, paragraph, *hearing, due, by)
        }
        Due::Event { anchor: Anchor::Paragraph(of), .. } => deadline_moved_under(case, paragraph, own, *of, due),
        _ => None,
    }
}

fn counted_back(case: &Case<'_>, paragraph: &Paragraph, period: &Period, from: NaiveDate) -> Option<NaiveDate> {
    counted_deadline(&case.before_moves(), paragraph, period, Bounds::on(from)).day()
}

/// The setting of the hearing from which the day is counted, where it came too late. A setting that left time
/// enough, and whose day passed before the next, was missed.
fn hearing_moved_under(
    case: &Case<'_>,
    paragraph: &Paragraph,
    hearing: ThingId,
    due: NaiveDate,
    by: impl Fn(Moment) -> Option<NaiveDate>,
) -> Option<String> {
    let settings = case.hearings.settings(hearing, case.model.order(paragraph.order).in_force(), None);
    let set_on = |change: Option<&Change>| change.and_then(|c| c.entered.max(c.day));
    let mut too_late = None;
    for (at, (moment, change)) in settings.iter().enumerate() {
        let Some(day) = moment.and_then(&by) else { continue };
        let next = settings.get(at + 1).and_then(|(_, next)| set_on(*next));
        let could_be_met = set_on(*change).is_none_or(|set| set <= day);
        if could_be_met && (at + 1 == settings.len() || next.is_some_and(|next| day < next)) {
            return None;
        }
        too_late = change.filter(|_| !could_be_met && day == due).map(|c| c.order.clone());
    }
    too_late
}

/// The order that moved the deadline from which the day is counted, where it came too late.
fn deadline_moved_under(
    case: &Case<'_>,
    paragraph: &Paragraph,
    own: &Due,
    of: ParagraphId,
    due: NaiveDate,
) -> Option<String> {
    let moves = |effect: &Effect<'_>| matches!(effect, Effect::Move(_) | Effect::Shift(..) | Effect::Rewrite(_));
    let change = &case.orders.events(of).iter().rev().find(|e| e.undone.is_none() && moves(&e.effect))?.by;
    let moved_on = change.entered.max(change.day)?;
    let before = &case.before_moves();
    // Its day before any move; what was missed by then stays missed.
    let first = match case.ask.due_day(before, of) {
        Happens::On(_) => resolve_due(before, paragraph, own).day(),
        Happens::Perhaps(_) | Happens::NotYet | Happens::Never(_) => None,
    };
    (due < moved_on && first.is_none_or(|first| first >= moved_on)).then(|| change.order.clone())
}
