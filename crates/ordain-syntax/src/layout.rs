//! Cuts a text into statements, by its lines alone.
//!
//! A statement begins at the base column, that of the first statement of the
//! file; deeper lines continue it; blank and comment lines neither begin nor
//! end one. Two things people do are forgiven, and said: a clause left at the
//! margin is joined to the statement above, a paragraph indented under its
//! order is a statement all the same.

use super::characters::{is_space, opens_comment};
use super::{classify, clause_openers};
use ordain_base::characters::steers_drawing;
use ordain_base::diag::{Diagnostic, codes};
use ordain_base::source::Span;

/// The bytes of one statement in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// One line of a file.
pub(super) struct Line<'a> {
    pub(super) start: usize,
    /// Without the end of the line.
    text: &'a str,
    /// Where its first word begins, in bytes from `start`.
    pub(super) indent: usize,
    pub(super) column: usize,
}

impl<'a> Line<'a> {
    pub(super) fn body(&self) -> &'a str {
        self.text.get(self.indent..).unwrap_or("")
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// What the statement being gathered is, as far as cutting goes.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    None,
    /// Any statement at the base column.
    Plain,
    /// An order: paragraphs may be indented under it.
    Order,
    /// A paragraph indented under an order, at this column.
    Under(usize),
}

pub(super) fn cut_into_blocks(text: &str, base: u32, diagnostics: &mut Vec<Diagnostic>) -> Vec<Block> {
    let span = |start: usize, end: usize| {
        let add = |i: usize| base.saturating_add(u32::try_from(i).unwrap_or(u32::MAX));
        Span::new(add(start), add(end))
    };
    let mut blocks: Vec<Block> = Vec::new();
    let mut margin = None;
    let mut open = Open::None;
    let mut reported = false;
    for line in lines_with_indentation(text) {
        let body = line.body();
        if opens_comment(body, true) {
            let from = line.start + line.indent;
            let steering = body.char_indices().filter(|(_, c)| steers_drawing(*c));
            diagnostics.extend(
                steering
                    .map(|(i, c)| codes::syntax::control_character(span(from + i, from + i + c.len_utf8()), c, true)),
            );
            continue;
        }
        if body.is_empty() {
            continue;
        }
        let base_column = *margin.get_or_insert(line.column);
        let start = line.start + line.indent;
        let joined = if line.column > base_column {
            let own = match open {
                Open::Order => body.starts_with('¶') || classify::is_duty(body),
                Open::Under(c) => {
                    line.column <= c
                        && (body.starts_with('¶') || (!clause_openers::opens_clause(body) && classify::is_duty(body)))
                }
                Open::Plain | Open::None => false,
            };
            if own {
                if !reported {
                    let first = body.chars().next().map_or(0, char::len_utf8);
                    diagnostics.push(codes::syntax::paragraph_indented(span(start, start + first)));
                    reported = true;
                }
                open = Open::Under(line.column);
            }
            !own
        } else if open != Open::None && classify::is_stray_clause(body) {
            let word = clause_openers::opener_of(body).map_or("", |o| o.words);
            diagnostics.push(codes::syntax::clause_at_margin(
                span(start, start + word.len()),
                word,
                span(start, start),
            ));
            true
        } else if let Some(word) = blocks.last().and_then(|b| classify::stray_property(text.get(b.start..)?, body)) {
            let at = span(start, start + word.len());
            diagnostics.push(codes::common_mistakes::property_at_margin(at, word, span(start, start)));
            true
        } else {
            open = if classify::is_order_head(body) { Open::Order } else { Open::Plain };
            reported &= open != Open::Order;
            false
        };
        match blocks.last_mut() {
            Some(block) if joined => block.end = line.end(),
            _ => blocks.push(Block { start, end: line.end() }),
        }
    }
    blocks
}

/// Lines with their indentation; a tab goes to the next multiple of four.
pub(super) fn lines_with_indentation(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|r| !r.is_empty())?;
        let len = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let start = at;
        let tail = rest.get(len..).unwrap_or("");
        at += len + if tail.starts_with("\r\n") { 2 } else { usize::from(!tail.is_empty()) };
        let line = rest.get(..len).unwrap_or("");
        let mut column = 0;
        let mut indent = 0;
        for c in line.chars().take_while(|&c| is_space(c)) {
            indent += c.len_utf8();
            column = column_after(column, c);
        }
        Some(Line { start, text: line, indent, column })
    })
}

/// The column behind a space that begins at `column`.
pub(super) const fn column_after(column: usize, space: char) -> usize {
    match space {
        '\t' => column / 4 * 4 + 4,
        '\u{FEFF}' | '\u{200B}' | '\u{2060}' => column,
        _ => column + 1,
    }
}
