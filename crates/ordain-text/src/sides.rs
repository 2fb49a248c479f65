//! The sides of an action, by the words that name them.

/// The side that a word names: `plaintiff's`, `defendants`.
pub(crate) fn side_of_word(word: &str) -> Option<&'static str> {
    ["plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee"]
        .into_iter()
        .find(|s| word.starts_with(s))
}
