//! A layout as a value.

use super::file_kind::FileKind;
use crate::{DateOrder, Kind, Rows};
use ordain_base::source::Span;

/// One column and the names it goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub field: String,
    pub kind: Kind,
    pub names: Vec<String>,
    /// What parts several in one cell.
    pub list: Option<char>,
    /// A file may have several of them, and a row gives it in the first that is filled.
    pub first: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub name: String,
    pub title: String,
    /// `2024-01`, as the file says.
    pub version: String,
    pub rows: Option<Rows>,
    pub file: FileKind,
    pub separator: Option<char>,
    pub qualifier: Option<char>,
    pub newline: Option<char>,
    /// The list of a JSON file whose objects are the rows.
    pub list: Option<String>,
    pub dates: Option<DateOrder>,
    pub columns: Vec<Column>,
    pub sources: Vec<String>,
    pub notes: Vec<String>,
    pub span: Span,
}

impl Layout {
    /// The column that goes by this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.names.iter().any(|n| folded_letters(n).eq(folded_letters(name))))
    }
}

/// Names compare by their letters and digits alone: `Bates Begin*` is `BATES_BEGIN`.
#[must_use]
pub fn fold_name(name: &str) -> String {
    folded_letters(name).collect()
}

/// [`fold_name`] letter by letter: two names are most often distinguished by their first.
fn folded_letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
