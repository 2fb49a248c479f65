//! Sentences and lists of a page.

use crate::markup::text;

/// A sentence with its period, which some end with as they are: `at 11:00 a.m.`
pub(super) fn sentence(words: &str) -> String {
    format!("<p>{}</p>\n", text(&with_period(words)))
}

pub(super) fn with_period(words: &str) -> String {
    if words.ends_with('.') { words.to_owned() } else { format!("{words}.") }
}

/// A list of what is HTML already.
pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|i| format!("<li>{i}</li>\n")).collect();
    if items.is_empty() { String::new() } else { format!("<ul>\n{items}</ul>\n") }
}
