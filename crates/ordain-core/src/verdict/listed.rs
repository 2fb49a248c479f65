//! What is shown without a verdict, and where it stands.

use std::fmt;

use super::due::Limit;
use ordain_base::source::Span;

/// What is shown without a verdict: a soft norm, an announcement, a
/// disposition that has done its work, a hearing, a motion.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The paragraph, the hearing or the motion.
    pub id: String,
    /// What it is.
    pub kind: ListedKind,
    /// Of a hearing, a motion or the action, where it stands.
    pub state: Option<ListedState>,
    /// Of a hearing, its day: the last that was set, or that on which it was held.
    pub on: Option<Limit>,
    /// What is shown.
    pub text: String,
    /// The papers it is written in.
    pub sources: Vec<String>,
    /// Its words.
    pub span: Span,
}

/// What has no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedKind {
    /// `should`.
    SoftNorm,
    /// `need not`.
    Relief,
    /// `will`: what the Court is going to do.
    Announcement,
    /// A sentence in the passive that binds nobody by name.
    Passive,
    /// Words in quotation marks in the place of a paragraph.
    Text,
    /// `on breach of MTC ¶ 3`: it follows where that paragraph is breached.
    Consequence,
    /// What an order does to another, or to a hearing or a motion.
    Disposition,
    /// A paragraph with an error.
    NotRead,
    /// A hearing, with how it stands.
    Hearing,
    /// A motion, with its course.
    Motion,
    /// The action itself, with how it stands.
    Action,
    /// The docket.
    OfTheRecord,
}

impl ListedKind {
    /// Its word in a report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SoftNorm => "soft norm",
            Self::Relief => "relief",
            Self::Announcement => "announcement",
            Self::Passive => "passive",
            Self::Text => "text",
            Self::Consequence => "consequence",
            Self::Disposition => "disposition",
            Self::NotRead => "not read",
            Self::Hearing => "hearing",
            Self::Motion => "motion",
            Self::Action => "action",
            Self::OfTheRecord => "of the record",
        }
    }
}

impl fmt::Display for ListedKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Where a hearing, a motion or the action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedState {
    /// Of a hearing.
    Held,
    /// Of a hearing: it has a day.
    Set,
    /// Of a hearing: an order took its day away.
    Vacated,
    /// Of a hearing: whether its day still holds is not known.
    NotSettled,
    /// Of a hearing: no day is set.
    NoDay,
    /// Of a motion.
    NotFiled,
    /// Of a motion: filed, and not decided.
    Pending,
    /// Of a motion: what became of it.
    Settled(MotionEvent),
    /// Of the action.
    Active,
    /// Of the action: stayed, closed or moved away.
    Inactive,
}

impl ListedState {
    /// Its word in a report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Set => "set",
            Self::Vacated => "vacated",
            Self::NotSettled => "not settled",
            Self::NoDay => "no day",
            Self::NotFiled => "not filed",
            Self::Pending => "pending",
            Self::Settled(event) => event.word(),
            Self::Active => "active",
            Self::Inactive => "inactive",
        }
    }
}

/// What can happen to a motion, from its filing to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MotionEvent {
    /// It was filed.
    Filed,
    /// A party opposed it.
    Opposed,
    /// A party replied to the opposition.
    Replied,
    /// The Court heard it.
    Heard,
    /// The Court has it, and has not ruled.
    UnderAdvisement,
    /// Granted whole.
    Granted,
    /// Granted in part.
    GrantedInPart,
    /// Denied.
    Denied,
    /// Denied as moot.
    DeniedAsMoot,
    /// Nothing was left to decide.
    Moot,
    /// Taken out of the record.
    Stricken,
    /// Whoever filed it took it back.
    Withdrawn,
    /// Decided, the record does not say how.
    Decided,
    /// Dismissed.
    Dismissed,
}

impl MotionEvent {
    /// Its word in a report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Opposed => "opposed",
            Self::Replied => "replied to",
            Self::Heard => "heard",
            Self::UnderAdvisement => "taken under advisement",
            Self::Granted => "granted",
            Self::GrantedInPart => "granted in part",
            Self::Denied => "denied",
            Self::Dismissed => "dismissed",
            Self::DeniedAsMoot => "denied as moot",
            Self::Moot => "moot",
            Self::Stricken => "stricken",
            Self::Withdrawn => "withdrawn",
            Self::Decided => "decided",
        }
    }

    /// It ends the motion, or says that the Court has it.
    #[must_use]
    pub const fn settles(self) -> bool {
        !matches!(self, Self::Filed | Self::Opposed | Self::Replied | Self::Heard)
    }
}
