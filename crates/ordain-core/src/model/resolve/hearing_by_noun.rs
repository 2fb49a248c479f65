//! `the hearing`, `the conference`: a declared hearing by its common noun.

use super::phrase::PhraseResolver;
use super::tokens::span_of;
use crate::model::ir::ids::ThingId;
use ordain_base::diag::codes::names as say;
use ordain_syntax::ast::{Token, TokenKind};

/// The declared hearing that a common noun means: the only one whose name or title ends in it, or, of `the hearing`, the
/// only one there is. The outer `None`: these are other words, or the matter declares no hearing. The inner `None`: more than one
/// may be meant, and that is reported.
pub(crate) fn hearing_by_noun(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<Option<ThingId>> {
    let said: Vec<&Token> = tokens.iter().filter(|t| t.text != "the").collect();
    let [noun] = said.as_slice() else { return None };
    if noun.kind != TokenKind::Word {
        return None;
    }
    let noun = noun.text.to_lowercase();
    let meant = words.declared.hearings_called(&noun);
    match meant.as_slice() {
        [] => None,
        [one] => Some(Some(*one)),
        several => {
            let names: Vec<&str> = several.iter().map(|t| words.declared.things[t.index()].name.as_str()).collect();
            words.out.push(say::which_hearing(&noun, &names, span_of(tokens)));
            Some(None)
        }
    }
}

/// `continues the hearing to D`: the words with the name of the hearing in the place of its noun; other words as they are.
/// `None` where more than one may be meant.
pub(crate) fn by_its_name(words: &mut PhraseResolver<'_>, tokens: Vec<Token>) -> Option<Vec<Token>> {
    if words.names.longest(&tokens).is_some() {
        return Some(tokens);
    }
    let Some(hearing) = hearing_by_noun(words, &tokens) else { return Some(tokens) };
    let name = &words.declared.things[hearing?.index()].name;
    let span = span_of(&tokens);
    Some(name.split_whitespace().map(|word| Token { kind: TokenKind::Word, text: word.to_owned(), span }).collect())
}
