//! `expect MTC ¶ 1 breached on D under Defendants`.

use super::parties::parties_of;
use super::tokens;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::COURT;
use crate::model::ir::model::Expect;
use crate::model::ir::names::{self, Entity, fold};
use crate::model::ir::paragraph::Paragraph;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::names as say;
use ordain_base::source::Span;
use ordain_syntax::ast;

/// `expect Trial shown on D`, `expect this action shown on D`: what has no verdict, by its name.
fn expect_shown(declared: &Declared, e: &ast::Expect, span: Span, out: &mut Vec<Diagnostic>) -> Option<Expect> {
    let name = names::name_of(&e.target);
    let target = match declared.names.get(&name) {
        Some(Entity::Thing(t)) => declared.things[t.index()].name.clone(),
        _ if name == "this action" => name,
        _ => {
            out.push(say::expects_what(&tokens::text_of(&e.target), e.target.span));
            return None;
        }
    };
    let on = e.on.as_ref().map(|d| d.day);
    Some(Expect { target, verdict: e.verdict.value.clone(), on, under: None, days: None, span })
}

pub(crate) fn resolve_expectation(
    declared: &Declared,
    paragraphs: &[Paragraph],
    e: &ast::Expect,
    span: Span,
    out: &mut Vec<Diagnostic>,
) -> Option<Expect> {
    let at = e.target.tokens.iter().position(|t| t.kind == ast::TokenKind::Paragraph);
    let Some(at) = at else { return expect_shown(declared, e, span, out) };
    let named = &e.target.tokens[..at];
    let order = if named.is_empty() {
        None
    } else {
        let phrase = ast::Phrase { tokens: named.to_vec(), span: tokens::span_of(named) };
        Some(declared.order_named(&phrase, out)?)
    };
    let token = &e.target.tokens[at];
    let &id = declared.paragraphs(order, token, out).first()?;
    let mut target = paragraphs.get(id.index())?.name.clone();
    for t in &e.target.tokens[at + 1..] {
        if t.kind != ast::TokenKind::Comma {
            target.push(' ');
        }
        target.push_str(&fold(&t.text));
    }
    let under = match &e.under {
        Some(phrase) if names::name_of(phrase).eq_ignore_ascii_case("court") => None,
        Some(phrase) => parties_of(declared, &phrase.tokens, out)?.0.first().copied(),
        None => None,
    };
    Some(Expect {
        target,
        verdict: e.verdict.value.clone(),
        on: e.on.as_ref().map(|d| d.day),
        under: under.filter(|p| *p != COURT),
        days: e.days.as_ref().map(|d| d.value),
        span,
    })
}
