//! Papers that are no plain text: PDF, DOCX. Who runs the session brings the reader.

use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::papers as codes;
use ordain_base::source::Span;

/// Reads the text of papers that are no plain text.
pub trait PaperReader: Sync {
    /// The text of a paper; none where its bytes are to be read as plain text.
    fn read(&self, path: &str, bytes: &[u8]) -> Option<Result<PaperText, PaperFault>>;
}

/// The text of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperText {
    /// The text; a form feed ends each page.
    pub text: String,
    /// False of a paper that does not say where its pages end.
    pub has_pages: bool,
    /// The pages, from 1, whose words are in pictures, and were not read.
    pub pictures: Vec<usize>,
    /// Letters that could not be recognized by their shapes.
    pub unknown_letters: usize,
}

impl PaperText {
    /// What of the paper was not read, for the words that name it.
    #[must_use]
    pub fn left_unread(&self, name: &str, span: Span) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if !self.pictures.is_empty() {
            found.push(codes::pages_unread(name, &self.pictures, span));
        }
        if self.unknown_letters > 0 {
            found.push(codes::letters_unread(name, self.unknown_letters, span));
        }
        if !self.has_pages {
            found.push(codes::without_pages(name, span));
        }
        found
    }
}

/// Why a paper cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperFault {
    /// What kind of fault it is.
    pub kind: PaperFaultKind,
    /// Why, as the end of a sentence.
    pub why: String,
    /// What to do.
    pub remedy: String,
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperFaultKind {
    /// It takes a password.
    Encrypted,
    /// It is not whole.
    Damaged,
    /// It has pictures of text, or letters that nobody can recognize, and no text.
    Scanned,
    /// It is larger than what is read.
    TooLarge,
    /// It is no paper of a kind that is read.
    Other,
}
