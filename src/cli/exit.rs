//! What the process says to the one that started it.

use std::process::{ExitCode, Termination};

use ordain_core::report::{Comparison, Fails, Report};

/// The exit statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Nothing is breached.
    Clean = 0,
    /// At least one duty is breached, or an expectation failed.
    Breached = 1,
    /// The rule or fact files, or the command, are wrong.
    Wrong = 2,
    /// With `--strict`: something is undetermined, or was not read.
    Undetermined = 3,
}

impl From<u8> for Exit {
    fn from(status: u8) -> Self {
        match status {
            0 => Self::Clean,
            1 => Self::Breached,
            3 => Self::Undetermined,
            _ => Self::Wrong,
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}

impl Exit {
    /// The worse of two, in the order 2, 1, 3, 0: with files that could not be read, nothing else can be relied on.
    pub(super) fn worse(self, other: Self) -> Self {
        let rank = |exit: Self| match exit {
            Self::Wrong => 3,
            Self::Breached => 2,
            Self::Undetermined => 1,
            Self::Clean => 0,
        };
        if rank(other) > rank(self) { other } else { self }
    }

    /// The status of a report, by the view that decides. Bad files come first:
    /// with a line unread, no other status can be relied on.
    pub(super) fn of(report: &Report, fails: Fails, baseline: Option<&Comparison>) -> Self {
        if report.files_wrong() {
            Self::Wrong
        } else if report.duties_fail(fails, baseline) {
            Self::Breached
        } else if report.doubt_fails(fails, baseline) {
            Self::Undetermined
        } else {
            Self::Clean
        }
    }
}
