//! `each party`, `any party`, `each Defendant`: bound by what they are.

use crate::model::ir::bearer::Bearer;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::Entity;
use crate::model::resolve::parties::FILLERS;
use ordain_syntax::ast::Phrase;

/// `each party`, `any party`, `each Defendant` (a side by one of its members).
pub(crate) fn generic_bearer(declared: &Declared, phrase: &Phrase, each: bool, any: bool) -> Option<Bearer> {
    let words: Vec<&str> = phrase.tokens.iter().map(|t| t.text.as_str()).filter(|w| !FILLERS.contains(w)).collect();
    let [word] = words.as_slice() else { return None };
    if matches!(*word, "party" | "side") {
        let all: Vec<PartyId> = declared.all_parties().collect();
        return Some(if any { Bearer::AnyOf(all) } else { Bearer::EachOf(all) });
    }
    let plural = format!("{word}s");
    if (each || any)
        && declared.names.get(word).is_none()
        && let Some(Entity::Party(side)) = declared.names.get(&plural)
    {
        let list = members_of_side(declared, side);
        let list = if list.is_empty() { vec![side] } else { list };
        return Some(if any { Bearer::AnyOf(list) } else { Bearer::EachOf(list) });
    }
    None
}

pub(crate) fn members_of_side(declared: &Declared, side: PartyId) -> Vec<PartyId> {
    declared.parties[side.index()].members.clone()
}
