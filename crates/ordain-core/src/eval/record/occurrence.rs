//! What the record says happened to a paper, a hearing, an order or a motion: `MTC1 was granted in part on D`.

/// The words of the record for what happened, each as the one thing that it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::eval) enum Occurrence {
    Held,
    Heard,
    Argued,
    Happened,
    Occurred,
    TookPlace,
    Signed,
    Entered,
    Served,
    Filed,
    Lodged,
    Opposed,
    Granted,
    GrantedInPart,
    Denied,
    DeniedAsMoot,
    Moot,
    Stricken,
    Withdrawn,
    UnderAdvisement,
    Decided,
    Resolved,
}

impl Occurrence {
    /// `None` of words that say nothing more than that it happened.
    pub(in crate::eval) fn read(words: &str) -> Option<Self> {
        Some(match words {
            "held" => Self::Held,
            "heard" => Self::Heard,
            "argued" => Self::Argued,
            "happened" => Self::Happened,
            "occurred" => Self::Occurred,
            "took place" => Self::TookPlace,
            "signed" => Self::Signed,
            "entered" => Self::Entered,
            "served" => Self::Served,
            "filed" => Self::Filed,
            "lodged" => Self::Lodged,
            "opposed" => Self::Opposed,
            "granted" => Self::Granted,
            "granted in part" => Self::GrantedInPart,
            "denied" => Self::Denied,
            "denied as moot" => Self::DeniedAsMoot,
            "moot" | "mooted" => Self::Moot,
            "stricken" => Self::Stricken,
            "withdrawn" => Self::Withdrawn,
            "taken under advisement" => Self::UnderAdvisement,
            "decided" => Self::Decided,
            "resolved" => Self::Resolved,
            _ => return None,
        })
    }

    /// Said of a hearing: it took place.
    pub(in crate::eval) const fn is_sitting(self) -> bool {
        matches!(self, Self::Held | Self::Heard | Self::Happened | Self::Occurred | Self::TookPlace)
    }
}
