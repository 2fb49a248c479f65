//! What one order does to another, to its paragraphs, to hearings and motions.

use chrono::NaiveDate;

use super::anchor::Anchor;
use super::condition::Condition;
use super::deemed::Deemed;
use super::due::Due;
use super::ids::PartyId;
use super::object::Objects;
use super::owed::OwedBy;
use super::period::{Moment, Period};
use super::rewrite::Rewrite;
use super::scope::{Scope, Spared};
use ordain_base::source::Span;
use ordain_syntax::ast::{DispositionVerb, Length};

/// What a paragraph, or the head of an order, does to another thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Disposition {
    pub verb: DispositionVerb,
    /// The things named one by one.
    pub objects: Option<Objects>,
    /// The duty it names by its words: `deadline of Defendants to file answer`.
    pub owed: Option<OwedBy>,
    /// `Sched ¶ 1 #2`: the one due day of a duty that recurs.
    pub instance: Option<u32>,
    /// `as the rules allow "L.R. 8-3"`: the rule under which the parties may agree it.
    pub allowed: Option<Permission>,
    /// Sets, and whom it reaches.
    pub scope: Scope,
    pub words: String,
    /// `strikes Dkt. 25`: papers by their numbers on the docket, of which the matter declares none.
    pub entries: Vec<String>,
    /// `except "…"`: what it does not reach, in words; of a rewriting the clause itself says it.
    pub except: Option<String>,
    /// The same, as far as it names things that the matter declares.
    pub spared: Option<Spared>,
    /// The day named by date, for hearings.
    pub to: Option<Moment>,
    /// `from D`: the day from which it moves something.
    pub from: Option<Moment>,
    /// When what it moves falls due.
    pub due: Option<Due>,
    /// `by 14 days`: how much later, or earlier, than it was.
    pub by: Option<Length>,
    /// `until …`, of anything but a stay.
    pub until: Option<Due>,
    /// When a stay ends.
    pub end: StayEnd,
    /// `modifies ¶ 1: …`, `replaces ¶ 1 with …`.
    pub rewrite: Option<Rewrite>,
    /// `deems answer filed on D`.
    pub deemed: Option<Deemed>,
    /// `deems First ¶ 1 met`, `deems answer of Defendants timely`: what it names counts as done in time.
    pub timely: bool,
    /// `with ¶ 3 of this order`, as it is written.
    pub replacement: Option<String>,
    /// `nunc pro tunc`: it holds for the time before its entry too.
    pub retroactive: bool,
    /// `as of D`, `effective D`: from when, where that is said.
    pub since: Option<NaiveDate>,
    /// `if …`: whether it has any effect is for people to judge.
    pub conditions: Vec<Condition>,
    pub span: Span,
}

/// The rule under which the parties may agree something without an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// As the order names it: `L.R. 8-3`.
    pub rule: String,
    /// Fed. R. Civ. P. 29(b): the parties may stipulate about discovery, and move no date that the Court set.
    pub is_rule_29b: bool,
}

impl Permission {
    /// By the words that name the rule.
    #[must_use]
    pub fn of(rule: &str) -> Self {
        Self { rule: rule.to_owned(), is_rule_29b: rule.contains("29(b)") }
    }
}

/// How long a stay lasts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum StayEnd {
    /// Nothing is said.
    #[default]
    Open,
    /// `until D`; whether D is inside is not said unless `inclusive`.
    Day { day: NaiveDate, inclusive: bool },
    /// `for 30 days`, from the day on which it begins.
    For(Length),
    /// `until the ruling`, `pending appeal`: until this event happens.
    Event(Anchor, String),
    /// `until 30 days after the ruling`.
    Period { period: Box<Period>, inclusive: bool },
    /// `until further order`, or an event that no statement declares.
    Words(String),
}

impl Disposition {
    /// The parties it is limited to; everyone where empty.
    #[must_use]
    pub fn only(&self) -> &[PartyId] {
        &self.scope.parties
    }
}
