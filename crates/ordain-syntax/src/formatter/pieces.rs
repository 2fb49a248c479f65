//! A statement as the words of its lines, with the comments beside them.

use crate::characters::is_space;
use crate::layout::column_after;
use crate::scan::View;

/// A line of a statement.
pub(super) struct Line<'a> {
    /// How far from the margin of the file it was set in.
    pub(super) column: usize,
    pub(super) words: Vec<Word<'a>>,
    /// The comment at its end, or that it is.
    pub(super) comment: Option<&'a str>,
    /// Is there an empty line above it?
    pub(super) after_blank: bool,
}

/// A word, or a quotation with what is joined to it.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    /// The first byte in the statement.
    pub(super) start: usize,
    pub(super) text: &'a str,
}

/// The lines of a statement.
pub(super) struct Pieces<'a>(pub(super) Vec<Line<'a>>);

impl<'a> Pieces<'a> {
    /// `column` is that of the first line. `None` of a statement with letters that are read as others: it is left alone.
    pub(super) fn of(statement: &'a str, column: usize) -> Option<Self> {
        let view = View::new(statement, 0, &mut Vec::new());
        if view.text.len() != statement.len() {
            return None;
        }
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut after_blank = false;
        let mut start = 0;
        for seen in view.text.split('\n') {
            let line = statement.get(start..start + seen.len())?;
            let words = words_of(seen, line, start);
            let comment = comment_of(line, words.last().map_or(0, |w| w.start + w.text.len() - start));
            if words.is_empty() && comment.is_none() {
                after_blank = true;
            } else {
                let column = if start == 0 { column } else { column_of(line) };
                lines.push(Line { column, words, comment, after_blank: std::mem::take(&mut after_blank) });
            }
            start += seen.len() + 1;
        }
        Some(Self(lines))
    }
}

/// The words of a line: `seen` is how the grammar sees it, with nothing but spaces between words.
fn words_of<'a>(seen: &str, line: &'a str, start: usize) -> Vec<Word<'a>> {
    let mut at = 0;
    let mut words = Vec::new();
    for part in seen.split(' ') {
        if let Some(text) = line.get(at..at + part.len()).filter(|t| !t.is_empty()) {
            words.push(Word { start: start + at, text });
        }
        at += part.len() + 1;
    }
    words
}

/// What is behind the last word and is no space.
fn comment_of(line: &str, after: usize) -> Option<&str> {
    line.get(after..).map(trim).filter(|c| !c.is_empty())
}

/// The text without spaces of any kind around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c| is_space(c) || c == '\r')
}

fn column_of(line: &str) -> usize {
    line.chars().take_while(|c| is_space(*c)).fold(0, column_after)
}
