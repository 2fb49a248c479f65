//! What a matter declares: parties, records, papers, orders, verbs.

use super::{Cite, ClauseKind, Date, Disposition, Phrase, Quoted};
use ordain_base::source::{Span, Spanned};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlashOrder {
    MonthDayYear,
    DayMonthYear,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matter {
    pub caption: Option<Quoted>,
    pub number: Option<Quoted>,
    /// `C.D. Cal.`
    pub court: Option<Phrase>,
    /// `zone America/Los_Angeles`, `calendar federal`, `rules frcp`: set by name.
    pub zone: Option<Phrase>,
    pub calendar: Option<Phrase>,
    pub rules: Option<Phrase>,
    pub dates: Option<Spanned<SlashOrder>>,
    /// `service is electronic`: how papers are served in this matter, where no fact tells.
    pub service: Option<Phrase>,
    /// `lead "…"`: the case in which papers are filed for all.
    pub lead: Option<Quoted>,
    /// `case "…"`, `member "…"`: member cases.
    pub cases: Vec<Quoted>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyKind {
    Party,
    NonParty,
    Role,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    pub kind: PartyKind,
    /// Words, or one quotation.
    pub name: Phrase,
    pub members: Vec<Phrase>,
    pub aliases: Vec<Phrase>,
    /// `successor Noem from January 25, 2025`.
    pub successors: Vec<(Phrase, Date)>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}

/// `category 4 "Documents Defendants issued …"` with what is indented under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    pub label: Spanned<String>,
    pub title: Option<Quoted>,
    pub judgments: Vec<Quoted>,
    /// `clarified "…"`: words of a later paper on what it covers.
    pub clarified: Vec<Quoted>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub name: Phrase,
    pub title: Option<Quoted>,
    /// `the following 5 categories`: the count that must match.
    pub counted: Option<Spanned<u32>>,
    /// `including`: the list is not exhaustive.
    pub open: bool,
    pub categories: Vec<Category>,
    pub aliases: Vec<Phrase>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedKind {
    Document,
    Event,
    Hearing,
    Motion,
}

/// `docket entry of August 19, 2021 "MINUTE ORDER"`: an entry that has no number.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryOf {
    /// The day of its filing or entry.
    pub day: Date,
    /// Words of it, where several entries are of that day.
    pub words: Option<Quoted>,
    pub span: Span,
}

/// `document`, `event`, `hearing`, `motion`: a named thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub kind: NamedKind,
    pub name: Phrase,
    pub title: Option<Quoted>,
    /// `includes "answer", "motion to dismiss"`: other wordings for it.
    pub includes: Vec<Phrase>,
    pub aliases: Vec<Phrase>,
    pub docket: Option<Cite>,
    pub entry: Option<EntryOf>,
    /// `filed D` of a paper, `on D` of a hearing or an event.
    pub date: Option<Date>,
    /// `is the deadline of Sched ¶ 1`, of an event: its day is that of the duty.
    pub deadline_of: Option<Phrase>,
    /// `by Defendants`: whose paper it is.
    pub by: Option<Phrase>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderKind {
    Order,
    /// Duties that no order made: an answer under Rule 12.
    Rule,
    Stipulation,
    /// Of a party or of the clerk.
    Notice,
    /// A judge's order for all cases.
    StandingOrder,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub kind: OrderKind,
    pub name: Phrase,
    pub title: Option<Quoted>,
    pub aliases: Vec<Phrase>,
    pub docket: Option<Cite>,
    pub entry: Option<EntryOf>,
    pub entered: Option<Date>,
    pub signed: Option<Date>,
    pub served: Option<Date>,
    pub filed: Option<Date>,
    pub effective: Option<Date>,
    /// `nunc pro tunc [to D]`, of the whole order; the day is its `effective`.
    pub retroactive: bool,
    /// `expires D`: the last day on which it binds.
    pub expires: Option<Date>,
    /// `in case "…"`: the cases it is entered in; all where empty.
    pub cases: Vec<ClauseKind>,
    /// `enforces MTC` and the like, written in the head of the order.
    pub effects: Vec<Disposition>,
    /// `text "order.txt"`: the order's own words.
    pub text: Option<Quoted>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}

/// `verb "depose" past "deposed"`.
#[derive(Debug, Clone, PartialEq)]
pub struct Verb {
    pub lemma: Quoted,
    pub past: Quoted,
}
