//! Where the files of a plan come from, and why a run may end without an answer.

use std::io::{self, Read};

use thiserror::Error as ThisError;

use super::spill::Scratch;
use super::value::MANY_LABELS;
use crate::Reader;
use crate::delimited::Dialect;

/// How a run goes about it; none of it changes what is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    pub threads: usize,
    /// What may grow with the data: indexes, hashes. What is above goes to the disk.
    pub memory: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { threads: 2, memory: u64::MAX }
    }
}

/// A file, opened.
pub enum Opened<'s> {
    /// Text between separators, as bytes: read by several threads.
    Delimited(Box<dyn Read + Send + 's>, Dialect),
    /// The same where the names of the columns are known: those, the lines before
    /// the first row, and the SHA-256 of the file where it is not that of the bytes.
    Known { input: Box<dyn Read + Send + 's>, dialect: Dialect, columns: Vec<String>, lines: u32, hash: Option<String> },
    /// Any other format, row by row: the names of its columns, and the SHA-256 of its file.
    Rows { reader: Box<dyn Reader + Send + 's>, columns: Vec<String>, hash: String },
}

/// Where the files are.
pub trait Source: Sync {
    /// # Errors
    /// What the system says.
    fn open(&self, file: &str) -> io::Result<Opened<'_>>;

    /// A temporary file, gone when it is let go of.
    ///
    /// # Errors
    /// What the system says.
    fn scratch(&self) -> io::Result<Box<dyn Scratch>>;

    /// So many bytes more are done.
    fn progress(&self, _bytes: u64) {}
}

/// Why nothing was found out.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum Error {
    #[error("`{file}` of table `{table}` cannot be read: {why}")]
    Read { table: String, file: String, why: String },
    #[error("`{file}` has no column `{column}`")]
    NoColumn { table: String, file: String, field: String, column: String, header: Vec<String> },
    #[error("`{field}` of table `{table}` has more than {MANY_LABELS} different values: rows cannot be counted by it")]
    ManyLabels { table: String, field: String },
    #[error("table `{0}` was not opened")]
    NotOpened(String),
    #[error("the disk is needed and cannot be used: {0}")]
    Disk(String),
    #[error("the plan names a table that it does not have")]
    Plan,
}

impl Error {
    /// The temporary file failed.
    pub(super) fn disk(error: io::Error) -> Self {
        Self::Disk(error.to_string())
    }
}
