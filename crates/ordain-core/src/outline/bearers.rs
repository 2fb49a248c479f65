//! Who is bound.

use super::acts;
use super::wording::{join_with_and, party_name, party_names};
use crate::model::{Bearer, Model};

/// Who is bound, and whether only a person can say who that is.
pub(super) fn bearer_in_words(model: &Model, bearer: &Bearer) -> (String, bool) {
    match bearer {
        Bearer::One(id) => (party_name(model, *id), false),
        Bearer::Jointly(ids) => (format!("{} jointly", join_with_and(&party_names(model, ids))), false),
        Bearer::EachOf(ids) => (format!("each of {}", join_with_and(&party_names(model, ids))), false),
        Bearer::AnyOf(ids) => (format!("any of {}", join_with_and(&party_names(model, ids))), false),
        Bearer::Electing { parties: ids, act, words: _ } => (
            format!("any of {} that does this: {}", join_with_and(&party_names(model, ids)), acts::act(model, act)),
            false,
        ),
        Bearer::WithOthers { parties: ids, others } => {
            (format!("{}, and through them \"{others}\"", join_with_and(&party_names(model, ids))), true)
        }
        Bearer::Class(words) => (words.clone(), true),
    }
}
