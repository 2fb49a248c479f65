//! Colour: a few named inks, written only where the style asks for them.

use super::Style;
use ordain_base::diag::Severity;
use ordain_core::verdict::Kind;

/// The inks of a report. Only the terminal's own sixteen colours are used, so
/// that they stay readable in any theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Bold,
    Dim,
    Red,
    Yellow,
    Green,
    Cyan,
    Magenta,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Red => "1;31",
            Self::Yellow => "33",
            Self::Green => "32",
            Self::Cyan => "36",
            Self::Magenta => "35",
        }
    }

    pub(crate) const fn severity(severity: Severity) -> Self {
        match severity {
            Severity::Error | Severity::Breach => Self::Red,
            Severity::Undetermined => Self::Magenta,
            Severity::Warning => Self::Yellow,
            Severity::Note => Self::Cyan,
        }
    }

    pub(crate) const fn verdict(kind: Kind) -> Self {
        match kind {
            Kind::Breached => Self::Red,
            Kind::Undetermined => Self::Magenta,
            Kind::Late => Self::Yellow,
            Kind::Pending | Kind::Available => Self::Cyan,
            Kind::Met | Kind::Kept | Kind::Used => Self::Green,
            Kind::Waiting | Kind::Stayed | Kind::Lifted | Kind::Expired => Self::Dim,
        }
    }
}

impl Style {
    /// `text` in this ink, or as it is where there is no color.
    pub(crate) fn paint(self, ink: Ink, text: &str) -> String {
        if self.color && !text.is_empty() { format!("\x1b[{}m{text}\x1b[0m", ink.code()) } else { text.to_owned() }
    }
}
