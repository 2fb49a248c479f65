//! The counties of the states, and the cities that are no part of one: `King County` is enough to say in which state a superior
//! court sits.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::court_words::key_of;
use super::embed::COUNTIES;
use super::place::Place;
use super::read::read;

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
        let standard = self.standard.then(|| standard_places().get(&key)).flatten();
        let own = self.own.iter().filter(|p| names_of(p).any(|n| n == key));
        standard.into_iter().flatten().chain(own).collect()
    }
}

fn names_of(place: &Place) -> impl Iterator<Item = String> + '_ {
    std::iter::once(&place.name).chain(&place.aliases).map(|n| key_of(n))
}

/// The places of the library by each of their names.
fn standard_places() -> &'static BTreeMap<String, Vec<Place>> {
    static ALL: OnceLock<BTreeMap<String, Vec<Place>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        for place in read(COUNTIES.1, 0).places {
            for name in names_of(&place) {
                all.entry(name).or_default().push(place.clone());
            }
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_county_is_found_by_its_name() {
        let read = read(COUNTIES.1, 0);
        assert_eq!(read.diagnostics.len(), 0);
        assert!(read.places.len() > 3100);
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
