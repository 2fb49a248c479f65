//! Who is bound, and who does something.

use super::acts;
use super::names::{both, either, parties, party};
use crate::model::{Bearer, Model};

/// `each of A and B`, and the word that is behind the modal: `jointly`.
pub(super) fn bound(model: &Model, bearer: &Bearer) -> (String, &'static str) {
    match bearer {
        Bearer::One(id) => (party(model, *id), ""),
        Bearer::Jointly(ids) => (both(&parties(model, ids)), " jointly"),
        Bearer::EachOf(ids) => (both(&parties(model, ids)), " each"),
        Bearer::AnyOf(ids) => (either(&parties(model, ids)), ""),
        Bearer::Electing { parties: ids, act, words: _ } => {
            let who = both(&parties(model, ids));
            (format!("any of {who} that elects to {}", acts::act(model, act)), "")
        }
        Bearer::WithOthers { parties: ids, others } => (format!("{} and {others}", both(&parties(model, ids))), ""),
        Bearer::Class(words) => (words.clone(), ""),
    }
}

/// Those who do something, as a condition or an event names them.
pub(super) fn doers(model: &Model, bearer: &Bearer) -> String {
    match bearer {
        Bearer::AnyOf(ids) => either(&parties(model, ids)),
        other => bound(model, other).0,
    }
}
