//! Duties that wait for one another: none of them ever falls due.

use super::due_times::place_of_due;
use crate::model::{Anchor, Body, Condition, Due, Model, Paragraph, TestKind};
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::rules as codes;
use ordain_syntax::ast::ConditionWord;

pub(super) fn check(model: &Model) -> Vec<Diagnostic> {
    let waits: Vec<Vec<usize>> = model.paragraphs.iter().map(paragraphs_waited_for).collect();
    let mut done = vec![false; waits.len()];
    // Where each paragraph stands on the walk.
    let mut on: Vec<Option<usize>> = vec![None; waits.len()];
    let mut out = Vec::new();
    for start in 0..waits.len() {
        // The walk from here: each paragraph on it, and how many of what it waits for were followed.
        let mut walk: Vec<(usize, usize)> = if done[start] { Vec::new() } else { vec![(start, 0)] };
        while let Some(depth) = walk.len().checked_sub(1)
            && let Some((at, followed)) = walk.last_mut()
        {
            on[*at] = Some(depth);
            let Some(&next) = waits.get(*at).and_then(|w| w.get(*followed)) else {
                done[*at] = true;
                on[*at] = None;
                walk.pop();
                continue;
            };
            *followed += 1;
            match on.get(next).copied().flatten() {
                // A circle is closed when a paragraph of the walk comes again.
                Some(first) => {
                    let circle: Vec<&Paragraph> =
                        walk.iter().skip(first).filter_map(|(i, _)| model.paragraphs.get(*i)).collect();
                    let names: Vec<&str> = circle.iter().map(|p| p.name.as_str()).collect();
                    let places: Vec<_> = circle.iter().map(|p| place_of_due(p)).collect();
                    out.push(codes::cycle(&names, &places));
                }
                None if done.get(next).is_some_and(|d| !d) => walk.push((next, 0)),
                None => {}
            }
        }
    }
    out
}

/// The paragraphs whose performance every obligation of a paragraph waits for.
fn paragraphs_waited_for(paragraph: &Paragraph) -> Vec<usize> {
    let Body::Provision(provision) = &paragraph.body else { return Vec::new() };
    let each: Option<Vec<usize>> = provision.obligations.iter().map(|l| due_paragraph(&l.due)).collect();
    let mut all = each.unwrap_or_default();
    // A condition of every obligation that asks for the verdict of another; `unless` binds without it.
    let asked = provision
        .obligations
        .iter()
        .map(|l| l.conditions.iter().filter_map(paragraph_asked_about).collect::<Vec<usize>>());
    if let Some(common) = asked.reduce(|a, b| a.into_iter().filter(|p| b.contains(p)).collect()) {
        all.extend(common);
    }
    all.dedup();
    all
}

fn paragraph_asked_about(condition: &Condition) -> Option<usize> {
    match &condition.test.kind {
        TestKind::Verdict { paragraph, negated: false, .. } if condition.word != ConditionWord::Unless => {
            Some(paragraph.index())
        }
        _ => None,
    }
}

fn due_paragraph(due: &Due) -> Option<usize> {
    let of = |anchor: &Anchor| match anchor {
        Anchor::Paragraph(p) | Anchor::Performed(p) => Some(p.index()),
        _ => None,
    };
    match due {
        Due::Period(p) if !p.backward => of(&p.anchor),
        Due::Event { anchor, .. } => of(anchor),
        // The later of several waits for each of them.
        Due::Several { later: true, arms } => arms.iter().find_map(paragraph_of_arm),
        _ => None,
    }
}

/// An arm of several is a day, an event or a period, never several again.
fn paragraph_of_arm(due: &Due) -> Option<usize> {
    match due {
        Due::Several { .. } => None,
        other => due_paragraph(other),
    }
}
