//! The two formats, by their first bytes and by the ends of names.

/// A format of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// The format of word processors: Office Open XML.
    Docx,
}

/// How far into a file its header may be: some programs write lines before it.
const HEADER_WITHIN: usize = 1024;

impl Format {
    /// The format of these bytes. Any packed folder counts as a DOCX; reading it shows whether it is one.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") {
            return Some(Self::Docx);
        }
        let head = bytes.get(..bytes.len().min(HEADER_WITHIN)).unwrap_or(&[]);
        memchr::memmem::find(head, b"%PDF-").map(|_| Self::Pdf)
    }

    /// The format that the end of a name promises.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, end) = name.rsplit_once('.')?;
        match () {
            () if end.eq_ignore_ascii_case("pdf") => Some(Self::Pdf),
            () if end.eq_ignore_ascii_case("docx") => Some(Self::Docx),
            () => None,
        }
    }

    /// As people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
        }
    }
}
