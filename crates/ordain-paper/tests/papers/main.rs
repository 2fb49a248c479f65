//! Papers as they come: those of other programs, a fixture of this project, and files that somebody made to do harm.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read samples and measure time")]

#[path = "../support/mod.rs"]
mod support;

mod fixture;
mod hostile;
mod letters;
mod programs;
mod word;

/// The words of each page.
fn words(text: &str) -> Vec<Vec<&str>> {
    let text = text.strip_suffix('\u{C}').unwrap_or(text);
    text.split('\u{C}').map(|page| page.split_whitespace().collect()).collect()
}
