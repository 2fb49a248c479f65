//! One layout for all files: `ordain fmt`, and the formatting of an editor.
//!
//! Only spaces, line ends and blank lines change. Every statement is read again as it will be written, and what does
//! not say the same is left as it was; so is a file that cannot be read.

mod arrange;
mod pieces;
mod same;

use super::ast::SlashOrder;
use super::layout::{self, Block};
use super::{File, Options, parse};
use arrange::Breaks;
use ordain_base::diag::{Diagnostic, Severity};
use pieces::Pieces;
use std::iter::Peekable;

/// Why a text was not formatted.
#[derive(Debug, Clone)]
pub enum NotFormatted {
    /// It has errors; these are all that is to be said of it.
    Errors(Vec<Diagnostic>),
    /// What would be written does not say the same: a fault of the formatter.
    Changed,
}

/// What a file is made of, from top to bottom.
enum Element<'a> {
    Blank,
    /// A line of its own; `hangs` where it is set in under the statement above.
    Comment {
        text: &'a str,
        hangs: bool,
    },
    /// A statement as it will be written, and how far its further lines are set in.
    Statement {
        text: String,
        indent: usize,
    },
}

/// Lays out a text: the same statements and comments, with the spaces that the manual uses.
///
/// # Errors
/// If the text has errors; nothing of it is changed then.
pub fn format(text: &str) -> Result<String, NotFormatted> {
    let dates = readable_dates(text).map_err(NotFormatted::Errors)?;
    let formatted = write(&elements(text, dates), if ends_lines_with_crlf(text) { "\r\n" } else { "\n" });
    if same::says_the_same(text, &formatted, dates) { Ok(formatted) } else { Err(NotFormatted::Changed) }
}

/// How slash dates are to be read so that the text has no error. Which side of the slash is the month may be said in
/// another file of the matter; where a word is written does not depend on it.
fn readable_dates(text: &str) -> Result<Option<SlashOrder>, Vec<Diagnostic>> {
    let errors = |slash_dates| {
        let found = parse(text, 0, Options { slash_dates, at_court: &[] }).diagnostics;
        if found.iter().any(|d| d.severity == Severity::Error) { Some(found) } else { None }
    };
    let Some(found) = errors(None) else { return Ok(None) };
    let orders = [SlashOrder::MonthDayYear, SlashOrder::DayMonthYear];
    orders.into_iter().find(|o| errors(Some(*o)).is_none()).map(Some).ok_or(found)
}

fn elements(text: &str, dates: Option<SlashOrder>) -> Vec<Element<'_>> {
    let blocks = layout::cut_into_blocks(text, 0, &mut Vec::new());
    let file = File { text, base: 0, at_court: &[] };
    let dates = dates.or_else(|| file.dates(&blocks));
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut blocks = blocks.iter().peekable();
    let mut margin = None;
    for line in layout::lines_with_indentation(text) {
        let at = line.start + line.indent;
        pass_blocks_before(&mut blocks, at);
        match blocks.peek() {
            Some(block) if block.start == at => {
                margin.get_or_insert(line.column);
                let (text, indent) = arranged(&file, block, line.column, dates);
                elements.push(Element::Statement { text, indent });
            }
            // A further line of the statement that was just written.
            Some(block) if block.start < at => {}
            _ if line.body().is_empty() => elements.push(Element::Blank),
            _ => {
                let below =
                    matches!(elements.last(), Some(Element::Statement { .. } | Element::Comment { hangs: true, .. }));
                let hangs = below && margin.is_some_and(|m| line.column > m);
                elements.push(Element::Comment { text: pieces::trim(line.body()), hangs });
            }
        }
    }
    elements
}

/// Leaves out the blocks that end before `at`.
fn pass_blocks_before<'b>(blocks: &mut Peekable<impl Iterator<Item = &'b Block>>, at: usize) {
    while blocks.next_if(|b| b.end < at).is_some() {}
}

/// One statement as it will be written, and how far its further lines are set in: the first arrangement that reads the
/// same, else the statement as it is.
fn arranged(file: &File<'_>, block: &Block, column: usize, dates: Option<SlashOrder>) -> (String, usize) {
    let words = file.words(block);
    let (statement, _) = file.read(block, dates);
    let indent = statement.as_ref().map_or(arrange::INDENT, arrange::indent_of);
    let pieces = statement.as_ref().zip(Pieces::of(words, column));
    let text = pieces.and_then(|(statement, pieces)| {
        let meant = same::without_places(statement);
        let says_the_same = |text: &String| {
            let all = Block { start: 0, end: text.len() };
            let (again, _) = File { text, base: 0, at_court: &[] }.read(&all, dates);
            again.is_some_and(|s| same::without_places(&s) == meant)
        };
        let ways = [Breaks::of(statement, block.start), Breaks::default()];
        ways.iter().map(|breaks| arrange::arrange(&pieces, statement, block.start, breaks)).find(says_the_same)
    });
    (text.unwrap_or_else(|| words.to_owned()), indent)
}

fn write(elements: &[Element<'_>], line_end: &str) -> String {
    let mut out = String::new();
    let mut indent = 0;
    let mut blank = false;
    for element in elements {
        if matches!(element, Element::Blank) {
            blank = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push('\n');
        }
        match element {
            Element::Blank => {}
            Element::Comment { text, hangs } => {
                out.extend(std::iter::repeat_n(' ', if *hangs { indent } else { 0 }));
                out.push_str(text);
            }
            Element::Statement { text, indent: own } => {
                indent = *own;
                out.push_str(text);
            }
        }
        out.push('\n');
    }
    if line_end == "\n" { out } else { out.replace("\r\n", "\n").replace('\n', line_end) }
}

/// True of a text whose first line ends so.
fn ends_lines_with_crlf(text: &str) -> bool {
    text.find('\n').and_then(|i| text.get(..i)).is_some_and(|first| first.ends_with('\r'))
}
