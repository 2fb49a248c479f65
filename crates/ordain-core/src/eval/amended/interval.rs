//! Stretches of time in which a prohibition or a permission had the same
//! words: what was done is judged by those of its own day, and a later order
//! makes nothing a breach that was free when it was done, nor the reverse.

use chrono::NaiveDate;

use crate::eval::amended::duty::{AmendedDuty, apply_event, as_amended};
use crate::eval::case::Case;
use crate::eval::orders::event::{Change, Effect, Event};
use crate::facts::Bounds;
use crate::model::{Bearer, Paragraph, Provision};

/// One stretch, and how the orders stood in it.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Interval<'m> {
    /// Its first day; from the beginning where `None`.
    pub(in crate::eval) from: Option<NaiveDate>,
    /// Its last day; without end where `None`.
    pub(in crate::eval) last: Option<NaiveDate>,
    pub(in crate::eval) amended: AmendedDuty<'m>,
}

impl Interval<'_> {
    /// The act may have been done within it.
    pub(in crate::eval) fn may_hold(&self, bounds: Bounds) -> bool {
        let ends = self.last.is_some_and(|l| bounds.first.is_some_and(|f| f > l));
        let begins = self.from.is_some_and(|f| bounds.last.is_some_and(|l| l < f));
        !ends && !begins
    }

    /// The act was surely done within it.
    pub(in crate::eval) fn holds(&self, bounds: Bounds) -> bool {
        self.from.is_none_or(|f| bounds.first.is_some_and(|b| b >= f))
            && self.last.is_none_or(|l| bounds.last.is_some_and(|b| b <= l))
    }
}

/// More turns than are looked at one by one, whatever was done between them.
const FEW: usize = 64;

/// The stretches of a paragraph before the day asked about, the oldest first, and that of the day itself.
pub(in crate::eval) fn intervals_of<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
    at: usize,
    bearer: Option<&Bearer>,
) -> Vec<Interval<'a>> {
    let stretches = earlier_stretches(case, paragraph, provision);
    let mut intervals: Vec<Interval<'a>> = stretches
        .iter()
        .map(|&(from, last)| Interval {
            from,
            last: Some(last),
            amended: as_amended_on(case, paragraph, provision, at, bearer, last),
        })
        .collect();
    intervals.extend(current_interval(case, paragraph, provision, at, bearer));
    intervals
}

/// The stretch of the day asked about; none where nothing ever turned.
pub(in crate::eval) fn current_interval<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
    at: usize,
    bearer: Option<&Bearer>,
) -> Option<Interval<'a>> {
    let from = turning_days(case, paragraph, provision).last().copied()?;
    Some(Interval { from: Some(from), last: None, amended: as_amended(case, paragraph, provision, at, bearer) })
}

/// First and last day of each stretch before the last; of very many, those in which something was done.
pub(in crate::eval) fn earlier_stretches<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
) -> Vec<(Option<NaiveDate>, NaiveDate)> {
    let turns = turning_days(case, paragraph, provision);
    let starts = std::iter::once(None).chain(turns.iter().copied().map(Some));
    let all = starts.zip(turns.iter().filter_map(|t| t.pred_opt()));
    if turns.len() <= FEW {
        return all.collect();
    }
    let done: Vec<Bounds> = case.ledger.assertions.iter().map(|a| a.bounds).collect();
    let overlaps = |from: Option<NaiveDate>, last: NaiveDate| {
        done.iter()
            .any(|b| b.first.is_none_or(|f| f <= last) && from.is_none_or(|from| b.last.is_none_or(|l| l >= from)))
    };
    all.filter(|(from, last)| overlaps(*from, *last)).collect()
}

/// The days on which an order changed what a paragraph says, or whether it binds.
pub(in crate::eval) fn turning_days<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
) -> Vec<NaiveDate> {
    let events = case.orders.events(paragraph.id).iter().filter(|e| {
        // A stay is a stretch of its own, and is asked for by itself.
        !matches!(e.effect, Effect::Keep | Effect::Stay(_) | Effect::LiftStay)
    });
    let undone = |e: &Event<'_>| e.undone.as_ref().filter(|u| !u.retroactive).and_then(|u| u.day);
    let mut days: Vec<NaiveDate> = events.flat_map(|e| e.by.day.into_iter().chain(undone(e))).collect();
    days.sort_unstable();
    days.dedup();
    if days.len() <= FEW {
        let on = |day| as_amended_on(case, paragraph, provision, 0, None, day);
        days.retain(|d| d.pred_opt().is_none_or(|before| !alike(&on(before), &on(*d))));
    }
    days
}

/// How the orders stood on a day: what acted only later is left out, and
/// what was taken back only later still acts.
pub(in crate::eval) fn as_amended_on<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
    at: usize,
    bearer: Option<&Bearer>,
    on: NaiveDate,
) -> AmendedDuty<'a> {
    let mut amended = AmendedDuty::new(provision, case.model.order(paragraph.order).expires);
    let later = |change: &Change| change.day.is_some_and(|d| d > on);
    for event in case.orders.events(paragraph.id).iter().filter(|e| !later(&e.by)) {
        match &event.undone {
            Some(undoing) if later(undoing) => {
                let stood = Event { undone: None, ..event.clone() };
                apply_event(case, &mut amended, &stood, paragraph, at, bearer);
            }
            _ => {
                apply_event(case, &mut amended, event, paragraph, at, bearer);
            }
        }
    }
    amended
}

/// Nothing turned between the two: what was done on either side is told by the same words.
fn alike(a: &AmendedDuty<'_>, b: &AmendedDuty<'_>) -> bool {
    a.provision == b.provision
        && a.lifted.is_some() == b.lifted.is_some()
        && a.expires.as_ref().map(|(d, _)| d) == b.expires.as_ref().map(|(d, _)| d)
        && a.moved.as_ref().map(|(_, by)| by) == b.moved.as_ref().map(|(_, by)| by)
        && a.converted.is_some() == b.converted.is_some()
        && a.doubt.is_some() == b.doubt.is_some()
        && a.part.is_some() == b.part.is_some()
}

/// The stretch in which an act was surely done; `None` where it may have been one or another.
pub(in crate::eval) fn interval_of<'s, 'm>(
    intervals: &'s [Interval<'m>],
    bounds: crate::facts::Bounds,
) -> Option<&'s Interval<'m>> {
    intervals.iter().find(|s| s.holds(bounds))
}
