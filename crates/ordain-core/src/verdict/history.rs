//! What was in force when: the history of a paragraph.

use chrono::NaiveDate;

use super::due::Due;
use ordain_base::source::Span;

/// A paragraph from the order that made it, through each that touched it.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// `MTC ¶ 1`.
    pub id: String,
    /// Who is bound to what: `Defendants: complete CAR categories 1-5`.
    pub text: String,
    /// In the order of their entry; the first is the order that made it.
    pub stages: Vec<Stage>,
    /// The words of the paragraph.
    pub span: Span,
}

/// One act of an order on a paragraph, and how it left it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// From when it acts; from the beginning, where `None`.
    pub from: Option<NaiveDate>,
    /// When it came on the docket.
    pub entered: Option<NaiveDate>,
    /// `Second ¶ 1`, or the name of the order that made it.
    pub by: String,
    /// The order's own number: `Dkt. 290`.
    pub docket: Option<String>,
    /// What it did, in the order's words: `extends MTC ¶ 1 to Fri 2023-12-15`.
    pub act: String,
    /// How the paragraph stood from then on.
    pub state: State,
    /// When it fell due before, and falls due after.
    pub before: Option<Due>,
    /// When it was due from then on.
    pub due: Option<Due>,
    /// What a reader must know beside it: `entered 9 days after that day`.
    pub remarks: Vec<String>,
    /// The words of the order.
    pub span: Span,
}

/// Whether a paragraph binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It binds.
    InForce,
    /// Nothing falls due.
    Stayed,
    /// An order took it away.
    Lifted,
    /// Its last day has passed.
    Expired,
    /// What an order came to nobody can say.
    Unclear,
}

impl State {
    /// The words of a report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InForce => "in force",
            Self::Stayed => "stayed",
            Self::Lifted => "lifted",
            Self::Expired => "expired",
            Self::Unclear => "unclear",
        }
    }
}
