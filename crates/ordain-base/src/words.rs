//! The small forms that every sentence uses: numbers with their noun, days with
//! their weekday, lists, and the nearest word to a slip.

mod months;
mod weekdays;

use std::borrow::Cow;

use crate::characters::{look_of_name, odd_character_between};
use crate::steps;
pub use months::{MONTHS, month};
pub use weekdays::{WEEKDAYS, weekday};

/// `1st`, `2nd`, `3rd`, `4th`, `11th`.
#[must_use]
pub fn ordinal(n: u32) -> String {
    let end = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

/// The candidate nearest to `word`, if it is near enough to be a slip: at most
/// a third of its letters wrong. Ties go to the first candidate, so the answer
/// does not depend on anything but the list. A word that looks like a candidate
/// is nearest to it, whatever alphabet its letters are of.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = in_lower_case(word);
    let letters = count_of_letters(&folded);
    let limit = (letters / 3).max(1);
    let drawn = (!word.is_ascii()).then(|| look_of_name(word));
    let mut best: Option<(usize, &str)> = None;
    for c in candidates {
        steps::count(1);
        if drawn.as_ref().is_some_and(|drawn| *drawn == look_of_name(c)) {
            return Some(c);
        }
        // Each letter more or less is a slip of its own; a letter has at most four bytes.
        if c.len() > 4 * (letters + limit) || letters > c.len() + limit {
            continue;
        }
        let candidate = in_lower_case(c);
        if count_of_letters(&candidate).abs_diff(letters) > limit {
            continue;
        }
        if letters_apart(&folded, &candidate) > 2 * limit || !slips_word_by_word(&folded, &candidate) {
            continue;
        }
        let d = strsim::osa_distance(&folded, &candidate);
        if d <= limit && best.is_none_or(|(b, _)| d < b) {
            best = Some((d, c));
        }
    }
    best.map(|(_, c)| c)
}

/// The same in lower case; most words are.
fn in_lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

fn count_of_letters(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Whether each word of one is a slip of the word of the other: an annual report is no final report.
fn slips_word_by_word(a: &str, b: &str) -> bool {
    let spaces = |text: &str| text.bytes().filter(|b| *b == b' ').count();
    if spaces(a) == 0 || spaces(a) != spaces(b) {
        return true;
    }
    a.split(' ').zip(b.split(' ')).all(|(x, y)| {
        let limit = (count_of_letters(x) / 3).max(1);
        x == y || count_of_letters(x).abs_diff(count_of_letters(y)) <= limit && strsim::osa_distance(x, y) <= limit
    })
}

/// How many bytes one text has more of than the other, and the other than it. Where both are ASCII, a slip adds two at
/// most: so it is quick to find that two names are far apart.
fn letters_apart(a: &str, b: &str) -> usize {
    if !a.is_ascii() || !b.is_ascii() {
        return 0;
    }
    let mut more = [0_i32; 128];
    let mut add = |text: &str, n: i32| {
        for byte in text.bytes() {
            if let Some(count) = more.get_mut(usize::from(byte)) {
                *count += n;
            }
        }
    };
    add(a, 1);
    add(b, -1);
    more.iter().map(|n| n.unsigned_abs() as usize).sum()
}

/// The help that names the nearest word, and says what cannot be seen of the difference.
#[must_use]
pub fn did_you_mean(word: &str, near: &str) -> String {
    let odd =
        odd_character_between(word, near).filter(|_| !word.is_ascii() && crate::characters::look_alike(word, near));
    match odd {
        Some(odd) => format!("did you mean `{near}`? {odd}"),
        None => format!("did you mean `{near}`?"),
    }
}

/// Whether one letter more, less, changed or turned round makes one word the other.
#[must_use]
pub fn one_slip_apart(a: &str, b: &str) -> bool {
    strsim::osa_distance(a, b) == 1
}

/// `1 day`, `2 days`.
#[must_use]
pub fn plural(n: i64, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {}", plural_noun(noun)) }
}

/// `days`, `copies`: more than one of them.
#[must_use]
pub fn plural_noun(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with('s') => noun.to_owned(),
        _ => format!("{noun}s"),
    }
}

/// At most five, in backticks, joined as a sentence would: `` `a`, `b` or `c` ``.
#[must_use]
pub fn quoted_list(items: &[&str]) -> String {
    first_five(items, "or")
}

/// `` `one`, `two` and `three` ``: five at most.
#[must_use]
pub fn quoted_all(items: &[&str]) -> String {
    first_five(items, "and")
}

fn first_five(items: &[&str], word: &str) -> String {
    let shown: Vec<String> = items.iter().take(5).map(|i| format!("`{i}`")).collect();
    match shown.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {word} {last}", most.join(", ")),
    }
}

/// `Fri 2023-12-01`: how every message writes a day.
#[must_use]
pub fn day(day: chrono::NaiveDate) -> String {
    day.format("%a %Y-%m-%d").to_string()
}

/// A day as orders write it: `December 1, 2023`.
#[must_use]
pub fn written_day(day: chrono::NaiveDate) -> String {
    day.format("%B %-d, %Y").to_string()
}

/// A text in one line, its words one space apart.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word with a capital letter at its start.
#[must_use]
pub fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// `Fri 2023-12-01`, or `Fri 2023-12-01 10:00` where a time is known.
#[must_use]
pub fn moment(on: chrono::NaiveDate, time: Option<chrono::NaiveTime>) -> String {
    time.map_or_else(|| day(on), |t| format!("{} {}", day(on), t.format("%H:%M")))
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

/// True where a sentence about these takes `have` and `say`: several, or one whose name is a plural.
#[must_use]
pub fn are_many<S: AsRef<str>>(names: &[S]) -> bool {
    match names {
        [one] => is_plural_role(one.as_ref()),
        _ => true,
    }
}

/// What a number on the docket is called: `Dkt. 25`, `ECF No. 25`.
pub const DOCKET: &[&str] = &["Dkt.", "Dkt", "Docket", "docket", "ECF", "Doc."];

/// What a party is in an action: one, several.
pub const SIDES: &[(&str, &str)] = &[
    ("plaintiff", "plaintiffs"),
    ("defendant", "defendants"),
    ("petitioner", "petitioners"),
    ("respondent", "respondents"),
    ("appellant", "appellants"),
    ("appellee", "appellees"),
    ("debtor", "debtors"),
    ("movant", "movants"),
    ("intervenor", "intervenors"),
];

/// The side of which a word speaks, in any case of letters.
#[must_use]
pub fn side_named(word: &str) -> Option<&'static (&'static str, &'static str)> {
    SIDES.iter().find(|(one, more)| word.eq_ignore_ascii_case(one) || word.eq_ignore_ascii_case(more))
}

/// What several are called in an action; any other name in `s` may be that of one: `Oakes`, `Atlas`.
const ROLES: &[&str] = &[
    "plaintiffs",
    "defendants",
    "petitioners",
    "respondents",
    "appellants",
    "appellees",
    "intervenors",
    "applicants",
    "movants",
    "nonmovants",
    "claimants",
    "counterclaimants",
    "counterdefendants",
    "counter-defendants",
    "crossclaimants",
    "cross-defendants",
    "debtors",
    "creditors",
    "lenders",
    "borrowers",
    "noteholders",
    "bondholders",
    "shareholders",
    "stockholders",
    "policyholders",
    "objectors",
    "relators",
    "receivers",
    "trustees",
    "insurers",
    "insureds",
    "underwriters",
    "licensees",
    "licensors",
    "custodians",
    "experts",
    "witnesses",
    "jurors",
    "parties",
    "nonparties",
    "members",
    "representatives",
    "attorneys",
    "officers",
    "directors",
    "employees",
    "employers",
    "agents",
    "agencies",
    "officials",
    "executors",
    "administrators",
    "beneficiaries",
    "heirs",
    "guardians",
    "tenants",
    "landlords",
    "owners",
    "sellers",
    "buyers",
    "purchasers",
    "vendors",
    "investors",
    "subscribers",
    "users",
    "entities",
    "companies",
    "corporations",
    "individuals",
    "persons",
    "others",
];

fn is_plural_role(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).trim_end_matches(['.', ',', '”', '"']);
    ROLES.contains(&last.to_lowercase().as_str())
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

/// `12`, `18,000`, `fourteen`, `no`; `None` for anything else.
#[must_use]
pub fn number(word: &str) -> Option<u64> {
    const SMALL: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return number_of_digits(word);
    }
    // Most words are no number: the longest has thirteen letters, and none begins with another letter than these.
    let begins = |c: &u8| matches!(c.to_ascii_lowercase(), b'z' | b'o' | b't' | b'f' | b's' | b'e' | b'n');
    if word.len() > "seventy-seven".len() || !word.as_bytes().first().is_some_and(begins) {
        return None;
    }
    let is = |w: &str, name: &str| w.eq_ignore_ascii_case(name);
    if is(word, "no") {
        return Some(0);
    }
    if let Some(n) = SMALL.iter().position(|w| is(word, w)) {
        return Some(n as u64);
    }
    let (tens, unit) = word.split_once('-').unwrap_or((word, "zero"));
    let tens = TENS.iter().position(|w| is(tens, w))? as u64;
    let unit = SMALL.iter().take(10).position(|w| is(unit, w))? as u64;
    Some((tens + 2) * 10 + unit)
}

fn number_of_digits(word: &str) -> Option<u64> {
    let plain = word.replace(',', "");
    let grouped = word.split(',').skip(1).all(|g| g.len() == 3);
    (grouped && plain.len() <= 15 && plain.bytes().all(|b| b.is_ascii_digit())).then(|| plain.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_digits_and_words() {
        for (word, n) in
            [("12", 12), ("18,000", 18_000), ("fourteen", 14), ("Twenty-one", 21), ("ninety", 90), ("no", 0)]
        {
            assert_eq!(number(word), Some(n), "{word}");
        }
        for word in ["1,00", "12a", "log", "", "twenty-twelve", "99999999999999999999"] {
            assert_eq!(number(word), None, "{word}");
        }
    }
}
