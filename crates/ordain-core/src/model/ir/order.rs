//! Orders, with the days that their heads and the docket give.

use chrono::{NaiveDate, NaiveTime};

use super::period::Moment;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Quoted};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderKind {
    Order,
    Rule,
    Stipulation,
    Notice,
    StandingOrder,
}

/// What the docket of the record says of an order, beside its own head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnDocket {
    /// Where the days stated for its entry differ: the first and the last.
    pub entered: Option<(NaiveDate, NaiveDate)>,
    pub filed: Option<(NaiveDate, NaiveDate)>,
    pub served: Option<(NaiveDate, NaiveDate)>,
    /// Its entry, where it says that it was made in error, and since when it says so.
    pub in_error: Option<(Span, Option<NaiveDate>)>,
}

/// The days that the head of an order gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stated {
    pub entered: Option<NaiveDate>,
    pub filed: Option<NaiveDate>,
    pub served: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub kind: OrderKind,
    pub name: String,
    pub title: String,
    pub docket: Option<String>,
    pub on_docket: OnDocket,
    /// The days that its own head gives.
    pub stated: Stated,
    pub entered: Option<NaiveDate>,
    pub signed: Option<NaiveDate>,
    pub served: Option<NaiveDate>,
    pub filed: Option<NaiveDate>,
    pub effective: Option<NaiveDate>,
    /// `nunc pro tunc`, of the whole order: what it does it does to the time before its entry too.
    pub retroactive: bool,
    /// The last day on which it binds.
    pub expires: Option<Moment>,
    /// The member cases it is entered in, by their positions; all where empty.
    pub cases: Vec<usize>,
    /// The clock time of its entry, where one is written: orders of one day fold by it.
    pub time: Option<NaiveTime>,
    pub effects: Vec<ast::Disposition>,
    /// `text "order.txt"`: the file of its own words.
    pub text: Option<Quoted>,
    pub sources: Vec<ast::Cite>,
    pub span: Span,
}

impl Order {
    /// The day from which it binds: as it says, else its entry, filing or signature.
    #[must_use]
    pub fn in_force(&self) -> Option<NaiveDate> {
        self.effective.or(self.entered).or(self.filed).or(self.signed).or(self.served)
    }

    /// The day on which it came on the docket: before that nobody knows of it.
    #[must_use]
    pub fn docketed(&self) -> Option<NaiveDate> {
        self.entered.or(self.filed).or(self.signed).or(self.effective)
    }
}

/// A citation as it is shown.
#[must_use]
pub fn cite_text(cite: &ast::Cite) -> String {
    match &cite.pin {
        Some(pin) => format!("{} {pin}", cite.paper),
        None => cite.paper.clone(),
    }
}
