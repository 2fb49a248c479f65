//! From lines to paragraphs: a page break or a footnote that cuts a sentence
//! is mended, so that a sentence is read as it was written.

use crate::lines::{Line, classify};
use crate::token::{Kind, Token, read};

/// Tokens of one paragraph, in the order in which they are read.
struct Block<'t> {
    tokens: Vec<Token<'t>>,
    unit: u32,
    footnote: bool,
    /// It stands at the foot of a page that a form feed ends.
    foot: bool,
}

/// All tokens of a text; a footnote comes after the paragraph it stands in.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out: Vec<Token<'_>> = Vec::new();
    for (paragraph, block) in (0..).zip(rejoined(feet_last(blocks(text)))) {
        for mut token in block.tokens {
            token.paragraph = paragraph;
            token.unit = block.unit;
            out.push(token);
        }
    }
    out
}

/// Paragraphs as blank lines and dividers part them.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut out = Vec::new();
    let mut unit = 0;
    let mut open = Block { tokens: Vec::new(), unit, footnote: false, foot: false };
    for (start, end, line) in classify(text) {
        let foot = matches!(line, Line::Foot(_));
        // The foot of a page begins, or the page after it.
        if matches!(line, Line::Text(_) | Line::Foot(_)) && !open.tokens.is_empty() && open.foot != foot {
            let next = Block { tokens: Vec::new(), unit, footnote: foot, foot };
            out.push(std::mem::replace(&mut open, next));
        }
        let ends = match line {
            Line::Text(from) | Line::Foot(from) => {
                if open.tokens.is_empty() {
                    let raised = text.get(start..end).is_some_and(|l| l.trim_start().starts_with(superscript));
                    open.footnote = foot || raised;
                    open.foot = foot;
                }
                read(text, from, end, &mut open.tokens);
                // An entry of a docket report is an order of its own, also without a blank line after it.
                ends_docket_entry(&open.tokens)
            }
            Line::Furniture => false,
            Line::Blank | Line::Divider => true,
        };
        let closes = ends && !open.tokens.is_empty();
        let entry = closes && ends_docket_entry(&open.tokens);
        if closes {
            let next = Block { tokens: Vec::new(), unit, footnote: false, foot: false };
            out.push(std::mem::replace(&mut open, next));
        }
        if line == Line::Divider || entry {
            unit += 1;
            open.unit = unit;
        }
    }
    out.push(open);
    out
}

const fn superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}

/// `… (Entered: 01/04/2008)`: the end of one order in a docket report.
fn ends_docket_entry(tokens: &[Token<'_>]) -> bool {
    let tail = tokens.get(tokens.len().saturating_sub(16)..).unwrap_or(&[]);
    let entered = |pair: &[Token<'_>]| matches!(pair, [a, b] if a.word == "entered" && b.word == ":");
    tail.last().is_some_and(|t| matches!(&*t.word, ")" | "]")) && tail.windows(2).any(entered)
}

/// Moves what stands at the foot of a page behind the paragraph that opens the
/// next one, which may be the rest of a sentence.
fn feet_last(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let mut out = Vec::with_capacity(blocks.len());
    let mut feet = Vec::new();
    for block in blocks {
        if block.foot {
            feet.push(block);
        } else {
            let whole = !cut(&block.tokens);
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
fn rejoined(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let mut out: Vec<Block<'_>> = Vec::new();
    // The last paragraph that is no footnote.
    let mut body: Option<usize> = None;
    for block in blocks {
        let before = body.and_then(|i| out.get_mut(i)).filter(|b| b.unit == block.unit);
        match before {
            Some(b) if !block.footnote && cut(&b.tokens) && goes_on(&block.tokens) => b.tokens.extend(block.tokens),
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
fn cut(tokens: &[Token<'_>]) -> bool {
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
