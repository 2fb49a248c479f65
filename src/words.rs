//! The small forms that every sentence uses: numbers with their noun, days with
//! their weekday, lists, and the nearest word to a slip.

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

/// `a`, `a and b`, `a, b and c`.
#[must_use]
pub fn join(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The names of parts that share something: `category 1`, `category 2` → `categories 1 and 2`.
#[must_use]
pub fn join_parts(names: &[&str]) -> String {
    let labels: Option<Vec<&str>> = names.iter().map(|n| n.strip_prefix("category ")).collect();
    match labels {
        Some(labels) if labels.len() > 1 => format!("categories {}", join(&labels)),
        _ => join(names),
    }
}
