//! The orders' own texts: which file belongs to which order, and what of it
//! can be read.

use crate::model::names::Entity;
use crate::model::{Model, OrderId};
use crate::quotations::{self, OrderText};
use ordain_base::diag::codes::{papers, quotes as codes};
use ordain_base::diag::{Code, Diagnostic, closest};
use ordain_base::source::{SourceFile, SourceId, SourceMap, Span};

use super::files::{Text, path_inside_folder};
use super::inputs::Inputs;
use super::papers::{PaperFault, PaperFaultKind};

/// Adds the texts that orders name to the sources. What is wrong with one is
/// said at the words that name it.
pub(super) fn tie(
    model: &Model,
    sources: &mut SourceMap,
    given: &[Text],
    inputs: &Inputs<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<(OrderId, SourceId)> {
    let mut tied: Vec<(OrderId, SourceId)> = Vec::new();
    for wanted in inputs.ties {
        let declared = &model.declared;
        let Some(Entity::Order(order)) = declared.names.get(&wanted.order) else {
            let near = closest(&wanted.order, declared.orders.iter().map(|o| o.name.as_str()));
            let place = declared.orders.iter().find(|o| near.is_none_or(|n| n == o.name)).map(|o| o.span);
            out.push(codes::no_order(&wanted.order, place.unwrap_or_default(), near));
            continue;
        };
        let place = model.order(order).span;
        if let Some(text) = given.iter().find(|t| t.path == wanted.path) {
            tied.extend(add_source(sources, text, inputs, (&wanted.path, place), out).map(|id| (order, id)));
        }
    }
    for (i, order) in model.declared.orders.iter().enumerate() {
        let id = OrderId::at(i);
        let Some(text) = order.text.as_ref().filter(|_| tied.iter().all(|(o, _)| *o != id)) else { continue };
        let file = sources.file_of(order.span).map(|f| f.path.clone()).unwrap_or_default();
        let Some(path) = path_inside_folder(&file, &text.value) else {
            out.push(codes::outside(&text.value, text.span));
            continue;
        };
        match given.iter().find(|t| t.path == path) {
            Some(found) => {
                tied.extend(add_source(sources, found, inputs, (&text.value, text.span), out).map(|s| (id, s)))
            }
            None => out.push(missing_text(&file, &text.value, text.span, given)),
        }
    }
    tied
}

/// The nearest of the texts that are beside the file, or which there are.
fn missing_text(file: &str, name: &str, span: Span, given: &[Text]) -> Diagnostic {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |t: &Text| match folder {
        "" => Some(t.path.clone()).filter(|p| !p.contains('/')),
        _ => t.path.strip_prefix(folder).and_then(|p| p.strip_prefix('/')).map(str::to_owned),
    };
    let there: Vec<String> = given.iter().filter(|t| !t.kind().is_of_matter()).filter_map(beside).collect();
    let names: Vec<&str> = there.iter().map(String::as_str).collect();
    codes::no_text(name, folder, span, closest(name, names.iter().copied()), &names)
}

/// The text as a source, once for all orders that share it.
fn add_source(
    sources: &mut SourceMap,
    text: &Text,
    inputs: &Inputs<'_>,
    (name, span): (&str, Span),
    out: &mut Vec<Diagnostic>,
) -> Option<SourceId> {
    if let Some(at) = sources.files().iter().position(|f| f.path == text.path) {
        return u32::try_from(at).ok().map(SourceId);
    }
    match inputs.papers.and_then(|reader| reader.read(&text.path, &text.bytes)) {
        Some(Ok(paper)) => {
            out.extend(paper.left_unread(name, span));
            return sources.add(text.path.clone(), paper.text);
        }
        Some(Err(fault)) => {
            out.push(refused_paper(&fault, name, span));
            return None;
        }
        None => {}
    }
    if text.bytes.len() > quotations::LIMIT {
        let why = format!("texts of more than {} MiB are refused", quotations::LIMIT / (1024 * 1024));
        out.push(codes::unreadable(name, &why, span));
        return None;
    }
    match text.decode() {
        Err(bad) => {
            out.push(codes::unreadable(name, bad.hint, span));
            None
        }
        Ok(words) if words.contains('\0') => {
            out.push(codes::unreadable(name, "it has bytes that no text has", span));
            None
        }
        Ok(words) => sources.add(text.path.clone(), words),
    }
}

/// True of what is said of the file of an order's own words: no verdict depends on it.
pub(super) fn is_about_texts(code: Code) -> bool {
    codes::ALL.contains(&code) || papers::ALL.contains(&code)
}

fn refused_paper(fault: &PaperFault, name: &str, span: Span) -> Diagnostic {
    let of = match fault.kind {
        PaperFaultKind::Encrypted => papers::encrypted,
        PaperFaultKind::Damaged => papers::damaged,
        PaperFaultKind::Scanned => papers::scanned,
        PaperFaultKind::TooLarge => papers::too_large,
        PaperFaultKind::Other => codes::not_a_paper,
    };
    of(name, &fault.why, &fault.remedy, span)
}

/// The texts, read; each once, though several orders may share one.
pub(super) fn read_order_texts<'s>(
    sources: &'s SourceMap,
    tied: &[(OrderId, SourceId)],
) -> Vec<(OrderId, OrderText<'s>)> {
    let file = |id: SourceId| sources.get(id);
    let read = |f: &'s SourceFile| OrderText::new(&f.text, f.base);
    tied.iter().filter_map(|(order, id)| Some((*order, read(file(*id)?)))).collect()
}
