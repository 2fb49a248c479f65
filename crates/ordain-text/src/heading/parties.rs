//! The short names that a text gives to whom it names in full.

use crate::reading::Reading;
use crate::terms;

/// Terms in brackets behind a full name: `Poe Holdings, Inc. (“Poe” or “Seller”)`.
pub(super) fn short_names(r: &Reading<'_>, full: &str) -> Vec<String> {
    let words: Vec<String> = full
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 2 && !is_suffix(w))
        .map(str::to_lowercase)
        .collect();
    let Some(last) = words.last() else { return Vec::new() };
    let mut out: Vec<String> = Vec::new();
    for term in terms::find(r) {
        let from = term.open.saturating_sub(6);
        let named = (from..term.open).any(|i| r.word(i) == last);
        // Each word of the short name is one of the long name, so that a paper of a party is not the party.
        let of_name = term.name.split_whitespace().all(|w| {
            let w = w.to_lowercase();
            words.contains(&w) || w.len() > 1 && initials_of(full).eq_ignore_ascii_case(&w)
        });
        if named && of_name && !out.contains(&term.name) && term.name != full {
            out.push(term.name);
        }
    }
    out
}

fn initials_of(name: &str) -> String {
    name.split_whitespace().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect()
}

fn is_suffix(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "inc" | "llc" | "llp" | "corp" | "ltd" | "the" | "and" | "company")
}
