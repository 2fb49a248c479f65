//! Which of several things of a kind: `Interrogatory No. 5`, `Requests for Production Nos. 1-10`, `Exhibit A`.

use super::builder::ListBuilder;
use crate::model::ir::nature::Nature;
use crate::model::number::spread_labels;
use crate::model::resolve::tokens::{figures_of, labels_at_start, span_of};
use ordain_syntax::ast::{Token, TokenKind};

/// Words that say that a number follows.
const MARKS: &[&str] = &["No.", "Nos.", "no.", "nos.", "Number", "Numbers", "number", "numbers"];

/// Takes the numbers or letters of the thing just named; how many words they take. Letters come without `No.`.
pub(super) fn take_labels(list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
    let of = list.last_deliverable()?;
    let is_word = |t: &Token| t.kind == TokenKind::Word;
    let marked = rest.first().is_some_and(|t| is_word(t) && MARKS.contains(&t.text.as_str()));
    if !marked && !of.is(Nature::Numbered) {
        return None;
    }
    let letters = |t: &Token| -> Option<Vec<String>> {
        if marked || !is_word(t) {
            return None;
        }
        let (first, more) = t.text.split_once('-').unwrap_or((&t.text, ""));
        let letters = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_uppercase());
        match more {
            "" => letters(&t.text).then(|| vec![t.text.clone()]),
            // `Exhibit A-1` is one, `Exhibits A-C` are three.
            more if more.bytes().all(|b| b.is_ascii_digit()) => letters(first).then(|| vec![t.text.clone()]),
            _ => spread_labels(&t.text).filter(|_| letters(first)),
        }
    };
    let lead = usize::from(marked);
    let (labels, taken) = labels_at_start(rest.get(lead..)?, |t| figures_of(t).or_else(|| letters(t)));
    if labels.is_empty() {
        return None;
    }
    let labels = labels.into_iter().map(|(label, _)| label).collect();
    list.numbered(of, labels, span_of(rest.get(..lead + taken)?));
    Some(lead + taken)
}
