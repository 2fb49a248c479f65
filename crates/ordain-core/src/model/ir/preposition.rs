//! The words that tie one thing to another.

/// `to Motion`, `of ¶ 1`, `for the log`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preposition {
    Of,
    To,
    For,
    In,
    On,
    From,
    With,
    By,
    At,
    Into,
    Upon,
    Under,
    Against,
    Within,
    Between,
    Among,
    Regarding,
    Concerning,
    About,
    As,
    Per,
    Before,
    After,
    Through,
    Until,
    During,
    Without,
    Via,
    Toward,
    Towards,
}

impl Preposition {
    /// All of them, in the order in which a near word is looked for.
    pub const ALL: [Self; 30] = [
        Self::Of,
        Self::To,
        Self::For,
        Self::In,
        Self::On,
        Self::From,
        Self::With,
        Self::By,
        Self::At,
        Self::Into,
        Self::Upon,
        Self::Under,
        Self::Against,
        Self::Within,
        Self::Between,
        Self::Among,
        Self::Regarding,
        Self::Concerning,
        Self::About,
        Self::As,
        Self::Per,
        Self::Before,
        Self::After,
        Self::Through,
        Self::Until,
        Self::During,
        Self::Without,
        Self::Via,
        Self::Toward,
        Self::Towards,
    ];

    /// The preposition that is this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.word() == word)
    }

    /// It as it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Of => "of",
            Self::To => "to",
            Self::For => "for",
            Self::In => "in",
            Self::On => "on",
            Self::From => "from",
            Self::With => "with",
            Self::By => "by",
            Self::At => "at",
            Self::Into => "into",
            Self::Upon => "upon",
            Self::Under => "under",
            Self::Against => "against",
            Self::Within => "within",
            Self::Between => "between",
            Self::Among => "among",
            Self::Regarding => "regarding",
            Self::Concerning => "concerning",
            Self::About => "about",
            Self::As => "as",
            Self::Per => "per",
            Self::Before => "before",
            Self::After => "after",
            Self::Through => "through",
            Self::Until => "until",
            Self::During => "during",
            Self::Without => "without",
            Self::Via => "via",
            Self::Toward => "toward",
            Self::Towards => "towards",
        }
    }
}
