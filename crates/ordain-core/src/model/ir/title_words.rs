//! What a word says in the name of a paper, as orders and dockets write it: `Notice of Status`.

use InTitle as S;

/// What it says; a word may say several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTitle {
    /// What follows is what the paper is about: `of`, `regarding`.
    Connects,
    /// A kind of paper so wide that it distinguishes no paper from another.
    Wide,
    /// A paper that asks for something about another paper, or answers one, and is not that paper.
    AboutAnother,
    /// It is in so many titles that it distinguishes no paper from another.
    InManyTitles,
    /// It is in so many docket entries that it distinguishes none from another.
    InManyEntries,
    /// A paper that brings somebody before the court: it is served under Fed. R. Civ. P. 4 or 45, and not under Rule 5.
    Process,
    /// It names the request for more time itself, and not what the time is for.
    OfTheRequest,
}

#[rustfmt::skip]
const WORDS: &[(&str, &[InTitle])] = &[
    ("a", &[S::InManyTitles, S::InManyEntries]),
    ("about", &[S::Connects]),
    ("an", &[S::InManyTitles, S::InManyEntries]),
    ("and", &[S::InManyTitles, S::InManyEntries]),
    ("any", &[S::InManyTitles]),
    ("appearance", &[S::AboutAnother]),
    ("application", &[S::Wide, S::AboutAnother]),
    ("as", &[S::Connects]),
    ("brief", &[S::InManyTitles, S::InManyEntries]),
    ("by", &[S::Connects]),
    ("certificate", &[S::Wide, S::AboutAnother]),
    ("complaint", &[S::Process]),
    ("concerning", &[S::Connects]),
    ("copy", &[S::Wide]),
    ("document", &[S::Wide, S::InManyTitles, S::InManyEntries]),
    ("exhibit", &[S::Wide]),
    ("extension", &[S::OfTheRequest]),
    ("final", &[S::InManyTitles, S::InManyEntries]),
    ("first", &[S::InManyTitles, S::InManyEntries]),
    ("for", &[S::Connects, S::InManyEntries]),
    ("form", &[S::InManyTitles]),
    ("from", &[S::Connects]),
    ("in", &[S::Connects, S::InManyEntries]),
    ("initial", &[S::InManyTitles]),
    ("joint", &[S::InManyTitles, S::InManyEntries]),
    ("letter", &[S::Wide, S::InManyTitles]),
    ("list", &[S::InManyTitles]),
    ("memorandum", &[S::InManyTitles]),
    ("motion", &[S::Wide, S::AboutAnother, S::InManyTitles, S::InManyEntries, S::OfTheRequest]),
    ("notice", &[S::Wide, S::InManyTitles, S::InManyEntries]),
    ("objection", &[S::AboutAnother]),
    ("of", &[S::Connects, S::InManyEntries]),
    ("on", &[S::Connects, S::InManyEntries]),
    ("opposition", &[S::AboutAnother]),
    ("or", &[S::InManyEntries]),
    ("order", &[S::Wide, S::AboutAnother, S::InManyTitles, S::InManyEntries]),
    ("paper", &[S::Wide, S::InManyTitles, S::InManyEntries]),
    ("party", &[S::InManyTitles]),
    ("petition", &[S::AboutAnother, S::Process]),
    ("plan", &[S::InManyTitles]),
    ("process", &[S::Process]),
    ("proposed", &[S::InManyTitles, S::InManyEntries]),
    ("pursuant", &[S::Connects]),
    ("re", &[S::Connects]),
    ("record", &[S::InManyTitles]),
    ("regarding", &[S::Connects]),
    ("reply", &[S::AboutAnother]),
    ("report", &[S::InManyTitles, S::InManyEntries]),
    ("request", &[S::Wide, S::AboutAnother, S::InManyTitles]),
    ("requesting", &[S::Connects]),
    ("response", &[S::AboutAnother]),
    ("s", &[S::InManyTitles]),
    ("second", &[S::InManyTitles, S::InManyEntries]),
    ("seeking", &[S::Connects]),
    ("statement", &[S::InManyTitles, S::InManyEntries]),
    ("stipulation", &[S::Wide, S::AboutAnother]),
    ("subpoena", &[S::Process]),
    ("summons", &[S::Process]),
    ("supplemental", &[S::InManyTitles, S::InManyEntries]),
    ("the", &[S::InManyTitles, S::InManyEntries]),
    ("to", &[S::Connects, S::InManyEntries]),
    ("under", &[S::Connects]),
    ("with", &[S::Connects]),
    ("writ", &[S::Process]),
    ("written", &[S::InManyTitles, S::InManyEntries]),
];

impl InTitle {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Connects,
        Self::Wide,
        Self::AboutAnother,
        Self::InManyTitles,
        Self::InManyEntries,
        Self::Process,
        Self::OfTheRequest,
    ];

    /// What it means where two names of papers are compared, as the list of words says it.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Connects => "what follows is what the paper is about",
            Self::Wide => "two papers of this kind need another word in common",
            Self::AboutAnother => "asks for something about another paper, or answers one, and is not that paper",
            Self::InManyTitles => "distinguishes no paper from another in a title",
            Self::InManyEntries => "distinguishes no paper from another in an entry of the docket",
            Self::Process => "is served under Fed. R. Civ. P. 4 or 45: no way of service adds days",
            Self::OfTheRequest => "in a request for more time, is not what the time is for",
        }
    }

    /// The words that say it.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        WORDS.iter().filter(move |(_, said)| said.contains(&self)).map(|(word, _)| *word)
    }

    /// True of a word, in lower case, that says this.
    #[must_use]
    pub fn is_said_by(self, word: &str) -> bool {
        WORDS.binary_search_by_key(&word, |(listed, _)| listed).is_ok_and(|at| WORDS[at].1.contains(&self))
    }
}

/// Words of the title of a request, in lower case, of which one is enough to say that it asks for more time.
const MORE_TIME: [&str; 4] = ["exten", "enlarge", "more time", "additional time"];

/// True of a title, in lower case, that asks for more time.
#[must_use]
pub fn asks_for_time(title: &str) -> bool {
    MORE_TIME.iter().any(|words| title.contains(words))
}

/// True of a title, in lower case, of a notice to somebody; a notice of appeal is none.
#[must_use]
pub fn is_notice(title: &str) -> bool {
    title == "notice" || title.starts_with("notice of") && !title.contains("appeal")
}

#[cfg(test)]
mod tests {
    use super::{InTitle, WORDS, asks_for_time, is_notice};

    #[test]
    fn every_word_is_found() {
        assert!(WORDS.is_sorted_by_key(|(word, _)| word));
        for (word, said) in WORDS {
            assert!(said.iter().all(|s| s.is_said_by(word)), "{word}");
        }
        assert!(!InTitle::Process.is_said_by("answer"));
    }

    #[test]
    fn titles_of_requests_and_of_notices() {
        assert!(asks_for_time("unopposed motion for extension of time") && !asks_for_time("motion to quash"));
        assert!(is_notice("notice of default") && !is_notice("notice of appeal") && !is_notice("status report"));
    }
}
