//! Codes: a family letter and four digits, stable for ever.

use serde::{Serialize, Serializer};

/// How much a finding weighs. The order is that of a report: worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file cannot be read as written.
    Error,
    /// A duty was not performed in time.
    Breach,
    /// Only a person, or a fact that is missing, can decide.
    Undetermined,
    Warning,
    Note,
}

impl Severity {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Breach => "breach",
            Self::Undetermined => "undetermined",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One entry of the catalogue. Families: `S` syntax, `N` names, `T` time,
/// `L` lint of a text, `F` facts, `D` duties.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// `D0301`.
    pub id: &'static str,
    /// Kebab-case name, unique: `duty-breached`.
    pub name: &'static str,
    pub severity: Severity,
    /// One sentence for the list of codes.
    pub summary: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.id)
    }
}

/// Declares the codes of one family and the list the catalogue reads.
macro_rules! codes {
    ($($name:ident = $id:literal, $kebab:literal, $severity:ident, $summary:literal;)*) => {
        $(
            #[doc = $summary]
            pub const $name: $crate::diag::Code = $crate::diag::Code {
                id: $id, name: $kebab, severity: $crate::diag::Severity::$severity, summary: $summary,
            };
        )*
        /// Every code of this family, in order.
        pub const ALL: &[$crate::diag::Code] = &[$($name),*];
    };
}
pub(crate) use codes;
