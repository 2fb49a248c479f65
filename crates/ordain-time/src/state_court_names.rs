//! The names by which people call the courts of a state: `Circuit Court of Cook County, Illinois`, `Super. Ct. L.A. County, Cal.`,
//! `Ill. Cir. Ct. (Cook)`, and with the county alone, `King County Superior Court`, where one state has such a court there.

use std::sync::Arc;

use super::counties::Places;
use super::county_phrase::{self, Phrase};
use super::court::Court;
use super::court_table::Courts;
use super::court_words::{Word, texts_of, words_of};
use super::place::{Place, PlaceKind};
use super::state_names::{self, Named};

/// What a name says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'c> {
    /// One court, and the county that the name puts it in.
    Court(&'c Arc<Court>, Option<String>),
    /// Several, as they are to be written: `Cal. Super. Ct. (Orange)`.
    Among(Vec<String>),
    Nothing,
}

/// A court of a state, with what its own name is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct StateCourt<'c> {
    pub(super) court: &'c Arc<Court>,
    pub(super) named: &'c Named,
}

/// The court of a state that people call so.
pub(super) fn called<'c>(courts: &'c Courts, places: &Places, name: &str) -> Found<'c> {
    let words = words_of(name);
    let federal = [&["united", "states"][..], &["u", "s"], &["federal"], &["bankruptcy"]];
    if federal.iter().any(|f| words.windows(f.len()).any(|w| w.iter().map(|w| &w.text).eq(f.iter()))) {
        return Found::Nothing;
    }
    if let Some(found) = cited_with_county(courts.all(), places, name, &words) {
        return found;
    }
    let courts = state_courts(courts);
    let Some((of_kind, kind_at)) = courts_of_kind(&courts, &words) else { return Found::Nothing };
    let left: Vec<Option<&str>> =
        words.iter().enumerate().map(|(i, w)| (!kind_at.contains(&i)).then_some(w.text.as_str())).collect();
    let said = Said { courts: &courts, of_kind, words: &words, left };
    let phrases = county_phrase::find(places, &words, &said.left);
    if phrases.is_empty() {
        return said.without_county_phrase(places);
    }
    let readings: Vec<Found<'c>> = phrases.iter().map(|p| said.with_county_phrase(p)).collect();
    said.only_one_of(readings)
}

/// `Ill. Cir. Ct. (Cook Cnty.)`, `N.Y. Sup. Ct., Kings County`, `Tex. App.—Houston`: a citation, and behind it the place.
fn cited_with_county<'c>(courts: &'c [Arc<Court>], places: &Places, name: &str, words: &[Word]) -> Option<Found<'c>> {
    let bare = name.split(['(', ',', '—']).next().filter(|b| b.len() < name.len())?;
    let court = courts.iter().find(|c| (*c).is_named(bare))?;
    let left: Vec<Option<&str>> = words.iter().map(|w| Some(w.text.as_str())).collect();
    let phrases = county_phrase::find(places, words, &left);
    let county = phrases.iter().find_map(|p| p.in_state(&court.state)).map(|p| p.name.clone());
    Some(Found::Court(court, county))
}

/// The courts of the kind that is said, the longest of which the words have, and where they say it.
fn courts_of_kind<'c>(courts: &[StateCourt<'c>], words: &[Word]) -> Option<(Vec<StateCourt<'c>>, Vec<usize>)> {
    let said: Vec<(StateCourt<'c>, Vec<usize>)> =
        courts.iter().filter_map(|of| Some((*of, state_names::kind_in(&of.named.kind, words)?))).collect();
    let at = said.iter().map(|(_, at)| at).max_by_key(|at| at.len())?.clone();
    let of_kind = said.into_iter().filter(|(_, other)| *other == at).map(|(of, _)| of).collect();
    Some((of_kind, at))
}

/// A name taken apart.
struct Said<'w, 'c> {
    courts: &'w [StateCourt<'c>],
    of_kind: Vec<StateCourt<'c>>,
    words: &'w [Word],
    /// The words without those of the kind of court.
    left: Vec<Option<&'w str>>,
}

impl<'c> Said<'_, 'c> {
    /// The words of the kind are those of a federal district court too.
    fn is_as_a_federal_court(&self) -> bool {
        self.of_kind.iter().any(|of| of.named.kind == ["district", "court"])
    }

    /// A court of that kind may as well be a federal one, or the one court of a whole state, as most supreme courts are.
    fn may_be_of_no_county(&self) -> bool {
        let statewide = self.of_kind.iter().filter(|of| of.court.statewide).count();
        self.is_as_a_federal_court() || statewide > self.of_kind.len() / 2
    }

    /// The court of the state that is named, and of several in one place the one of the longest name, as `West Virginia` has
    /// `Virginia` in it; `None` where no state is named.
    fn of_state(&self, left: &[Option<&str>]) -> Option<Found<'c>> {
        let length = |of: &StateCourt<'c>| of.named.state_in(left, self.words, &of.court.state);
        let fits: Vec<(&StateCourt<'c>, usize)> =
            self.of_kind.iter().map(|of| (of, length(of))).filter(|(_, n)| *n > 0).collect();
        let longest = fits.iter().map(|(_, n)| *n).max();
        let other = self.courts.iter().map(length).max().unwrap_or(0);
        // A state that has no court of that kind.
        if other > longest.unwrap_or(0) {
            return Some(Found::Nothing);
        }
        let longest = longest?;
        let best: Vec<&'c Arc<Court>> = fits.iter().filter(|(_, n)| *n == longest).map(|(of, _)| of.court).collect();
        let first = best.first()?;
        Some(match best.iter().all(|c| c.state == first.state) {
            true => Found::Court(first, None),
            false => Found::Among(best.iter().map(|c| c.short.clone()).collect()),
        })
    }

    fn with_county_phrase(&self, phrase: &Phrase<'_>) -> Found<'c> {
        let left: Vec<Option<&str>> =
            self.left.iter().enumerate().map(|(i, w)| w.filter(|_| !phrase.words.contains(&i))).collect();
        match self.of_state(&left) {
            Some(Found::Court(court, _)) => match phrase.in_state(&court.state) {
                Some(place) => Found::Court(court, Some(place.name.clone())),
                // `Circuit Court of Cook County, Indiana`: one of the two is a slip.
                None if phrase.is_a_county => match self.courts_of_places(&phrase.places) {
                    Found::Court(court, Some(county)) => Found::Among(vec![cited_in(court, &county)]),
                    Found::Among(all) => Found::Among(all),
                    _ => Found::Court(court, None),
                },
                None => Found::Court(court, None),
            },
            Some(found) => found,
            None if county_phrase::says_nothing(&left) => self.courts_of_places(&phrase.places),
            None => Found::Nothing,
        }
    }

    fn without_county_phrase(&self, places: &Places) -> Found<'c> {
        let rest = county_phrase::words_that_say_something(&self.left);
        let is_state = self.courts.iter().any(|of| of.named.is_state(&rest));
        let bare = if is_state { Vec::new() } else { places.named(&rest) };
        if !bare.is_empty() {
            // `Austin District Court` may as well be the federal court that sits there, `Supreme Court of Ontario` that of another
            // country.
            let cities = bare.iter().any(|p| p.kind == PlaceKind::City);
            return match self.courts_of_places(&bare) {
                Found::Court(court, Some(county)) if self.may_be_of_no_county() && !cities => {
                    Found::Among(vec![cited_in(court, &county)])
                }
                found => found,
            };
        }
        // `Utah District Court` is the federal court, unless it is that of a county, or numbered.
        let local = ["county", "parish", "judicial", "state"];
        let is_local = |w: &Word| local.contains(&w.text.as_str()) || county_phrase::is_a_number(&w.text);
        if self.is_as_a_federal_court() && !self.words.iter().any(is_local) {
            return Found::Nothing;
        }
        self.of_state(&self.left).unwrap_or(Found::Nothing)
    }

    /// The court of that kind in one of these places, where no other of them has one.
    fn courts_of_places(&self, places: &[&Place]) -> Found<'c> {
        let mut found: Vec<(&'c Arc<Court>, String)> = Vec::new();
        for place in places {
            let there = self.of_kind.iter().map(|of| of.court).filter(|c| {
                let court: &Court = c;
                !court.statewide && court.state == place.state
            });
            for court in there {
                if !found.iter().any(|(c, _)| c.short == court.short) {
                    found.push((court, place.name.clone()));
                }
            }
        }
        match found.as_slice() {
            [] => Found::Nothing,
            [(court, county)] => Found::Court(court, Some(county.clone())),
            several => Found::Among(several.iter().map(|(court, county)| cited_in(court, county)).collect()),
        }
    }

    /// What the readings of a name have in common, where a county may stand before its word or behind it.
    fn only_one_of(&self, readings: Vec<Found<'c>>) -> Found<'c> {
        let mut told: Vec<Found<'c>> = readings.into_iter().filter(|f| !matches!(f, Found::Nothing)).collect();
        let cited = |f: &Found<'c>| match f {
            Found::Court(c, _) => vec![c.short.clone()],
            Found::Among(all) => all.clone(),
            Found::Nothing => Vec::new(),
        };
        let Some(first) = told.first().map(cited) else { return Found::Nothing };
        if told.iter().all(|f| cited(f) == first) {
            return told.swap_remove(0);
        }
        let mut all: Vec<String> = told.iter().flat_map(cited).collect();
        all.dedup();
        Found::Among(all)
    }
}

/// `Cal. Super. Ct. (Orange)`.
fn cited_in(court: &Court, county: &str) -> String {
    format!("{} ({county})", court.short)
}

/// The courts of a state that may be meant, by their citation: of the kind that is named, in the state that is named or is a
/// slip of the pen away.
pub(super) fn meant(courts: &Courts, name: &str) -> Vec<String> {
    let words = words_of(name);
    let texts: Vec<String> = texts_of(name);
    let is_meant =
        |of: &StateCourt<'_>| state_names::kind_in(&of.named.kind, &words).is_some() && of.named.is_nearly_in(&texts);
    let fits: Vec<StateCourt<'_>> = state_courts(courts).into_iter().filter(is_meant).collect();
    let length = |of: &StateCourt<'_>| (of.named.full_length(), of.named.kind.len());
    let longest = fits.iter().map(length).max();
    fits.iter().filter(|of| Some(length(of)) == longest).map(|of| of.court.short.clone()).collect()
}

/// The courts that are of a state.
fn state_courts(courts: &Courts) -> Vec<StateCourt<'_>> {
    let all = courts.all().iter().zip(courts.state_names());
    all.filter_map(|(court, named)| Some(StateCourt { court, named: named.as_ref()? })).collect()
}

#[cfg(test)]
#[path = "state_court_names_tests.rs"]
mod tests;
