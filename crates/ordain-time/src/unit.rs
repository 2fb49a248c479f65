//! What is counted: how many, of what, and to which side of the event.

pub use ordain_base::unit::Unit;

/// `14 days`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// So many of a unit.
    #[must_use]
    pub const fn new(n: u32, unit: Unit) -> Self {
        Self { n, unit }
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}{}", self.n, self.unit.noun(), if self.n == 1 { "" } else { "s" })
    }
}

/// To which side of the event a period is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// `within 14 days after service`.
    After,
    /// `at least 21 days before the hearing`.
    Before,
}
