//! Where one test ends and the next begins: at an `and` or `or` that stands
//! between two sentences, and not between two things of one sentence.

use super::forms::{self, HAPPENS};
use crate::model::ir::names::{Entity, name_of};
use crate::model::resolve::phrase::PhraseResolver;
use crate::model::resolve::tokens::span_of;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// The arms of a flat list, and the word that joins them.
pub(crate) fn cut_into_arms(words: &PhraseResolver<'_>, tokens: &[Token]) -> (Vec<Vec<Token>>, String) {
    let mut pieces: Vec<Vec<Token>> = vec![Vec::new()];
    // The joint before each piece but the first: as written, and its word.
    let mut joints: Vec<Vec<Token>> = Vec::new();
    for t in tokens {
        let joins = t.kind == TokenKind::Comma || t.kind == TokenKind::Word && matches!(t.text.as_str(), "and" | "or");
        match (joins, pieces.last_mut()) {
            (true, Some(last)) if last.is_empty() => {
                if let Some(joint) = joints.last_mut() {
                    joint.push(t.clone());
                }
            }
            (true, _) => {
                joints.push(vec![t.clone()]);
                pieces.push(Vec::new());
            }
            (false, Some(last)) => last.push(t.clone()),
            (false, None) => {}
        }
    }
    let mut arms: Vec<Vec<Token>> = Vec::new();
    let mut joined = String::new();
    let mut open: Vec<Token> = Vec::new();
    for (i, piece) in pieces.into_iter().enumerate() {
        let joint = i.checked_sub(1).and_then(|j| joints.get(j)).cloned().unwrap_or_default();
        let starts = is_whole(words, &open) && begins_a_sentence(words, &piece, joint_rest(&joints, i));
        if !open.is_empty() && starts {
            if let Some(word) = joint.iter().find(|t| t.kind == TokenKind::Word) {
                joined.clone_from(&word.text);
            }
            arms.push(std::mem::take(&mut open));
        } else {
            open.extend(joint);
        }
        open.extend(piece);
    }
    arms.push(open);
    (arms, joined)
}

/// Whether a piece is the last: then a subject alone cannot be completed by what follows.
fn joint_rest(joints: &[Vec<Token>], i: usize) -> bool {
    i < joints.len()
}

/// A sentence of its own: a quotation, an event, or words with a verb.
fn is_whole(words: &PhraseResolver<'_>, tokens: &[Token]) -> bool {
    let tokens: &[Token] = match tokens {
        [rest @ .., last] if matches!(last.kind, TokenKind::Limit(_)) => rest,
        all => all,
    };
    match tokens {
        [] => return false,
        [only] if only.kind == TokenKind::Quoted => return true,
        _ => {}
    }
    let named = words.names.get(&name_of(&Phrase { tokens: tokens.to_vec(), span: span_of(tokens) }));
    if matches!(named, Some(Entity::Thing(_) | Entity::Order(_))) || forms::copula(tokens).is_some() {
        return true;
    }
    let subject = forms::subject(words, tokens);
    let rest = tokens.get(subject..).unwrap_or_default();
    if subject > 0 {
        return forms::finite(&words.declared.verbs, rest).is_some()
            || rest.last().is_some_and(|t| t.kind == TokenKind::Quoted);
    }
    tokens.last().is_some_and(|t| HAPPENS.contains(&t.text.as_str()))
}

/// What may open a sentence: one that is whole, or a subject that what follows completes.
fn begins_a_sentence(words: &PhraseResolver<'_>, tokens: &[Token], more: bool) -> bool {
    is_whole(words, tokens) || more && !tokens.is_empty() && forms::subject(words, tokens) == tokens.len()
}
