//! What a file says, before anything is resolved: statements, clauses, and
//! phrases of words that the model will look up. Dates, numbers of a period
//! and paragraph labels are already read; nothing else is interpreted.

mod clause;
mod condition;
mod declaration;
mod fact;
mod occurrence;
mod paragraph;
mod phrase;
mod pieces;
mod table;

pub use clause::{Clause, ClauseKind, Consequence, Flag, Installments, OnBreach, Per, Term};
pub use condition::{Choice, ConditionWord, Tests};
pub use declaration::{
    Category, EntryOf, Matter, Named, NamedKind, Order, OrderKind, Party, PartyKind, Record, SlashOrder, Verb,
};
pub use fact::{Expect, Fact, FactKind, Speech, When};
pub use occurrence::Occurrence;
pub use paragraph::{Body, Disposition, DispositionVerb, Item, Modal, Paragraph, Provision, Quantifier};
pub use phrase::{AtCourt, Cite, Date, Phrase, Quoted, Time, Token, TokenKind, Zoned};
pub use phrase::{
    CalendarPeriod, Deadline, DueOption, Every, First, Length, Point, Series, Unit, YearDays, text_of, unit_word,
};
pub use pieces::{Piece, pieces};
pub use table::{Column, ColumnAt, Complete, DayOrder, Header, Table, YesWhere};

use ordain_base::source::Span;

#[derive(Debug, Clone, PartialEq)]
pub enum StatementKind {
    Matter(Matter),
    Party(Party),
    Record(Record),
    Named(Named),
    Order(Box<Order>),
    Verb(Verb),
    Paragraph(Box<Paragraph>),
    Fact(Box<Fact>),
    Expect(Expect),
    Table(Box<Table>),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub kind: StatementKind,
    pub span: Span,
    /// The clock times in it that name their zone, and those of the hours in which clocks are changed.
    pub zoned: Vec<Zoned>,
}
