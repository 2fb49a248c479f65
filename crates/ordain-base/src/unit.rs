//! The units in which a period is stated and counted: one definition for the
//! language, which reads them, and for the rules, which count them.

/// A unit of a period. `Days` is counted as the rules say (a short period may
/// skip closed days under some rules); the other kinds of day say themselves how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// `days`, as the rules of the court count them.
    Days,
    /// Every day counts, whatever the rules say of short periods.
    CalendarDays,
    /// Days on which the court sits: Saturdays, Sundays and legal holidays are skipped.
    CourtDays,
    /// Counted as court days: no other calendar of business days is known here.
    BusinessDays,
    /// Seven days.
    Weeks,
    /// Months of the calendar.
    Months,
    /// Three months.
    Quarters,
    /// Years of the calendar.
    Years,
    /// Elapsed time; needs a clock time and a zone.
    Hours,
}

impl Unit {
    /// The longest period that is counted, about a century; more is a slip of the pen.
    #[must_use]
    pub const fn limit(self) -> u32 {
        match self {
            Self::Days | Self::CalendarDays | Self::CourtDays | Self::BusinessDays => 36_525,
            Self::Weeks => 5_218,
            Self::Months => 1_200,
            Self::Quarters => 400,
            Self::Years => 100,
            Self::Hours => 876_600,
        }
    }

    /// Singular: `court day`.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Days => "day",
            Self::CalendarDays => "calendar day",
            Self::CourtDays => "court day",
            Self::BusinessDays => "business day",
            Self::Weeks => "week",
            Self::Months => "month",
            Self::Quarters => "quarter",
            Self::Years => "year",
            Self::Hours => "hour",
        }
    }

    /// Every word for a unit, plural, for suggestions.
    pub const WORDS: &'static [&'static str] =
        &["days", "calendar days", "court days", "business days", "weeks", "months", "quarters", "years", "hours"];

    /// Reads `days`, `court day`, `judicial days`; case does not matter.
    #[must_use]
    pub fn parse(words: &str) -> Option<Self> {
        let folded = words.to_ascii_lowercase();
        let one = folded.strip_suffix('s').unwrap_or(&folded);
        Some(match one {
            "day" => Self::Days,
            "calendar day" | "consecutive day" => Self::CalendarDays,
            "court day" | "judicial day" => Self::CourtDays,
            "business day" | "working day" => Self::BusinessDays,
            "week" => Self::Weeks,
            "month" | "calendar month" => Self::Months,
            "quarter" => Self::Quarters,
            "year" => Self::Years,
            "hour" => Self::Hours,
            _ => return None,
        })
    }
}
