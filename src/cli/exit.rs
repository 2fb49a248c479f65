//! What the process says to the one that started it.

use std::process::{ExitCode, Termination};

use crate::report::Report;
use crate::verdict::{Kind, Verdict};

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
    /// With `--strict`: something is undetermined.
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
    /// The status of a report, by the view that decides. Bad files come first:
    /// with a line unread, no other status can be relied on.
    pub(super) fn of(report: &Report, strict: bool, late: bool) -> Self {
        let error = report.diagnostics.iter().any(|d| d.severity == crate::diag::Severity::Error);
        if report.incomplete || error {
            Self::Wrong
        } else if any(report.verdicts(), |k| k == Kind::Breached || (late && k == Kind::Late)) {
            Self::Breached
        } else if strict && any(report.verdicts(), |k| k == Kind::Undetermined) {
            Self::Undetermined
        } else {
            Self::Clean
        }
    }
}

/// True where a paragraph or one of its parts has such a verdict.
fn any(verdicts: &[Verdict], is: impl Fn(Kind) -> bool + Copy) -> bool {
    verdicts.iter().any(|v| is(v.kind) || any(&v.parts, is))
}
