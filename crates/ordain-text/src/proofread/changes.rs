//! Words of a sentence that changes a date on purpose.

/// Words of a sentence that changes a date.
pub(super) const CHANGES: &[&str] = &[
    "extend",
    "extended",
    "extends",
    "extension",
    "continue",
    "continued",
    "continues",
    "reset",
    "vacated",
    "vacates",
    "amended",
    "modified",
    "instead",
    "revised",
    "rescheduled",
    "moved",
    "adjourned",
    "corrected",
    "supersedes",
    "again",
    "second",
    "supplemental",
    "enlarged",
    "changed",
];
