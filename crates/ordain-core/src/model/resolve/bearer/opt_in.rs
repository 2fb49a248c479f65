//! `any party that opposes`, `any party that elects to reply`: bound is who does it, and nobody else.

use super::generic::generic_bearer;
use crate::model::ir::bearer::Bearer;
use crate::model::ir::verbs::Verbs;
use crate::model::resolve::acts;
use crate::model::resolve::parties::parties_of;
use crate::model::resolve::phrase::PhraseResolver;
use crate::model::resolve::tokens::text_of;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// Verbs after which what is elected is in the infinitive.
const ELECTS: &[&str] =
    &["elects", "elect", "wishes", "wish", "intends", "intend", "chooses", "choose", "seeks", "desires", "opts"];

/// The parties among whom somebody may elect, and the act by which one does;
/// `None` where the words are no such bearer.
pub(crate) fn bearer_opting_in(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Option<Bearer>> {
    let tokens = &phrase.tokens;
    // `the producing party`, where somebody goes by that name.
    if words.names.longest(tokens).is_some_and(|(_, n)| n == tokens.len()) {
        return None;
    }
    let at = tokens.iter().position(|t| matches!(t.text.as_str(), "that" | "who" | "which"));
    let (head, act) = match at {
        Some(at) if at > 0 => (&tokens[..at], act_elected(&words.declared.verbs, tokens.get(at + 1..)?)?),
        _ => {
            let at = tokens.iter().position(|t| infinitive_of(&words.declared.verbs, &t.text).is_some())?;
            let mut act = tokens.get(at..)?.to_vec();
            act.first_mut()?.text = infinitive_of(&words.declared.verbs, &tokens[at].text)?;
            (tokens.get(..at).filter(|h| !h.is_empty())?, act)
        }
    };
    if act.iter().any(|t| t.kind == TokenKind::Quoted) {
        return None;
    }
    let span = head.first()?.span.to(head.last()?.span);
    let head = Phrase { tokens: head.to_vec(), span };
    let parties = match generic_bearer(words.declared, &head, true, true) {
        Some(all) => all.parties().to_vec(),
        None => match parties_of(words.declared, &head.tokens, words.out) {
            Some((parties, _)) => parties,
            None => return Some(None),
        },
    };
    let span = act.first()?.span.to(act.last()?.span);
    let Some(act) = acts::one_act(words, &Phrase { tokens: act, span }, false) else { return Some(None) };
    Some(Some(Bearer::Electing { parties, act: Box::new(act), words: format!("any {}", text_of(phrase)) }))
}

/// `opposes MTC1` → `oppose MTC1`; `elects to reply` → `reply`.
fn act_elected(verbs: &Verbs, tokens: &[Token]) -> Option<Vec<Token>> {
    let first = tokens.first()?;
    if ELECTS.contains(&first.text.as_str()) && tokens.get(1).is_some_and(|t| t.text == "to") {
        return tokens.get(2..).filter(|t| !t.is_empty()).map(<[Token]>::to_vec);
    }
    // `any party that to depose`: who elects is missing.
    if first.text == "to" {
        return None;
    }
    let mut act = tokens.to_vec();
    if let Some(base) = base_of(verbs, &first.text) {
        act.first_mut()?.text = base;
    }
    Some(act)
}

/// `opposes` → `oppose`, `replies` → `reply`.
fn base_of(verbs: &Verbs, word: &str) -> Option<String> {
    let known = |w: String| verbs.base(&w).map(|_| w);
    known(word.to_owned())
        .or_else(|| known(word.strip_suffix('s')?.to_owned()))
        .or_else(|| known(word.strip_suffix("es")?.to_owned()))
        .or_else(|| known(format!("{}y", word.strip_suffix("ies")?)))
}

/// `opposing` → `oppose`, `filing` → `file`.
fn infinitive_of(verbs: &Verbs, word: &str) -> Option<String> {
    let stem = word.strip_suffix("ing")?;
    [stem.to_owned(), format!("{stem}e")].into_iter().find(|w| verbs.base(w).is_some())
}
