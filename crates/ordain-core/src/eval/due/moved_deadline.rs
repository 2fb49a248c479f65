//! An event whose day is the day of a deadline that a later order moved: whether it moves too
//! nobody has said.

use chrono::NaiveDate;

use crate::eval::case::Case;
use crate::eval::docket::happens::Happens;
use crate::eval::orders::event::Effect;
use crate::eval::record::titles;
use crate::eval::remark::Remark;
use crate::facts::Bounds;
use crate::model::{Body, Due, Paragraph, Provision, ThingId, ThingKind};
use crate::verdict::Modality;

/// The day of an event as it is declared. Where a deadline of that day was moved it is remarked, and
/// where the two speak of one thing both days are possible.
pub(in crate::eval) fn day_of_event(case: &Case<'_>, paragraph: &Paragraph, thing: ThingId, day: NaiveDate) -> Bounds {
    let own = Bounds::on(day);
    let event = &case.model.declared.things[thing.index()];
    if event.kind != ThingKind::Event {
        return own;
    }
    let Some((duty, now)) = moved_from(case, paragraph, day) else { return own };
    let Some(by) = moved_by(case, duty) else { return own };
    case.remark(paragraph, Remark::EventOfMovedDeadline { event: thing, duty: duty.id, by, days: [day, now] });
    let words = |p: &Provision| {
        p.obligations.iter().any(|o| event.wordings.iter().any(|w| titles::share_a_telling_word(w, &o.words)))
    };
    match &duty.body {
        Body::Provision(provision) if words(provision) => {
            Bounds { first: Some(day.min(now)), last: Some(day.max(now)), time: None }
        }
        _ => own,
    }
}

/// Another duty that the order set for this day, with the day on which it now falls due.
fn moved_from<'c>(case: &'c Case<'_>, asking: &Paragraph, day: NaiveDate) -> Option<(&'c Paragraph, NaiveDate)> {
    let on_that_day = |p: &&Paragraph| match &p.body {
        Body::Provision(provision) if matches!(provision.modality, Modality::Must | Modality::CutOff) => {
            provision.obligations.iter().any(|o| matches!(&o.due, Due::Day { moment, .. } if moment.day == day))
        }
        _ => false,
    };
    let others = case.model.paragraphs.iter().filter(|p| p.id != asking.id).filter(on_that_day);
    others.filter(|p| !case.orders.events(p.id).is_empty()).find_map(|p| match case.ask.due_day(case, p.id) {
        Happens::On(bounds) => bounds.day().filter(|now| *now != day).map(|now| (p, now)),
        Happens::Perhaps(_) | Happens::NotYet | Happens::Never(_) => None,
    })
}

/// The words that moved it, and the name of who they are of.
fn moved_by(case: &Case<'_>, duty: &Paragraph) -> Option<(String, ordain_base::source::Span)> {
    let events = case.orders.events(duty.id).iter().rev();
    let moves = |effect: &Effect<'_>| matches!(effect, Effect::Move(_) | Effect::Shift(..) | Effect::Rewrite(_));
    events.filter(|e| moves(&e.effect)).map(|e| (e.by.name.clone(), e.by.span)).next()
}
