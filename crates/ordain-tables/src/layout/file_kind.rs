//! What kind of file a layout is about. Each kind has a reader in the register of `read`.

/// What kind of file a layout is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// CSV, DAT, or a workbook: the file shows which.
    Delimited,
    Opticon,
    Lfp,
    Json,
}

impl FileKind {
    pub const ALL: [Self; 4] = [Self::Delimited, Self::Opticon, Self::Lfp, Self::Json];

    /// As a layout writes it after `file`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Delimited => "delimited",
            Self::Opticon => "Opticon",
            Self::Lfp => "LFP",
            Self::Json => "JSON",
        }
    }

    /// By its word.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}
