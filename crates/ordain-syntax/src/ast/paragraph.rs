//! Paragraphs: duties, cut-offs, dispositions.

use super::{Choice, Clause, ClauseKind, Date, Deadline, Length, OnBreach, Phrase, Point};
use ordain_base::source::{Span, Spanned};

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
    /// `the parties, jointly or separately, must`: each, by its own act or by one of all.
    JointlyOrSeparately,
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
pub struct Provision {
    /// As written, without `each`, `jointly`, `any`; `None` where no bearer is named (a diagnostic was given).
    pub bearer: Phrase,
    pub quantifier: Option<Spanned<Quantifier>>,
    pub modal: Spanned<Modal>,
    /// One for a plain duty; several after `must:`.
    pub items: Vec<Item>,
    /// True where the items come after a colon: an item without a verb is one of `produce`.
    pub listed: bool,
    /// `any of:`, `exactly one of:` before the items; all of them where it is `None`.
    pub choice: Option<Spanned<Choice>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DispositionVerb {
    Grants,
    GrantsInPart,
    Denies,
    DeniesInPart,
    DeniesAsMoot,
    TakesUnderAdvisement,
    Vacates,
    /// `excuses Acme from Sched ¶ 2`: it no longer binds one party.
    Excuses,
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
    /// `dismisses this action`, `dismisses "the appeal" as moot`.
    Dismisses,
    Remands,
    /// `transfers this action to "the District of Nevada"`.
    Transfers,
    /// `affirms E51`: it stands as it was.
    Affirms,
    /// `recalls Mandate`: an event is undone, and what ran from it waits again.
    Recalls,
    /// `closes this action`: said of the action itself, as are the next six.
    Closes,
    AdministrativelyCloses,
    Terminates,
    AdministrativelyTerminates,
    Reopens,
    /// `removes this action from the active caseload`.
    Removes,
    Restores,
    /// `the Court finds "…"`: it decides a condition in the same words.
    Finds,
    /// `the Court retains "full jurisdiction over this action"`: shown.
    Retains,
    /// `appoints "a mediator"`, `defers "the question of costs"`: in the Court's own word, shown.
    Shown(&'static str),
    /// `orders "…"`: shown, never evaluated.
    Orders,
}

impl DispositionVerb {
    /// The verb as an order has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Grants => "grants",
            Self::GrantsInPart => "grants in part",
            Self::Denies => "denies",
            Self::DeniesInPart => "denies in part",
            Self::DeniesAsMoot => "denies as moot",
            Self::TakesUnderAdvisement => "takes under advisement",
            Self::Vacates => "vacates",
            Self::Excuses => "excuses",
            Self::Strikes => "strikes",
            Self::Stays => "stays",
            Self::LiftsStay => "lifts stay of",
            Self::Extends => "extends",
            Self::Advances => "advances",
            Self::Modifies => "modifies",
            Self::Replaces => "replaces",
            Self::Supersedes => "supersedes",
            Self::Enforces => "enforces",
            Self::Incorporates => "incorporates",
            Self::Stands => "keeps in force",
            Self::Consolidates => "consolidates",
            Self::Deems => "deems",
            Self::Enters => "enters",
            Self::Reinstates => "reinstates",
            Self::ExcludesTime => "excludes time",
            Self::Converts => "converts",
            Self::Sets => "sets",
            Self::Resets => "resets",
            Self::Continues => "continues",
            Self::Adjourns => "adjourns",
            Self::Expires => "expires",
            Self::Dismisses => "dismisses",
            Self::Remands => "remands",
            Self::Transfers => "transfers",
            Self::Affirms => "affirms",
            Self::Recalls => "recalls",
            Self::Closes => "closes",
            Self::AdministrativelyCloses => "administratively closes",
            Self::Terminates => "terminates",
            Self::AdministrativelyTerminates => "administratively terminates",
            Self::Reopens => "reopens",
            Self::Removes => "removes",
            Self::Restores => "restores",
            Self::Finds => "finds",
            Self::Retains => "retains",
            Self::Shown(word) => word,
            Self::Orders => "orders",
        }
    }
}

/// What a paragraph does to an order, a paragraph, a hearing or a motion.
#[derive(Debug, Clone, PartialEq)]
pub struct Disposition {
    pub verb: Spanned<DispositionVerb>,
    /// What is acted upon; absent for a bare `lifts stay`.
    pub object: Option<Phrase>,
    /// `to December 15, 2023`, `for D at T`.
    pub to: Option<Point>,
    /// `by 14 days`: how much later, or earlier.
    pub by: Option<Length>,
    /// `from D` of an excluded time or a reset.
    pub from: Option<Point>,
    /// `until …` of a stay.
    pub until: Option<Deadline>,
    /// `with Defendants must …` of `replaces`.
    pub with: Option<Box<Provision>>,
    /// `with ¶ 3 of this order`.
    pub by_paragraph: Option<Phrase>,
    /// `except MTC ¶ 2`, between what it reaches and until when.
    pub except: Option<Phrase>,
    /// `modifies ¶ 1: by December 20, 2023`.
    pub clauses: Vec<Clause>,
    /// `in case "20-1234"`: of several cases, those it reaches.
    pub cases: Vec<ClauseKind>,
    /// `nunc pro tunc`, `ab initio`: it holds for the time before its entry.
    pub nunc_pro_tunc: bool,
    /// `as of D`: from when, where that is said.
    pub since: Option<Date>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Provision(Provision),
    Dispositions(Vec<Disposition>),
    /// `any "motion to dismiss" is due by D`, `the deadline to amend pleadings is D`.
    CutOff {
        what: Phrase,
        /// The act is in the words, and not that of filing.
        leads_with_verb: bool,
    },
    /// `on breach of ¶ 1 the Court may "…"`: what follows on the breach of another paragraph.
    OnBreachOf {
        paragraph: Phrase,
        consequence: OnBreach,
    },
    /// Words that are shown without a verdict (`orders "…"` apart, which is a disposition).
    Listed(Phrase),
}

/// `¶ 1 …`; `label` is `None` for a duty written without a pilcrow, which the tool numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub label: Option<Spanned<String>>,
    pub body: Body,
    /// Clauses of the whole paragraph, those that led it included.
    pub clauses: Vec<Clause>,
    /// Its own words on one line, without the number and without the remarks beside them.
    pub words: String,
}
