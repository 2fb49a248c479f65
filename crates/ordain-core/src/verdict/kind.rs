//! The words of a verdict.

use serde::{Deserialize, Serialize};

/// In order of weight: the verdict of a paragraph is the first of its parts' in this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The deadline has passed, not performed, and the record may speak; or a forbidden act was done.
    Breached,
    /// Only a person, or a missing fact, can decide.
    Undetermined,
    /// Performed after the deadline: the breach stands.
    Late,
    /// In force, not due yet.
    Pending,
    /// The trigger has not happened, or its date is unknown.
    Waiting,
    /// An order stayed it.
    Stayed,
    /// An order took it away.
    Lifted,
    /// Performed in time.
    Met,
    /// Of a prohibition: no act in breach is on the record.
    Kept,
    /// Of a permission or a cut-off: may still be used.
    Available,
    /// Of a permission: it was used in time.
    Used,
    /// Of a permission or a cut-off: its time is over.
    Expired,
}

impl Kind {
    /// Every kind, by weight.
    pub const ALL: [Self; 12] = [
        Self::Breached,
        Self::Undetermined,
        Self::Late,
        Self::Pending,
        Self::Waiting,
        Self::Stayed,
        Self::Lifted,
        Self::Met,
        Self::Kept,
        Self::Available,
        Self::Used,
        Self::Expired,
    ];

    /// The word as `expect` and JSON have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breached => "breached",
            Self::Undetermined => "undetermined",
            Self::Late => "late",
            Self::Pending => "pending",
            Self::Waiting => "waiting",
            Self::Stayed => "stayed",
            Self::Lifted => "lifted",
            Self::Met => "met",
            Self::Kept => "kept",
            Self::Available => "available",
            Self::Used => "used",
            Self::Expired => "expired",
        }
    }

    /// The word as a report has it.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Kept => "kept so far",
            other => other.name(),
        }
    }

    /// It is reported: missed, late, or for a person to decide.
    #[must_use]
    pub const fn is_finding(self) -> bool {
        match self {
            Self::Breached | Self::Undetermined | Self::Late => true,
            Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// The day passed without performance: nothing was done, or it was done late. Of a prohibition: it was broken.
    #[must_use]
    pub const fn is_missed(self) -> bool {
        match self {
            Self::Breached | Self::Late => true,
            Self::Undetermined
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// A duty that was performed, in time or late.
    #[must_use]
    pub const fn is_performed(self) -> bool {
        match self {
            Self::Met | Self::Late => true,
            Self::Breached
            | Self::Undetermined
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// Done in time, whether it had to be or could be: no later order takes this away.
    #[must_use]
    pub const fn is_done_in_time(self) -> bool {
        match self {
            Self::Met | Self::Used => true,
            Self::Breached
            | Self::Undetermined
            | Self::Late
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Kept
            | Self::Available
            | Self::Expired => false,
        }
    }

    /// Its time has not come: not due yet, or not triggered.
    #[must_use]
    pub const fn is_not_due(self) -> bool {
        match self {
            Self::Pending | Self::Waiting => true,
            Self::Breached
            | Self::Undetermined
            | Self::Late
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// Nothing that is done from now on changes it.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        match self {
            Self::Met | Self::Late | Self::Used | Self::Expired => true,
            Self::Breached
            | Self::Undetermined
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Kept
            | Self::Available => false,
        }
    }

    /// Its day has come, and the record does not show that it was performed.
    #[must_use]
    pub const fn lacks_performance(self) -> bool {
        match self {
            Self::Breached | Self::Undetermined => true,
            Self::Late
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// What is done from now on, or what is said of it, may change it.
    #[must_use]
    pub const fn is_still_open(self) -> bool {
        match self {
            Self::Breached | Self::Undetermined | Self::Pending => true,
            Self::Late
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// Its day has passed.
    #[must_use]
    pub const fn is_past(self) -> bool {
        match self {
            Self::Breached | Self::Undetermined | Self::Late | Self::Expired => true,
            Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used => false,
        }
    }

    /// A doubt about the day on which it falls due bears on it.
    #[must_use]
    pub const fn hangs_on_its_day(self) -> bool {
        match self {
            Self::Undetermined | Self::Pending => true,
            Self::Breached
            | Self::Late
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// Nothing is asked of the bearer on the day of the question.
    #[must_use]
    pub const fn asks_nothing_now(self) -> bool {
        match self {
            Self::Waiting | Self::Lifted | Self::Met => true,
            Self::Breached
            | Self::Undetermined
            | Self::Late
            | Self::Pending
            | Self::Stayed
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// The record answers whether it was performed, or a person must.
    #[must_use]
    pub const fn is_answered(self) -> bool {
        match self {
            Self::Undetermined | Self::Late | Self::Met => true,
            Self::Breached
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Kept
            | Self::Available
            | Self::Used
            | Self::Expired => false,
        }
    }

    /// Its time is over, and it ended without performance in time.
    #[must_use]
    pub const fn ended_late(self) -> bool {
        match self {
            Self::Late | Self::Expired => true,
            Self::Breached
            | Self::Undetermined
            | Self::Pending
            | Self::Waiting
            | Self::Stayed
            | Self::Lifted
            | Self::Met
            | Self::Kept
            | Self::Available
            | Self::Used => false,
        }
    }

    /// The kind that `expect` and JSON call so.
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == word)
    }
}

/// What sort of paragraph a verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Modality {
    /// A duty.
    #[serde(rename = "must")]
    Must,
    /// A prohibition.
    #[serde(rename = "must not")]
    MustNot,
    /// A permission.
    #[serde(rename = "may")]
    May,
    /// A day after which something may no longer be done.
    #[serde(rename = "cut-off")]
    CutOff,
}

impl Modality {
    /// Its word in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::MustNot => "must not",
            Self::May => "may",
            Self::CutOff => "cut-off",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use ordain_syntax::{Options, parse};

    /// A new kind is named here, in [`Kind::ALL`], and in `grammar/facts.pest`.
    const fn is_listed(kind: Kind) -> bool {
        match kind {
            Kind::Breached
            | Kind::Undetermined
            | Kind::Late
            | Kind::Pending
            | Kind::Waiting
            | Kind::Stayed
            | Kind::Lifted
            | Kind::Met
            | Kind::Kept
            | Kind::Available
            | Kind::Used
            | Kind::Expired => true,
        }
    }

    #[test]
    fn the_grammar_knows_every_kind() {
        for kind in Kind::ALL {
            assert!(is_listed(kind));
            let parsed =
                parse(&format!("expect Lease_Order ¶ 1 {} on March 4, 2024\n", kind.name()), 0, Options::default());
            assert!(parsed.diagnostics.is_empty(), "{}: {:?}", kind.name(), parsed.diagnostics);
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
    }

    #[test]
    fn kinds_are_listed_by_weight() {
        assert!(Kind::ALL.is_sorted());
        let next = Kind::ALL.len();
        assert!(Kind::ALL.iter().enumerate().all(|(i, k)| *k as usize == i && i < next));
    }
}
