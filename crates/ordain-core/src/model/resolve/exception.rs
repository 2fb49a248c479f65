//! What a prohibition leaves free: `except privilege log`, `except to Plaintiffs`,
//! `except as ¶ 2 permits`, `except "…"`.

use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::exception::{Exception, ExceptionKind};
use crate::model::ir::ids::{ParagraphId, PartyId};
use crate::model::ir::names::fold;
use crate::model::ir::object::Related;
use ordain_base::diag::codes::conditions as say;
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// Resolves the words after `except`; `None` where they mean nothing, which was reported.
pub(crate) fn exception_of(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Exception> {
    let exception = |kind| Some(Exception { kind, text: text_of(phrase), span: phrase.span });
    if let [only] | [Token { kind: TokenKind::Word, .. }, only] = phrase.tokens.as_slice()
        && phrase
            .tokens
            .iter()
            .all(|t| t.kind == TokenKind::Quoted || matches!(t.text.as_str(), "as" | "where" | "when"))
        && only.kind == TokenKind::Quoted
    {
        return exception(ExceptionKind::Words(fold(&only.text).to_lowercase()));
    }
    let tokens = without_article(&phrase.tokens);
    let objects = words.objects(tokens)?;
    let related = || objects.list.iter().flat_map(|o| &o.relations).map(|r| &r.to);
    let paragraphs: Vec<ParagraphId> =
        related().filter_map(|r| if let Related::Paragraph(p) = r { Some(*p) } else { None }).collect();
    if !paragraphs.is_empty() {
        return exception(ExceptionKind::Paragraphs(paragraphs));
    }
    let headed = objects.list.iter().any(|o| o.head.is_some());
    let to: Vec<PartyId> = objects.list.iter().flat_map(|o| o.recipients()).collect();
    if !headed && !to.is_empty() {
        return exception(ExceptionKind::To(to));
    }
    if let Some(set) = objects.list.iter().find_map(|o| o.set.clone()) {
        return exception(ExceptionKind::Set(set));
    }
    if headed {
        return exception(ExceptionKind::Things(objects));
    }
    words.out.push(say::carve_out(&text_of(phrase), phrase.span));
    None
}

/// `as ¶ 2 permits`, `as provided in ¶ 2`: the paragraph without the words around it.
fn without_article(tokens: &[Token]) -> &[Token] {
    let cited = tokens.iter().any(|t| t.kind == TokenKind::Paragraph);
    let around = |t: &Token| {
        matches!(
            t.text.as_str(),
            "as" | "under"
                | "where"
                | "what"
                | "permitted"
                | "permits"
                | "allowed"
                | "allows"
                | "provided"
                | "provides"
                | "required"
                | "requires"
                | "by"
                | "in"
                | "set"
                | "out"
        )
    };
    if !cited {
        return tokens;
    }
    let first = tokens.iter().position(|t| !around(t)).unwrap_or(0);
    let last = tokens.iter().rposition(|t| !around(t)).map_or(tokens.len(), |l| l + 1);
    &tokens[first.min(last)..last]
}
