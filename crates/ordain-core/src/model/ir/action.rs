//! What becomes of the action itself.

/// What an order or the Clerk does to the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionChange {
    Closed,
    AdministrativelyClosed,
    Terminated,
    AdministrativelyTerminated,
    Dismissed,
    Removed,
    /// To the court or agency from which it came.
    Remanded,
    /// To another court.
    Transferred,
    Reopened,
    Reinstated,
    Restored,
}

impl ActionChange {
    /// As a sentence has it: `administratively closed`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::AdministrativelyClosed => "administratively closed",
            Self::Terminated => "terminated",
            Self::AdministrativelyTerminated => "administratively terminated",
            Self::Dismissed => "dismissed",
            Self::Removed => "removed",
            Self::Remanded => "remanded",
            Self::Transferred => "transferred",
            Self::Reopened => "reopened",
            Self::Reinstated => "reinstated",
            Self::Restored => "restored",
        }
    }

    /// The action goes on after it.
    #[must_use]
    pub const fn leaves_it_active(self) -> bool {
        match self {
            Self::Reopened | Self::Reinstated | Self::Restored => true,
            Self::Closed
            | Self::AdministrativelyClosed
            | Self::Terminated
            | Self::AdministrativelyTerminated
            | Self::Dismissed
            | Self::Removed
            | Self::Remanded
            | Self::Transferred => false,
        }
    }
}
