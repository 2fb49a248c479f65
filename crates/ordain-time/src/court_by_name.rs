//! The court that a name means: a federal court, or a court of a state; and if there is none, those that may be meant.

use std::sync::Arc;

use super::counties::Places;
use super::court::Court;
use super::court_names;
use super::court_table::Courts;
use super::error::{Among, TimeError};
use super::state_court_names::{self, Found};

/// By its CM/ECF name (`cacd`), in full, as dockets and captions write it, or by its county.
pub(super) fn find<'c>(courts: &'c Courts, places: &Places, name: &str) -> Result<&'c Arc<Court>, TimeError> {
    if let Some(called) = court_names::called(courts.all(), name) {
        return Ok(called);
    }
    let (among, of) = match state_court_names::called(courts, places, name) {
        Found::Court(court, _) => return Ok(court),
        Found::Among(among) => (among, Among::County),
        Found::Nothing => (meant_by(courts, name), Among::State),
    };
    Err(TimeError::UnknownCourt { name: name.to_owned(), among, of })
}

/// The county in which the court of that name sits, where the name says it.
pub(super) fn county_of(courts: &Courts, places: &Places, name: &str) -> Option<String> {
    match state_court_names::called(courts, places, name) {
        Found::Court(_, county) => county,
        Found::Among(_) | Found::Nothing => None,
    }
}

/// The courts that may be meant, by their citation: federal ones, then those of a state.
fn meant_by(courts: &Courts, name: &str) -> Vec<String> {
    let mut found = court_names::courts_meant_by(courts.all(), name);
    for court in state_court_names::meant(courts, name) {
        if !found.contains(&court) {
            found.push(court);
        }
    }
    found
}
