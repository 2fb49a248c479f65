//! The parts of an order, as a class learns them.

use crate::outline::Role;

/// A part of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    Bearer,
    Modality,
    Act,
    Object,
    Recipient,
    Deadline,
    /// The event that a period runs from.
    Trigger,
    Condition,
    Exception,
    Manner,
    Consequence,
    Source,
}

impl Aspect {
    /// Every part, in the order in which a class learns them.
    pub const ALL: [Self; 12] = [
        Self::Bearer,
        Self::Modality,
        Self::Act,
        Self::Object,
        Self::Recipient,
        Self::Deadline,
        Self::Trigger,
        Self::Condition,
        Self::Exception,
        Self::Manner,
        Self::Consequence,
        Self::Source,
    ];

    /// The label.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bearer => "bearer",
            Self::Modality => "modality",
            Self::Act => "act",
            Self::Object => "object",
            Self::Recipient => "recipient",
            Self::Deadline => "deadline",
            Self::Trigger => "trigger",
            Self::Condition => "condition",
            Self::Exception => "exception",
            Self::Manner => "manner",
            Self::Consequence => "consequence",
            Self::Source => "source",
        }
    }

    /// What it answers.
    #[must_use]
    pub const fn question(self) -> &'static str {
        match self {
            Self::Bearer => "Who is bound?",
            Self::Modality => "Must, must not or may?",
            Self::Act => "What is to be done?",
            Self::Object => "Done to what?",
            Self::Recipient => "To whom?",
            Self::Deadline => "By when?",
            Self::Trigger => "Counted from what?",
            Self::Condition => "Only if what?",
            Self::Exception => "Except what?",
            Self::Manner => "How?",
            Self::Consequence => "What follows a breach?",
            Self::Source => "Where is it written?",
        }
    }

    /// The part that an outline's part is; none of one that a class does not learn as a part.
    #[must_use]
    pub(super) const fn of_role(role: Role) -> Option<Self> {
        Some(match role {
            Role::Who => Self::Bearer,
            Role::Modality => Self::Modality,
            Role::Act => Self::Act,
            Role::Object | Role::Each | Role::Rows | Role::Alternative => Self::Object,
            Role::Recipient => Self::Recipient,
            Role::Due | Role::Until | Role::Shift => Self::Deadline,
            Role::Condition => Self::Condition,
            Role::Exception => Self::Exception,
            Role::Manner | Role::Limit => Self::Manner,
            Role::Consequence => Self::Consequence,
            Role::Source => Self::Source,
            Role::Kind
            | Role::Despite
            | Role::Reaches
            | Role::Replacement
            | Role::Effective
            | Role::Topic
            | Role::Case
            | Role::Words
            | Role::Quote
            | Role::Note => return None,
        })
    }
}
