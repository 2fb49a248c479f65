//! Who is bound.

mod concert;
mod electing;

use super::names::{Entity, name_of};
use super::object::Act;
use super::phrase::{PhraseResolver, text_of};
use super::tokens::text;
use super::{Declared, PartyId, PartyKind};
use ordain_base::diag::codes::names as say;
use ordain_base::diag::{Diagnostic, closest};
use ordain_syntax::ast::{Phrase, Quantifier, Token, TokenKind};

#[derive(Debug, Clone, PartialEq)]
pub enum Bearer {
    One(PartyId),
    /// One act by all of them.
    Jointly(Vec<PartyId>),
    EachOf(Vec<PartyId>),
    /// Any of them may, or need, act.
    AnyOf(Vec<PartyId>),
    /// Whoever of these does the act: `any party that opposes`.
    Electing {
        parties: Vec<PartyId>,
        act: Box<Act>,
        words: String,
    },
    /// These, and through them others: `those in active concert with them`.
    WithOthers {
        parties: Vec<PartyId>,
        others: String,
    },
    /// A class in the order's own words: `any person who "asserts a claim"`.
    Class(String),
}

impl Bearer {
    /// Every party in it.
    #[must_use]
    pub fn parties(&self) -> &[PartyId] {
        match self {
            Self::One(p) => std::slice::from_ref(p),
            Self::Jointly(ps) | Self::EachOf(ps) | Self::AnyOf(ps) => ps,
            Self::Electing { parties, .. } | Self::WithOthers { parties, .. } => parties,
            Self::Class(_) => &[],
        }
    }
}

/// What the act itself says of how several are bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    Plain,
    /// `joint status report`, `meet and confer`: one act by all.
    Joint,
    /// `appear`: nobody appears for the other side.
    Single,
}

const FILLERS: &[&str] =
    &["the", "The", "and", "or", "both", "all", "any", "each", "either", "of", "every", "All", "Any", "Each"];

/// Resolves the words before a modal. `nature` settles how adverse parties are
/// bound where the order does not say it.
pub fn resolve(
    words: &mut PhraseResolver<'_>,
    phrase: &Phrase,
    quantifier: Option<Quantifier>,
    nature: Nature,
) -> Option<Bearer> {
    if let Some(found) = concert::of(words.declared, phrase, words.out) {
        return found;
    }
    if let Some(found) = electing::of(words, phrase) {
        return found;
    }
    let (declared, out) = (words.declared, &mut *words.out);
    let has = |words: &[&str]| phrase.tokens.iter().any(|t| words.contains(&t.text.as_str()));
    if phrase.tokens.iter().any(|t| t.kind == TokenKind::Quoted) {
        return Some(class_or_parties(declared, phrase));
    }
    let each = quantifier == Some(Quantifier::Each) || has(&["each", "Each", "every", "all", "All"]);
    let any = quantifier == Some(Quantifier::Any) || has(&["any", "Any", "either"]);
    if let Some(all) = generic(declared, phrase, each, any) {
        return Some(all);
    }
    let (parties, any_or) = parties_of(declared, &phrase.tokens, out)?;
    let adverse = sides(declared, &parties) > 1;
    match (quantifier, parties.as_slice()) {
        (Some(Quantifier::Each | Quantifier::JointlyOrSeparately), [one]) if !members(declared, *one).is_empty() => {
            Some(Bearer::EachOf(members(declared, *one)))
        }
        (_, [one]) => Some(Bearer::One(*one)),
        (Some(Quantifier::Each | Quantifier::JointlyOrSeparately), _) => Some(Bearer::EachOf(parties)),
        (Some(Quantifier::Any), _) => Some(Bearer::AnyOf(parties)),
        (Some(Quantifier::Jointly), _) => Some(Bearer::Jointly(parties)),
        (None, _) if any_or => Some(Bearer::AnyOf(parties)),
        (None, _) if nature == Nature::Single => Some(Bearer::EachOf(parties)),
        (None, _) if nature == Nature::Joint || !adverse => Some(Bearer::Jointly(parties)),
        (None, _) => {
            out.push(say::parties_how(&text_of(phrase), phrase.span));
            None
        }
    }
}

/// `each party`, `any party`, `each Defendant` (a side by one of its members).
fn generic(declared: &Declared, phrase: &Phrase, each: bool, any: bool) -> Option<Bearer> {
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
        let list = members(declared, side);
        let list = if list.is_empty() { vec![side] } else { list };
        return Some(if any { Bearer::AnyOf(list) } else { Bearer::EachOf(list) });
    }
    None
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

/// The parties a list of names stands for, and whether they are joined by `or`.
/// The words around them may only join: anything else is an error on that word.
pub fn parties_of(declared: &Declared, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<(Vec<PartyId>, bool)> {
    let mut parties = Vec::new();
    let mut any = false;
    // `all counsel of record`, `all parties`: everybody in the case.
    let mut everybody = false;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Comma {
            at += 1;
            continue;
        }
        if let Some((entity, n)) = declared.names.longest(&tokens[at..]) {
            match entity {
                Entity::Party(p) => parties.push(p),
                Entity::Parties => parties.extend(declared.all_parties()),
                other => {
                    let span = token.span.to(tokens[at + n - 1].span);
                    out.push(say::out_of_place(&text(&tokens[at..at + n]), other.kind(), Some("a party"), span));
                    return None;
                }
            }
            at += n;
            continue;
        }
        let word = token.text.as_str();
        if word == "or" {
            any = true;
        } else if matches!(word, "counsel" | "Counsel" | "attorneys" | "parties") || word == "record" && everybody {
            everybody = true;
        } else if !(FILLERS.contains(&word) || matches!(word, "for" | "jointly" | "by" | "for:")) {
            unknown(declared, tokens, at, out);
            return None;
        }
        at += 1;
    }
    if parties.is_empty() && everybody {
        parties.extend(declared.all_parties());
    }
    if parties.is_empty() {
        if let Some(first) = tokens.first() {
            out.push(say::unknown_party(&first.text, first.span, None));
        }
        return None;
    }
    Some((parties, any))
}

fn unknown(declared: &Declared, tokens: &[Token], at: usize, out: &mut Vec<Diagnostic>) {
    let token = &tokens[at];
    if let Some((name, n)) = declared.names.in_wrong_case(&tokens[at..]) {
        let span = token.span.to(tokens[at + n - 1].span);
        out.push(say::wrong_case(&text(&tokens[at..at + n]), name, span));
        return;
    }
    // A run of words that stands for nobody is one name.
    let run: Vec<&Token> = tokens[at..]
        .iter()
        .take_while(|t| t.kind == TokenKind::Word && !matches!(t.text.as_str(), "and" | "or"))
        .collect();
    let name = run.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
    let span = run.last().map_or(token.span, |last| token.span.to(last.span));
    let parties: Vec<&str> = declared.names.of(|e| matches!(e, Entity::Party(_) | Entity::Parties)).collect();
    let near = closest(&name, parties.iter().copied());
    out.push(say::unknown_party(if name.is_empty() { &token.text } else { &name }, span, near));
}

fn members(declared: &Declared, side: PartyId) -> Vec<PartyId> {
    declared.parties[side.index()].members.clone()
}

/// How many sides these parties are on.
fn sides(declared: &Declared, parties: &[PartyId]) -> usize {
    let mut sides: Vec<PartyId> = parties
        .iter()
        .map(|&p| declared.side(p))
        .filter(|p| declared.parties[p.index()].kind != PartyKind::Court)
        .collect();
    sides.sort_unstable();
    sides.dedup();
    sides.len()
}
