//! Where a name says the county of a court: `Cook County`, `County of Los Angeles`, `City of Richmond`, `(Orange)`.

use super::counties::Places;
use super::court_words::Word;
use super::place::{Place, PlaceKind};

/// Words that name a county, and where they are.
pub(super) struct Phrase<'p> {
    /// The places of the words.
    pub(super) words: Vec<usize>,
    /// The counties of that name.
    pub(super) places: Vec<&'p Place>,
    /// The words say that it is a county.
    pub(super) is_a_county: bool,
}

impl Phrase<'_> {
    /// The place of that name in a state.
    pub(super) fn in_state(&self, state: &str) -> Option<&Place> {
        self.places.iter().copied().find(|p| p.state == state)
    }
}

/// The most words that the name of a county has: `St. John the Baptist`, `Prince of Wales-Hyder`.
const LONGEST: usize = 5;

/// Every way of reading a county in the words that are left. One county word can have a name before it and one behind it:
/// `Superior Court of Washington County of King`.
pub(super) fn find<'p>(places: &'p Places, words: &[Word], left: &[Option<&str>]) -> Vec<Phrase<'p>> {
    let mut found = Vec::new();
    for (at, word) in left.iter().enumerate() {
        match *word {
            Some("county" | "parish" | "borough") => {
                found.extend(behind(places, left, at, None));
                found.extend(before(places, words, left, at, None));
            }
            Some("city") => {
                found.extend(behind(places, left, at, Some(PlaceKind::City)));
                found.extend(before(places, words, left, at, Some(PlaceKind::City)));
            }
            _ => {}
        }
    }
    if found.is_empty() {
        found.extend(in_parentheses(places, words));
    }
    found
}

/// The texts from `from` on, where they are all left.
fn texts<'w>(left: &[Option<&'w str>], from: usize, to: usize) -> Option<Vec<&'w str>> {
    left.get(from..to)?.iter().copied().collect()
}

fn phrase<'p>(places: &'p Places, name: &[&str], words: Vec<usize>, only: Option<PlaceKind>) -> Option<Phrase<'p>> {
    let mut named = places.named(name);
    match only {
        Some(kind) => named.retain(|p| p.kind == kind),
        // `Richmond County` is no city, unless the city is all that has the name.
        None if named.iter().any(|p| p.kind == PlaceKind::County) => named.retain(|p| p.kind == PlaceKind::County),
        None => {}
    }
    (!named.is_empty()).then_some(Phrase { words, places: named, is_a_county: only.is_none() })
}

/// `county of kings`: the longest name behind the word.
fn behind<'p>(places: &'p Places, left: &[Option<&str>], at: usize, only: Option<PlaceKind>) -> Option<Phrase<'p>> {
    let of = left.get(at + 1).copied().flatten().filter(|w| *w == "of")?;
    let from = at + 1 + usize::from(!of.is_empty());
    (1..=LONGEST).rev().find_map(|n| {
        let name = texts(left, from, from + n)?;
        phrase(places, &name, (at..from + n).collect(), only)
    })
}

/// `kings county`: the longest name before the word; `carson city` has the word in its name. No comma is inside, and
/// `State of Arkansas County of …` names a state.
fn before<'p>(
    places: &'p Places,
    words: &[Word],
    left: &[Option<&str>],
    at: usize,
    only: Option<PlaceKind>,
) -> Option<Phrase<'p>> {
    let is = |i: usize, said: &[&str]| words.get(i).is_some_and(|w| said.contains(&w.text.as_str()));
    let of_words = |n: usize, to: usize| {
        let from = at.checked_sub(n)?;
        let cut = words.get(from + 1..=at).is_some_and(|inside| inside.iter().any(|w| w.after_comma));
        let of_state = from >= 2 && is(from - 1, &["of"]) && is(from - 2, &["state", "commonwealth"]);
        let name = texts(left, from, to).filter(|_| !cut && !of_state)?;
        phrase(places, &name, (from..=at).collect(), only)
    };
    (1..=LONGEST).rev().find_map(|n| of_words(n, at).or_else(|| only.and_then(|_| of_words(n, at + 1))))
}

/// `Ill. Cir. Ct. (Cook)`.
fn in_parentheses<'p>(places: &'p Places, words: &[Word]) -> Option<Phrase<'p>> {
    let inside: Vec<usize> = (0..words.len()).filter(|i| words.get(*i).is_some_and(|w| w.in_parentheses)).collect();
    let name: Vec<&str> = inside.iter().filter_map(|i| words.get(*i)).map(|w| w.text.as_str()).collect();
    phrase(places, &name, inside, None)
}

/// Words of captions that name no court, county or state.
const OF_CAPTIONS: &[&str] = &[
    "in",
    "and",
    "for",
    "the",
    "of",
    "at",
    "state",
    "commonwealth",
    "division",
    "department",
    "part",
    "branch",
    "no",
    "number",
    "law",
    "civil",
    "unlimited",
    "jurisdiction",
    "trial",
    "ss",
    "city",
    "county",
    "parish",
    "cause",
    "case",
    "index",
    "room",
    "courtroom",
];

/// The words that say more than that a court is a court, with none of the number of a judicial district: `third judicial district`.
pub(super) fn words_that_say_something<'w>(left: &[Option<&'w str>]) -> Vec<&'w str> {
    let mut kept: Vec<&'w str> = Vec::new();
    let mut judicial = false;
    for word in left.iter().copied().flatten() {
        if word == "judicial" {
            while kept.last().is_some_and(|w| is_a_number(w)) {
                kept.pop();
            }
        }
        let of_judicial = judicial && matches!(word, "district" | "circuit");
        let counted = word.starts_with(|c: char| c.is_ascii_digit());
        if !(OF_CAPTIONS.contains(&word) || word == "judicial" || of_judicial || counted) {
            kept.push(word);
        }
        judicial = word == "judicial";
    }
    kept
}

/// Whether nothing is left that names something.
pub(super) fn says_nothing(left: &[Option<&str>]) -> bool {
    words_that_say_something(left).iter().all(|w| is_a_number(w))
}

/// `third`, `twenty`, `11th`.
pub(super) fn is_a_number(word: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "twenty", "thirty", "forty", "fifty",
    ];
    NUMBERS.contains(&word)
        || word.ends_with("teenth")
        || word.ends_with("tieth")
        || word.starts_with(|c: char| c.is_ascii_digit())
}
