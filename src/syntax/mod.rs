//! From text to statements. `parse` never fails: what cannot be read is cut
//! out and reported, and everything around it is kept.
//!
//! Two stages. [`layout`] cuts the text into statements by its lines, so that
//! a bad statement can never hurt its neighbours. Each is then prepared
//! ([`scan`]), told apart by its first words ([`classify`]), cleared of slips
//! ([`slips`]), read by the grammar (`grammar/*.pest`) and turned into the
//! tree ([`lower`]).

pub mod ast;
mod classify;
mod grammar;
mod layout;
mod lower;
mod reserved;
mod scan;
mod slips;

use pest::Parser;

use crate::diag::{Diagnostic, codes};
use crate::source::Span;
use ast::{SlashOrder, Statement, StatementKind};
use classify::Kind;
use grammar::{OrderGrammar, Rule};
use lower::Lower;
use scan::View;

/// The longest statement that is read, in bytes: ten times the longest
/// paragraph seen in an order.
const LONGEST: usize = 64 * 1024;

/// What the reader is told from outside the file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// How `12/1/2023` is to be read, where another file of the matter says so.
    pub slash_dates: Option<SlashOrder>,
}

/// One file, read.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    pub statements: Vec<ast::Statement>,
    /// In reading order. Any error among them means that something was cut out.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file whose first byte stands at `base` in the run's offset space.
#[must_use]
pub fn parse(text: &str, base: u32, options: Options) -> Parsed {
    let mut diagnostics = Vec::new();
    let mut statements = Vec::new();
    let mut dates = options.slash_dates;
    for block in layout::cut(text, base, &mut diagnostics) {
        let words = text.get(block.start..block.end).unwrap_or("");
        let start = base.saturating_add(u32::try_from(block.start).unwrap_or(u32::MAX));
        if words.len() > LONGEST {
            let first = words
                .split(char::is_whitespace)
                .next()
                .unwrap_or("")
                .chars()
                .take(40)
                .map(char::len_utf8)
                .sum::<usize>();
            let span = Span::new(start, start.saturating_add(u32::try_from(first).unwrap_or(0)));
            diagnostics.push(codes::syntax::statement_too_long(span, words.len(), LONGEST));
            continue;
        }
        let view = View::new(words, start, &mut diagnostics);
        let statement = read(view, dates, &mut diagnostics);
        if let Some(Statement { kind: StatementKind::Matter(matter), .. }) = &statement {
            dates = matter.dates.as_ref().map_or(dates, |d| Some(d.value));
        }
        statements.extend(statement);
    }
    diagnostics.sort_by_key(|d| d.span().start);
    Parsed { statements, diagnostics }
}

/// Reads one statement.
fn read(mut view: View<'_>, dates: Option<SlashOrder>, diagnostics: &mut Vec<Diagnostic>) -> Option<Statement> {
    let span = view.whole();
    if span.is_empty() {
        return None;
    }
    let kind = classify::classify(&view.text);
    view.drop_full_stops(kind != Kind::Declaration);
    if matches!(kind, Kind::Paragraph | Kind::Fact) {
        slips::mend(&mut view, kind, diagnostics);
    }
    let rule = match kind {
        Kind::Declaration => Rule::declaration,
        Kind::Verb => Rule::verb,
        Kind::Paragraph => Rule::paragraph,
        Kind::Fact => Rule::fact,
        Kind::Expect => Rule::expect,
        Kind::Clause => {
            let text = view.words_at(span);
            diagnostics.push(codes::syntax::clause_alone(first_line(text, span), text));
            return None;
        }
        Kind::Unknown => {
            diagnostics.push(unknown(&view, span));
            return None;
        }
    };
    let parsed = OrderGrammar::parse(rule, &view.text).ok().and_then(|mut pairs| pairs.next());
    let Some(pair) = parsed else {
        diagnostics.push(if kind == Kind::Expect {
            codes::syntax::unreadable_expectation(span)
        } else {
            unknown(&view, span)
        });
        return None;
    };
    let mut lower = Lower { view: &view, dates, diagnostics: Vec::new() };
    let kind = match kind {
        Kind::Declaration => lower.declaration(&pair),
        Kind::Verb => lower.verb(&pair),
        Kind::Paragraph => lower.paragraph(&pair),
        Kind::Fact => lower.fact(&pair),
        Kind::Expect => lower.expect(&pair),
        Kind::Clause | Kind::Unknown => None,
    };
    diagnostics.append(&mut lower.diagnostics);
    Some(Statement { kind: kind?, span })
}

/// A statement of no kind: the slip in its first word, if it is one.
fn unknown(view: &View<'_>, span: Span) -> Diagnostic {
    let text = view.words_at(span);
    let first = text.split_whitespace().next().unwrap_or("");
    let near = crate::diag::closest(first, reserved::STATEMENTS.iter().copied()).filter(|n| *n != first);
    let shown = first_line(text, span);
    let opens_with_name = first.starts_with(char::is_uppercase) || first == "the";
    if near.is_none() && opens_with_name {
        codes::syntax::fact_without_day(shown, text)
    } else {
        codes::syntax::unreadable_statement(shown, text, near)
    }
}

/// The first line of `text`, which stands at `span`.
fn first_line(text: &str, span: Span) -> Span {
    let line = text.lines().next().unwrap_or("").trim_end();
    Span::new(span.start, span.start.saturating_add(u32::try_from(line.len()).unwrap_or(0)))
}
