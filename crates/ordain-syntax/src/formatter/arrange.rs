//! Where the words of a statement go.

use super::pieces::{Line, Pieces, Word};
use crate::ast::{Body, Clause, ClauseKind, Fact, Paragraph, Statement, StatementKind};
use std::collections::BTreeSet;

/// How far the further lines of a statement are set in, and what is below them once more.
pub(super) const INDENT: usize = 2;
/// A line that is longer is broken before each of its clauses.
const WIDTH: usize = 100;

/// How far the further lines are set in: those of a numbered paragraph begin below the words of `¶ 1`.
pub(super) fn indent_of(statement: &Statement) -> usize {
    if label_end(statement).is_some() { "¶ 1  ".chars().count() } else { INDENT }
}

/// Where the number of a paragraph ends in its file.
fn label_end(statement: &Statement) -> Option<usize> {
    match &statement.kind {
        StatementKind::Paragraph(paragraph) => paragraph.label.as_ref().map(|l| l.span.end as usize),
        _ => None,
    }
}

/// Words, by their first byte in the statement, before which a line begins.
#[derive(Default)]
pub(super) struct Breaks {
    /// Where it stands for itself: what is said of the paragraph, and where it is from.
    always: BTreeSet<usize>,
    /// Where the line is too long.
    if_long: BTreeSet<usize>,
}

impl Breaks {
    /// `start` is the place of the statement in its file.
    pub(super) fn of(statement: &Statement, start: usize) -> Self {
        let mut breaks = Self::default();
        let mut add = |clauses: &[Clause]| {
            for clause in clauses {
                let at = (clause.span.start as usize).saturating_sub(start);
                if is_beside(&clause.kind) {
                    breaks.always.insert(at);
                }
                breaks.if_long.insert(at);
            }
        };
        let first = match &statement.kind {
            StatementKind::Paragraph(paragraph) => {
                let Paragraph { clauses, body, .. } = paragraph.as_ref();
                add(clauses);
                match body {
                    Body::Provision(provision) => {
                        provision.items.iter().for_each(|item| add(&item.clauses));
                        provision.items.first().map(|item| item.act.span)
                    }
                    Body::Dispositions(all) => {
                        all.iter().for_each(|one| add(&one.clauses));
                        all.first().map(|one| one.span)
                    }
                    Body::CutOff { what, .. } | Body::Listed(what) => Some(what.span),
                    Body::OnBreachOf { paragraph, .. } => Some(paragraph.span),
                }
            }
            StatementKind::Fact(fact) => {
                let Fact { clauses, .. } = fact.as_ref();
                add(clauses);
                None
            }
            _ => None,
        };
        // What leads a sentence is not parted from it.
        let first = first.map_or(0, |span| (span.start as usize).saturating_sub(start));
        breaks.if_long.retain(|at| *at > first);
        breaks.always.retain(|at| *at > first);
        breaks
    }
}

/// True of what is said beside the order's own words, and of where they are from.
const fn is_beside(kind: &ClauseKind) -> bool {
    matches!(
        kind,
        ClauseKind::Source(_)
            | ClauseKind::Quote(_)
            | ClauseKind::Note(_)
            | ClauseKind::Reading(_)
            | ClauseKind::Judgment(_)
            | ClauseKind::OnBreach(_)
    )
}

/// The lines of a statement as they will be written, without the end of the last.
pub(super) fn arrange(pieces: &Pieces<'_>, statement: &Statement, start: usize, breaks: &Breaks) -> String {
    let label = label_end(statement).map(|end| end.saturating_sub(start));
    let base = indent_of(statement);
    let mut levels = Levels::default();
    let mut lines: Vec<String> = Vec::new();
    for (i, line) in pieces.0.iter().enumerate() {
        let indent = match pieces.0.first() {
            Some(first) if i > 0 && (!line.words.is_empty() || line.column > first.column) => {
                base + INDENT * (levels.of(line_that_is_set_in(pieces, i).column) - 1)
            }
            // A comment at the margin stays there.
            _ => 0,
        };
        if line.after_blank {
            lines.push(String::new());
        }
        let too_long = |part: &[Word<'_>]| indent + joined(part, label).chars().count() > WIDTH;
        let parts = split(&line.words, &breaks.always);
        let parts: Vec<_> =
            parts.iter().flat_map(|p| if too_long(p) { split(p, &breaks.if_long) } else { vec![*p] }).collect();
        for (nth, part) in parts.iter().enumerate() {
            let indent = if nth == 0 { indent } else { indent.max(base) };
            let mut text = " ".repeat(indent);
            text.push_str(&joined(part, label));
            if nth + 1 == parts.len()
                && let Some(comment) = line.comment
            {
                text.push_str(if part.is_empty() { "" } else { "  " });
                text.push_str(comment);
            }
            lines.push(text);
        }
    }
    lines.join("\n")
}

/// The line that says how far this one is set in: of a comment, the words below it.
fn line_that_is_set_in<'p, 'a>(pieces: &'p Pieces<'a>, i: usize) -> &'p Line<'a> {
    let below = pieces.0.iter().skip(i);
    below.clone().find(|l| !l.words.is_empty()).or(below.clone().next()).unwrap_or(&pieces.0[i])
}

/// The words of a line, cut before each at which a line begins.
fn split<'l, 'a>(words: &'l [Word<'a>], at: &BTreeSet<usize>) -> Vec<&'l [Word<'a>]> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (i, word) in words.iter().enumerate().skip(1) {
        if at.contains(&word.start) {
            parts.extend(words.get(from..i));
            from = i;
        }
    }
    parts.extend(words.get(from..));
    parts
}

/// One space between words, two behind the number of a paragraph.
fn joined(words: &[Word<'_>], label_end: Option<usize>) -> String {
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        match word.text.strip_prefix('¶') {
            // `¶1`
            Some(number) if !number.is_empty() && label_end == Some(word.start + word.text.len()) => {
                out.push_str("¶ ");
                out.push_str(number);
            }
            _ => out.push_str(word.text),
        }
        let end = word.start + word.text.len();
        // `1.` and `1:` end behind the number itself.
        if label_end.is_some_and(|l| word.start < l && l <= end && end <= l + 1) {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

/// How deep each line is set in, whatever the columns.
#[derive(Default)]
struct Levels(Vec<usize>);

impl Levels {
    /// The level of a line at this column, 1 for those right under the statement.
    fn of(&mut self, column: usize) -> usize {
        while self.0.len() > 1 && self.0.last().is_some_and(|top| *top > column) {
            self.0.pop();
        }
        match self.0.last_mut() {
            Some(top) if *top < column => self.0.push(column),
            // Nothing is less deep than the first level.
            Some(top) => *top = column,
            None => self.0.push(column),
        }
        self.0.len()
    }
}
