//! Clauses of paragraphs and of facts.

use super::phrase::{deadline_words, text_of, unit_word};
use super::{Cite, ConditionWord, Date, Deadline, Length, Phrase, Quoted, Tests};
use ordain_base::source::Span;

#[derive(Debug, Clone, PartialEq)]
pub enum Consequence {
    /// `the Court may "…"`: a power, never automatic.
    Power { bearer: Phrase, what: Phrase },
    /// `automatically "…"`, `the Court will "…"`: shown as such.
    Automatic(Phrase),
    /// `Defendants must pay $500 for each day until met`: what follows the modal, as written.
    Duty { bearer: Phrase, what: Phrase },
}

/// An `on breach` clause: what follows, and on what terms.
#[derive(Debug, Clone, PartialEq)]
pub struct OnBreach {
    pub consequence: Consequence,
    pub terms: Vec<Term>,
    /// A condition on the same line.
    pub condition: Option<Span>,
}

/// What is said of a consequence.
#[derive(Debug, Clone, PartialEq)]
pub enum Term {
    /// `for each day`, `for each violation`.
    Per(Per),
    /// `until met`.
    UntilMet,
    /// `doubling every 7 days`.
    Doubling(Length),
    /// `not exceeding $50,000`.
    Capped(Phrase),
    /// `unless cured within 10 days after notice`.
    Cured(Length, Phrase),
    /// `until purged by …`.
    Purged(Option<Phrase>),
    /// `within 14 days after the breach`.
    Within(Length, Phrase),
}

/// What an amount is multiplied by.
#[derive(Debug, Clone, PartialEq)]
pub enum Per {
    Time(Length),
    /// `violation`.
    Event(String),
}

/// A sum that is paid in parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Installments {
    /// How many, where that is said.
    pub count: Option<u32>,
    /// How much each is, where that is said.
    pub each: Option<Phrase>,
    /// How often one falls due, where that is said.
    pub every: Option<Length>,
    /// The day of the first, and of the last.
    pub first: Option<Date>,
    pub last: Option<Date>,
}

/// A clause of a paragraph or of a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    pub kind: ClauseKind,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ClauseKind {
    Deadline(Deadline),
    /// `covering CAR categories 1-3`.
    Covering(Phrase),
    /// `for each document withheld from CAR on grounds of privilege [where …]`.
    ForEach {
        thing: Phrase,
        filter: Option<Phrase>,
    },
    Condition {
        word: ConditionWord,
        tests: Tests,
    },
    Except(Phrase),
    Despite(Phrase),
    /// `or <act>`: alternative performance; `or, if "…", <act>` only where its condition holds.
    Or {
        act: Phrase,
        only_if: Option<Box<Clause>>,
    },
    /// `in each of "Hewad" and "Anis"`: the preposition, and the things it is owed for one by one.
    InEach {
        word: String,
        /// The opening words, where they say that there are two: `in both`.
        two: Option<Span>,
        things: Phrase,
    },
    /// `at least five times`: so many acts.
    Times(u32),
    /// `for six weeks`: how long what comes again goes on.
    Lasting(Length),
    /// `in three monthly installments of $500 beginning May 1, 2024`.
    Installments(Installments),
    /// `with at least 3 custodians`.
    WithAtLeast(Phrase),
    Containing(Phrase),
    /// `to Plaintiffs and the Court`.
    Recipients(Phrase),
    /// `in searchable PDF`, `in the form of …`.
    Form(Phrase),
    /// `not exceeding 10 pages`, `not exceeding $1,400,000`.
    NotExceeding(Phrase),
    /// `in case "20-1234"`, `in the lead case`, `in the member cases`.
    InCase {
        cases: Vec<Quoted>,
        lead: bool,
    },
    Manner(Quoted),
    OnlyFor(Quoted),
    /// `with each Subpoena`.
    WithEach(Phrase),
    /// `on the terms of ¶ 2`.
    OnTerms(Phrase),
    About(Quoted),
    SoThat(Quoted),
    Under(Quoted),
    /// `without prejudice`, and to what.
    WithoutPrejudice(Option<Quoted>),
    /// `topic discovery`.
    Topic(Phrase),
    /// `nunc pro tunc`, `ab initio`, with `as of D`: of dispositions.
    NuncProTunc(Option<Date>),
    /// `reading "…"`: how the transcriber read words that leave it open.
    Reading(Quoted),
    /// `as the rules allow "L.R. 8-3"`: why the parties may agree it without an order.
    RulesAllow(Quoted),
    /// `effective January 3, 2024`.
    Effective(Date),
    OnBreach(OnBreach),
    Source(Vec<Cite>),
    Quote(Quoted),
    Note(Quoted),
    /// `judgment "…"`: a person decides.
    Judgment(Quoted),
    /// Of facts: `of which 1 fully redacted`.
    OfWhich(Phrase),
    /// Of facts: `as of February 13, 2024`.
    AsOf(Date),
    /// Of facts: `in performance of MTC ¶ 2`.
    InPerformanceOf(Phrase),
    /// Of facts: `denied by Plaintiffs  source Motion at 4`.
    DeniedBy {
        who: Phrase,
        sources: Vec<Cite>,
    },
    /// Of facts: `admitted by Defendants  source …`.
    AdmittedBy {
        who: Phrase,
        sources: Vec<Cite>,
    },
    /// Of an excuse: `rejected by Enforcement at 4`.
    RejectedBy(Cite),
    /// Of an excuse: `recognised by Enforcement ¶ 3`.
    RecognisedBy(Cite),
    Flag(Flag),
}

impl ClauseKind {
    /// The clause as it is written; `None` of one that says something of the paragraph and not of what it asks.
    #[must_use]
    pub fn in_words(&self) -> Option<String> {
        let phrase = |lead: &str, p: &Phrase| format!("{lead} {}", text_of(p));
        let quoted = |lead: &str, q: &Quoted| format!("{lead} “{}”", q.value);
        Some(match self {
            Self::Deadline(deadline) => deadline_words(deadline),
            Self::Condition { word, tests: Tests::One(test) } => phrase(word.name(), test),
            Self::Condition { word, tests: Tests::List(which, tests) } => {
                let numbered = tests.iter().enumerate().map(|(i, t)| format!("({}) {}", i + 1, text_of(t)));
                format!("{} {}: {}", word.name(), which.value.name(), numbered.collect::<Vec<_>>().join("; "))
            }
            Self::Covering(p) => phrase("covering", p),
            Self::ForEach { thing, filter: None } => phrase("for each", thing),
            Self::ForEach { thing, filter: Some(f) } => {
                format!("for each {} where {}", text_of(thing), text_of(f))
            }
            Self::Except(p) => phrase("except", p),
            Self::Despite(p) => phrase("despite", p),
            Self::Or { act, .. } => phrase("or", act),
            Self::InEach { word, things, .. } => format!("{word} each of {}", text_of(things)),
            Self::Times(n) => format!("at least {n} times"),
            Self::Installments(_) => "in installments".to_owned(),
            Self::Lasting(length) => format!("for {} {}", length.n, unit_word(*length)),
            Self::WithAtLeast(p) => phrase("with at least", p),
            Self::Recipients(p) => phrase("to", p),
            Self::NotExceeding(p) => phrase("not exceeding", p),
            Self::Flag(flag) => flag.words().to_owned(),
            Self::About(q) => quoted("about", q),
            Self::OnlyFor(q) => quoted("only for", q),
            Self::SoThat(q) => quoted("so that", q),
            Self::Under(q) => quoted("under", q),
            Self::Manner(q) => format!("“{}”", q.value),
            Self::WithoutPrejudice(Some(q)) => quoted("without prejudice to", q),
            Self::WithoutPrejudice(None) => "without prejudice".to_owned(),
            Self::Containing(p) => phrase("containing", p),
            Self::Form(p) => phrase("in", p),
            Self::OnTerms(p) => phrase("on the terms of", p),
            Self::WithEach(p) => phrase("with each", p),
            Self::InCase { .. }
            | Self::Topic(_)
            | Self::NuncProTunc(_)
            | Self::Reading(_)
            | Self::RulesAllow(_)
            | Self::Effective(_)
            | Self::OnBreach(_)
            | Self::Source(_)
            | Self::Quote(_)
            | Self::Note(_)
            | Self::Judgment(_)
            | Self::OfWhich(_)
            | Self::AsOf(_)
            | Self::InPerformanceOf(_)
            | Self::DeniedBy { .. }
            | Self::AdmittedBy { .. }
            | Self::RejectedBy(_)
            | Self::RecognisedBy(_) => return None,
        })
    }
}

/// Fixed words that are a clause by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// `not extendable`.
    NotExtendable,
    /// `the date governs`: of a period and the date stated beside it.
    DateGoverns,
    /// `the period governs`.
    PeriodGoverns,
    /// `no end stated`: of a duty that recurs.
    NoEndStated,
    /// `no further extension`.
    NoFurtherExtension,
}

impl Flag {
    /// All of them, for whoever reads them.
    pub const ALL: [Self; 5] =
        [Self::NotExtendable, Self::DateGoverns, Self::PeriodGoverns, Self::NoEndStated, Self::NoFurtherExtension];

    /// Its words in a file.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotExtendable => "not extendable",
            Self::DateGoverns => "the date governs",
            Self::PeriodGoverns => "the period governs",
            Self::NoEndStated => "no end stated",
            Self::NoFurtherExtension => "no further extension",
        }
    }
}
