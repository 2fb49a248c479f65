//! Who is bound, and who does something.

use super::acts;
use super::names::{join_with_and, join_with_or, party_name, party_names};
use crate::model::{Bearer, Model};

/// `each of A and B`, and the word that is behind the modal: `jointly`.
pub(super) fn state_bearer(model: &Model, bearer: &Bearer) -> (String, &'static str) {
    match bearer {
        Bearer::One(id) => (party_name(model, *id), ""),
        Bearer::Jointly(ids) => (join_with_and(&party_names(model, ids)), " jointly"),
        Bearer::EachOf(ids) => (join_with_and(&party_names(model, ids)), " each"),
        Bearer::AnyOf(ids) => (join_with_or(&party_names(model, ids)), ""),
        Bearer::Electing { parties: ids, act, words: _ } => {
            let who = join_with_and(&party_names(model, ids));
            (format!("any of {who} that elects to {}", acts::act(model, act)), "")
        }
        Bearer::WithOthers { parties: ids, others } => {
            (format!("{} and {others}", join_with_and(&party_names(model, ids))), "")
        }
        Bearer::Class(words) => (words.clone(), ""),
    }
}

/// Those who do something, as a condition or an event names them.
pub(super) fn state_doers(model: &Model, bearer: &Bearer) -> String {
    match bearer {
        Bearer::AnyOf(ids) => join_with_or(&party_names(model, ids)),
        other => state_bearer(model, other).0,
    }
}
