//! Words of a phrase that mean no thing.

/// Words before a thing that change nothing.
pub(crate) const ARTICLES: &[&str] = &[
    "the", "a", "an", "any", "all", "its", "their", "his", "her", "said", "such", "this", "these", "those", "every",
    "each", "other", "The", "A", "An", "All", "Any", "Each", "both", "also",
];
