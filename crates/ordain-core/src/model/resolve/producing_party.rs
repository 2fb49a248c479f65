//! Whom a rule means by `producing party`.

use super::disposition::dispositions_of_statement;
use crate::model::ir::declared::Declared;
use crate::model::ir::ids::PartyId;
use crate::model::ir::names::Entity;
use ordain_base::source::Span;
use ordain_syntax::ast::{DispositionVerb, Statement, StatementKind, Token};

/// The name by which a rule speaks of whoever produces.
pub(crate) const PRODUCING: &str = "producing party";

/// Lets `the producing party` mean a party: as an order says that incorporates a
/// rule `as to Defendants`, or for the one party by whom the tables are.
pub(crate) fn producing_party<'a>(declared: &mut Declared, all: impl Iterator<Item = &'a Statement> + Clone) {
    if declared.names.get(PRODUCING).is_some() {
        return;
    }
    let party = |declared: &Declared, tokens: &[Token]| {
        let article = usize::from(tokens.first().is_some_and(|t| t.text == "the"));
        match declared.names.longest(tokens.get(article..)?) {
            Some((Entity::Party(p), _)) => Some((p, tokens.first()?.span)),
            _ => None,
        }
    };
    let mut named: Vec<(PartyId, Span)> = Vec::new();
    for d in all.clone().flat_map(dispositions_of_statement).filter(|d| d.verb.value == DispositionVerb::Incorporates) {
        let Some(object) = &d.object else { continue };
        let at = object.tokens.windows(2).position(|w| matches!(w, [a, b] if a.text == "as" && b.text == "to"));
        named.extend(at.and_then(|at| party(declared, object.tokens.get(at + 2..)?)));
    }
    if named.is_empty() {
        for statement in all {
            let StatementKind::Table(table) = &statement.kind else { continue };
            named.extend(table.by.as_ref().and_then(|by| party(declared, &by.tokens)));
        }
    }
    if let Some((first, span)) = named.first().copied()
        && named.iter().all(|(p, _)| *p == first)
    {
        let _ = declared.names.add(PRODUCING, Entity::Party(first), span);
        let _ = declared.names.add(&format!("the {PRODUCING}"), Entity::Party(first), span);
    }
}
