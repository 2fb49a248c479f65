//! The counties of the states, and the cities that are no part of one: `King County` is enough to say in which state a superior
//! court sits.

use std::sync::OnceLock;

use super::court_line::{Token, Tokens};
use super::court_words::{key_of, plain};
use super::embed::COUNTIES;
use super::place::{Place, PlaceKind};

/// The places that a library knows: those of `rules/time/counties.calendar`, and those of the files of a matter.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// Whether those of the library are among them; they are read when somebody names a court by its county.
    pub(super) standard: bool,
    pub(super) own: Vec<Place>,
}

impl Places {
    /// Those of that name, whatever its capitals, blanks and marks.
    pub(super) fn named(&self, words: &[&str]) -> Vec<&Place> {
        let key: String = words.concat();
        let standard = if self.standard { standard_places(key.chars().next()) } else { &[] };
        standard.iter().chain(&self.own).filter(|p| is_called(p, &key)).collect()
    }
}

fn is_called(place: &Place, key: &str) -> bool {
    let letters = |name: &str| -> bool {
        let folded = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).map(plain);
        folded.eq(key.chars())
    };
    // Most names begin with another letter, and are not gone through.
    let same_start = |name: &str| initial_of(name) == key.chars().next();
    // Only a name of several words can have one that is written out: `St. Louis`.
    let written_out = |name: &str| name.contains(' ') && key_of(name) == key;
    let mut names = std::iter::once(&place.name).chain(&place.aliases);
    names.any(|name| same_start(name) && (letters(name) || written_out(name)))
}

/// The first letter or figure, lower case and without marks.
fn initial_of(name: &str) -> Option<char> {
    let first = name.chars().find(|c| c.is_alphanumeric())?;
    Some(plain(first.to_lowercase().next().unwrap_or(first)))
}

/// The places of the library that have a name with that initial; all of them if it is no plain letter.
fn standard_places(initial: Option<char>) -> &'static [Place] {
    static BY_LETTER: [OnceLock<Vec<Place>>; 27] = [const { OnceLock::new() }; 27];
    let letter = initial.filter(char::is_ascii_lowercase);
    let slot = letter.map_or(26, |c| usize::from(u8::try_from(c).unwrap_or(b'a') - b'a'));
    let Some(places) = BY_LETTER.get(slot) else { return &[] };
    let begins =
        |p: &Place| letter.is_none() || std::iter::once(&p.name).chain(&p.aliases).any(|n| initial_of(n) == letter);
    places.get_or_init(|| {
        let lines = COUNTIES.1.lines().filter(|line| letter.is_none_or(|c| has_name_with(line, c)));
        lines.flat_map(places_of_line).filter(begins).collect()
    })
}

/// A quick look whether a line may have a name with that initial.
fn has_name_with(line: &str, initial: char) -> bool {
    let begins = |b: u8| char::from(b).eq_ignore_ascii_case(&initial) || !b.is_ascii();
    line.as_bytes().windows(2).any(|w| matches!(w, [b'"', b] if begins(*b)))
}

/// The places of one line of the file, which is written in one way only: a test holds this against the reader of the grammar.
fn places_of_line(line: &str) -> Vec<Place> {
    let mut tokens = Tokens(line);
    let kind = match (tokens.next(), tokens.next()) {
        (Some(Token::Word("counties")), Some(Token::Word("of"))) => PlaceKind::County,
        (Some(Token::Word("cities")), Some(Token::Word("of"))) => PlaceKind::City,
        _ => return Vec::new(),
    };
    let Some(Token::Word(state)) = tokens.next() else { return Vec::new() };
    let mut places: Vec<Place> = Vec::new();
    let mut alias = false;
    for token in tokens {
        match (token, places.last_mut()) {
            (Token::Word(word), _) => alias = word == "alias",
            (Token::Quoted(name), Some(place)) if std::mem::take(&mut alias) => place.aliases.push(name.to_owned()),
            (Token::Quoted(name), _) => {
                places.push(Place { state: state.to_owned(), name: name.to_owned(), aliases: Vec::new(), kind });
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn every_county_is_found_by_its_name() {
        let read = read(COUNTIES.1, 0);
        assert_eq!(read.diagnostics.len(), 0);
        assert!(read.places.len() > 3100);
        assert_eq!(read.places, standard_places(None));
        let places = Places { standard: true, own: Vec::new() };
        for place in &read.places {
            let found = places.named(&[&key_of(&place.name)]);
            assert!(found.contains(&place), "{}", place.name);
        }
        let states = |name: &str| places.named(&[&key_of(name)]).iter().map(|p| p.state.clone()).collect::<Vec<_>>();
        assert_eq!(states("Saint Louis"), ["MN", "MO", "MO"]);
        assert_eq!(states("Dona Ana"), ["NM"]);
        assert_eq!(states("L. A."), ["CA"]);
        assert_eq!(states("De Kalb"), ["AL", "GA", "IL", "IN", "MO", "TN"]);
        assert_eq!(states("Erewhon"), [""; 0]);
    }
}
