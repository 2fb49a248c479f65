//! The sections of a calendar file, and what may be in each.

/// Under which heading a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    None,
    Calendar,
    Rules,
    Courts,
}

impl Section {
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::None => "a calendar file",
            Self::Calendar => "a calendar",
            Self::Rules => "a set of counting rules",
            Self::Courts => "a table of courts",
        }
    }

    /// Forms to show where a line is not understood.
    pub(super) const fn forms(self) -> &'static [&'static str] {
        match self {
            Self::None => &["calendar california covers 2001 to 2060", "rules frcp", "courts"],
            Self::Calendar => &[
                "holiday \"Juneteenth\" on June 19 since 2021",
                "holiday \"Memorial Day\" on last Monday of May",
                "observed Sunday on Monday",
                "closure \"Day of Mourning\" on 2025-01-09",
                "clerk of \"N.D. Cal.\" closed \"storm\" on 2024-08-15",
            ],
            Self::Rules => &[
                "in force since 2009-12-01",
                "every day is counted rule \"6(a)(1)(B)\"",
                "after an event a closed last day rolls forward rule \"6(a)(1)(C)\"",
                "a period of fewer than 11 days skips closed days rule \"6(a)\"",
                "service by mail adds 3 days after the period rule \"6(d)\"",
            ],
            Self::Courts => &[
                "court \"C.D. Cal.\" \"Central District of California\" in CA circuit \"9th Cir.\" zone America/Los_Angeles",
            ],
        }
    }
}
