//! Why a row cannot be read.

use super::chunk::LONGEST;

/// Why a row cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// More or fewer values than the header has.
    Ragged {
        found: usize,
    },
    /// A quotation mark that opens a value and is never closed.
    Unclosed,
    /// Text between a closing quotation mark and the end of the value.
    AfterQuote,
    TooLong,
}

impl Fault {
    /// In one sentence, where the header has so many columns.
    #[must_use]
    pub fn reason(self, columns: usize) -> String {
        match self {
            Self::Ragged { found: 1 } => format!("it has 1 value, and the header has {columns}"),
            Self::Ragged { found } => format!("it has {found} values, and the header has {columns}"),
            Self::Unclosed => "a quotation mark opens a value and is never closed".to_owned(),
            Self::AfterQuote => "text follows the quotation mark that closes a value".to_owned(),
            Self::TooLong => format!("it is longer than {} MiB", LONGEST / (1024 * 1024)),
        }
    }
}
