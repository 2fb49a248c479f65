//! What a sentence of an order does.

/// What a sentence does, by its first lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentenceKind {
    /// Somebody must do something.
    Duty,
    /// Somebody must not.
    Prohibition,
    /// Somebody may.
    Permission,
    /// A day is set for something.
    Deadline,
    /// A hearing or a conference with its day.
    Setting,
    /// The Court decides a motion, or changes an order or a hearing.
    Disposition,
    /// The Court asks or expects, and orders nothing.
    Soft,
    /// What follows if an order is not obeyed.
    Consequence,
    /// `The Court will enter a scheduling order`, `no further extensions will be granted`.
    Announcement,
}

impl SentenceKind {
    /// Its word in a report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Duty => "duty",
            Self::Prohibition => "prohibition",
            Self::Permission => "permission",
            Self::Deadline => "deadline",
            Self::Setting => "setting",
            Self::Disposition => "disposition",
            Self::Soft => "soft norm",
            Self::Consequence => "consequence",
            Self::Announcement => "announcement",
        }
    }
}

/// A word that orders.
#[derive(Debug, Clone, Copy)]
pub struct OrderingWord {
    /// Its token.
    pub at: usize,
    /// What it orders.
    pub kind: SentenceKind,
}
