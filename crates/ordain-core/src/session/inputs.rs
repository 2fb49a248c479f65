//! What a matter is read with, besides its own files.

use ordain_tables::row_engine;

use super::files::TableFiles;
use super::papers::PaperReader;

/// What a matter is read with, besides its own files.
#[derive(Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// Texts of orders that no file of the matter names: each is an order and
    /// the path of one of the texts.
    pub ties: &'a [OrderTextFile],
    /// Where the files of its tables are. Without it tables are read as
    /// statements, and their files are not looked at.
    pub tables: Option<&'a dyn TableFiles>,
    /// What reads papers that are no plain text. Without it their text has to be extracted first.
    pub papers: Option<&'a dyn PaperReader>,
    /// On how many threads and in how much memory they are read.
    pub how: row_engine::Options,
    /// Called while tables are read.
    pub progress: Option<OnProgress<'a>>,
}

/// Called with how many bytes more are read, and of how many in all, where that is known beforehand.
pub type OnProgress<'a> = &'a (dyn Fn(u64, Option<u64>) + Sync);

/// `--text Enforcement=order.txt`: an order, and the path of its text among the files given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderTextFile {
    /// The order whose text it is.
    pub order: String,
    /// The path of the text.
    pub path: String,
}
