//! From lines to paragraphs: a page break or a footnote that cuts a sentence
//! is fixed, so that a sentence is read as it was written.

use std::borrow::Cow;
use std::ops::Range;

use crate::entries::entry_beginnings;
use crate::lines::{Line, classify_lines, stamped_number};
use crate::token::{Kind, Token, read_tokens};

/// Tokens of one paragraph, in the order in which they are read.
struct Block<'t> {
    tokens: Vec<Token<'t>>,
    unit: u32,
    footnote: bool,
    /// It is at the foot of a page that a form feed ends.
    foot: bool,
}

impl Block<'_> {
    fn new(unit: u32, foot: bool) -> Self {
        Self { tokens: Vec::new(), unit, footnote: foot, foot }
    }
}

/// All tokens of a text, a footnote after the paragraph it is called in; and the number of the paper
/// on its docket, where its pages are stamped with it.
pub(crate) fn tokens(text: &str) -> (Vec<Token<'_>>, Option<u32>) {
    let mut out: Vec<Token<'_>> = Vec::new();
    for (paragraph, block) in (0..).zip(rejoin_cut_blocks(feet_last(blocks_of(text)))) {
        for mut token in block.tokens {
            token.paragraph = paragraph;
            token.unit = block.unit;
            out.push(token);
        }
    }
    (out, stamped_number(text))
}

/// Paragraphs as blank lines and dividers part them.
fn blocks_of(text: &str) -> Vec<Block<'_>> {
    let lines = classify_lines(text);
    let words = |line: &Line, end: usize| match line {
        Line::Text(from) | Line::Foot(from) => text.get(*from..end).unwrap_or(""),
        _ => "",
    };
    let begins = entry_beginnings(lines.iter().map(|(_, end, line)| words(line, *end)));
    let mut blocks = Blocks { done: Vec::new(), open: Block::new(0, false) };
    for ((start, end, line), begins) in lines.into_iter().zip(begins) {
        if begins {
            blocks.next_unit();
        }
        match line {
            Line::Text(from) | Line::Foot(from) => {
                let foot = matches!(line, Line::Foot(_));
                let raised = text.get(start..end).is_some_and(|l| l.trim_start().starts_with(is_superscript));
                blocks.add_line(text, from..end, foot, raised);
                // An entry of a docket report is an order of its own, also without a blank line after it.
                if ends_docket_entry(&blocks.open.tokens) {
                    blocks.next_unit();
                }
            }
            Line::Furniture => {}
            Line::Blank => blocks.close(false),
            Line::Divider => blocks.next_unit(),
        }
    }
    blocks.close(false);
    blocks.done
}

/// The paragraphs read so far, and the one that is open.
struct Blocks<'t> {
    done: Vec<Block<'t>>,
    open: Block<'t>,
}

impl<'t> Blocks<'t> {
    fn add_line(&mut self, text: &'t str, line: Range<usize>, foot: bool, raised: bool) {
        // The foot of a page begins, or the page after it.
        if !self.open.tokens.is_empty() && self.open.foot != foot {
            self.close(foot);
        }
        if self.open.tokens.is_empty() {
            self.open.footnote = foot || raised;
            self.open.foot = foot;
        }
        let before = self.open.tokens.len();
        read_tokens(text, line.start, line.end, &mut self.open.tokens);
        join_cut_word(&mut self.open.tokens, before);
    }

    fn close(&mut self, foot: bool) {
        if !self.open.tokens.is_empty() {
            let next = Block::new(self.open.unit, foot);
            self.done.push(std::mem::replace(&mut self.open, next));
        }
    }

    fn next_unit(&mut self) {
        self.close(false);
        // What only divides begins no entry of its own.
        if self.done.last().is_some_and(|b| b.unit == self.open.unit) {
            self.open.unit += 1;
        }
    }
}

/// Joins a word that the end of a line cuts: `Fri-⏎day`. The number `twenty-⏎one` keeps its hyphen.
fn join_cut_word(tokens: &mut Vec<Token<'_>>, at: usize) {
    let (Some(first), Some(hyphen), Some(rest)) = (at.checked_sub(2), at.checked_sub(1), tokens.get(at)) else {
        return;
    };
    let small = rest.kind == Kind::Word && !rest.capital;
    let (end, rest) = (rest.end, rest.word.clone());
    let cuts = tokens.get(hyphen).is_some_and(|t| t.word == "-" && !t.gap);
    let is_tens = |t: &Token<'_>| t.word.ends_with("ty") && ordain_base::words::number(&t.word).is_some();
    let Some(word) = tokens.get_mut(first).filter(|t| t.kind == Kind::Word && !is_tens(t)) else { return };
    if small && cuts {
        word.word = Cow::Owned(format!("{}{rest}", word.word));
        word.end = end;
        tokens.drain(hyphen..=at);
    }
}

const fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}

/// `… (Entered: 01/04/2008)`: the end of one order in a docket report.
fn ends_docket_entry(tokens: &[Token<'_>]) -> bool {
    let tail = tokens.get(tokens.len().saturating_sub(16)..).unwrap_or(&[]);
    let entered = |pair: &[Token<'_>]| matches!(pair, [a, b] if a.word == "entered" && b.word == ":");
    tail.last().is_some_and(|t| matches!(&*t.word, ")" | "]")) && tail.windows(2).any(entered)
}

/// Moves what is at the foot of a page behind the paragraph that opens the
/// next one, which may be the rest of a sentence.
fn feet_last(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let mut out = Vec::with_capacity(blocks.len());
    let mut feet = Vec::new();
    for block in blocks {
        if block.foot {
            feet.push(block);
        } else {
            let whole = !stops_in_sentence(&block.tokens);
            out.push(block);
            if whole {
                out.append(&mut feet);
            }
        }
    }
    out.append(&mut feet);
    out
}

/// Joins what a page break or a footnote cut in two.
fn rejoin_cut_blocks(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let mut out: Vec<Block<'_>> = Vec::new();
    // The last paragraph that is no footnote.
    let mut body: Option<usize> = None;
    for block in blocks {
        let before = body.and_then(|i| out.get_mut(i)).filter(|b| b.unit == block.unit);
        match before {
            Some(b) if !block.footnote && stops_in_sentence(&b.tokens) && goes_on(&block.tokens) => {
                let before = b.tokens.len();
                b.tokens.extend(block.tokens);
                join_cut_word(&mut b.tokens, before);
            }
            _ => {
                if !block.footnote {
                    body = Some(out.len());
                }
                out.push(block);
            }
        }
    }
    out
}

/// True where a paragraph stops in the middle of a sentence.
fn stops_in_sentence(tokens: &[Token<'_>]) -> bool {
    let Some(last) = tokens.last() else { return false };
    let stopped = matches!(&*last.word, "." | "?" | "!" | ":" | ";" | ")" | "]" | "”" | "\"");
    let words = tokens.iter().filter(|t| t.kind == Kind::Word);
    let long = words.clone().count() > 6;
    // A heading: few words, or nearly all of them with capitals.
    !stopped && long && words.clone().filter(|t| !t.capital).count() * 4 > words.count()
}

/// True where a paragraph can be the rest of a sentence.
fn goes_on(tokens: &[Token<'_>]) -> bool {
    let Some(first) = tokens.first() else { return false };
    let lone = tokens.get(1).is_some_and(|t| matches!(&*t.word, "." | ")"));
    let heading = tokens.iter().filter(|t| t.kind == Kind::Word).all(|t| t.capital);
    // `January 9,⏎2024. The parties`
    let year = first.kind == Kind::Number && first.word.len() == 4;
    first.kind == Kind::Word && !lone && !heading || first.word == "(" || year
}
