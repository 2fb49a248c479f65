//! How a text names people: by their side, by their name, by both.

use ordain_base::words::{SIDES, capitalized};
use ordain_text::reading::Reading;
use ordain_text::token::Kind;

/// Words of a name, as tokens have them.
pub(super) fn words_of_name(name: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    ordain_text::token::read_tokens(name, 0, name.len(), &mut tokens);
    tokens.into_iter().map(|t| t.word.into_owned()).collect()
}

pub(super) fn count_word(r: &Reading<'_>, word: &str) -> usize {
    r.tokens.iter().filter(|t| t.word.strip_suffix("'s").unwrap_or(&t.word) == word).count()
}

/// The word by which the text calls a side of a caption that does not name it.
pub(super) fn default_role(at: usize, r: &Reading<'_>) -> Option<String> {
    let of_side: &[usize] = if at == 0 { &[0, 2, 4] } else { &[1, 3, 5] };
    let used = of_side
        .iter()
        .filter_map(|i| SIDES.get(*i))
        .max_by_key(|(one, more)| count_word(r, one) + count_word(r, more))?;
    let (one, more) = (count_word(r, used.0), count_word(r, used.1));
    (one + more > 0).then(|| capitalized(if more > one { used.1 } else { used.0 }))
}

/// The last word of a person's name.
pub(super) fn surname(member: &str) -> Option<&str> {
    member.split_whitespace().last().filter(|w| w.len() > 2 && w.chars().all(char::is_alphabetic))
}

/// True where a paper calls a person `Roe` alone, and the word is nothing but the name.
fn is_called_by_surname(r: &Reading<'_>, lower: &str) -> bool {
    let is_name = |at: usize| r.word(at) == lower || r.word(at).strip_suffix("'s") == Some(lower);
    let mut at_all = (0..r.tokens.len()).filter(|at| is_name(*at));
    // `If Roe`: a small word with the capital of its sentence is no name.
    const SMALL: &[&str] = &[
        "if", "when", "should", "unless", "that", "and", "on", "by", "in", "as", "because", "once", "until", "after",
        "should",
    ];
    let is_alone = |at: usize| {
        let before = r.tokens.get(at.wrapping_sub(1)).zip(r.tokens.get(at));
        !before.is_some_and(|(t, this)| {
            t.kind == Kind::Word && t.capital && t.sentence == this.sentence && !SMALL.contains(&&*t.word)
        })
    };
    let capital = |at: usize| r.tokens.get(at).is_some_and(|t| t.capital);
    at_all.clone().all(capital) && at_all.any(is_alone)
}

/// `Defendant Roe`, `Mr. Roe` and, where nobody else has the name, `Roe`, where the text has them.
pub(super) fn surnames_used(r: &Reading<'_>, member: &str, role: &str, is_shared: bool) -> Vec<String> {
    let mut out = Vec::new();
    if is_company(member) && !is_shared {
        out.extend(short_company_name(r, member));
    }
    let Some(last) = surname(member) else { return out };
    let lower = last.to_lowercase();
    if member.contains(' ') && !is_company(member) {
        for title in ["Mr.", "Ms.", "Mrs.", "Dr."] {
            let bare = title.trim_end_matches('.').to_lowercase();
            if r.tokens.windows(3).any(|w| w[0].word == bare && w[1].word == "." && w[2].word == lower) {
                out.push(format!("{title} {last}"));
            }
        }
        if !is_shared && is_called_by_surname(r, &lower) {
            out.push(capitalized(&lower));
        }
    }
    for name in [member, last] {
        out.push(format!("{} {name}", capitalized(role)));
    }
    out
}

/// The names that stand behind the word for a side: `Defendant Roe`, `Defendant, Jane Roe,`.
pub(super) fn named_beside(r: &Reading<'_>, role: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for at in 0..r.tokens.len() {
        if r.word(at) != role || r.tokens.get(at).is_none_or(|t| t.depth != 0) {
            continue;
        }
        let comma = usize::from(r.word(at + 1) == ",");
        let from = at + 1 + comma;
        let name = |i: usize| {
            r.tokens.get(i).is_some_and(|t| {
                t.capital
                    && t.kind == Kind::Word
                    && t.word.chars().count() > 1
                    && !PAPERS.contains(&&*t.word)
                    && r.written(t).chars().any(char::is_lowercase)
            })
        };
        let mut end = from;
        while end < from + 6 && (name(end) || end > from && r.word(end) == "of" && name(end + 1)) {
            end += 1;
        }
        if end > from && matches!(r.word(end), ",") && matches!(r.word(end + 1), "inc" | "llc" | "corp" | "ltd" | "co")
        {
            end += 2 + usize::from(r.word(end + 2) == ".");
        }
        // Between commas it stands beside the word for the side; without them it belongs to it.
        let closed = comma == 0 || r.word(end) == ",";
        if end > from && closed {
            let text = r.quote(from, end);
            if !out.contains(&text) {
                out.push(text);
            }
        }
    }
    out
}

/// Words that begin the name of a paper or a sentence, not of a person.
const PAPERS: &[&str] = &[
    "motion",
    "response",
    "reply",
    "opposition",
    "brief",
    "opening",
    "answering",
    "complaint",
    "answer",
    "notice",
    "memorandum",
    "the",
    "is",
    "shall",
    "must",
    "may",
    "and",
    "or",
    "in",
    "to",
    "request",
    "exhibit",
    "statement",
    "order",
    "counsel",
    "first",
    "second",
    "amended",
    "ex",
    "unopposed",
    "joint",
    "reply",
    "application",
    "petition",
    "objection",
    "objections",
    "rule",
    "class",
    "representative",
    "expert",
    "witness",
    "disclosure",
    "disclosures",
    "initial",
    "rebuttal",
    "reports",
    "report",
    "discovery",
    "designation",
    "if",
    "on",
    "for",
];

/// `Perigee` of `Perigee Diagnostics, LLC`: the first words of a company's name, where the text calls it by them alone.
fn short_company_name(r: &Reading<'_>, member: &str) -> Option<String> {
    let all = words_of_name(member);
    let is_plain = |w: &String| w.chars().all(char::is_alphabetic) && w.len() > 2;
    let acronym = |w: &String| {
        w.len() == 3
            && (0..r.tokens.len()).any(|i| {
                r.word(i) == w && r.tokens.get(i).is_some_and(|t| !r.written(t).chars().any(char::is_lowercase))
            })
    };
    let first = all.first().filter(|w| is_plain(w) && (w.len() > 3 || acronym(w)))?;
    if is_company(first)
        || SIDES.iter().any(|s| s.0 == first)
        || matches!(first.as_str(), "united" | "first" | "state" | "city")
    {
        return None;
    }
    let capital = |at: usize| r.tokens.get(at).is_some_and(|t| t.capital && t.kind == Kind::Word);
    (1..all.len().min(4)).rev().filter(|n| all.iter().take(*n).all(is_plain)).find_map(|n| {
        let here = |at: usize| {
            (0..n).all(|i| {
                all.get(i).is_some_and(|w| r.word(at + i) == w || r.word(at + i).strip_suffix("'s") == Some(w))
            })
        };
        let places: Vec<usize> = (0..r.tokens.len()).filter(|at| here(*at)).collect();
        let alone = |at: &&usize| Some(r.word(**at + n)) != all.get(n).map(String::as_str) && !capital(**at + n);
        let always = places.iter().all(|at| capital(*at));
        (always && places.iter().any(|at| alone(&at)))
            .then(|| all.iter().take(n).map(|w| capitalized(w)).collect::<Vec<_>>().join(" "))
    })
}

fn is_company(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["inc", "llc", "corp", "ltd", "company", "bank", "city", "county", "state", "states", "department", "association"]
        .iter()
        .any(|w| lower.split(|c: char| !c.is_alphanumeric()).any(|n| n == *w))
}
