//! From what the grammar found to the tree: one construct a file. What is
//! wrong is said here, in the words of the trade.

mod act;
mod cite;
mod clause;
mod condition;
mod consequence;
pub(super) mod date;
mod deadline;
mod declaration;
mod disposition;
mod expect;
mod fact;
mod gathered;
mod item;
mod last_day;
mod length;
mod missing_deadline;
mod ordinal;
mod paragraph;
mod phrase;
mod property;
mod series;
mod spread;
mod standards;
mod table;
mod unread;
mod unread_body;

pub use standards::manner_words;

use super::ast::{AtCourt, Quoted, SlashOrder, Zoned};
use super::grammar::Rule;
use super::scan::View;
use ordain_base::diag::Diagnostic;
use ordain_base::source::Span;

pub(super) type Pair<'i> = ordain_grammar::Pair<'i, Rule>;

/// One statement on its way into the tree.
pub(super) struct Lower<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) dates: Option<SlashOrder>,
    pub(super) at_court: &'a [AtCourt],
    /// The file's text before it and after: asked only for what a slip may have meant.
    pub(super) around: (&'a str, &'a str),
    /// Clock times that name their zone, to be checked against the court's.
    pub(super) zoned: Vec<Zoned>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Lower<'_> {
    fn span(&self, pair: &Pair<'_>) -> Span {
        self.view.span(pair.start(), trimmed_end(pair))
    }

    /// The file's own words under a pair.
    fn words(&self, pair: &Pair<'_>) -> &str {
        self.view.words(pair.start(), trimmed_end(pair))
    }

    fn quoted(&self, pair: &Pair<'_>) -> Quoted {
        self.view.quoted(pair.start())
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The first quotation inside a pair.
    fn quoted_in(&self, pair: &Pair<'_>) -> Option<Quoted> {
        first_child(pair, Rule::quoted).map(|q| self.quoted(&q))
    }
}

/// Trailing spaces are nobody's words.
fn trimmed_end(pair: &Pair<'_>) -> usize {
    pair.start() + pair.as_str().trim_end().len()
}

/// The first child by this rule.
fn first_child<'i>(pair: &Pair<'i>, rule: Rule) -> Option<Pair<'i>> {
    pair.clone().into_inner().find(|p| p.as_rule() == rule)
}

fn has_child(pair: &Pair<'_>, rule: Rule) -> bool {
    first_child(pair, rule).is_some()
}
