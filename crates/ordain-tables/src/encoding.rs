//! The encodings in which load files come.

/// How the bytes of a file mean characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// The old encoding of Windows in the West.
    Windows1252,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252];

    /// Its name in a report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
        }
    }

    /// By one of its names, in any case.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let folded: String = name.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        Some(match folded.as_str() {
            "utf8" => Self::Utf8,
            "utf16" | "utf16le" | "unicode" => Self::Utf16Le,
            "utf16be" => Self::Utf16Be,
            "windows1252" | "cp1252" | "ansi" | "latin1" | "iso88591" | "western" => Self::Windows1252,
            _ => return None,
        })
    }
}
