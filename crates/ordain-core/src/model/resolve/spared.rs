//! `except Sched ¶ 2 and as to Acme`: what a disposition does not reach.

use super::phrase::PhraseResolver;
use super::reach::can_be_acted_on;
use super::tokens::span_of;
use super::{deadline_of, hearing_by_noun, scope};
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::ParagraphId;
use crate::model::ir::object::{Object, Objects, Related, Relation};
use crate::model::ir::owed::OwedBy;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::model::ir::scope::Spared;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::{docket, orders as say};
use ordain_syntax::ast::{Phrase, Token, TokenKind};

/// Resolves the words after `except`; `None` where a word of them was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Option<Spared> {
    if tokens.iter().any(|t| t.kind == TokenKind::Quoted) {
        return Some(Spared { words: true, ..Spared::default() });
    }
    if let Some(owed) = deadline_of::owed_by(words, &Phrase { tokens: tokens.to_vec(), span: span_of(tokens) }) {
        return Some(Spared { owed: Some(owed?), ..Spared::default() });
    }
    let tokens = hearing_by_noun::by_its_name(words, tokens.to_vec())?;
    let (rest, scope) = scope::resolve(words, &tokens)?;
    let objects = if rest.is_empty() { None } else { Some(words.objects(&rest)?) };
    let names_nothing = |o: &&Object| !can_be_acted_on(o);
    if let Some(object) = objects.iter().flat_map(|o| &o.list).find(names_nothing) {
        words.out.push(say::spares_nothing(object.span));
        return None;
    }
    Some(Spared { objects, scope, ..Spared::default() })
}

/// Ties `except the deadline to file answer` to the paragraph that orders the answer; reports words that none or several mean.
pub(crate) fn link(declared: &Declared, paragraphs: &mut [Paragraph], out: &mut Vec<Diagnostic>) {
    for i in 0..paragraphs.len() {
        let Body::Dispositions(list) = &paragraphs[i].body else { continue };
        let named: Vec<(usize, OwedBy)> =
            list.iter().enumerate().filter_map(|(k, d)| Some((k, d.spared.as_ref()?.owed.clone()?))).collect();
        for (k, owed) in named {
            let meant = |p: &&Paragraph| p.id.index() != i && deadline_of::is_meant(declared, p, &owed);
            let found: Vec<ParagraphId> = paragraphs.iter().filter(meant).map(|p| p.id).collect();
            match found.as_slice() {
                [one] => spare(&mut paragraphs[i], k, *one),
                [] => {
                    out.push(docket::no_such_duty(&owed.words, owed.act.span));
                    paragraphs[i].body = Body::Broken;
                }
                several => {
                    let names: Vec<&str> = several.iter().map(|p| paragraphs[p.index()].name.as_str()).collect();
                    let of = format!("{} {}", if owed.thing { "for" } else { "to" }, owed.words);
                    out.push(docket::which_duty(&of, &names, owed.act.span));
                    paragraphs[i].body = Body::Broken;
                }
            }
        }
    }
}

/// Names the paragraph that is spared.
fn spare(paragraph: &mut Paragraph, at: usize, spared: ParagraphId) {
    let Body::Dispositions(list) = &mut paragraph.body else { return };
    let Some(exception) = list.get_mut(at).and_then(|d| d.spared.as_mut()) else { return };
    let mut object = Object::empty(paragraph.span);
    object.relations.push(Relation { preposition: None, to: Related::Paragraph(spared) });
    exception.objects = Some(Objects { list: vec![object], any: false });
}
