//! A bracket or a quotation mark without its partner.
//!
//! Pairs are looked for in a paragraph, and then in the three that follow it:
//! a quotation may run over several, each of which opens it anew. `1)` opens
//! no bracket, and `6"` is a length.

use crate::proofread::finding::{Confidence, Finding};
use crate::reading::Reading;
use crate::token::Kind;
use ordain_base::diag::codes;

/// How many open marks are looked through for a partner.
const DEEP: usize = 64;

/// A mark without its partner.
#[derive(Debug, Clone, Copy)]
struct Lone {
    at: usize,
    paragraph: u32,
    unit: u32,
    mark: char,
    /// The token that closes a bracket inside this one.
    inner: Option<usize>,
}

pub(super) fn lone_marks(r: &Reading<'_>) -> Vec<Finding> {
    let mut lone: Vec<Lone> = Vec::new();
    let mut from = 0;
    while let Some(first) = r.tokens.get(from) {
        let to = from + r.tokens.get(from..).unwrap_or(&[]).partition_point(|t| t.paragraph == first.paragraph);
        let opens_again = |mark: &str| to < r.tokens.len() && r.word(to) == mark;
        find_lone_marks(r, from, to, opens_again("“"), opens_again("\""), &mut lone);
        from = to;
    }
    unpaired_marks(lone).into_iter().map(|(l, alone)| finding_of_bracket(r, l, alone)).collect()
}

/// The marks of one paragraph that have no partner in it.
fn find_lone_marks(
    r: &Reading<'_>,
    from: usize,
    to: usize,
    curly_again: bool,
    straight_again: bool,
    lone: &mut Vec<Lone>,
) {
    let Some(first) = r.tokens.get(from) else { return };
    let new = |at: usize, mark: char, inner| Lone { at, paragraph: first.paragraph, unit: first.unit, mark, inner };
    // Open brackets, each with the last bracket that was closed inside it.
    let mut open: Vec<(usize, char, Option<usize>)> = Vec::new();
    let mut curly: Option<usize> = None;
    let mut straight: (usize, usize) = (0, from);
    for at in from..to {
        match r.word(at) {
            "(" => open.push((at, '(', None)),
            "[" => open.push((at, '[', None)),
            ")" | "]" => {
                let want = if r.word(at) == ")" { '(' } else { '[' };
                match open.iter().rev().take(DEEP).position(|o| o.1 == want).map(|n| open.len() - 1 - n) {
                    Some(i) => {
                        // What stands open inside a closed pair has no partner.
                        lone.extend(open.drain(i + 1..).map(|(at, mark, inner)| new(at, mark, inner)));
                        open.pop();
                        if let Some(outer) = open.last_mut() {
                            outer.2 = outer.2.or(Some(at));
                        }
                    }
                    None if !is_list_numbering(r, at) => lone.push(new(at, if want == '(' { ')' } else { ']' }, None)),
                    None => {}
                }
            }
            "“" => {
                if let Some(before) = curly.replace(at) {
                    lone.push(new(before, '“', None));
                }
            }
            "”" if curly.take().is_none() => lone.push(new(at, '”', None)),
            // After a number it is a length, unless it can end a quotation.
            "\"" if straight.0 % 2 == 1 || !is_inch_mark(r, at) => straight = (straight.0 + 1, at),
            _ => {}
        }
    }
    lone.extend(open.into_iter().map(|(at, mark, inner)| new(at, mark, inner)));
    lone.extend(curly.filter(|_| !curly_again).map(|at| new(at, '“', None)));
    if straight.0 % 2 == 1 && !straight_again {
        lone.push(new(straight.1, '"', None));
    }
}

/// `1)`, `a)`, `iv)`: a number of a list. And the column of `)` beside a caption.
fn is_list_numbering(r: &Reading<'_>, at: usize) -> bool {
    if r.tokens.get(at).is_some_and(|t| t.gap || t.opens_line) {
        return true;
    }
    let Some(before) = at.checked_sub(1).and_then(|i| r.tokens.get(i)) else { return true };
    let short = before.kind == Kind::Number || before.word.len() == 1 || before.word.chars().all(|c| "ivx".contains(c));
    // `due by 11/14/2024.c) Jury trial`: the letter is glued to the sentence before it.
    let mark =
        at.checked_sub(2).and_then(|i| r.tokens.get(i)).is_some_and(|t| matches!(&*t.word, "." | ";" | ":" | ","));
    let word =
        at.checked_sub(3).and_then(|i| r.tokens.get(i)).is_some_and(|t| t.word.len() > 1 || t.kind == Kind::Number);
    short && (before.gap || before.opens_line || mark && word)
}

fn is_inch_mark(r: &Reading<'_>, at: usize) -> bool {
    let glued = r.tokens.get(at).is_some_and(|t| !t.gap);
    glued && at.checked_sub(1).and_then(|i| r.tokens.get(i)).is_some_and(|t| t.kind == Kind::Number)
}

/// Those that find no partner in the next paragraphs either, and whether each
/// is the only one of its paragraph.
fn unpaired_marks(mut lone: Vec<Lone>) -> Vec<(Lone, bool)> {
    lone.sort_by_key(|l| l.at);
    let mut paired = vec![false; lone.len()];
    for i in 0..lone.len() {
        let Some(open) = lone.get(i).copied() else { continue };
        let want = match open.mark {
            '(' => ')',
            '[' => ']',
            '“' => '”',
            '"' => '"',
            _ => continue,
        };
        if paired.get(i) == Some(&true) {
            continue;
        }
        let near = |l: &Lone| l.unit == open.unit && l.paragraph <= open.paragraph + 3;
        let close = (i + 1..lone.len())
            .take(DEEP)
            .take_while(|j| lone.get(*j).is_some_and(near))
            .find(|j| lone.get(*j).is_some_and(|l| l.mark == want) && paired.get(*j) == Some(&false));
        if let Some(j) = close {
            for k in [i, j] {
                if let Some(p) = paired.get_mut(k) {
                    *p = true;
                }
            }
        }
    }
    let left: Vec<Lone> = lone.into_iter().zip(paired).filter(|(_, p)| !p).map(|(l, _)| l).collect();
    let neighbour = |i: Option<usize>, p: u32| i.and_then(|i| left.get(i)).is_some_and(|l| l.paragraph == p);
    let alone = |i: usize, p: u32| !neighbour(i.checked_sub(1), p) && !neighbour(Some(i + 1), p);
    left.iter().enumerate().map(|(i, l)| (*l, alone(i, l.paragraph))).collect()
}

fn finding_of_bracket(r: &Reading<'_>, lone: Lone, alone: bool) -> Finding {
    // A bracket with a space behind it is more often a mark that was scanned.
    let loose = matches!(lone.mark, '(' | '[') && r.tokens.get(lone.at + 1).is_none_or(|t| t.gap);
    let sure = if alone && !loose { Confidence::High } else { Confidence::Low };
    let span = r.span(lone.at, lone.at + 1);
    match lone.mark {
        '(' | '[' | '“' => {
            let inner = lone.inner.map(|at| r.span(at, at + 1));
            Finding::new(sure, codes::text::unclosed(&lone.mark.to_string(), span, inner))
        }
        '"' => Finding::new(sure.min(Confidence::Medium), codes::text::odd_quotes(span)),
        mark => Finding::new(sure.min(Confidence::Medium), codes::text::unopened(&mark.to_string(), span)),
    }
}
