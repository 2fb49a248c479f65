//! Which of several things of a kind: `Interrogatory No. 5`, `Requests for Production Nos. 1-10`, `Exhibit A`.

use super::builder::ListBuilder;
use crate::model::ir::nature::Nature;
use crate::model::number::spread_labels;
use crate::model::resolve::tokens::span_of;
use ordain_syntax::ast::{Token, TokenKind};

/// Words that say that a number follows.
const MARKS: &[&str] = &["No.", "Nos.", "no.", "nos.", "Number", "Numbers", "number", "numbers"];

/// Takes the numbers or letters of the thing just named; how many words they take.
pub(super) fn take_labels(list: &mut ListBuilder, rest: &[Token]) -> Option<usize> {
    let of = list.last_deliverable()?;
    let marked = rest.first().is_some_and(|t| t.kind == TokenKind::Word && MARKS.contains(&t.text.as_str()));
    if !marked && !of.is(Nature::Numbered) {
        return None;
    }
    let lead = usize::from(marked);
    let (labels, taken) = labels_at_start(rest.get(lead..)?, marked)?;
    list.numbered(of, labels, span_of(rest.get(..lead + taken)?));
    Some(lead + taken)
}

/// `1-5`, `1, 3, and 5`, `A and B`: the labels, and how many words they take. Letters come without `No.`.
fn labels_at_start(rest: &[Token], figures: bool) -> Option<(Vec<String>, usize)> {
    let label = |t: &Token| -> Option<Vec<String>> {
        let text = t.text.as_str();
        if t.kind != TokenKind::Word {
            return None;
        }
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return spread_labels(text).filter(|_| !text.ends_with('%'));
        }
        let letters = !figures && text.len() <= 2 && text.chars().all(|c| c.is_ascii_uppercase());
        letters.then(|| vec![text.to_owned()])
    };
    let mut labels = label(rest.first()?)?;
    let mut taken = 1;
    loop {
        let joints = rest.get(taken..).unwrap_or_default().iter();
        let joints =
            joints.take(2).take_while(|t| t.kind == TokenKind::Comma || matches!(t.text.as_str(), "and" | "or" | "&"));
        let joints = joints.count();
        let through = rest.get(taken).is_some_and(|t| matches!(t.text.as_str(), "through" | "to"));
        let at = taken + if through { 1 } else { joints };
        let Some(next) = rest.get(at).and_then(label).filter(|_| at > taken) else { break };
        if through {
            let range = format!("{}-{}", labels.pop()?, next.first()?);
            labels.extend(spread_labels(&range)?);
        } else {
            labels.extend(next);
        }
        taken = at + 1;
    }
    Some((labels, taken))
}
