//! Who is bound.

use super::acts;
use super::wording::{both, parties, party};
use crate::model::{Bearer, Model};

/// Who is bound, and whether only a person can say who that is.
pub(super) fn bearer(model: &Model, bearer: &Bearer) -> (String, bool) {
    match bearer {
        Bearer::One(id) => (party(model, *id), false),
        Bearer::Jointly(ids) => (format!("{} jointly", both(&parties(model, ids))), false),
        Bearer::EachOf(ids) => (format!("each of {}", both(&parties(model, ids))), false),
        Bearer::AnyOf(ids) => (format!("any of {}", both(&parties(model, ids))), false),
        Bearer::Electing { parties: ids, act, words: _ } => {
            (format!("any of {} that does this: {}", both(&parties(model, ids)), acts::act(model, act)), false)
        }
        Bearer::WithOthers { parties: ids, others } => {
            (format!("{}, and through them \"{others}\"", both(&parties(model, ids))), true)
        }
        Bearer::Class(words) => (words.clone(), true),
    }
}
