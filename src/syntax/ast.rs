//! What a file says, before anything is resolved: statements, clauses, and
//! phrases of words that the model will look up. Dates, numbers of a period
//! and paragraph labels are already read; nothing else is interpreted.

use chrono::{NaiveDate, NaiveTime};

use crate::source::{Span, Spanned};

/// Text in quotation marks, without them, as written.
pub type Quoted = Spanned<String>;

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

/// A day named by date or by event.
#[derive(Debug, Clone, PartialEq)]
pub enum Point {
    Date(Date),
    /// `the hearing`, `service of opposition`, `entry`, `the end of ¶ 1`.
    Event(Phrase),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `days` without more: as the rules count them.
    Days,
    CalendarDays,
    CourtDays,
    BusinessDays,
    Weeks,
    Months,
    Quarters,
    Years,
    Hours,
}

/// `14 days`, `fourteen (14) days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    pub n: u32,
    pub unit: Unit,
    pub span: Span,
}

/// One arm of `the earlier of … and …`.
#[derive(Debug, Clone, PartialEq)]
pub enum Limb {
    At(Point),
    After(Length, Point),
    Before(Length, Point),
}

/// When something is due, or how long it lasts, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Deadline {
    /// `by D`, `on or before D`, `no later than D`: inclusive.
    By(Point),
    /// `before D`: strict.
    Before(Point),
    /// `until D`: whether D itself is inside is not said.
    Until(Point),
    /// `until and including D`, `through D`.
    Through(Point),
    /// `within N units after E`; with `, to D` or `, by D` a date is stated too.
    Within {
        length: Length,
        after: Point,
        stated: Option<Date>,
    },
    /// `at least N units before E`.
    AtLeastBefore {
        length: Length,
        before: Point,
    },
    EarlierOf(Vec<Limb>),
    LaterOf(Vec<Limb>),
    /// `promptly`, `forthwith`, `immediately`; with an outer limit: `promptly, and in any event by D`.
    Promptly {
        word: Spanned<String>,
        outer: Option<Box<Deadline>>,
    },
    /// `every N units after E until F`; `first by D and every N units thereafter until F`;
    /// `until` is `None` where `no end stated` is written out.
    Every {
        length: Length,
        first: Option<Date>,
        after: Option<Point>,
        until: Option<Point>,
    },
    /// `within N units after each E`.
    WithinEach {
        length: Length,
        each: Phrase,
    },
    /// `at <hearing>`.
    At(Phrase),
    NoDeadline,
    Continuing,
    UntilFurtherOrder,
    /// `pending <event>`.
    Pending(Phrase),
}

/// One cited place: `Motion at 4–5, 7`, `Axe Decl. ¶ 6`, `Dkt. 290 at 16`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The paper: `Motion`, `Axe Decl.`, `Coleman Decl. Ex. C`, `Dkt. 290`.
    pub paper: String,
    /// The pinpoint, if any: `at 4–5, 7`, `¶ 6`.
    pub pin: Option<String>,
    pub span: Span,
}

/// Which word opened a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConditionWord {
    If,
    When,
    ToTheExtent,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Consequence {
    /// `the Court may "…"`: a power, never automatic.
    Power { bearer: Phrase, what: Phrase },
    /// `automatically "…"`, `the Court will "…"`: shown as such.
    Automatic(Phrase),
    /// `Defendants must pay $500 for each day until met`: what follows the modal, as written.
    Duty { bearer: Phrase, what: Phrase },
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
        phrase: Phrase,
    },
    Unless(Phrase),
    Except(Phrase),
    Despite(Phrase),
    /// `or <act>`: alternative performance.
    Or(Phrase),
    /// `with at least 3 custodians`.
    WithAtLeast(Phrase),
    Containing(Phrase),
    /// `to Plaintiffs and the Court`.
    Recipients(Phrase),
    /// `in searchable PDF`, `in the form of …`.
    Form(Phrase),
    /// `not exceeding 10 pages`, `not exceeding $1,400,000`.
    NotExceeding(Phrase),
    Manner(Quoted),
    OnlyFor(Quoted),
    /// `with each Subpoena`.
    WithEach(Phrase),
    /// `on the terms of ¶ 2`.
    OnTerms(Phrase),
    About(Quoted),
    SoThat(Quoted),
    Under(Quoted),
    /// `topic discovery`.
    Topic(Phrase),
    /// `reading "…"`: how the transcriber read words that leave it open.
    Reading(Quoted),
    /// `effective January 3, 2024`.
    Effective(Date),
    OnBreach(Consequence),
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
    /// `not extendable`, `the date governs`, `the period governs`, `no end stated`, `no further extension`: fixed words, in lower case.
    Flag(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modal {
    Must,
    MustNot,
    May,
    /// Soft norm: `should`, `are encouraged to`, `are advised to`.
    Should,
    /// `need not`: shown without a verdict.
    NeedNot,
    /// `the Court will …`: an announcement.
    Will,
}

/// How a plural bearer is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    /// `each party must`, `must each`.
    Each,
    /// `must jointly`, `the parties jointly must`.
    Jointly,
    /// `any party may`.
    Any,
}

/// One act of a duty: verb and object, to be resolved together.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// `(a)` as written, without the brackets.
    pub label: Option<Spanned<String>>,
    pub act: Phrase,
    pub clauses: Vec<Clause>,
    pub span: Span,
}

/// `Defendants must complete CAR categories 1-5`, with the clauses of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Norm {
    /// As written, without `each`, `jointly`, `any`; `None` where no bearer is named (a diagnostic was given).
    pub bearer: Phrase,
    pub quantifier: Option<Spanned<Quantifier>>,
    pub modal: Spanned<Modal>,
    /// One for a plain duty; several after `must:`.
    pub items: Vec<Item>,
    /// True where the items stand after a colon: an item without a verb is one of `produce`.
    pub listed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DispositionVerb {
    Grants,
    GrantsInPart,
    Denies,
    DeniesAsMoot,
    TakesUnderAdvisement,
    Vacates,
    Strikes,
    Stays,
    LiftsStay,
    Extends,
    Advances,
    Modifies,
    Replaces,
    Supersedes,
    Enforces,
    Incorporates,
    /// `E59 ¶ 1 stands`, `all other deadlines of X stand`.
    Stands,
    Consolidates,
    Deems,
    Enters,
    Reinstates,
    ExcludesTime,
    Converts,
    Sets,
    Resets,
    Continues,
    Adjourns,
    Expires,
    /// `orders "…"`: shown, never evaluated.
    Orders,
}

/// What a paragraph does to an order, a paragraph, a hearing or a motion.
#[derive(Debug, Clone, PartialEq)]
pub struct Disposition {
    pub verb: Spanned<DispositionVerb>,
    /// What is acted upon; absent for a bare `lifts stay`.
    pub object: Option<Phrase>,
    /// `to December 15, 2023`, `for D at T`.
    pub to: Option<Point>,
    /// `from D` of an excluded time or a reset.
    pub from: Option<Point>,
    /// `until …` of a stay.
    pub until: Option<Deadline>,
    /// `with Defendants must …` of `replaces`.
    pub with: Option<Box<Norm>>,
    /// `modifies ¶ 1: by December 20, 2023`.
    pub clauses: Vec<Clause>,
    /// `nunc pro tunc`.
    pub nunc_pro_tunc: bool,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Norm(Norm),
    Dispositions(Vec<Disposition>),
    /// `any "motion to dismiss" is due by D`.
    CutOff {
        what: Phrase,
    },
    /// Words that are shown without a verdict (`orders "…"` apart, which is a disposition).
    Shown(Phrase),
}

/// `¶ 1 …`; `label` is `None` for a duty written without a pilcrow, which the tool numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub label: Option<Spanned<String>>,
    pub body: Body,
    /// Clauses of the whole paragraph, those that led it included.
    pub clauses: Vec<Clause>,
}

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
    /// `case "…"`: member cases.
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
    /// `filed D` of a paper, `on D` of a hearing or an event.
    pub date: Option<Date>,
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
}

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub kind: OrderKind,
    pub name: Phrase,
    pub title: Option<Quoted>,
    pub aliases: Vec<Phrase>,
    pub docket: Option<Cite>,
    pub entered: Option<Date>,
    pub signed: Option<Date>,
    pub served: Option<Date>,
    pub filed: Option<Date>,
    pub effective: Option<Date>,
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
    /// `on D X did Y`: who and what are told apart by the model.
    Act { when: Spanned<When>, text: Phrase },
    /// `X says|admits|denies|… [that] …`, with a day where one is written before it.
    Statement { when: Option<Spanned<When>>, speaker: Phrase, speech: Spanned<Speech>, negated: bool, content: Phrase },
    /// `<event> happened on D`, `<hearing> was held on D`, `<paper> was filed|served|entered on D`.
    Happened { subject: Phrase, what: Spanned<String>, when: Spanned<When> },
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

#[derive(Debug, Clone, PartialEq)]
pub enum StatementKind {
    Matter(Matter),
    Party(Party),
    Record(Record),
    Named(Named),
    Order(Order),
    Verb(Verb),
    Paragraph(Box<Paragraph>),
    Fact(Box<Fact>),
    Expect(Expect),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub kind: StatementKind,
    pub span: Span,
}
