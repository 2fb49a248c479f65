//! `each document in CAR categories 1-5 where …`: the rows of a table that a duty
//! is over. The words name fields; which columns they are the table says.

use chrono::NaiveDate;

use super::phrase::PhraseResolver;
use super::quantity::noun_of_rows;
use super::tokens::span_of;
use super::{quantity, tokens};
use crate::model::ir::asked::Asked;
use crate::model::ir::declared::Declared;
use crate::model::ir::names::Entity;
use crate::model::ir::order::Order;
use crate::model::ir::quantity::{Least, Of, Quantity};
use crate::model::ir::selection::Selection;
use crate::model::ir::verbs::Verbs;
use ordain_base::diag::codes::sets as say;
use ordain_base::source::{Span, Spanned};
use ordain_syntax::ast::{self, Token, TokenKind};
use ordain_tables::Rows;

/// The selection among the words of an act or of `for each`, and the words
/// without what it asks of a row: `produce document in CAR categories 1-5`.
pub struct Taken {
    pub selection: Selection,
    pub rest: Vec<Token>,
}

const JOINTS: [&str; 2] = ["and", "or"];

const OPENINGS: &[&str] =
    &["where", "that", "which", "not", "with", "without", "withheld", "redacted", "produced", "logged"];

/// Finds `each document …`; nothing where there is none. An error is reported, and nothing is taken.
pub fn take_selection(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Result<Option<Taken>, ()> {
    let quantified = |i: usize| {
        let each = tokens.get(i).is_some_and(|t| matches!(t.text.as_str(), "each" | "every" | "Each" | "Every"));
        each.then(|| noun_of_rows(tokens.get(i + 1..).unwrap_or_default())).flatten().map(|(rows, n)| (i, rows, n))
    };
    if let Some((at, rows, n)) = (0..tokens.len()).find_map(quantified) {
        return rows_after(words, tokens, at, at + 1 + n, rows).map(Some);
    }
    let Some((at, least, rows, n)) = (0..tokens.len()).find_map(|i| {
        let (least, rows, n) = quantity::least(&tokens[i..])?;
        Some((i, least, rows, n))
    }) else {
        return Ok(None);
    };
    let mut taken = match rows_after(words, tokens, at, at + n, rows) {
        Ok(taken) => taken,
        // `at least 500 documents to Plaintiffs`: of papers that the record shows of, and not of rows.
        Err(()) if !least.explicit => {
            words.out.pop();
            return Ok(None);
        }
        Err(()) => return Err(()),
    };
    // A share of rows alone is of no record that facts could speak of.
    if taken.selection.set.is_some() || least.of != Of::Percent {
        let mut rest = tokens[..at + n].to_vec();
        rest.extend(taken.rest.drain(at + 1..));
        taken.rest = rest;
    }
    let explicit = least.explicit || taken.selection.asked.is_some();
    taken.selection.least = Some(Least { explicit, ..least });
    Ok(Some(taken))
}

/// The words of `for each`, which begin with the noun: `document withheld or redacted`.
pub fn of_each(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Result<Option<Taken>, ()> {
    match noun_of_rows(tokens) {
        Some((rows, n)) => rows_after(words, tokens, 0, n, rows).map(Some),
        None => Ok(None),
    }
}

fn rows_after(
    words: &mut PhraseResolver<'_>,
    tokens: &[Token],
    at: usize,
    from: usize,
    rows: Rows,
) -> Result<Taken, ()> {
    let end = (from..tokens.len()).find(|i| opens_arm(&words.declared.verbs, &tokens[*i..])).unwrap_or(tokens.len());
    let opening = |t: &Token| t.kind == TokenKind::Word && OPENINGS.contains(&t.text.as_str());
    let middle = (from..end).find(|i| opening(&tokens[*i])).unwrap_or(end);
    let mut set = None;
    if middle > from {
        let objects = words.objects(&tokens[from..middle]).ok_or(())?;
        set = objects.list.into_iter().find_map(|o| o.set);
        if set.is_none() {
            words.out.push(say::no_rows(span_of(&tokens[from..middle])));
            return Err(());
        }
    }
    let asked = if middle < end { Some(values_asked(words, &tokens[middle..end])?) } else { None };
    let span = span_of(&tokens[at..end]);
    let mut rest: Vec<Token> = tokens[..at].to_vec();
    rest.extend_from_slice(&tokens[from - usize::from(from > 0)..from]);
    rest.extend_from_slice(&tokens[from..middle]);
    rest.extend_from_slice(&tokens[end..]);
    Ok(Taken { selection: Selection { set, asked, ..Selection::of(rows, span) }, rest })
}

/// What is asked of a row, from all of these words.
pub(crate) fn values_asked(words: &mut PhraseResolver<'_>, tokens: &[Token]) -> Result<Asked, ()> {
    let mut reader = Reader { tokens, at: 0, declared: words.declared, unnamed: None };
    match reader.all() {
        Ok(asked) => Ok(asked),
        Err(span) => {
            let unnamed = reader.unnamed.take();
            match unnamed {
                // `after the entry of Protective Order`, which the matter does not declare.
                Some(named) => words.out.push(say::no_entry(
                    &tokens::text_of(&ast::Phrase { span: span_of(&named), tokens: named.clone() }),
                    span_of(&named),
                )),
                None => words.out.push(say::not_of_a_row(span)),
            }
            Err(())
        }
    }
}

/// `, or list it in the privilege log`: another act upon the same row.
fn opens_arm(verbs: &Verbs, rest: &[Token]) -> bool {
    let skipped = rest.iter().take_while(|t| t.kind == TokenKind::Comma || JOINTS.contains(&t.text.as_str())).count();
    let verb = rest.get(skipped).is_some_and(|t| verbs.base(&t.text).is_some());
    skipped > 0 && verb && rest.get(skipped + 1).is_some_and(|t| matches!(t.text.as_str(), "it" | "them"))
}

/// Reads what is asked; an error is the span of the words that say nothing.
struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    declared: &'t Declared,
    /// Words in the place of an order whose entry is a day.
    unnamed: Option<Vec<Token>>,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> &'t str {
        self.tokens.get(self.at).map_or("", |t| if t.kind == TokenKind::Word { t.text.as_str() } else { "," })
    }

    fn takes(&mut self, words: &[&str]) -> bool {
        let there = words.iter().enumerate().all(|(i, w)| {
            self.tokens.get(self.at + i).is_some_and(|t| t.kind == TokenKind::Word && t.text.eq_ignore_ascii_case(w))
        });
        if there {
            self.at += words.len();
        }
        there
    }

    fn one_of(&mut self, words: &[&str]) -> bool {
        words.iter().any(|w| self.takes(&[w]))
    }

    fn here(&self) -> Span {
        let last = self.tokens.last().map_or(Span::default(), |t| t.span);
        self.tokens.get(self.at).map_or(last, |t| t.span.to(last))
    }

    /// Everything, joined by `and` or by `or`, and not by both.
    fn all(&mut self) -> Result<Asked, Span> {
        let start = self.here();
        while self.one_of(&["where", "that", "which"]) {}
        let said = if self.takes(&["any", "of"]) {
            Some("or")
        } else if self.takes(&["all", "of"]) {
            Some("and")
        } else {
            None
        };
        let mut list = vec![self.one()?];
        let mut joint = said;
        while self.at < self.tokens.len() {
            let comma = self.tokens.get(self.at).is_some_and(|t| t.kind == TokenKind::Comma);
            self.at += usize::from(comma);
            let word = JOINTS.into_iter().find(|w| self.takes(&[w]));
            match (word, joint) {
                (Some(w), Some(j)) if w != j && said.is_none() => return Err(start),
                (Some(w), None) => joint = Some(w),
                (None, _) if !comma => return Err(self.here()),
                _ => {}
            }
            list.push(self.one()?);
        }
        Ok(match (joint, list.len()) {
            (_, 1) => list.remove(0),
            (Some("or"), _) => Asked::Any(list),
            _ => Asked::All(list),
        })
    }

    fn one(&mut self) -> Result<Asked, Span> {
        while self.one_of(&["where", "that", "which", "the", "is", "are", "was", "were"]) {}
        if self.takes(&["not"]) {
            return Ok(Asked::Not(Box::new(self.one()?)));
        }
        if self.one_of(&["without", "lacking"]) {
            self.one_of(&["a", "an", "any"]);
            return Ok(Asked::Not(Box::new(Asked::Has(self.field()?))));
        }
        if self.one_of(&["has", "have", "with"]) {
            let no = self.takes(&["no"]);
            self.one_of(&["a", "an", "any"]);
            let has = Asked::Has(self.field()?);
            return Ok(if no { Asked::Not(Box::new(has)) } else { has });
        }
        let field = self.field()?;
        if self.one_of(&["is", "are", "was", "were"]) {
            if self.takes(&["not"]) {
                return Ok(Asked::Not(Box::new(self.what(field)?)));
            }
            return self.what(field);
        }
        match self.peek() {
            "before" | "after" | "on" | "between" | "through" | "since" | "until" => self.what(field),
            "" | "," | "and" | "or" => Ok(Asked::Done(field)),
            _ => Err(self.here()),
        }
    }

    /// The words of a field, up to what is said of it.
    fn field(&mut self) -> Result<Spanned<String>, Span> {
        const AFTER: &[&str] = &[
            "is", "are", "was", "were", "and", "or", "before", "after", "on", "between", "through", "since", "until",
            ",", "",
        ];
        let start = self.at;
        while !AFTER.contains(&self.peek()) {
            self.at += 1;
        }
        let own = self.tokens.get(start..self.at).unwrap_or_default();
        if own.is_empty() {
            return Err(self.here());
        }
        Ok(quantity::field_name(own))
    }

    /// What comes after `is`.
    fn what(&mut self, field: Spanned<String>) -> Result<Asked, Span> {
        if self.takes(&["one", "of"]) {
            let mut values = vec![self.value()?];
            while self.at < self.tokens.len() && self.peek() != "and" {
                self.at += usize::from(self.peek() == ",");
                self.takes(&["or"]);
                values.push(self.value()?);
            }
            return Ok(Asked::Is { field, values });
        }
        if self.takes(&["equal", "to"]) {
            let rest = self.tokens.get(self.at..).unwrap_or_default();
            let n = rest.iter().position(|t| JOINTS.contains(&t.text.as_str())).unwrap_or(rest.len());
            let right = quantity::quantity_of(&rest[..n]).ok_or_else(|| self.here())?;
            self.at += n;
            return Ok(Asked::Equal { left: Quantity::Field(field), right });
        }
        if self.takes(&["between"]) {
            if let Some(from) = self.date() {
                self.takes(&["and"]);
                let to = self.date().ok_or_else(|| self.here())?;
                return Ok(Asked::Days { field, from: Some(from), to: Some(to) });
            }
            let from = self.number().ok_or_else(|| self.here())?;
            self.takes(&["and"]);
            let to = self.number().ok_or_else(|| self.here())?;
            return Ok(Asked::Numbers { field, from: Some(from), to: Some(to) });
        }
        let bounds: [(&[&str], bool, bool); 8] = [
            (&["on", "or", "before"], false, true),
            (&["on", "or", "after"], true, true),
            (&["through"], false, true),
            (&["until"], false, true),
            (&["since"], true, true),
            (&["before"], false, false),
            (&["after"], true, false),
            (&["on"], true, true),
        ];
        for (words, first, inside) in bounds {
            if !self.takes(words) {
                continue;
            }
            let day = self.date().ok_or_else(|| self.here())?;
            let edge = if inside {
                Some(day)
            } else if first {
                day.succ_opt()
            } else {
                day.pred_opt()
            };
            let exactly = words == ["on"];
            return Ok(Asked::Days { field, from: edge.filter(|_| first), to: edge.filter(|_| !first || exactly) });
        }
        let limits: [(&[&str], i64, bool); 6] = [
            (&["at", "least"], 0, true),
            (&["no", "fewer", "than"], 0, true),
            (&["more", "than"], 1, true),
            (&["at", "most"], 0, false),
            (&["fewer", "than"], -1, false),
            (&["less", "than"], -1, false),
        ];
        for (words, shift, least) in limits {
            if self.takes(words) {
                let n = self.number().ok_or_else(|| self.here())?.saturating_add(shift);
                return Ok(Asked::Numbers { field, from: least.then_some(n), to: (!least).then_some(n) });
            }
        }
        let value = self.value()?;
        Ok(Asked::Is { field, values: vec![value] })
    }

    /// A day, or the entry of an order that has one.
    fn date(&mut self) -> Option<NaiveDate> {
        let start = self.at;
        if self.takes(&["the", "entry", "of"]) || self.takes(&["entry", "of"]) {
            self.takes(&["the"]);
            let named = self.declared.names.longest(self.tokens.get(self.at..)?);
            let day = match named {
                Some((Entity::Order(order), n)) => {
                    self.at += n;
                    self.declared.orders.get(order.index()).and_then(Order::in_force)
                }
                _ => None,
            };
            if day.is_none() {
                self.unnamed = self.tokens.get(self.at..).map(<[Token]>::to_vec).filter(|t| !t.is_empty());
                self.at = start;
            }
            return day;
        }
        let TokenKind::Date(date) = &self.tokens.get(self.at)?.kind else { return None };
        self.at += 1;
        Some(date.day)
    }

    fn number(&mut self) -> Option<i64> {
        let n = self.tokens.get(self.at)?.text.replace(',', "").parse().ok()?;
        self.at += 1;
        Some(n)
    }

    /// Words up to a joint, or a quotation.
    fn value(&mut self) -> Result<String, Span> {
        if let Some(t) = self.tokens.get(self.at).filter(|t| t.kind == TokenKind::Quoted) {
            self.at += 1;
            return Ok(t.text.clone());
        }
        let start = self.at;
        while !matches!(self.peek(), "" | "," | "and" | "or") {
            self.at += 1;
        }
        let own = self.tokens.get(start..self.at).unwrap_or_default();
        if own.is_empty() {
            return Err(self.here());
        }
        Ok(own.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" "))
    }
}
