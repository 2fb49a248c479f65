//! What a sentence of an order does.

/// What a sentence does, by its first lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentenceKind {
    Duty,
    Prohibition,
    Permission,
    Deadline,
    /// A hearing or a conference with its day.
    Setting,
    Disposition,
    Soft,
    Consequence,
    /// `The Court will enter a scheduling order`, `no further extensions will be granted`.
    Announcement,
}

impl SentenceKind {
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
    pub kind: SentenceKind,
}
