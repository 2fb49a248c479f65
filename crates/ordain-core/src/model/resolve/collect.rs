//! The paragraphs of every order, numbered where they have no label.

use std::collections::{BTreeMap, BTreeSet};

use super::phrasing::provision_words;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::{OrderId, ParagraphId};
use crate::model::ir::names::fold;
use crate::model::ir::names::name_of;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::declarations;
use ordain_base::source::Span;
use ordain_syntax::ast::StatementKind;
use ordain_syntax::{Parsed, ast};

pub(super) struct Entry<'a> {
    pub(super) order: OrderId,
    pub(super) label: String,
    pub(super) source: std::borrow::Cow<'a, ast::Paragraph>,
    pub(super) span: Span,
}

/// Finds the paragraphs of every order and gives the unlabelled their numbers.
pub(super) fn collect_paragraphs<'a>(
    declared: &mut Declared,
    files: &'a [Parsed],
    out: &mut Vec<Diagnostic>,
) -> Vec<Entry<'a>> {
    let mut found: Vec<Entry<'a>> = Vec::new();
    let mut labelled: BTreeMap<OrderId, bool> = BTreeMap::new();
    let mut next: BTreeMap<OrderId, u32> = BTreeMap::new();
    let mut mixed: BTreeSet<OrderId> = BTreeSet::new();
    let mut orders = 0;
    for file in files {
        let mut current = None;
        for statement in &file.statements {
            match &statement.kind {
                StatementKind::Order(_) => {
                    current = Some(OrderId::at(orders));
                    orders += 1;
                }
                StatementKind::Paragraph(p) => {
                    let Some(order) = current else {
                        out.push(declarations::paragraph_without_order(statement.span));
                        continue;
                    };
                    if says_when_it_ends(p, &declared.orders[order.index()].name) {
                        declared.ending.insert(order);
                    }
                    let has_label = p.label.is_some();
                    if *labelled.entry(order).or_insert(has_label) != has_label {
                        // Once an order: the others are fixed with it.
                        if mixed.insert(order) {
                            out.push(declarations::unlabelled_mix(
                                &declared.orders[order.index()].name,
                                statement.span,
                            ));
                        }
                        continue;
                    }
                    match &p.label {
                        Some(label) => found.push(Entry {
                            order,
                            label: fold(&label.value),
                            source: std::borrow::Cow::Borrowed(p),
                            span: statement.span,
                        }),
                        None => number_items(order, p, statement.span, &mut next, &mut found),
                    }
                }
                _ => {}
            }
        }
    }
    for (i, entry) in found.iter().enumerate() {
        let key = (entry.order, entry.label.clone());
        if let Some(&(_, first)) = declared.labels.get(&key) {
            let order = &declared.orders[entry.order.index()].name;
            out.push(declarations::duplicate_label(order, &entry.label, entry.span, first));
        } else {
            declared.labels.insert(key, (ParagraphId::at(i), entry.span));
        }
    }
    found
}

/// `This Order expires on April 1, 2024`.
fn says_when_it_ends(p: &ast::Paragraph, order: &str) -> bool {
    let ast::Body::Dispositions(list) = &p.body else { return false };
    list.iter().any(|d| {
        let object = d.object.as_ref().map(name_of).unwrap_or_default();
        d.verb.value == ast::DispositionVerb::Expires
            && d.to.is_some()
            && (object.eq_ignore_ascii_case("this order") || object == fold(order))
    })
}

/// A compact duty without `¶`: each of its items is a paragraph, numbered through the order.
fn number_items<'a>(
    order: OrderId,
    p: &ast::Paragraph,
    span: Span,
    next: &mut BTreeMap<OrderId, u32>,
    found: &mut Vec<Entry<'a>>,
) {
    let mut push = |source: ast::Paragraph, span| {
        let n = next.entry(order).or_insert(0);
        *n += 1;
        found.push(Entry { order, label: n.to_string(), source: std::borrow::Cow::Owned(source), span });
    };
    match &p.body {
        ast::Body::Provision(provision) if provision.items.len() > 1 && provision.choice.is_none() => {
            for item in &provision.items {
                let one = ast::Provision { items: vec![item.clone()], ..provision.clone() };
                let words = provision_words(&one, &p.clauses);
                push(ast::Paragraph { body: ast::Body::Provision(one), words, ..p.clone() }, item.span);
            }
        }
        _ => push(p.clone(), span),
    }
}
