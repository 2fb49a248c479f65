//! Suggestions by edit distance, and the small forms every message uses.

/// The candidate nearest to `word`, if it is near enough to be a slip: at most
/// a third of its letters wrong. Ties go to the first candidate, so the answer
/// does not depend on anything but the list.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let limit = (folded.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for c in candidates {
        let d = strsim::osa_distance(&folded, &c.to_lowercase());
        if d <= limit && best.is_none_or(|(b, _)| d < b) {
            best = Some((d, c));
        }
    }
    best.map(|(_, c)| c)
}

/// `1 day`, `2 days`.
#[must_use]
pub fn plural(n: i64, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// At most five, in backticks, joined as a sentence would: `` `a`, `b` or `c` ``.
#[must_use]
pub fn quoted_list(items: &[&str]) -> String {
    let shown: Vec<String> = items.iter().take(5).map(|i| format!("`{i}`")).collect();
    match shown.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}

/// `Fri 2023-12-01`: how every message writes a day.
#[must_use]
pub fn day(day: chrono::NaiveDate) -> String {
    day.format("%a %Y-%m-%d").to_string()
}
