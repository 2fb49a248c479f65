//! What the evaluation must know of a common deliverable, beside its name.

/// One such thing; a deliverable may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// What a paper is made of, and measured by: `list of 30 topics`.
    Measure,
    /// Pages: those of one paper are not those of another.
    Page,
    /// Documents, which make a category of a record whole.
    Document,
    /// Copies of another paper.
    Copy,
    /// More time.
    Extension,
    /// A measure that is served by itself too: `serve interrogatories`.
    ServedByItself,
    /// Documents and their like: the record seldom says which of them an act was done to.
    Material,
    /// What documents are counted in: `produced 25 files`.
    UnitOfDocuments,
    /// A paper that answers a motion, or answers that answer.
    AnswersAMotion,
    /// A pleading that is answered: by an answer, or by a motion in its place.
    Pleading,
    /// A request for discovery: the response to it is served, and not filed.
    DiscoveryRequest,
    /// A log of what was withheld.
    Log,
    /// A paper that asks the Court for something.
    AsksTheCourt,
    /// Its name says what it is for: `motion to quash`.
    SaysItsPurpose,
    /// An event or an act: what a period runs from is not its filing.
    NoPaper,
    /// Any hearing.
    Hearing,
    /// A party has one of it in a case, so that two orders that ask for it mean the same.
    OneInACase,
    /// One of several that have numbers or letters: `Exhibit A`, `Interrogatories 1-5`.
    Numbered,
}

impl Nature {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Measure,
        Self::Page,
        Self::Document,
        Self::Copy,
        Self::Extension,
        Self::ServedByItself,
        Self::Material,
        Self::UnitOfDocuments,
        Self::AnswersAMotion,
        Self::Pleading,
        Self::DiscoveryRequest,
        Self::Log,
        Self::AsksTheCourt,
        Self::SaysItsPurpose,
        Self::NoPaper,
        Self::Hearing,
        Self::OneInACase,
        Self::Numbered,
    ];

    /// What it means for a duty, as the list of words says it; empty where the name says it already.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Measure => "measures a paper",
            Self::Page
            | Self::Hearing
            | Self::Document
            | Self::Copy
            | Self::Extension
            | Self::Log
            | Self::SaysItsPurpose => "",
            Self::ServedByItself => "is served by itself too",
            Self::Material => "an act need not say which of it",
            Self::UnitOfDocuments => "documents are counted in it",
            Self::AnswersAMotion => "answers a motion",
            Self::Pleading => "answered by an answer; you decide whether a motion stands in its place",
            Self::DiscoveryRequest => "a response to it is served, and not filed",
            Self::AsksTheCourt => "asks the Court",
            Self::NoPaper => "an event, and no paper",
            Self::OneInACase => "a party has one in a case",
            Self::Numbered => "may be followed by its number or letter",
        }
    }
}
