//! The head of a matter: its caption, court, rules and cases.

use super::{scope, tokens};
use crate::model::ir::model::Model;
use chrono_tz::Tz;
use ordain_base::diag::Diagnostic;
use ordain_base::diag::codes::declarations;
use ordain_base::source::Span;
use ordain_syntax::ast::{self, Statement, StatementKind};
use ordain_time::{Library, Service};

pub(crate) fn resolve_matter<'a>(
    model: &mut Model,
    all: impl Iterator<Item = &'a Statement>,
    out: &mut Vec<Diagnostic>,
) {
    let mut first: Option<Span> = None;
    for statement in all {
        let StatementKind::Matter(m) = &statement.kind else { continue };
        if let Some(first) = first {
            out.push(declarations::two_matters(statement.span, first));
            continue;
        }
        first = Some(statement.span);
        model.caption = m.caption.as_ref().map(|c| c.value.clone()).unwrap_or_default();
        model.number = m.number.as_ref().map(|n| n.value.clone());
        let named = |p: &Option<ast::Phrase>| p.as_ref().map(|p| (tokens::text_of(p), p.span));
        model.court = named(&m.court);
        model.zone = named(&m.zone);
        model.rules = named(&m.rules);
        model.calendar = named(&m.calendar);
        model.service = m.service.as_ref().and_then(|way| resolve_service(way, out));
        model.declared.cases = scope::cases_of_matter(m);
    }
}

/// `electronic`, `by mail`.
fn resolve_service(way: &ast::Phrase, out: &mut Vec<Diagnostic>) -> Option<Service> {
    let words = tokens::text_of(way);
    let found = Service::parse(words.strip_prefix("by ").unwrap_or(&words));
    if found.is_none() {
        out.push(ordain_base::diag::codes::declarations::unknown_service(&words, way.span));
    }
    found
}

/// The zone of the court that a matter names, or that it names itself.
#[must_use]
pub fn zone_of_matter(library: &Library, matter: &ast::Matter) -> Option<Tz> {
    let named = |p: &Option<ast::Phrase>| p.as_ref().map(|p| (tokens::text_of(p), p.span));
    let settings = [&matter.court, &matter.rules, &matter.zone, &matter.calendar].map(named);
    let [court, rules, zone, calendar] = &settings;
    super::clock::clock(library, court, rules, zone, calendar, &mut Vec::new()).and_then(|c| c.zone())
}
