//! Stretches of time in which a prohibition or a permission had the same
//! words: what was done is judged by those of its own day, and a later order
//! makes nothing a breach that was free when it was done, nor the reverse.

use chrono::{NaiveDate, NaiveTime};

use crate::eval::amended::apply::apply_event;
use crate::eval::amended::apply::as_amended;
use crate::eval::amended::duty::AmendedDuty;
use crate::eval::case::Case;
use crate::eval::orders::event::{Change, Effect, Event};
use crate::facts::Bounds;
use crate::model::{Bearer, Paragraph, Provision};

/// One stretch, and how the orders stood in it.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Interval<'m> {
    /// Where it begins; from the beginning where `None`.
    pub(in crate::eval) from: Option<Turn>,
    /// Where the next begins; without end where `None`.
    pub(in crate::eval) until: Option<Turn>,
    pub(in crate::eval) amended: AmendedDuty<'m>,
}

/// The moment at which an order changed something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) struct Turn {
    /// The first day of what follows.
    pub(in crate::eval) day: NaiveDate,
    /// The hour of that day, where the order states it. Without it an act of that day may have been
    /// done before or after.
    pub(in crate::eval) hour: Option<NaiveTime>,
    /// The order acts on the whole day, as one that is effective on a day does.
    pub(in crate::eval) whole_day: bool,
}

impl Turn {
    /// Whether an act within `bounds` was surely done before it.
    fn surely_after(self, bounds: Bounds) -> bool {
        match (bounds.day() == Some(self.day) && !self.whole_day, bounds.time, self.hour) {
            (true, Some(done), Some(turn)) => done < turn,
            (true, _, _) => false,
            _ => bounds.last.is_some_and(|l| l < self.day),
        }
    }

    /// Whether an act within `bounds` was surely done at it or after.
    fn surely_before(self, bounds: Bounds) -> bool {
        match (bounds.first == Some(self.day) && !self.whole_day, bounds.time, self.hour) {
            (true, Some(done), Some(turn)) => done >= turn,
            (true, _, _) => false,
            _ => bounds.first.is_some_and(|f| f >= self.day),
        }
    }
}

impl Interval<'_> {
    /// The act may have been done within it.
    pub(in crate::eval) fn may_hold(&self, bounds: Bounds) -> bool {
        !self.from.is_some_and(|t| t.surely_after(bounds)) && !self.until.is_some_and(|t| t.surely_before(bounds))
    }

    /// The act was surely done within it.
    pub(in crate::eval) fn holds(&self, bounds: Bounds) -> bool {
        self.from.is_none_or(|t| t.surely_before(bounds)) && self.until.is_none_or(|t| t.surely_after(bounds))
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
        .filter_map(|&(from, until)| {
            let last = until.day.pred_opt()?;
            let amended = as_amended_on(case, paragraph, provision, at, bearer, last);
            Some(Interval { from, until: Some(until), amended })
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
    let from = turns_of(case, paragraph, provision).last().copied()?;
    Some(Interval { from: Some(from), until: None, amended: as_amended(case, paragraph, provision, at, bearer) })
}

/// Where each stretch before the last begins and ends; of very many, those in which something was done.
pub(in crate::eval) fn earlier_stretches<'a>(
    case: &Case<'a>,
    paragraph: &Paragraph,
    provision: &'a Provision,
) -> Vec<(Option<Turn>, Turn)> {
    let turns = turns_of(case, paragraph, provision);
    let starts = std::iter::once(None).chain(turns.iter().copied().map(Some));
    let all = starts.zip(turns.iter().copied());
    if turns.len() <= FEW {
        return all.collect();
    }
    let done: Vec<Bounds> = case.ledger.assertions.iter().map(|a| a.bounds).collect();
    let overlaps = |from: Option<Turn>, until: Turn| {
        done.iter().any(|b| {
            b.first.is_none_or(|f| f <= until.day) && from.is_none_or(|from| b.last.is_none_or(|l| l >= from.day))
        })
    };
    all.filter(|(from, until)| overlaps(*from, *until)).collect()
}

/// The moments at which an order changed what a paragraph says, or whether it binds.
pub(in crate::eval) fn turns_of<'a>(case: &Case<'a>, paragraph: &Paragraph, provision: &'a Provision) -> Vec<Turn> {
    let events = case.orders.events(paragraph.id).iter().filter(|e| {
        // A stay is a stretch of its own, and is asked for by itself.
        !matches!(e.effect, Effect::Keep | Effect::Stay(_) | Effect::StayUntil { .. } | Effect::LiftStay(_))
    });
    let turn = |c: &Change| Some(Turn { day: c.day?, hour: c.hour, whole_day: c.day != c.entered });
    let mut turns: Vec<Turn> = Vec::new();
    for event in events {
        turns.extend(turn(&event.by));
        turns.extend(event.undone.as_ref().map(|u| &u.by).filter(|u| !u.retroactive).and_then(turn));
    }
    turns.sort_by_key(|t| (t.day, t.hour));
    // Of several on one day nobody can say which of them an act of that day met.
    turns.dedup_by(|b, a| {
        let same = a.day == b.day;
        if same && a.hour != b.hour {
            a.hour = None;
        }
        a.whole_day &= !same || b.whole_day;
        same
    });
    if turns.len() <= FEW {
        let on = |day| as_amended_on(case, paragraph, provision, 0, None, day);
        turns.retain(|t| t.day.pred_opt().is_none_or(|before| !same_terms(&on(before), &on(t.day))));
    }
    turns
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
            Some(undoing) if later(&undoing.by) => {
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

/// Nothing turned between the two: what was done on either side is decided by the same words.
fn same_terms(a: &AmendedDuty<'_>, b: &AmendedDuty<'_>) -> bool {
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
