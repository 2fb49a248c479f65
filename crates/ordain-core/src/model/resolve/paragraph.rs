//! A paragraph of an order, resolved.

use super::phrase::PhraseResolver;
use super::provision::resolve_provision;
use super::tokens::text_of;
use super::{cut_off, disposition, passive, require, scope, unused};
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::{OrderId, ParagraphId};
use crate::model::ir::order;
use crate::model::ir::paragraph::{Body, Paragraph};
use crate::verdict::ListedKind;
use crate::verdict::Modality;
use ordain_base::diag::Diagnostic;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Clause, ClauseKind, Modal};

/// What a sentence with a modal says: a duty, a prohibition, a permission, or what is listed and not evaluated.
fn body_of_provision(
    words: &mut PhraseResolver<'_>,
    provision: &ast::Provision,
    source: &ast::Paragraph,
    span: Span,
) -> Option<Body> {
    let clauses = &source.clauses;
    let listed = |kind| Body::Listed(kind, source.words.clone());
    match provision.modal.value {
        Modal::Must | Modal::MustNot if require::is_over_rows(provision) => {
            let modality = if provision.modal.value == Modal::Must { Modality::Must } else { Modality::MustNot };
            require::resolve(words, provision, clauses, modality)
        }
        Modal::Must | Modal::MustNot | Modal::May if passive::is_passive(words.declared, provision) => {
            match passive::bound(words, provision) {
                Some(passive::Bound::Everybody(active)) => {
                    resolve_provision(words, &active, clauses, Modality::MustNot)
                }
                Some(passive::Bound::Nobody { verb, what }) => cut_off::of_thing(words, verb, &what, clauses, span),
                None => passive::ask_who_is_meant(words, provision).map(|()| listed(ListedKind::Passive)),
            }
        }
        Modal::Should => Some(listed(ListedKind::SoftNorm)),
        Modal::NeedNot => Some(listed(ListedKind::Relief)),
        Modal::Will => Some(listed(ListedKind::Announcement)),
        Modal::Must => resolve_provision(words, provision, clauses, Modality::Must),
        Modal::MustNot => resolve_provision(words, provision, clauses, Modality::MustNot),
        Modal::May => resolve_provision(words, provision, clauses, Modality::May),
    }
}

/// Resolves one paragraph of `order`. Errors leave a broken body behind, so
/// that the paragraph keeps its place and rests on nothing.
pub fn resolve(
    declared: &Declared,
    order: OrderId,
    id: ParagraphId,
    label: &str,
    source: &ast::Paragraph,
    span: Span,
    out: &mut Vec<Diagnostic>,
) -> Paragraph {
    let before = count_errors(out);
    let mut words = PhraseResolver { names: &declared.names, declared, out };
    let body = match &source.body {
        ast::Body::Provision(provision) => body_of_provision(&mut words, provision, source, span),
        ast::Body::CutOff { what, leads_with_verb } => {
            cut_off::resolve(&mut words, what, *leads_with_verb, &source.clauses, span)
        }
        ast::Body::Dispositions(list) => {
            unused::by_dispositions(&mut words, list, &source.clauses);
            let all: Option<Vec<_>> =
                list.iter().map(|d| disposition::resolve(&mut words, d, &source.clauses)).collect();
            all.map(Body::Dispositions)
        }
        // Tied to the paragraph that it speaks of when all are read.
        ast::Body::OnBreachOf { .. } => {
            unused::by_what_is_shown(&mut words, "what follows on a breach", &source.clauses);
            None
        }
        ast::Body::Listed(phrase) => {
            unused::by_what_is_shown(&mut words, "a paragraph that is only shown", &source.clauses);
            Some(Body::Listed(ListedKind::Text, text_of(phrase)))
        }
    };
    let cases = scope::cases_of(&mut words, &source.clauses)
        .filter(|c| !c.is_empty())
        .unwrap_or_else(|| declared.orders[order.index()].cases.clone());
    let body = body.filter(|_| count_errors(words.out) == before).unwrap_or(Body::Broken);
    let is_shown = matches!(body, Body::Listed(..));
    let items = match &source.body {
        ast::Body::Provision(provision) => provision.items.as_slice(),
        _ => &[],
    };
    // `modifies MTC ¶ 1: by D  source …`: where it is written is said among what is new.
    let new = match &source.body {
        ast::Body::Dispositions(list) => list.as_slice(),
        _ => &[],
    };
    let new = new.iter().flat_map(|d| &d.clauses);
    let clauses: Vec<&Clause> =
        source.clauses.iter().chain(items.iter().flat_map(|i| &i.clauses)).chain(new.clone()).collect();
    let quoted = |f: fn(&ClauseKind) -> Option<&ast::Quoted>| {
        clauses.iter().filter_map(|c| f(&c.kind)).cloned().collect::<Vec<_>>()
    };
    let cites = clauses.iter().filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites) } else { None });
    Paragraph {
        id,
        order,
        label: label.to_owned(),
        name: format!("{} ¶ {label}", declared.orders[order.index()].name),
        body,
        sources: sources_of(&source.clauses.iter().chain(new).cloned().collect::<Vec<_>>()),
        cites: cites.flatten().cloned().collect(),
        quotes: quoted(|k| if let ClauseKind::Quote(q) = k { Some(q) } else { None }),
        // How words were read a duty says of itself; of everything else it is a note.
        notes: quoted(match &source.body {
            ast::Body::Provision(_) | ast::Body::CutOff { .. } if !is_shown => {
                |k| if let ClauseKind::Note(q) = k { Some(q) } else { None }
            }
            _ => |k| if let ClauseKind::Note(q) | ClauseKind::Reading(q) = k { Some(q) } else { None },
        }),
        effective: source.clauses.iter().find_map(|c| match &c.kind {
            ClauseKind::Effective(d) => Some(d.day),
            _ => None,
        }),
        topics: scope::topics_of_clauses(&source.clauses),
        cases,
        span,
    }
}

fn count_errors(out: &[Diagnostic]) -> usize {
    out.iter().filter(|d| d.severity == ordain_base::diag::Severity::Error).count()
}

/// The citations among some clauses, as they are shown.
#[must_use]
pub fn sources_of(clauses: &[Clause]) -> Vec<String> {
    clauses
        .iter()
        .filter_map(|c| if let ClauseKind::Source(cites) = &c.kind { Some(cites) } else { None })
        .flatten()
        .map(order::cite_text)
        .collect()
}
