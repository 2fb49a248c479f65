//! One file of a matter, and its bytes.

use ordain_base::source::SourceKind;

/// Files longer than this are refused.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// One file, as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The path as it is shown, with `/`.
    pub path: String,
    /// Its bytes, as they were read.
    pub bytes: Vec<u8>,
}

/// Where a text stops being UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUtf8 {
    /// The byte at which it stops.
    pub offset: usize,
    /// From 1.
    pub line: usize,
    /// What the file seems to be, and what to do.
    pub hint: &'static str,
}

impl Text {
    /// What the file is, by the end of its name.
    #[must_use]
    pub fn kind(&self) -> SourceKind {
        SourceKind::of_path(&self.path)
    }

    /// The text, if it is UTF-8.
    ///
    /// # Errors
    /// The place of the first byte that is not, with a guess at the encoding.
    pub fn decode(&self) -> Result<&str, NotUtf8> {
        std::str::from_utf8(&self.bytes).map_err(|e| {
            let good = self.bytes.get(..e.valid_up_to()).unwrap_or(&[]);
            let line = 1 + good.iter().filter(|b| **b == b'\n').count();
            let hint = match self.bytes.as_slice() {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "it looks like UTF-16: save it as UTF-8",
                [b'P', b'K', ..] => "it looks like a word processor's file: save it as plain text in UTF-8",
                [0x25, b'P', b'D', b'F', ..] => "it is a PDF: extract its text first",
                _ => "it looks like Windows-1252 or another old encoding: save it as UTF-8",
            };
            NotUtf8 { offset: e.valid_up_to(), line, hint }
        })
    }
}
