//! `table … from "…"`: a file of the record, and what its rows and columns are.

use super::{Cite, Date, Phrase, Quoted};
use ordain_base::source::{Span, Spanned};

/// How numbers stand in a date of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOrder {
    MonthDayYear,
    DayMonthYear,
    /// `2024-04-05` and nothing else.
    YearMonthDay,
}

/// `columns bates is "BEGDOC"`: one of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// `bates`, `begin attachment`: lower case, one space between words.
    pub field: Spanned<String>,
    /// `is the date …`: `date`, `number`, `identifier` or `text`.
    pub of_type: Option<Spanned<String>>,
    pub at: ColumnAt,
    /// `produced is "PRODDATE" day/month/year`.
    pub dates: Option<Spanned<DayOrder>>,
    /// `attachments is "ATTACHIDS" separated by ";"`.
    pub list: Option<Spanned<String>>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ColumnAt {
    /// By the name in the header.
    Named(Quoted),
    /// `column 3`, from 1.
    Position(Spanned<usize>),
}

impl ColumnAt {
    #[must_use]
    pub const fn span(&self) -> Span {
        match self {
            Self::Named(name) => name.span,
            Self::Position(n) => n.span,
        }
    }
}

/// `withheld is yes where "YES"`: any other cell of that column says no.
#[derive(Debug, Clone, PartialEq)]
pub struct YesWhere {
    pub field: Spanned<String>,
    pub values: Vec<Quoted>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// `no header`.
    None,
    /// `header on line 3`, from 1.
    Line(u32),
}

/// `complete through April 5, 2024 for productions by Defendants`.
#[derive(Debug, Clone, PartialEq)]
pub struct Complete {
    pub through: Date,
    /// What for; everything the table is about, where nothing is said.
    pub what: Option<Phrase>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub name: Phrase,
    /// Paths inside the matter's folder; `*` and `?` mean what file names may hold.
    pub from: Vec<Quoted>,
    /// `as Concordance`.
    pub layout: Option<Spanned<String>>,
    /// `documents`, `log entries`.
    pub rows: Option<Spanned<String>>,
    pub columns: Vec<Column>,
    pub yes: Vec<YesWhere>,
    pub dates: Option<Spanned<DayOrder>>,
    pub header: Option<Spanned<Header>>,
    pub sheet: Option<Quoted>,
    pub separator: Option<Spanned<String>>,
    pub qualifier: Option<Spanned<String>>,
    pub encoding: Option<Spanned<String>>,
    /// Who asserts it.
    pub by: Option<Phrase>,
    pub complete: Option<Complete>,
    pub notes: Vec<Quoted>,
    pub sources: Vec<Cite>,
}
