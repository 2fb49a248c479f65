//! A table of the record.

use super::closing::Closing;
use crate::model::PartyId;
use ordain_tables::Declared;

/// A file of the record with what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub declared: Declared,
    /// Who asserts what it says; where empty, it stands as plain facts do.
    pub by: Vec<PartyId>,
    /// Inside this table silence speaks, through that day and for those acts.
    pub complete: Option<Closing>,
    pub cites: Vec<String>,
    /// The fields for which its files have columns, once they were opened.
    pub fields: Option<Vec<String>>,
    /// Those of which its layout says that one cell has several, and what parts them.
    pub lists: Vec<(String, char)>,
}
