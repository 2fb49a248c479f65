//! Words, quotations, dates and citations: what everything else is made of.

use chrono::{NaiveDate, NaiveTime};

use super::Deadline;
use ordain_base::source::{Span, Spanned};

/// Text in quotation marks, without them, as written.
pub type Quoted = Spanned<String>;

/// A clock time written with the zone it is meant in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zoned {
    pub day: NaiveDate,
    pub time: NaiveTime,
    /// `PST`, `Pacific Time`.
    pub word: String,
    /// The zone word.
    pub span: Span,
}

/// A clock time of another zone, as the clock of the court showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AtCourt {
    /// The zone word beside the time.
    pub zone: Span,
    pub day: NaiveDate,
    pub time: NaiveTime,
}

/// One word of a phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub kind: TokenKind,
    /// A word as written; the inside of a quotation; the label after `¶`.
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TokenKind {
    /// A bare word, number, range (`1-5`), amount (`$500`), or `&`.
    Word,
    /// `"…"`: verbatim wording.
    Quoted,
    Comma,
    /// `¶ 1`, `¶¶ 1-2`: the text is the label or range of labels.
    Paragraph,
    /// A date inside the phrase (`created before May 3, 2020`).
    Date(Date),
    /// Of a condition: `by December 1, 2023`, `within 14 days after service`.
    Limit(Box<Deadline>),
}

/// A run of words that the model resolves. Never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub tokens: Vec<Token>,
    pub span: Span,
}

/// A calendar day that exists, with the clock time written beside it. The
/// weekday, if one was written, was right. Times are of the court's zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Date {
    pub day: NaiveDate,
    pub time: Option<Time>,
    /// What the paper says where it slipped: `"October 8, 20148" [sic October 8, 2018]`, `April 18 [2024]`.
    pub as_written: Option<String>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    Clock(NaiveTime),
    CloseOfBusiness,
}

/// One cited place: `Motion at 4–5, 7`, `Axe Decl. ¶ 6`, `Dkt. 290 at 16`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The paper: `Motion`, `Axe Decl.`, `Coleman Decl.`, `Dkt. 290`.
    pub paper: String,
    /// The pinpoint, if any: `at 4–5, 7`, `¶ 6`, `Ex. C`.
    pub pin: Option<String>,
    pub span: Span,
}
