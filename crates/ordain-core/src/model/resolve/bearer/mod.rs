//! Who is bound.

mod concert;
mod generic;
mod opt_in;

use super::parties::parties_of;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::bearer::Bearer;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::{Entity, name_of};
use crate::model::ir::party::PartyKind;
use generic::{generic_bearer, members_of_side};
use ordain_base::diag::codes::party_names;
use ordain_syntax::ast::{Phrase, Quantifier, TokenKind};

/// What the act itself says of how several are bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    Plain,
    /// `joint status report`, `meet and confer`: one act by all.
    Joint,
    /// `appear`: nobody appears for the other side.
    Single,
}

/// Resolves the words before a modal. `nature` settles how adverse parties are
/// bound where the order does not say it.
pub fn resolve(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    quantifier: Option<Quantifier>,
    nature: Nature,
) -> Option<Bearer> {
    if let Some(found) = concert::bearer_in_concert(words.declared, phrase, words.out) {
        return found;
    }
    if let Some(found) = opt_in::bearer_opting_in(words, phrase) {
        return found;
    }
    let (declared, out) = (words.declared, &mut *words.out);
    let has = |words: &[&str]| phrase.tokens.iter().any(|t| words.contains(&t.text.as_str()));
    if phrase.tokens.iter().any(|t| t.kind == TokenKind::Quoted) {
        return Some(class_or_parties(declared, phrase));
    }
    let each = quantifier == Some(Quantifier::Each) || has(&["each", "Each", "every", "all", "All"]);
    let any = quantifier == Some(Quantifier::Any) || has(&["any", "Any", "either"]);
    if let Some(all) = generic_bearer(declared, phrase, each, any) {
        // Any of one is that one.
        return Some(match all {
            Bearer::AnyOf(only) if only.len() == 1 => Bearer::One(only[0]),
            other => other,
        });
    }
    let (parties, any_or) = parties_of(declared, &phrase.tokens, out)?;
    let adverse = count_sides(declared, &parties) > 1;
    match (quantifier, parties.as_slice()) {
        (Some(Quantifier::Each | Quantifier::JointlyOrSeparately), [one])
            if !members_of_side(declared, *one).is_empty() =>
        {
            Some(Bearer::EachOf(members_of_side(declared, *one)))
        }
        (_, [one]) => Some(match declared.group_members(*one) {
            Some(all) => Bearer::AnyOf(all.to_vec()),
            None => Bearer::One(*one),
        }),
        (Some(Quantifier::Each | Quantifier::JointlyOrSeparately), _) => Some(Bearer::EachOf(parties)),
        (Some(Quantifier::Any), _) => Some(Bearer::AnyOf(parties)),
        (Some(Quantifier::Jointly), _) => Some(Bearer::Jointly(parties)),
        (None, _) if any_or => Some(Bearer::AnyOf(parties)),
        (None, _) if nature == Nature::Single => Some(Bearer::EachOf(parties)),
        (None, _) if nature == Nature::Joint || !adverse => Some(Bearer::Jointly(parties)),
        (None, _) => {
            out.push(party_names::parties_how(&text_of(phrase), phrase.span));
            None
        }
    }
}

/// Quoted words name a class, unless the quotation is a declared name.
fn class_or_parties(declared: &Declared, phrase: &Phrase) -> Bearer {
    match declared.names.get(&name_of(phrase)) {
        Some(Entity::Party(p)) => Bearer::One(p),
        _ => {
            let named: Vec<PartyId> = named_parties(declared, phrase);
            match named.as_slice() {
                [one] => Bearer::One(*one),
                _ => Bearer::Class(text_of(phrase)),
            }
        }
    }
}

/// The declared parties among the words of a class: `Leon and "all persons in active concert"` binds Leon.
fn named_parties(declared: &Declared, phrase: &Phrase) -> Vec<PartyId> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < phrase.tokens.len() {
        match declared.names.longest(&phrase.tokens[at..]) {
            Some((Entity::Party(p), n)) => {
                found.push(p);
                at += n;
            }
            _ => at += 1,
        }
    }
    found
}

/// How many sides these parties are on.
fn count_sides(declared: &Declared, parties: &[PartyId]) -> usize {
    let mut sides: Vec<PartyId> = parties
        .iter()
        .map(|&p| declared.side(p))
        .filter(|p| declared.parties[p.index()].kind != PartyKind::Court)
        .collect();
    sides.sort_unstable();
    sides.dedup();
    sides.len()
}
