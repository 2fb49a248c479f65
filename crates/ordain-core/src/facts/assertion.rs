//! One assertion: what it says, of when, and who says so.

use chrono::NaiveDate;
use ordain_syntax::ast::Occurrence;

use super::when::Bounds;
use crate::model::object::{Act, Object, Set};
use crate::model::{Declared, OrderId, ParagraphId, PartyId, ThingId};
use crate::verdict::Kind;
use ordain_base::source::Span;
use ordain_base::words::{are_many, join};

/// Who says so, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voice {
    /// Stated without more: uncontested unless denied.
    Plain,
    Says(Vec<PartyId>),
    /// Against its own interest.
    Admits(Vec<PartyId>),
    Denies(Vec<PartyId>),
    Stipulated(Vec<PartyId>),
    Found,
    Docket,
}

impl Voice {
    /// Who speaks, and the verb: `the Court finds`, `Defendants say`, `Acme admits`.
    #[must_use]
    pub fn in_words(&self, declared: &Declared) -> String {
        let who = |parties: &[PartyId], many: &str, one: &str| {
            let names: Vec<&str> = parties.iter().map(|&p| declared.party_name(p)).collect();
            format!("{} {}", join(&names), if are_many(&names) { many } else { one })
        };
        match self {
            Self::Plain => "the record has".to_owned(),
            Self::Says(p) => who(p, "say", "says"),
            Self::Admits(p) => who(p, "admit", "admits"),
            Self::Denies(p) => who(p, "deny", "denies"),
            Self::Stipulated(p) => who(p, "stipulate", "stipulates"),
            Self::Found => "the Court finds".to_owned(),
            Self::Docket => "the docket shows".to_owned(),
        }
    }

    /// The parties that speak.
    #[must_use]
    pub fn speakers(&self) -> &[PartyId] {
        match self {
            Self::Says(p) | Self::Admits(p) | Self::Denies(p) | Self::Stipulated(p) => p,
            Self::Plain | Self::Found | Self::Docket => &[],
        }
    }
}

/// A denial or an admission written under an assertion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub by: Vec<PartyId>,
    /// From when it is known; always, where neither it nor its paper has a date.
    pub known: Option<NaiveDate>,
    pub cites: Vec<String>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Assertion {
    /// The label the lawyer gave, or the file and the number of the statement in it.
    pub id: String,
    pub voice: Voice,
    pub content: Content,
    /// When what it says happened, as far as it is known.
    pub bounds: Bounds,
    /// The first day on which the statement itself is on the record; always, where `None`.
    pub known: Option<NaiveDate>,
    pub denied: Vec<Reply>,
    pub admitted: Vec<Reply>,
    /// `in performance of MTC ¶ 2`.
    pub performs: Vec<ParagraphId>,
    /// `in performance of MTC ¶ 3 #2`: which instance of a duty that recurs.
    pub instances: Vec<(ParagraphId, u32)>,
    /// `of which 1 fully redacted`, as written.
    pub of_which: Vec<String>,
    pub cites: Vec<String>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Done(Deed),
    /// What is said of a set: complete, not complete, nothing in it.
    State {
        set: Set,
        state: State,
    },
    /// `80% of CAR categories 1-5 complete`.
    Share {
        set: Set,
        share: rust_decimal::Decimal,
    },
    /// `25 documents produced by Defendants before D`.
    Count {
        n: u64,
        object: Object,
    },
    /// `MTC ¶ 1 breached`.
    Verdict {
        paragraph: ParagraphId,
        kind: Kind,
    },
    /// A hearing was held, an event happened, a paper was filed, an order was served.
    Happened {
        subject: Subject,
        what: Occurrence,
    },
    /// Told in words: they are shown, and decide a condition that quotes them.
    Words(String),
    /// `not "…"`, `"…" not shown`: that the words are not so.
    NotSo(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Thing(ThingId),
    Order(OrderId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Complete,
    /// `not complete`, `not shown complete`, `incomplete`.
    NotComplete,
    /// `0 documents`.
    Nothing,
    /// A search found none there, or none `further` than there are: as good as complete.
    NoneLocated {
        /// Whose search, where it is not that of whoever says so.
        by: Option<PartyId>,
        further: bool,
    },
}

impl State {
    /// True where it says that nothing is missing.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Complete | Self::NoneLocated { .. })
    }
}

/// Words as they are compared: folded, in lower case, without what ends a sentence.
#[must_use]
pub fn plain_words(text: &str) -> String {
    let folded = crate::model::names::fold(text).to_lowercase();
    folded.replace(['“', '”', '"', '\''], "").trim().trim_end_matches(['.', ',', ';']).to_owned()
}

/// An act of one or more parties.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    pub actors: Vec<PartyId>,
    pub act: Act,
    /// `did not produce`.
    pub negated: bool,
}

impl Deed {
    /// All that distinguishes it from other acts, but for its day.
    #[must_use]
    pub fn signature(&self) -> String {
        use std::fmt::Write;
        let mut out = format!("{:?}{}{}", self.actors, self.act.verb.0, self.negated);
        for o in &self.act.objects.list {
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "|{:?}{:?}{:?}{:?}{}{:?}{:?}{:?}{:?}",
                o.head, o.quantity, o.amount, o.share, o.times, o.set, o.relations, o.filters, o.qualifiers
            );
        }
        out
    }
}
