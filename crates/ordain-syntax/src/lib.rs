//! From text to statements. `parse` never fails: what cannot be read is cut
//! out and reported, and everything around it is kept.
//!
//! Two stages. `layout` cuts the text into statements by its lines, so that
//! a bad statement can never hurt its neighbours. Each is then prepared
//! (`scan`), distinguished by its first words (`classify`), cleared of slips
//! (`typos`), read by the grammar (`grammar/*.pest`) and turned into the
//! tree (`lower`).

#![forbid(unsafe_code)]
#![warn(missing_docs)]

// The tree changes with the language: it is for the crates of the workspace.
#[doc(hidden)]
pub mod ast;
mod characters;
mod classify;
mod clause_openers;
mod comments;
mod common_mistakes;
pub mod formatter;
mod grammar;
mod layout;
mod lower;
mod months;
mod opening;
mod quotation_marks;
mod reserved;
mod scan;
mod typos;
pub mod vocabulary;

use std::collections::BTreeSet;

use ast::{SlashOrder, Statement, StatementKind};
use classify::Kind;
pub use comments::comments;
use grammar::Rule;
use lower::Lower;
pub use lower::manner_words;
use ordain_base::diag::{Diagnostic, Kept, codes};
use ordain_base::source::Span;
use scan::View;

/// The longest statement that is read, in bytes: ten times the longest
/// paragraph seen in an order.
const LONGEST: usize = 64 * 1024;

/// What the reader knows from outside the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// How `12/1/2023` is to be read, where another file of the matter says so.
    pub slash_dates: Option<SlashOrder>,
    /// Clock times that are with another zone than the court's: what the clock of the court showed.
    pub at_court: &'a [ast::AtCourt],
}

/// One file, read.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// The statements, in the order of the file.
    pub statements: Vec<ast::Statement>,
    /// In reading order. Any error among them means that something was cut out.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file whose first byte is at `base` in the run's offset space.
#[must_use]
pub fn parse(text: &str, base: u32, options: Options<'_>) -> Parsed {
    let mut diagnostics = Vec::new();
    let blocks = layout::cut_into_blocks(text, base, &mut diagnostics);
    let file = File { text, base, at_court: options.at_court };
    let dates = options.slash_dates.or_else(|| file.dates(&blocks));
    let mut statements = Vec::new();
    let mut left_out = Kept::default();
    for part in file.read_all(&blocks, dates) {
        statements.extend(part.statements);
        diagnostics.extend(part.found);
        left_out.add(part.kept);
    }
    diagnostics.sort_by_key(|d| d.span().start);
    report_once_beside(&mut diagnostics);
    // Of each thread the first were kept: the first of all are among them.
    let mut kept = Kept::default();
    kept.thin(&mut diagnostics);
    kept.add(left_out);
    kept.end(&mut diagnostics);
    Parsed { statements, diagnostics }
}

/// Reads the statements of a file whose words pass; what is wrong in it is for [`parse`].
#[must_use]
pub fn parse_where(text: &str, wanted: impl Fn(&str) -> bool) -> Vec<ast::Statement> {
    let blocks = layout::cut_into_blocks(text, 0, &mut Vec::new());
    let file = File { text, base: 0, at_court: &[] };
    blocks.iter().filter(|b| wanted(file.words(b))).filter_map(|b| file.read(b, None).0).collect()
}

/// A line at the margin that was drawn to the statement above and cannot be read
/// there is reported once, for what it is.
fn report_once_beside(diagnostics: &mut Vec<Diagnostic>) {
    let at = |d: &Diagnostic| d.span().start;
    let margin = |d: &Diagnostic| d.code == codes::syntax::CLAUSE_AT_MARGIN;
    let unread: BTreeSet<u32> = diagnostics.iter().filter(|d| !margin(d)).map(at).collect();
    diagnostics.retain(|d| !(margin(d) && unread.contains(&at(d))));
}

/// Fewer statements than this are not worth a second thread.
const MANY: usize = 32;

/// A statement, if one could be read, and what is to be said of it.
type Reading = (Option<Statement>, Vec<Diagnostic>);

/// What was read of some blocks.
#[derive(Default)]
struct Part {
    statements: Vec<Statement>,
    found: Vec<Diagnostic>,
    kept: Kept,
}

/// The text of one file, in which each block is read by itself.
struct File<'a> {
    text: &'a str,
    base: u32,
    at_court: &'a [ast::AtCourt],
}

impl File<'_> {
    /// `dates are month/day/year`, where the matter of this file says so.
    fn dates(&self, blocks: &[layout::Block]) -> Option<SlashOrder> {
        let matters = blocks.iter().filter(|b| self.words(b).starts_with("matter"));
        matters.filter_map(|b| self.read(b, None).0).find_map(|s| match s.kind {
            StatementKind::Matter(matter) => matter.dates.map(|d| d.value),
            _ => None,
        })
    }

    /// Reads every block, in order. Blocks do not depend on one another, so a
    /// long file is shared between threads; the result is the same.
    fn read_all(&self, blocks: &[layout::Block], dates: Option<SlashOrder>) -> Vec<Part> {
        let one = |blocks: &[layout::Block]| {
            let mut part = Part::default();
            for block in blocks {
                let (statement, found) = self.read(block, dates);
                part.statements.extend(statement);
                // Only what is added is looked at: the list itself stays short.
                part.found.extend(found);
                part.kept.thin(&mut part.found);
            }
            part
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(blocks.len() / MANY + 1);
        if threads == 1 {
            return vec![one(blocks)];
        }
        let share = blocks.len().div_ceil(threads);
        std::thread::scope(|scope| {
            let parts: Vec<_> = blocks.chunks(share).map(|part| (part, scope.spawn(move || one(part)))).collect();
            // A thread that could not finish leaves its part to this one.
            parts.into_iter().map(|(part, thread)| thread.join().unwrap_or_else(|_| one(part))).collect()
        })
    }

    fn words(&self, block: &layout::Block) -> &str {
        self.text.get(block.start..block.end).unwrap_or("")
    }

    fn read(&self, block: &layout::Block, dates: Option<SlashOrder>) -> Reading {
        let mut diagnostics = Vec::new();
        let words = self.words(block);
        let start = self.base.saturating_add(u32::try_from(block.start).unwrap_or(u32::MAX));
        if words.len() > LONGEST {
            let first = words.split(char::is_whitespace).next().unwrap_or("");
            let first: usize = first.chars().take(40).map(char::len_utf8).sum();
            let span = Span::new(start, start.saturating_add(u32::try_from(first).unwrap_or(0)));
            diagnostics.push(codes::syntax::statement_too_long(span, words.len(), LONGEST));
            return (None, diagnostics);
        }
        let view = View::new(words, start, &mut diagnostics);
        let around = (self.text.get(..block.start).unwrap_or(""), self.text.get(block.end..).unwrap_or(""));
        let statement = read_statement(view, around, dates, self.at_court, &mut diagnostics);
        (statement, diagnostics)
    }
}

/// Reads one statement.
///
/// `around` is the file's text before it and after.
fn read_statement(
    mut view: View<'_>,
    around: (&str, &str),
    dates: Option<SlashOrder>,
    at_court: &[ast::AtCourt],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Statement> {
    let span = view.whole();
    if span.is_empty() {
        return None;
    }
    if let Some(reported) = common_mistakes::pasted(&view, span) {
        diagnostics.push(reported);
        return None;
    }
    if let Some(label) = common_mistakes::bare_label(&view.text) {
        diagnostics.push(codes::common_mistakes::empty_paragraph(span, label));
        return None;
    }
    opening::bullet(&mut view, diagnostics);
    opening::formula(&mut view, diagnostics);
    let mut kind = classify::classify(&view.text);
    if kind == Kind::Unknown && opening::correct(&mut view, diagnostics) {
        kind = classify::classify(&view.text);
    }
    view.drop_full_stops(!matches!(kind, Kind::Declaration | Kind::Table));
    if matches!(kind, Kind::Paragraph | Kind::Fact) {
        typos::correct(&mut view, kind, diagnostics);
    }
    if kind == Kind::Paragraph
        && let Some((stop, at)) = common_mistakes::second_sentence(&view)
    {
        let line = view.text.get(at..).and_then(|t| t.lines().next()).unwrap_or("").trim_end();
        let end = at + line.len();
        let label = if view.text.trim_start().starts_with('¶') { "¶ … " } else { "" };
        diagnostics.push(codes::syntax::second_sentence(view.span(at, end), view.words(at, end), label));
        // The first is read by itself, so that its number and its errors are there; no duty is made of it.
        view.write_over(stop, view.text.len(), "");
    }
    let rule = match kind {
        Kind::Declaration => Rule::declaration,
        Kind::Verb => Rule::verb,
        Kind::Paragraph => Rule::paragraph,
        Kind::Fact => Rule::fact,
        Kind::Expect => Rule::expect,
        Kind::Table => Rule::table,
        Kind::Clause => {
            let text = view.words_at(span);
            diagnostics.push(codes::syntax::clause_alone(view.first_line(span), text));
            return None;
        }
        Kind::Unknown => {
            diagnostics.push(unknown_statement(&view, span));
            return None;
        }
    };
    let tree = grammar::read(rule, &view.text);
    let Some(pair) = tree.as_ref().and_then(|tree| tree.root()) else {
        diagnostics.push(if kind == Kind::Expect {
            opening::expectation(&view, span)
        } else {
            unknown_statement(&view, span)
        });
        return None;
    };
    let mut lower = Lower { view: &view, dates, at_court, around, zoned: Vec::new(), diagnostics: Vec::new() };
    let kind = match kind {
        Kind::Declaration => lower.declaration(&pair),
        Kind::Verb => lower.verb(&pair),
        Kind::Paragraph => lower.paragraph(&pair),
        Kind::Fact => lower.fact(&pair),
        Kind::Expect => lower.expect(&pair),
        Kind::Table => lower.table(&pair),
        Kind::Clause | Kind::Unknown => None,
    };
    diagnostics.append(&mut lower.diagnostics);
    Some(Statement { kind: kind?, span, zoned: lower.zoned })
}

/// A statement of no kind: the slip in its first word, if it is one.
fn unknown_statement(view: &View<'_>, span: Span) -> Diagnostic {
    let text = view.words_at(span);
    let first = text.split_whitespace().next().unwrap_or("");
    let near = ordain_base::diag::closest(first, reserved::STATEMENTS.iter().copied()).filter(|n| *n != first);
    let shown = view.first_line(span);
    let opens_with_name = first.starts_with(char::is_uppercase) || first == "the";
    let begins = |words: &str| reserved::begins_with_words(text, words);
    if begins("the record is") || begins("The record is") {
        codes::syntax::record_not_closed(shown, text)
    } else if first == "verb" {
        codes::common_mistakes::incomplete_verb(shown, text)
    } else if begins("on or about") || near.is_none() && opens_with_name && common_mistakes::tells(text) {
        codes::syntax::fact_without_day(shown, text, opening::day_first(text).as_deref())
    } else {
        codes::syntax::unreadable_statement(shown, text, near)
    }
}
