//! Why a paper cannot be read.

use std::fmt;

use crate::Format;

/// Why a paper cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It is neither a PDF nor a DOCX.
    Unknown,
    /// Its name promises a format that it does not have.
    Misnamed(Format),
    /// It is of an older kind of word processor's file.
    OldDocument,
    /// It is encrypted; without its password nobody reads it.
    Encrypted(Format),
    /// Its bytes are not whole, or were never of this format.
    Damaged(Format),
    /// Every page of it is a picture.
    Scanned {
        /// How many pages it has.
        pages: usize,
    },
    /// It has no letter of text, and no picture either.
    Empty(Format),
    /// Its fonts do not say which letters their shapes are.
    Letters,
    /// Reading it would take more than the limits allow.
    TooLarge {
        /// The format.
        format: Format,
        /// What of it is too large.
        what: &'static str,
    },
}

impl Unreadable {
    /// What somebody can do about it.
    #[must_use]
    pub const fn remedy(&self) -> &'static str {
        match self {
            Self::Misnamed(_) => "download it again, or save it under a name that says what it is",
            Self::OldDocument => "open it with a word processor, and save it as DOCX",
            Self::Unknown => "save the text of the order as a PDF, a DOCX or plain text in UTF-8",
            Self::Encrypted(Format::Pdf) => "open it with its password, and print it to a new PDF",
            Self::Encrypted(Format::Docx) => "open it with its password, and save it without one",
            Self::Damaged(Format::Pdf) => "download it again; if a PDF reader opens it, print it to a new PDF",
            Self::Damaged(Format::Docx) => "get it again; if a word processor opens it, save it anew as DOCX",
            Self::Scanned { .. } => "run text recognition (OCR) on it, and use the PDF that comes out",
            Self::Empty(_) => "check that it is the right file",
            Self::Letters => "run text recognition (OCR) on it, or copy the text into a text file",
            Self::TooLarge { .. } => "make a smaller file with only the pages of the order",
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Misnamed(format) => write!(f, "its name says {}, and it is none", format.name()),
            Self::OldDocument => f.write_str("it is an old word processor's file (`.doc`)"),
            Self::Unknown => f.write_str("it is neither a PDF nor a DOCX"),
            Self::Encrypted(format) => write!(f, "the {} is encrypted", format.name()),
            Self::Damaged(format) => write!(f, "the {} is damaged or not complete", format.name()),
            Self::Scanned { pages: 1 } => f.write_str("the PDF is a scan: its page is a picture without text"),
            Self::Scanned { pages } => write!(f, "the PDF is a scan: its {pages} pages are pictures without text"),
            Self::Empty(format) => write!(f, "the {} has no text", format.name()),
            Self::Letters => f.write_str("the fonts of the PDF do not say which letters its shapes are"),
            Self::TooLarge { format, what } => write!(f, "the {} is too large: {what}", format.name()),
        }
    }
}

impl std::error::Error for Unreadable {}
