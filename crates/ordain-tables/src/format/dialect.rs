//! How the values of a text are kept apart.

/// How values are parted and held together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// In UTF-8.
    pub separator: char,
    pub qualifier: Option<char>,
    /// The qualifier inside a value is written twice (CSV).
    pub doubled: bool,
    /// What means a line's end inside a value: `®`.
    pub newline: Option<char>,
}

impl Dialect {
    /// Comma or tab and quotation marks, as RFC 4180 has it.
    #[must_use]
    pub const fn csv(separator: char) -> Self {
        Self { separator, qualifier: Some('"'), doubled: true, newline: None }
    }

    /// The delimiters Concordance recommends.
    #[must_use]
    pub const fn concordance() -> Self {
        Self { separator: '\u{14}', qualifier: Some('þ'), doubled: false, newline: Some('®') }
    }
}
