//! A duty as later orders left it.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::eval::amended::closed::Closed;
use crate::eval::amended::stay::Stay;
use crate::eval::orders::event::{Change, Doubt};
use crate::model::{Due, Moment, OrderId, PartyId, Provision};
use crate::verdict;
use ordain_syntax::ast::{DispositionVerb as V, Length};

/// How later orders left a duty.
#[derive(Debug, Clone)]
pub(in crate::eval) struct AmendedDuty<'m> {
    /// Its words as they stand now.
    pub(in crate::eval) provision: Cow<'m, Provision>,
    /// When it falls due, where an order moved that.
    pub(in crate::eval) moved: Option<(Moved<'m>, Change)>,
    pub(in crate::eval) stays: Vec<Stay>,
    /// It no longer binds: by which words, and what they did.
    pub(in crate::eval) lifted: Option<(Change, &'static str)>,
    /// The last day on which it binds, and its hour where one is stated.
    pub(in crate::eval) expires: Option<(Moment, Option<Change>)>,
    /// What an order came to nobody can say, and why.
    pub(in crate::eval) doubt: Option<(Change, V, Doubt)>,
    /// Reached in part: of several who owe it, or to whom it is owed, only some.
    pub(in crate::eval) part: Option<Change>,
    /// New words, and what gave them.
    pub(in crate::eval) rewritten: Option<(Change, &'static str)>,
    /// An order says that it was done in time.
    pub(in crate::eval) timely: Option<Change>,
    /// It was made into something else, and no end of that is stated.
    pub(in crate::eval) converted: Option<Change>,
    /// Its day had passed when this order set it, and it had a later one before.
    pub(in crate::eval) looks_back: Option<Change>,
    /// Days it was moved to by orders that were undone.
    pub(in crate::eval) undone: Vec<TakenBack>,
    /// Of a duty that recurs: how much later, or earlier, its coming instances fall due.
    pub(in crate::eval) shifts: Vec<Shift>,
    /// Of a duty that recurs: single due days that an order moved.
    pub(in crate::eval) moved_instances: Vec<MovedInstance<'m>>,
    /// While the action was closed: by which order, and until which day.
    pub(in crate::eval) closed: Vec<Closed>,
    /// Other parties that were dismissed.
    pub(in crate::eval) dismissed: Vec<PartyId>,
}

/// One due day of many, moved by itself.
#[derive(Debug, Clone)]
pub(in crate::eval) struct MovedInstance<'m> {
    pub(in crate::eval) n: u32,
    pub(in crate::eval) to: Moved<'m>,
    pub(in crate::eval) by: Change,
}

/// A move of the day that a later order undid: until then the bearer could rely on it.
#[derive(Debug, Clone)]
pub(in crate::eval) struct TakenBack {
    pub(in crate::eval) to: NaiveDate,
    /// The order that had moved it.
    pub(in crate::eval) moved_by: Change,
    /// The order that undid that one.
    pub(in crate::eval) by: Change,
}

impl TakenBack {
    /// The move stood on this day: nothing was due before the day to which it moved.
    pub(in crate::eval) fn stood_on(&self, day: NaiveDate) -> bool {
        self.moved_by.day.is_none_or(|from| from <= day) && self.by.day.is_some_and(|undone| day < undone)
    }
}

/// So much later, or earlier, from an order on.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Shift {
    pub(in crate::eval) length: Length,
    pub(in crate::eval) earlier: bool,
    /// Of one due day, and not of all that are to come.
    pub(in crate::eval) only: Option<u32>,
    pub(in crate::eval) by: Change,
}

/// A new day.
#[derive(Debug, Clone)]
pub(in crate::eval) enum Moved<'m> {
    To(&'m Due),
    /// So many days after the one before.
    Shifted(verdict::Due),
}

/// What came of one act of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Taken {
    Applied,
    Partly,
    /// It is about others, or about days that had come.
    Missed,
    Undone,
    /// It came after the day and does not move it: what was owed by then stays owed.
    TooLate,
}

impl<'m> AmendedDuty<'m> {
    /// As the order that made it left it.
    pub(in crate::eval) fn new(provision: &'m Provision, expires: Option<Moment>) -> Self {
        Self {
            provision: Cow::Borrowed(provision),
            moved: None,
            stays: Vec::new(),
            lifted: None,
            expires: expires.map(|d| (d, None)),
            doubt: None,
            part: None,
            rewritten: None,
            timely: None,
            converted: None,
            looks_back: None,
            undone: Vec::new(),
            shifts: Vec::new(),
            moved_instances: Vec::new(),
            closed: Vec::new(),
            dismissed: Vec::new(),
        }
    }

    pub(in crate::eval) fn recurs(&self, at: usize) -> bool {
        let obligation = self.provision.obligations.get(at).or(self.provision.obligations.first());
        obligation.is_some_and(|o| matches!(o.due, Due::Series(_)))
    }
}

impl AmendedDuty<'_> {
    /// Ends the stays that an order entered, or all; what `again` gives back holds again from that day.
    pub(in crate::eval) fn lift_stays(&mut self, of: Option<OrderId>, by: &Change, again: Option<&Change>) {
        let mut resumed = Vec::new();
        for stay in self.stays.iter_mut().filter(|s| of.is_none_or(|of| s.by.id == of)) {
            resumed.extend(again.map(|again| stay.resumed(again)));
            stay.lift(by.day);
        }
        self.stays.extend(resumed);
    }

    /// `due` had passed when this move was undone, and on the day to which it had moved nothing was missed
    /// either, because that day had not come or a stay held on it: whoever relied on the move is not in breach.
    pub(in crate::eval) fn spares(&self, back: &TakenBack, due: NaiveDate) -> bool {
        let stayed = || self.stays.iter().any(|s| s.may_hold(back.to));
        back.by.day.is_some_and(|undone| due < undone && (back.to >= undone || stayed()))
    }

    /// The day from which it no longer binds, where an order took it away.
    pub(in crate::eval) fn lifted_from(&self) -> Option<NaiveDate> {
        self.lifted.as_ref().and_then(|(by, _)| by.day)
    }

    /// A new day is set: what was doubted about the old one no longer matters.
    pub(in crate::eval) fn settle(&mut self) {
        self.undone.clear();
        if self.doubt.as_ref().is_some_and(|(_, verb, why)| {
            matches!(why, Doubt::Tied | Doubt::Twice | Doubt::Reopened | Doubt::OtherDismissed)
                || moves(*verb) && *why == Doubt::Words
        }) {
            self.doubt = None;
        }
    }
}

/// Acts that may set another day.
pub(in crate::eval) const fn moves(verb: V) -> bool {
    matches!(
        verb,
        V::Extends | V::Advances | V::Continues | V::Resets | V::Adjourns | V::Modifies | V::Replaces | V::Converts
    )
}
