//! The record of a matter. Nothing in it is simply true; a view decides what is accepted.

use super::assertion::Assertion;
use super::closing::Closing;
use super::docket::Docket;
use super::excuse::Excuse;
use super::table::Table;

/// The record of a matter.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    pub assertions: Vec<Assertion>,
    pub closings: Vec<Closing>,
    pub excuses: Vec<Excuse>,
    /// Each under a name of its own.
    pub tables: Vec<Table>,
    pub docket: Docket,
}

impl Ledger {
    /// The table of this name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.declared.name.value.eq_ignore_ascii_case(name))
    }
}
