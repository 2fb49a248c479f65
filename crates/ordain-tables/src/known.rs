//! What a file turned out to be.

use std::io;
use std::sync::Arc;

use crate::format::{File, Format};
use crate::layout::FileKind;
use crate::{Encoding, Limits, Place, Source, Trouble};

/// Where the names of the columns come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// A line of the file, from 1, and what shows it.
    Line {
        /// From 1.
        line: u32,
        /// What shows it.
        why: String,
    },
    /// There is none, and what shows it: columns are numbered.
    Absent(String),
    /// The format has its own.
    Fixed(&'static str),
    /// The names of the objects.
    Names,
    /// The file shows neither.
    Unclear,
}

/// A file, known well enough to be read.
#[derive(Debug, Clone)]
pub struct Known {
    /// The format, with what it found in the file.
    pub format: Arc<dyn Format>,
    /// What a layout calls such files.
    pub kind: Option<FileKind>,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// Of a JSON file: columns whose value is the same in every row.
    pub beside: Vec<(usize, String)>,
    /// The encoding and what shows it; none for a workbook.
    pub encoding: Option<(Encoding, String)>,
    /// Where those names come from.
    pub heading: Heading,
    /// The file is compressed.
    pub packed: bool,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// Why it is only a part of the whole, where the file says so: then it closes nothing.
    pub part: Option<PartOf>,
    /// What is odd about the file, and was taken into account.
    pub remark: Option<String>,
}

/// A part of a list, as its file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartOf {
    /// `the next is …`, without its subject.
    pub why: String,
    /// How many entries it has, and how many there are in all, where it says that.
    pub rows: u64,
    /// How many there are in all.
    pub all: Option<u64>,
}

/// Why a file is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// It cannot be read.
    Unreadable(Trouble),
    /// It does not show something that must be said: what, and the line to write.
    Undeclared {
        /// What the file does not show.
        reason: String,
        /// The line to write.
        help: String,
    },
}

impl Unknown {
    pub(crate) fn undeclared(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Undeclared { reason: reason.into(), help: help.into() }
    }
}

impl From<io::Error> for Unknown {
    fn from(e: io::Error) -> Self {
        Self::Unreadable(Trouble { place: Place { row: 1, line: 1, byte: 0 }, column: None, reason: e.to_string() })
    }
}

impl From<Trouble> for Unknown {
    fn from(trouble: Trouble) -> Self {
        Self::Unreadable(trouble)
    }
}

impl Known {
    pub(crate) fn new(format: impl Format + 'static, columns: Vec<String>, heading: Heading) -> Self {
        Self {
            format: Arc::new(format),
            kind: None,
            columns,
            beside: Vec::new(),
            encoding: None,
            heading,
            packed: false,
            sheets: Vec::new(),
            part: None,
            remark: None,
        }
    }

    /// With the encoding of its text, and what shows it.
    #[must_use]
    pub(crate) fn encoded(self, encoding: &(Encoding, String)) -> Self {
        Self { encoding: Some(encoding.clone()), ..self }
    }

    /// The file, ready to be read.
    #[must_use]
    pub fn open<'a>(&self, source: &'a dyn Source, limits: Limits) -> File<'a> {
        File::new(source, Arc::clone(&self.format), self.columns.clone(), self.beside.clone(), limits)
    }
}
