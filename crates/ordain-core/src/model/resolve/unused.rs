//! Clauses that the statement they stand on cannot use: each is an error on its words, and none is dropped.

use super::disposition;
use super::phrase::PhraseResolver;
use ordain_base::diag::codes::clauses as say;
use ordain_syntax::ast::{self, Clause, ClauseKind as K};

/// Reports the clauses of a paragraph that does something to other orders which none of its dispositions can use.
pub(crate) fn by_dispositions(words: &mut PhraseResolver<'_>, all: &[ast::Disposition], clauses: &[Clause]) {
    let Some(first) = all.first().map(|d| d.verb.value.name()) else { return };
    for clause in clauses.iter().filter(|c| !all.iter().any(|d| disposition::uses(d.verb.value, c))) {
        words.out.push(match &clause.kind {
            K::Deadline(_) => say::time(first, clause.span),
            _ => say::clause(&format!("`{first}`"), clause.span),
        });
    }
}

/// Reports the clauses of a paragraph that says what follows on the breach of another, or that is only shown.
pub(crate) fn by_what_is_shown(words: &mut PhraseResolver<'_>, what: &str, clauses: &[Clause]) {
    let own = |k: &K| {
        matches!(
            k,
            K::InCase { .. } | K::Effective(_) | K::Topic(_) | K::Reading(_) | K::Source(_) | K::Quote(_) | K::Note(_)
        )
    };
    for clause in clauses.iter().filter(|c| !own(&c.kind)) {
        words.out.push(say::clause(what, clause.span));
    }
}
