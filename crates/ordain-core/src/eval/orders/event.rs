//! What one act of an order does to a paragraph or a hearing.

use chrono::{NaiveDate, NaiveTime};

use crate::model::{Disposition, Due, OrderId, PartyId, Rewrite, StayEnd, ThingId};
use ordain_base::source::Span;
use ordain_syntax::ast::Length;

/// The words of an order that changed something, and their days.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::eval) struct Change {
    pub(in crate::eval) id: OrderId,
    pub(in crate::eval) order: String,
    /// `Second ¶ 1`, or the order's name where its head says so.
    pub(in crate::eval) name: String,
    /// The day on which it came on the docket.
    pub(in crate::eval) entered: Option<NaiveDate>,
    /// The day from which it acts; always, where `None`.
    pub(in crate::eval) day: Option<NaiveDate>,
    /// The hour of that day from which it acts, where the order states the hour of its entry.
    pub(in crate::eval) hour: Option<NaiveTime>,
    /// `nunc pro tunc`: it acts on the time before its entry too.
    pub(in crate::eval) retroactive: bool,
    /// An event that it names is undone, and may happen again: `recalls Mandate`.
    pub(in crate::eval) recalls: bool,
    pub(in crate::eval) span: Span,
}

/// What an order does to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::eval) enum Effect<'a> {
    /// Its day becomes this one.
    Move(&'a Due),
    /// Its day becomes so much later, or earlier.
    Shift(Length, bool),
    Stay(&'a StayEnd),
    /// A stay of it goes on until this day; whether the day itself is stayed only `through` says.
    StayUntil {
        day: NaiveDate,
        inclusive: bool,
    },
    /// Of the stays that this order entered; of all where `None`.
    LiftStay(Option<OrderId>),
    /// Vacated, stricken, superseded, replaced by another.
    Lift,
    Reinstate,
    /// The action is closed, and nothing is said of what is due in it.
    Close,
    /// The action goes on, and nothing is said of what its dismissal ended.
    Reopen,
    /// It binds through this day; through the day before it acts where `None`.
    Expire(Option<NaiveDate>),
    Rewrite(&'a Rewrite),
    /// It counts as done in time.
    Timely,
    /// It becomes something else, of which no end is said.
    Convert,
    /// It keeps its own day, and no longer ends with its order.
    Outlive,
    /// It was touched, and stays as it is: enforced, saved.
    Keep,
    /// It was read and not applied: why its effect cannot be determined.
    Doubt(Doubt),
}

/// Why the effect of a disposition is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Doubt {
    /// Its words are shown and not applied.
    Words,
    /// It hangs on a condition.
    Condition,
    /// Another order of the same day says otherwise.
    Tied,
    /// One order says two things of it.
    Twice,
    /// The action or the party was dismissed, and a sanction or a protective order may outlive that.
    Outlives,
    /// Those to whom it was owed, or all who were left beside its bearer, were dismissed.
    OtherDismissed,
    /// It was excused after its day: whether the miss is forgiven is for the Court.
    Excused,
    /// The action was dismissed and reopened, and no order says whether its day holds.
    Reopened,
    /// What ended it was itself vacated, while another order is between.
    Revived,
}

/// One act of an order on a paragraph.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Event<'a> {
    pub(in crate::eval) by: Change,
    pub(in crate::eval) effect: Effect<'a>,
    pub(in crate::eval) disposition: &'a Disposition,
    /// The set it was named in, and not by itself.
    pub(in crate::eval) broad: bool,
    /// Only if its day had not come.
    pub(in crate::eval) unreached: bool,
    /// Only what these owe; everybody where empty.
    pub(in crate::eval) owed_by: &'a [PartyId],
    /// It is of more cases than the disposition reaches.
    pub(in crate::eval) partly: bool,
    /// A later order undid the disposition itself.
    pub(in crate::eval) undone: Option<Undoing>,
}

/// What undid a disposition.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Undoing {
    pub(in crate::eval) by: Change,
    /// What the disposition had ended is given back: it was vacated, and not superseded.
    pub(in crate::eval) gives_back: bool,
    /// An order that supersedes the disposition's own, and was not vacated with it.
    pub(in crate::eval) contested: Option<Change>,
}

/// A disposition in force, as it may be about hearings.
#[derive(Debug, Clone)]
pub(in crate::eval) struct Ordered<'a> {
    pub(in crate::eval) order: OrderId,
    pub(in crate::eval) disposition: &'a Disposition,
    pub(in crate::eval) by: Change,
    /// `all hearings`, `all dates`.
    pub(in crate::eval) sweeps: bool,
    /// Hearings that the same order says stand.
    pub(in crate::eval) saved: Vec<ThingId>,
    /// `all hearings of Sched`: those that Sched sets, or at which it orders somebody to appear.
    pub(in crate::eval) swept: Vec<ThingId>,
    /// Its condition is not known to hold, nor not to.
    pub(in crate::eval) doubtful: bool,
}
