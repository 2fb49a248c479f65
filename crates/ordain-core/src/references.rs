//! Where each declared name is declared and used: what an editor jumps to, and what it renames.
//!
//! The places come from the trees of the files and from the table of names that resolved them, never from a search
//! in the text: a word inside a quotation of an order, or in a note, is no use of a name.

use crate::model::names::{Entity, name_of};
use crate::model::number::spread_labels;
use crate::model::{Model, OrderId};
use ordain_base::source::{SourceMap, Span};
use ordain_syntax::Parsed;
use ordain_syntax::ast::{Cite, Phrase, Piece, StatementKind, Token, TokenKind, pieces};

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A party, record, order, paper, event or hearing.
    Entity(Entity),
    /// A paragraph, by its order and its label.
    Paragraph(OrderId, String),
}

/// How a name occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occurs {
    /// Where it is declared; a name and its aliases are each declared somewhere.
    Declared,
    /// Anywhere else.
    Used,
}

/// A place where a name is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its words, without an article, quotation marks or a possessive ending.
    pub span: Span,
    pub target: Target,
    pub occurs: Occurs,
    /// The name as it was declared; the label of a paragraph.
    pub name: String,
    /// Other labels are written with it (`¶¶ 1-3`), so that this one cannot be written anew by itself.
    pub in_range: bool,
}

/// Every place of every name, in the order of the files.
#[must_use]
pub fn references(model: &Model, sources: &SourceMap, files: &[Parsed]) -> Vec<Reference> {
    let mut found = Vec::new();
    for file in files {
        let mut finder = Finder { model, sources, here: None, found: &mut found };
        for statement in &file.statements {
            if let StatementKind::Order(order) = &statement.kind
                && let Some(Entity::Order(id)) = model.declared.names.get(&name_of(&order.name))
            {
                finder.here = Some(id);
            }
            if let StatementKind::Paragraph(paragraph) = &statement.kind
                && let (Some(order), Some(label)) = (finder.here, &paragraph.label)
            {
                finder.paragraph_declared(order, &label.value, label.span);
            }
            pieces(statement, &mut |piece| finder.piece(piece));
        }
    }
    found.sort_by_key(|r| (r.span, r.occurs, r.target.clone()));
    found.dedup_by(|a, b| a.span == b.span && a.target == b.target);
    found
}

struct Finder<'m> {
    model: &'m Model,
    sources: &'m SourceMap,
    /// The order whose paragraphs are being read: a bare `¶ 2` is one of its own.
    here: Option<OrderId>,
    found: &'m mut Vec<Reference>,
}

impl Finder<'_> {
    fn piece(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Name(phrase) => self.declaration(phrase),
            Piece::Phrase(phrase) | Piece::Act(phrase) => self.phrase(phrase),
            Piece::Cite(cite) => self.cite(cite),
            Piece::Setting(_)
            | Piece::Wording(_)
            | Piece::Date(_)
            | Piece::Length(_)
            | Piece::Quoted(_)
            | Piece::Clause(_)
            | Piece::Modal(_)
            | Piece::Disposition(_)
            | Piece::Label(_) => {}
        }
    }

    fn declaration(&mut self, phrase: &Phrase) {
        let name = name_of(phrase);
        let Some(entity) = self.model.declared.names.get(&name) else { return };
        let article =
            matches!(phrase.tokens.as_slice(), [first, _, ..] if ["the", "The"].contains(&first.text.as_str()));
        let Some(tokens) = phrase.tokens.get(usize::from(article)..) else { return };
        self.push(Target::Entity(entity), Occurs::Declared, &name, tokens);
    }

    fn phrase(&mut self, phrase: &Phrase) {
        let mut rest = phrase.tokens.as_slice();
        let mut order = None;
        while let Some(first) = rest.first() {
            if first.kind == TokenKind::Paragraph {
                self.paragraphs(order.or_else(|| self.order_behind(rest)), first);
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            let taken = match self.model.declared.names.longest_name(rest) {
                Some((name, entity, taken)) => {
                    let name = name.to_owned();
                    self.push(Target::Entity(entity), Occurs::Used, &name, rest.get(..taken).unwrap_or_default());
                    order = if let Entity::Order(id) = entity { Some(id) } else { None };
                    taken
                }
                None => {
                    order = None;
                    1
                }
            };
            rest = rest.get(taken.max(1)..).unwrap_or_default();
        }
    }

    /// `¶ 3 of MTC`.
    fn order_behind(&self, tokens: &[Token]) -> Option<OrderId> {
        let rest = tokens.get(1..).filter(|rest| rest.first().is_some_and(|t| t.text == "of"))?;
        match self.model.declared.names.longest(rest.get(1..)?)?.0 {
            Entity::Order(id) => Some(id),
            Entity::Party(_) | Entity::Parties | Entity::Record(_) | Entity::Thing(_) => None,
        }
    }

    fn only_order(&self) -> Option<OrderId> {
        (self.model.declared.orders.len() == 1).then(|| OrderId::at(0))
    }

    fn paragraphs(&mut self, order: Option<OrderId>, token: &Token) {
        let Some(order) = order.or(self.here).or_else(|| self.only_order()) else { return };
        let labels = spread_labels(&token.text).unwrap_or_else(|| vec![token.text.clone()]);
        let in_range = labels.len() > 1;
        for label in labels.into_iter().filter(|l| self.model.declared.labels.contains_key(&(order, l.clone()))) {
            let span = self.end_that_reads(token.span, &token.text);
            let target = Target::Paragraph(order, label.clone());
            self.found.push(Reference { span, target, occurs: Occurs::Used, name: label, in_range });
        }
    }

    fn paragraph_declared(&mut self, order: OrderId, label: &str, span: Span) {
        let span = self.end_that_reads(span, label);
        let target = Target::Paragraph(order, label.to_owned());
        let occurs = Occurs::Declared;
        self.found.push(Reference { span, target, occurs, name: label.to_owned(), in_range: false });
    }

    /// Of `¶ 12` the `12`.
    fn end_that_reads(&self, span: Span, words: &str) -> Span {
        let written = self.sources.text(span);
        let at = written.rfind(words).and_then(|at| u32::try_from(at).ok());
        let len = u32::try_from(words.len()).unwrap_or(0);
        at.map_or(span, |at| Span::new(span.start + at, span.start + at + len))
    }

    /// `Motion at 4` uses the name of a declared paper; `Enforcement ¶ 3` that of a paragraph too.
    fn cite(&mut self, cite: &Cite) {
        let Some(entity) = self.model.declared.names.get(&cite.paper) else { return };
        let written = self.sources.text(cite.span);
        let quoted = usize::from(written.starts_with('"'));
        if !written.get(quoted..).is_some_and(|w| w.starts_with(&cite.paper)) {
            return;
        }
        let start = cite.span.start + u32::try_from(quoted).unwrap_or(0);
        let end = start + u32::try_from(cite.paper.len()).unwrap_or(0);
        let (target, occurs) = (Target::Entity(entity), Occurs::Used);
        let span = Span::new(start, end);
        self.found.push(Reference { span, target, occurs, name: cite.paper.clone(), in_range: false });
        let label = cite.pin.as_deref().and_then(|pin| pin.strip_prefix('¶')).map(str::trim);
        if let (Entity::Order(order), Some(label)) = (entity, label)
            && self.model.declared.labels.contains_key(&(order, label.to_owned()))
        {
            let span = self.end_that_reads(Span::new(end, cite.span.end), label);
            let target = Target::Paragraph(order, label.to_owned());
            self.found.push(Reference { span, target, occurs, name: label.to_owned(), in_range: false });
        }
    }

    fn push(&mut self, target: Target, occurs: Occurs, name: &str, tokens: &[Token]) {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return };
        let span = first.span.to(last.span);
        let written = self.sources.text(span);
        let mut inner = span;
        // One quotation is written without its marks; several words and quotations are written anew as a whole.
        if tokens.len() == 1 && first.kind == TokenKind::Quoted {
            let open = written.chars().next().filter(|c| ['"', '“', '”'].contains(c)).map_or(0, char::len_utf8);
            let close = written.chars().next_back().filter(|c| ['"', '”'].contains(c)).map_or(0, char::len_utf8);
            let narrow = |n: usize| u32::try_from(n).unwrap_or(0);
            if written.len() > open + close {
                inner = Span::new(span.start + narrow(open), span.end - narrow(close));
            }
        } else if let Some(ending) = ["'s", "’s", "'", "’"].into_iter().find(|e| written.ends_with(e))
            && !name.ends_with(&ending.replace('’', "'"))
        {
            inner = Span::new(span.start, span.end - u32::try_from(ending.len()).unwrap_or(0));
        }
        self.found.push(Reference { span: inner, target, occurs, name: name.to_owned(), in_range: false });
    }
}
