//! A paper that was read.

/// The text of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// The text; a form feed ends each page, where the paper says where its pages end.
    pub text: String,
    /// How many pages it has; none where the paper does not say where they end.
    pub pages: Option<usize>,
    /// The pages, from 1, that are pictures: what is on them was not read.
    pub pictures: Vec<usize>,
    /// How many letters could not be recognized by their shapes; `\u{FFFD}` is in their place.
    pub unknown_letters: usize,
}
