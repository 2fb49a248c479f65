//! `the following five categories:` and a list of four.
//!
//! The number must come before the colon, and the list begin right after it.
//! Items are followed by their own numbering, so what is between them does
//! not matter. Bullets are not counted: nothing says where such a list ends.

use crate::numbers::{number_at, parenthesized_figure_at};
use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

/// Tokens from one item to the next, at most.
const REACH: usize = 700;

pub(super) fn miscounted_lists(r: &Reading<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for colon in 0..r.tokens.len() {
        if r.word(colon) != ":" {
            continue;
        }
        let Some(style) = Style::of(r, colon + 1) else { continue };
        let Some(announced) = announced_count(r, colon) else { continue };
        let (found, last) = count_items(r, colon + 1, style);
        if found < 2 || u64::try_from(found).ok() == Some(announced.value) {
            continue;
        }
        let noun = r.quote(announced.noun, announced.noun_end);
        let at = [r.span(announced.start, announced.noun_end), r.span(last, last + style.width())];
        out.push(Finding::new(announced.confidence, codes::text::list_count(announced.value, &noun, found, at)));
    }
    out
}

/// What the words before the colon promise.
struct Announced {
    value: u64,
    start: usize,
    noun: usize,
    noun_end: usize,
    confidence: Confidence,
}

/// Words before a number that make it no count of the whole list.
const PARTIAL: &[&str] = &[
    "least",
    "any",
    "most",
    "than",
    "to",
    "of",
    "first",
    "last",
    "rule",
    "section",
    "no",
    "category",
    "categories",
    "part",
    "other",
    "next",
    "$",
    "-",
    "about",
    "approximately",
    "another",
    "all",
    "count",
    "counts",
    "claim",
    "claims",
    "dkt",
];

fn announced_count(r: &Reading<'_>, colon: usize) -> Option<Announced> {
    let sentence = r.sentence(colon);
    let from = colon.saturating_sub(20).max(sentence.start);
    for at in (from..colon).rev() {
        // The numbers of a date count nothing.
        if r.dates_in(&sentence).iter().any(|d| (d.start..d.end).contains(&at)) {
            continue;
        }
        let Some(n) = number_at(r, at).filter(|n| (2..=40).contains(&n.value)) else { continue };
        // `five (5) categories`: the words before the bracket are read instead.
        if r.word_before(at, 1) == "(" && r.word(n.end) == ")" {
            continue;
        }
        let following = r.word_before(at, 1) == "following" || r.word(n.end) == "following";
        let mut noun = parenthesized_figure_at(r, n.end).map_or(n.end, |(_, next)| next);
        if r.word(noun) == "following" {
            noun += 1;
        }
        let end = (noun..noun + 3).find(|i| *i < colon && r.word(*i).ends_with('s')).map(|i| i + 1)?;
        let word = r.tokens.get(noun).is_some_and(|t| t.kind == Kind::Word);
        let partial = PARTIAL.contains(&r.word_before(at, 1)) || r.word_before(at, 2) == "at";
        if !word || partial || r.has(n.end, colon, &["of the following", "more"]) || !following && !n.words {
            return None;
        }
        // `three of the following claims` is no count of the list; `five categories of documents` is.
        if r.has(n.end, noun, &["of"]) || r.has(end, colon, &["following"]) {
            return None;
        }
        // `extended thirty days as follows: a. …` counts days.
        if r.has(noun, end, &["days", "weeks", "months", "years", "hours", "minutes", "pages"]) {
            return None;
        }
        let confidence = if following { Confidence::High } else { Confidence::Medium };
        return Some(Announced { value: n.value, start: at, noun, noun_end: end, confidence });
    }
    None
}

/// How the items of a list are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `(1)`, `(a)`, `(i)`, in a line or at its beginning.
    Brackets(Digits),
    /// `1.`, `a.`, `i)`, at the beginning of a line.
    Line(Digits),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Digits {
    Arabic,
    Letters,
    Roman,
}

impl Style {
    /// The style of a list whose first item begins at `at`.
    fn of(r: &Reading<'_>, at: usize) -> Option<Self> {
        let brackets = r.word(at) == "(";
        let digits = match r.word(if brackets { at + 1 } else { at }) {
            "1" => Digits::Arabic,
            "a" => Digits::Letters,
            "i" => Digits::Roman,
            _ => return None,
        };
        let style = if brackets { Self::Brackets(digits) } else { Self::Line(digits) };
        style.is_item(r, at, 1).then_some(style)
    }

    /// Tokens of a marker.
    const fn width(self) -> usize {
        match self {
            Self::Brackets(_) => 3,
            Self::Line(_) => 2,
        }
    }

    /// True where item `n` begins at `at`.
    fn is_item(self, r: &Reading<'_>, at: usize, n: usize) -> bool {
        let token = |i: usize| r.tokens.get(i);
        match self {
            Self::Brackets(digits) => {
                r.word(at) == "("
                    && r.word(at + 2) == ")"
                    && digits.says(r.word(at + 1), n)
                    && token(at).is_some_and(|t| t.gap)
            }
            Self::Line(digits) => {
                token(at).is_some_and(|t| t.opens_line)
                    && matches!(r.word(at + 1), "." | ")")
                    && digits.says(r.word(at), n)
                    && token(at + 1).is_some_and(|t| !t.gap)
            }
        }
    }
}

impl Digits {
    fn says(self, word: &str, n: usize) -> bool {
        const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
        match self {
            Self::Arabic => word.parse() == Ok(n),
            Self::Letters => {
                n <= 26 && word.len() == 1 && word.bytes().all(|b| usize::from(b) + 1 == usize::from(b'a') + n)
            }
            Self::Roman => n > 0 && ROMAN.get(n - 1) == Some(&word),
        }
    }
}

/// How many items follow one another, and where the last begins.
fn count_items(r: &Reading<'_>, first: usize, style: Style) -> (usize, usize) {
    let unit = r.unit(first);
    let inline = r.tokens.get(first).is_some_and(|t| !t.opens_line);
    let paragraph = r.tokens.get(first).map_or(0, |t| t.paragraph);
    let (mut found, mut last) = (1, first);
    let mut at = first + 1;
    while let Some(token) = r.tokens.get(at) {
        if at > last + REACH || token.unit != unit || inline && token.paragraph != paragraph {
            break;
        }
        if style.is_item(r, at, found + 1) {
            found += 1;
            last = at;
        }
        at += 1;
    }
    (found, last)
}
