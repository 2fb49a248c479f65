//! Codes: a family letter and four digits, stable for ever.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Page;

/// Where the pages of the codes are, from the top folder of the project.
pub const PAGES: &str = "crates/ordain-base/src/diag/pages";

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
    /// Something that a reader should look at; nothing is misread.
    Warning,
    /// Something worth knowing.
    Note,
}

impl Severity {
    /// Its word in a report and in JSON.
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
#[derive(Clone, Copy)]
pub struct Code {
    /// `D0301`.
    pub id: &'static str,
    /// Kebab-case name, unique: `duty-breached`.
    pub name: &'static str,
    /// How much a finding with this code weighs.
    pub severity: Severity,
    /// One sentence for the list of codes.
    pub summary: &'static str,
    /// Its page, in Markdown: `crates/ordain-base/src/diag/pages/<ID>.md`.
    pub markdown: &'static str,
}

impl Code {
    /// Where its page is on the web; none where the package does not say where it lives.
    #[must_use]
    pub fn page_on_the_web(self) -> Option<String> {
        let home = env!("CARGO_PKG_REPOSITORY");
        (!home.is_empty()).then(|| format!("{home}/blob/main/{PAGES}/{}.md", self.id))
    }

    /// Its page, in parts.
    #[must_use]
    pub fn page(self) -> Page<'static> {
        Page::parse(self.markdown)
    }

    /// The family its letter names.
    #[must_use]
    pub fn family(self) -> Family {
        Family::ALL.into_iter().find(|f| self.id.starts_with(f.letter())).unwrap_or(Family::Duties)
    }
}

/// What a code is about, by its letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// `S`: the shape of a file.
    Syntax,
    /// `N`: names and verbs.
    Names,
    /// `T`: dates, counting, calendars.
    Time,
    /// `L`: lints of texts and matters.
    Lints,
    /// `F`: the record.
    Facts,
    /// `D`: what became of duties.
    Duties,
}

impl Family {
    /// In the order of the catalogue.
    pub const ALL: [Self; 6] = [Self::Syntax, Self::Names, Self::Time, Self::Lints, Self::Facts, Self::Duties];

    /// The letter with which its codes begin.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Syntax => 'S',
            Self::Names => 'N',
            Self::Time => 'T',
            Self::Lints => 'L',
            Self::Facts => 'F',
            Self::Duties => 'D',
        }
    }

    /// For a heading: `Dates, deadlines and the counting of days`.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Syntax => "The shape of a file",
            Self::Names => "Names, and what they stand for",
            Self::Time => "Dates, deadlines and the counting of days",
            Self::Lints => "The words of an order, and habits of rule files",
            Self::Facts => "The record",
            Self::Duties => "Duties and their verdicts",
        }
    }
}

impl fmt::Debug for Code {
    /// Without its page.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.name)
    }
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
                markdown: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/diag/pages/", $id, ".md")),
            };
        )*
        /// Every code of this family, in order.
        pub const ALL: &[$crate::diag::Code] = &[$($name),*];
    };
}
pub(crate) use codes;
