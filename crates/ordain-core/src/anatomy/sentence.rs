//! Words, and where the parts are in them.

use super::aspects::Aspect;

/// Whose words a sentence has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The court's own words, as the paragraph quotes them.
    Court,
    /// The words of the rule file.
    Rule,
}

/// Words, and where the parts are in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub speaker: Speaker,
    pub words: String,
    /// In reading order; none overlaps another.
    pub marks: Vec<Mark>,
}

/// A stretch of words that is one part, in bytes of its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub aspect: Aspect,
}
