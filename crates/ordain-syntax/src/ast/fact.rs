//! What happened, who says so, and what a lawyer expects.

use super::occurrence::Occurrence;
use super::{Cite, Clause, Date, Phrase, Point, Quoted};
use ordain_base::source::Spanned;

/// The day of an act, or what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub enum When {
    On(Date),
    OnOrAfter(Date),
    OnOrBefore(Date),
    /// `between D and D`, both inclusive.
    Between(Date, Date),
    InMonth {
        year: i32,
        month: u32,
    },
    InYear(i32),
    /// `the day before <event or date>`.
    DayBefore(Point),
    DayAfter(Point),
    /// `on a day unknown`.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speech {
    Says,
    Admits,
    Denies,
    Stipulates,
    Finds,
    /// `the docket shows`, `the clerk's docket shows`.
    Shows,
}

#[derive(Debug, Clone, PartialEq)]
pub enum FactKind {
    /// `on D X did Y`: who and what are distinguished by the model.
    Act { when: Spanned<When>, text: Phrase },
    /// `X says|admits|denies|… [that] …`, with a day where one is written before it.
    Statement { when: Option<Spanned<When>>, speaker: Phrase, speech: Spanned<Speech>, negated: bool, content: Phrase },
    /// `<event> happened on D`, `<hearing> was held on D`, `<paper> was filed|served|entered on D`.
    Happened { subject: Phrase, what: Spanned<Occurrence>, when: Spanned<When> },
    /// `X argued "…" as excuse [for MTC ¶ 1]`.
    Excuse { when: Option<Spanned<When>>, who: Phrase, argument: Quoted, target: Option<Phrase> },
    /// `the record is complete through D for productions by X`.
    Closed { through: Date, what: Phrase },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// `[E-11]` before the statement.
    pub label: Option<Spanned<String>>,
    pub kind: FactKind,
    pub clauses: Vec<Clause>,
}

/// `expect MTC ¶ 1 category 1 breached on 2024-04-05 under Defendants 126 days`.
#[derive(Debug, Clone, PartialEq)]
pub struct Expect {
    /// The paragraph and, after it, the words that name a part.
    pub target: Phrase,
    /// One word: `breached`, `pending`, …; `kept so far` is `kept`.
    pub verdict: Spanned<String>,
    pub on: Option<Date>,
    pub under: Option<Phrase>,
    pub days: Option<Spanned<i64>>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}
