//! The number of a case.

use super::columns::Row;

/// What leads to it, the longest first.
const LEADS: &[&str] = &[
    "civil action no.",
    "civil action number",
    "civil case no.",
    "criminal no.",
    "case number",
    "case no.",
    "cause no.",
    "docket no.",
    "civil no.",
    "civ. no.",
    "cv. no.",
    "c.a. no.",
    "case:",
    "no.",
];

/// The number that the head of a paper names, else the one in the stamp of the filing system.
pub(super) fn find(rows: &[Row<'_>]) -> Option<String> {
    let named = rows.iter().flat_map(|r| [r.right, r.left, r.whole]).find_map(number_after_lead);
    named.or_else(|| rows.iter().find_map(|r| number_alone(r.right).or_else(|| number_alone(r.left)))).or_else(|| {
        let stamp = rows.iter().find(|r| r.whole.starts_with("Case ") && r.whole.contains("Document"))?;
        stamp.whole.split_whitespace().nth(1).filter(|n| n.contains(':')).map(str::to_owned)
    })
}

fn number_after_lead(part: &str) -> Option<String> {
    let lower = part.to_ascii_lowercase();
    let lead = LEADS.iter().find(|l| lower.starts_with(**l))?;
    number_words(part.get(lead.len()..)?)
}

/// `2:17-cv-00016-ABC` alone in its column.
fn number_alone(part: &str) -> Option<String> {
    let lower = part.to_ascii_lowercase();
    let typed = ["-cv-", "-cr-", "-mc-", "-md-", "-bk-", "-ap-", "-mj-", " civ. ", " civ "];
    (typed.iter().any(|t| lower.contains(t)) && part.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| number_words(part))?
}

/// The words of a number: up to a wide gap, and none that is a word of a sentence.
fn number_words(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches([':', '.', ' ']);
    let rest = rest.split("  ").next().unwrap_or(rest);
    let of_number = |w: &&str| {
        let letters = w.chars().filter(|c| c.is_alphabetic()).count();
        w.chars().any(|c| c.is_ascii_digit()) || letters <= 4 || w.starts_with('(')
    };
    let of_column = |w: &&str| {
        // The stamp of the filing system behind it: `Doc #: 18`, `08/16/2010 Page: 1 of 2`.
        let stamp = [
            "date", "date:", "page", "page:", "page:", "time", "js-6", "and", "doc", "doc.", "document", "filed",
            "doc:",
        ];
        !stamp.contains(&w.to_lowercase().as_str()) && w.matches('/').count() < 2
    };
    let words: Vec<&str> = rest.split_whitespace().take_while(of_column).take_while(of_number).take(6).collect();
    let joined = words.join(" ").replace('*', "");
    let joined = joined.trim_end_matches([',', ';', '.', ')', '|', '§']).trim_end();
    // The bracket of `(KSx)` belongs to it.
    let opens = joined.matches('(').count() > joined.matches(')').count();
    let number = if opens { format!("{joined})") } else { joined.to_owned() };
    (number.chars().any(|c| c.is_ascii_digit()) && number.len() <= 48).then_some(number)
}
