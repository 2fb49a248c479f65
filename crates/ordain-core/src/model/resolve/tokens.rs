//! Runs of words: what is at their start, and how they read.

use crate::model::ir::deliverables::{self, Deliverable};
use crate::model::ir::ids::VerbId;
use crate::model::number::spread_labels;
use ordain_base::source::Span;
pub use ordain_syntax::ast::text_of;
use ordain_syntax::ast::{Token, TokenKind};
use ordain_time::Service;

/// The verb at the start of `tokens`, in the form `form` looks up, and how many tokens it takes.
pub fn verb_at(tokens: &[Token], longest: usize, form: impl Fn(&str) -> Option<VerbId>) -> Option<(VerbId, usize)> {
    (1..=longest.min(tokens.len())).rev().find_map(|n| {
        let words = &tokens[..n];
        if words.iter().any(|t| t.kind != TokenKind::Word) {
            return None;
        }
        // `meet & confer` is one verb.
        let joined = text(words).replace('&', "and");
        form(&joined).map(|v| (v, n))
    })
}

/// The span of a run of tokens.
#[must_use]
pub fn span_of(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(a), Some(b)) => a.span.to(b.span),
        _ => Span::default(),
    }
}

/// Some words as they stand.
pub(crate) fn text(tokens: &[Token]) -> String {
    tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// `by mail`, `by email`: how many tokens a way of service takes.
pub(crate) fn service_at_start(rest: &[Token]) -> Option<usize> {
    let way = rest.first().filter(|t| t.text == "by").and(rest.get(1..))?;
    (1..=3).rev().find(|&n| way.get(..n).is_some_and(|w| Service::parse(&text(w)).is_some())).map(|n| n + 1)
}

/// Words for somebody whom no statement names.
const ANYBODY: &[&str] =
    &["anyone", "anybody", "person", "persons", "entity", "entities", "individual", "individuals", "others", "third"];

/// `any other person or entity`, `anyone`, `third parties`: how many tokens name nobody in particular.
pub(crate) fn anybody(rest: &[Token]) -> Option<usize> {
    let word = |i: usize| rest.get(i).filter(|t| t.kind == TokenKind::Word).map_or("", |t| t.text.as_str());
    let (mut at, mut end) = (0, 0);
    loop {
        while matches!(word(at), "any" | "all" | "other" | "a" | "every" | "no" | "whatsoever") {
            at += 1;
        }
        if !ANYBODY.contains(&word(at)) {
            break;
        }
        at += 1;
        if word(at - 1) == "third" {
            if !matches!(word(at), "party" | "parties" | "person" | "persons") {
                break;
            }
            at += 1;
        }
        if word(at) == "else" {
            at += 1;
        }
        end = at;
        let joined = rest.get(at).is_some_and(|t| t.kind == TokenKind::Comma) as usize;
        match word(at + joined) {
            "or" | "and" => at += joined + 1,
            _ if joined == 1 => at += 1,
            _ => break,
        }
    }
    (end > 0).then_some(end)
}

/// The longest common deliverable at the start of `rest`.
pub(crate) fn deliverable_at_start(rest: &[Token]) -> Option<(Deliverable, usize)> {
    (1..=deliverables::longest().min(rest.len())).rev().find_map(|n| {
        let words = rest.get(..n)?;
        if words.iter().any(|t| t.kind != TokenKind::Word) {
            return None;
        }
        let joined = words.iter().map(|t| t.text.to_lowercase()).collect::<Vec<_>>().join(" ");
        Deliverable::find(&joined).map(|d| (d, n))
    })
}

/// `1-5`, `1, 3, and 5`, `2 through 4`, `A and B`: the labels at the start of `rest`, each with its place, and how many tokens
/// they take. `label` gives what a token alone stands for.
pub(crate) fn labels_at_start(
    rest: &[Token],
    label: impl Fn(&Token) -> Option<Vec<String>>,
) -> (Vec<(String, Span)>, usize) {
    let joins = |t: &&Token| t.kind == TokenKind::Comma || matches!(t.text.as_str(), "and" | "or" | "&");
    let mut labels: Vec<(String, Span)> = Vec::new();
    let mut taken = 0;
    while let Some(next) = rest.get(taken) {
        let through = !labels.is_empty() && matches!(next.text.as_str(), "through" | "to");
        let joints = rest.iter().skip(taken).take(2).take_while(joins).count();
        let at = taken + if through { 1 } else { joints };
        if labels.is_empty() != (at == taken) {
            break;
        }
        let Some((token, found)) = rest.get(at).and_then(|t| Some((t, label(t)?))) else { break };
        let from = labels.last().filter(|_| through).map(|(from, span)| (from.clone(), *span));
        match (from, found.as_slice()) {
            (Some((from, start)), [to]) => {
                let Some(range) = spread_labels(&format!("{from}-{to}")) else { break };
                labels.pop();
                labels.extend(range.into_iter().map(|l| (l, start.to(token.span))));
            }
            (Some(_), _) => break,
            (None, _) => labels.extend(found.into_iter().map(|l| (l, token.span))),
        }
        taken = at + 1;
    }
    (labels, taken)
}

/// `5`, `1-5`, `3(a)`: what a token that begins with a figure stands for.
pub(crate) fn figures_of(token: &Token) -> Option<Vec<String>> {
    let text = token.text.as_str();
    let figures =
        token.kind == TokenKind::Word && text.starts_with(|c: char| c.is_ascii_digit()) && !text.ends_with('%');
    if figures { spread_labels(text) } else { None }
}
