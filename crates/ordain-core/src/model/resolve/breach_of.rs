//! `on breach of ¶ 1 the Court may "dismiss the action"`: a consequence in a paragraph
//! of its own belongs to the paragraph whose breach it follows.

use super::consequence;
use super::phrase::PhraseResolver;
use super::tokens::text_of;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::ParagraphId;
use crate::model::ir::object::Related;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::verdict::ListedKind;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::names as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Phrase};

/// Gives the consequence that paragraph `at` states to those it speaks of. Where a word of
/// it means nothing, which is reported, the paragraph stays broken.
pub(crate) fn link(
    declared: &Declared,
    paragraphs: &mut [Paragraph],
    at: usize,
    target: &Phrase,
    source: &ast::OnBreach,
    span: Span,
    out: &mut Vec<Diagnostic>,
) {
    let mut words = PhraseResolver { names: &declared.names, declared, out };
    let objects = words.objects(&target.tokens);
    let Some(found) = consequence::resolve(&mut words, source, span) else { return };
    let related = objects.iter().flat_map(|o| &o.list).flat_map(|o| &o.relations);
    let named: Vec<ParagraphId> =
        related.filter_map(|r| if let Related::Paragraph(p) = r.to { Some(p) } else { None }).collect();
    for id in &named {
        let Some(paragraph) = paragraphs.get_mut(id.index()) else { continue };
        match &mut paragraph.body {
            Body::Provision(p) if matches!(p.modality, Modality::Must | Modality::MustNot) => {
                p.obligations.iter_mut().for_each(|o| o.consequences.push(found.clone()));
            }
            // Of what could not be read nothing is said twice.
            Body::Broken => {}
            _ => {
                out.push(say::nothing_to_breach(&paragraph.name, target.span));
                return;
            }
        }
    }
    if let (Some(paragraph), false) = (paragraphs.get_mut(at), named.is_empty()) {
        let text = format!("on breach of {}, {}", text_of(target), found.words);
        paragraph.body = Body::Listed(ListedKind::Consequence, text);
    }
}
