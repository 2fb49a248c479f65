//! The parts of a statement, each with what it says.

/// One act with its time, or one disposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// `(a)`, where the paragraph has several.
    pub label: String,
    /// In the order in which a sentence says them.
    pub parts: Vec<Part>,
}

/// One part of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub role: Role,
    pub text: String,
    /// Only a person can apply it: the program carries the words and decides nothing by them.
    pub by_person: bool,
}

impl Part {
    pub(super) fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into(), by_person: false }
    }

    /// Words that only a person can apply.
    pub(super) fn by_person(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into(), by_person: true }
    }
}

/// What a part says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    Who,
    Modality,
    /// Of a paragraph that is listed: what kind of words it has.
    Kind,
    Act,
    Object,
    Recipient,
    /// By when, and counted from what.
    Due,
    /// How much later or earlier a disposition moves a day.
    Shift,
    /// How long it lasts.
    Until,
    /// `for each …`: one part for each.
    Each,
    /// The rows of a table that it is over, and what each must be like.
    Rows,
    Condition,
    Exception,
    /// The paragraphs that yield to this one.
    Despite,
    /// What may be done instead.
    Alternative,
    Limit,
    Manner,
    /// The parties, cases and sets that a disposition reaches.
    Reaches,
    /// What takes the place of the words of a paragraph.
    Replacement,
    Consequence,
    /// From when it binds.
    Effective,
    Topic,
    Case,
    Words,
    Source,
    Quote,
    Note,
}

impl Role {
    /// Every role, in the order in which they are listed.
    pub const ALL: [Self; 27] = [
        Self::Who,
        Self::Modality,
        Self::Kind,
        Self::Act,
        Self::Object,
        Self::Recipient,
        Self::Due,
        Self::Shift,
        Self::Until,
        Self::Each,
        Self::Rows,
        Self::Condition,
        Self::Exception,
        Self::Despite,
        Self::Alternative,
        Self::Limit,
        Self::Manner,
        Self::Reaches,
        Self::Replacement,
        Self::Consequence,
        Self::Effective,
        Self::Topic,
        Self::Case,
        Self::Words,
        Self::Source,
        Self::Quote,
        Self::Note,
    ];

    /// The name in JSON; it stays the same from version to version.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Modality => "modality",
            Self::Kind => "kind",
            Self::Act => "act",
            Self::Object => "object",
            Self::Recipient => "recipient",
            Self::Due => "due",
            Self::Shift => "shift",
            Self::Until => "until",
            Self::Each => "each",
            Self::Rows => "rows",
            Self::Condition => "condition",
            Self::Exception => "exception",
            Self::Despite => "despite",
            Self::Alternative => "alternative",
            Self::Limit => "limit",
            Self::Manner => "manner",
            Self::Reaches => "reaches",
            Self::Replacement => "replacement",
            Self::Consequence => "consequence",
            Self::Effective => "effective",
            Self::Topic => "topic",
            Self::Case => "case",
            Self::Words => "words",
            Self::Source => "source",
            Self::Quote => "quote",
            Self::Note => "note",
        }
    }

    /// What it is called where people read it.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Modality => "must or may",
            Self::Kind => "kind",
            Self::Act => "what",
            Self::Object => "to what",
            Self::Recipient => "to whom",
            Self::Due => "by when",
            Self::Shift => "moved by",
            Self::Until => "how long",
            Self::Each => "for each",
            Self::Rows => "over rows",
            Self::Condition => "on condition",
            Self::Exception => "except",
            Self::Despite => "before",
            Self::Alternative => "or instead",
            Self::Limit => "at most",
            Self::Manner => "how",
            Self::Reaches => "reaches",
            Self::Replacement => "becomes",
            Self::Consequence => "on breach",
            Self::Effective => "from",
            Self::Topic => "topic",
            Self::Case => "case",
            Self::Words => "words",
            Self::Source => "source",
            Self::Quote => "quoted",
            Self::Note => "note",
        }
    }
}
