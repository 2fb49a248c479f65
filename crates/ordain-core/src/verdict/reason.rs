//! Why a verdict is what it is.

use ordain_base::diag::InShort;
use ordain_base::source::Span;
use ordain_base::steps;

/// Words of an order or of the record, with what is said of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where it is written.
    pub span: Span,
    /// In words.
    pub text: String,
    /// The id of the fact, where the words are a fact's.
    pub fact: Option<String>,
    /// The citation of the words: `Motion at 2`.
    pub cite: Option<String>,
}

/// A node of the tree of reasons; its leaves carry places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// In words.
    pub text: String,
    /// Where it is written.
    pub place: Option<Place>,
    /// What it rests on.
    pub because: Vec<Reason>,
    /// How a short report says it.
    pub short: InShort,
}

impl Reason {
    /// A reason without a place.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), place: None, because: Vec::new(), short: InShort::Said }
    }

    /// One thing said: words at a place.
    pub fn at(text: impl Into<String>, place: Place) -> Self {
        Self { text: text.into(), place: Some(place), because: Vec::new(), short: InShort::Said }
    }

    /// The same without what lies deeper than so many levels: the reasons of another paragraph are under that one.
    #[must_use]
    pub fn to_depth(&self, levels: usize) -> Self {
        steps::count(1);
        let because = match levels.checked_sub(1) {
            Some(left) => self.because.iter().map(|r| r.to_depth(left)).collect(),
            None if self.because.is_empty() => Vec::new(),
            None => vec![Self::new("the reasons of that are given with its own paragraph")],
        };
        Self { text: self.text.clone(), place: self.place.clone(), because, short: self.short.clone() }
    }

    /// The same, with what it rests on.
    #[must_use]
    pub fn because(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.because.extend(children);
        self
    }

    /// The same, as a short report says it.
    #[must_use]
    pub fn in_short(mut self, short: InShort) -> Self {
        self.short = short;
        self
    }
}
