//! What tells one part of a paragraph from its siblings. Its words are made here,
//! and nowhere read back.

use std::fmt;

/// One step from a paragraph to a part of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `(a)`, `(a) file answer`, `file answer`: one of several acts, by its letter, its words, or both.
    Item {
        /// `(a)`; empty where it has none.
        letter: String,
        /// `file answer`; empty where the letter says enough.
        act: String,
    },
    /// `Plaintiffs`: one of several who are bound.
    Bearer(String),
    /// `category 4`, by its label.
    Category(String),
    /// `custodian Smith`, `category unknown`: rows that are counted apart.
    Group(String),
    /// `answer`, `D1`: one of several things.
    Thing(String),
    /// `Ruling of 2024-03-04`: one of several times that something happened.
    Occurrence(String),
    /// `#3`, `answer #3`: one of a duty that recurs, of one of its things where it has several.
    Instance {
        /// The thing, where the duty has several.
        of: Option<String>,
        /// From 1.
        n: u32,
    },
    /// `limit of 10 pages`: what is done is held against a number.
    Limit(String),
    /// What an order required before another changed it.
    AsFirstOrdered,
}

impl Part {
    /// An item; `None` where it has neither letter nor words.
    #[must_use]
    pub fn item(letter: &str, act: &str) -> Option<Self> {
        (!letter.is_empty() || !act.is_empty()).then(|| Self::Item { letter: letter.to_owned(), act: act.to_owned() })
    }

    /// It is under a letter.
    #[must_use]
    pub const fn is_lettered(&self) -> bool {
        matches!(self, Self::Item { letter, .. } if !letter.is_empty())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item { letter, act } if letter.is_empty() => f.write_str(act),
            Self::Item { letter, act } if act.is_empty() => f.write_str(letter),
            Self::Item { letter, act } => write!(f, "{letter} {act}"),
            Self::Bearer(name) | Self::Group(name) | Self::Thing(name) | Self::Occurrence(name) | Self::Limit(name) => {
                f.write_str(name)
            }
            Self::Category(label) => write!(f, "category {label}"),
            Self::Instance { of: None, n } => write!(f, "#{n}"),
            Self::Instance { of: Some(thing), n } => write!(f, "{thing} #{n}"),
            Self::AsFirstOrdered => f.write_str("as first ordered"),
        }
    }
}

/// `Plaintiffs (a) category 4`.
#[must_use]
pub fn in_words(path: &[Part]) -> String {
    path.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The words after the letter, where any are there: `category 4` of `(a) category 4`.
#[must_use]
pub fn without_letter(path: &[Part]) -> String {
    let Some(at) = path.iter().rposition(Part::is_lettered) else { return in_words(path) };
    let mut rest = path[at..].to_vec();
    if let Some(Part::Item { letter, .. }) = rest.first_mut() {
        letter.clear();
    }
    match in_words(&rest).trim_start() {
        "" => in_words(path),
        words => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, in_words, without_letter};

    #[test]
    fn words_of_parts() {
        let item = |letter: &str, act: &str| Part::item(letter, act).unwrap();
        let rent = || Part::Category("2".to_owned());
        for (path, words, short) in [
            (vec![item("(b)", "")], "(b)", "(b)"),
            (vec![item("(b)", "file brief")], "(b) file brief", "file brief"),
            (vec![item("", "file brief")], "file brief", "file brief"),
            (vec![item("(b)", ""), rent()], "(b) category 2", "category 2"),
            (vec![Part::Bearer("Tenants".to_owned()), rent()], "Tenants category 2", "Tenants category 2"),
            (vec![Part::Instance { of: Some("report".to_owned()), n: 4 }], "report #4", "report #4"),
        ] {
            assert_eq!((in_words(&path).as_str(), without_letter(&path).as_str()), (words, short));
        }
        assert_eq!(Part::item("", ""), None);
    }
}
