//! What a disposition that moves or stays something can act on: a paragraph,
//! an order, a hearing, an event. Anything else would be read and then do nothing.

use super::phrase::PhraseResolver;
use crate::model::ir::object::{Head, Object, Objects, Related};
use ordain_base::diag::codes::orders as codes;
use ordain_syntax::ast::DispositionVerb as V;

/// Reports the first object that the disposition cannot act on.
pub(crate) fn check_targets(words: &mut PhraseResolver<'_>, verb: V, objects: Option<&Objects>, owed: bool) {
    let Some(name) = verb_word(verb).filter(|_| !owed) else { return };
    for object in objects.iter().flat_map(|o| &o.list) {
        if !can_be_acted_on(object) {
            words.out.push(codes::nothing_to_act_on(name, object.span));
            return;
        }
    }
}

/// As the order writes it; `None` of a verb that may be about papers too.
const fn verb_word(verb: V) -> Option<&'static str> {
    match verb {
        V::Stays => Some("stays"),
        V::LiftsStay => Some("lifts stay of"),
        V::Extends => Some("extends"),
        V::Advances => Some("advances"),
        V::Continues => Some("continues"),
        V::Resets => Some("resets"),
        V::Adjourns => Some("adjourns"),
        V::Modifies => Some("modifies"),
        V::Supersedes => Some("supersedes"),
        _ => None,
    }
}

/// Whether it names a paragraph, an order, a hearing or a paper, and not whose it is.
pub(crate) fn can_be_acted_on(object: &Object) -> bool {
    let acted = |head: &Head| matches!(head, Head::Order(_) | Head::Thing(_) | Head::Quoted(_));
    let named = object.head.as_ref().is_some_and(acted)
        || object.relations.iter().any(|r| match &r.to {
            Related::Paragraph(_) => true,
            Related::Head(head) => acted(head),
            Related::Parties | Related::Day(_) => false,
        });
    let whose = object.relations.iter().any(|r| matches!(r.to, Related::Parties | Related::Head(Head::Party(_))));
    named && !whose
}
