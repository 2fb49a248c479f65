//! Duties that wait for one another: none of them ever falls due.

use std::collections::BTreeSet;

use crate::diag::Diagnostic;
use crate::diag::codes::rules as say;
use crate::model::{Anchor, Body, Due, Limb, Model, Paragraph};

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let waits: Vec<Vec<usize>> = model.paragraphs.iter().map(waits).collect();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut out = Vec::new();
    for start in 0..waits.len() {
        if told.contains(&start) {
            continue;
        }
        // What every part waits for is followed one step at a time; a circle is
        // closed when a paragraph of this walk comes again.
        let mut walk: Vec<usize> = Vec::new();
        let mut at = start;
        loop {
            if let Some(first) = walk.iter().position(|w| *w == at) {
                let circle: Vec<&Paragraph> =
                    walk.iter().skip(first).filter_map(|i| model.paragraphs.get(*i)).collect();
                let names: Vec<&str> = circle.iter().map(|p| p.name.as_str()).collect();
                let places: Vec<_> = circle.iter().map(|p| place(p)).collect();
                out.push(say::cycle(&names, &places));
                break;
            }
            if told.contains(&at) {
                break;
            }
            walk.push(at);
            match waits.get(at).and_then(|w| w.first()) {
                Some(next) => at = *next,
                None => break,
            }
        }
        told.extend(walk);
    }
    out
}

/// The paragraphs whose performance every limb of a paragraph waits for.
fn waits(paragraph: &Paragraph) -> Vec<usize> {
    let Body::Norm(norm) = &paragraph.body else { return Vec::new() };
    let each: Option<Vec<usize>> = norm.limbs.iter().map(|l| on(&l.due)).collect();
    each.unwrap_or_default()
}

fn on(due: &Due) -> Option<usize> {
    let of = |anchor: &Anchor| match anchor {
        Anchor::Paragraph(p) => Some(p.index()),
        _ => None,
    };
    match due {
        Due::Period(p) if !p.backward => of(&p.anchor),
        Due::Event { anchor, .. } => of(anchor),
        // The later of several waits for each of them.
        Due::Limbs { later: true, limbs } => limbs.iter().find_map(shallow),
        _ => None,
    }
}

/// An arm of several is a day, an event or a period, never several again.
fn shallow(due: &Due) -> Option<usize> {
    match due {
        Due::Limbs { .. } => None,
        other => on(other),
    }
}

fn place(paragraph: &Paragraph) -> crate::source::Span {
    let limb: Option<&Limb> = match &paragraph.body {
        Body::Norm(norm) => norm.limbs.first(),
        _ => None,
    };
    limb.and_then(|l| l.due_span).unwrap_or(paragraph.span)
}
