//! A diagnostic, and how sure the lint is of it.

use serde::Serialize;

use ordain_base::diag::Diagnostic;

/// How likely the finding is a slip of the order and not of its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Worth a look.
    Low,
    /// The words fit, and another reading is possible.
    Medium,
    /// Arithmetic: both passages cannot stand.
    High,
}

impl Confidence {
    /// Its word in a report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// What a lint found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How sure the lint is.
    pub confidence: Confidence,
    /// What was found, and where.
    pub diagnostic: Diagnostic,
}

impl Finding {
    pub(super) fn new(confidence: Confidence, diagnostic: Diagnostic) -> Self {
        Self { confidence, diagnostic }
    }

    pub(super) fn high(diagnostic: Diagnostic) -> Self {
        Self::new(Confidence::High, diagnostic)
    }

    pub(super) fn medium(diagnostic: Diagnostic) -> Self {
        Self::new(Confidence::Medium, diagnostic)
    }

    pub(super) fn low(diagnostic: Diagnostic) -> Self {
        Self::new(Confidence::Low, diagnostic)
    }
}
