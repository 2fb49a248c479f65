//! Clauses that the statement they stand on cannot use: each is an error on its words, and none is dropped.

use super::phrase::PhraseResolver;
use ordain_base::diag::codes::clauses as say;
use ordain_syntax::ast::{self, Clause, ClauseKind as K, DispositionVerb as V};

/// Reports the clauses of a paragraph that does something to other orders which none of its dispositions can use.
pub(crate) fn by_dispositions(words: &mut PhraseResolver<'_>, all: &[ast::Disposition], clauses: &[Clause]) {
    let Some(first) = all.first() else { return };
    let deems = all.iter().any(|d| d.verb.value == V::Deems);
    for clause in clauses {
        match &clause.kind {
            K::Condition { .. }
            | K::Effective(_)
            | K::NuncProTunc(_)
            | K::RulesAllow(_)
            | K::Except(_)
            | K::InCase { .. }
            | K::Topic(_)
            | K::Reading(_)
            | K::Source(_)
            | K::Quote(_)
            | K::Note(_) => {}
            K::AsOf(_) if deems => {}
            K::Deadline(_) => words.out.push(say::time(first.verb.value.name(), clause.span)),
            K::AsOf(_)
            | K::Covering(_)
            | K::ForEach { .. }
            | K::Despite(_)
            | K::Or { .. }
            | K::InEach { .. }
            | K::Times(_)
            | K::Lasting(_)
            | K::WithAtLeast(_)
            | K::Containing(_)
            | K::Recipients(_)
            | K::Form(_)
            | K::NotExceeding(_)
            | K::Manner(_)
            | K::OnlyFor(_)
            | K::WithEach(_)
            | K::OnTerms(_)
            | K::About(_)
            | K::SoThat(_)
            | K::Under(_)
            | K::WithoutPrejudice(_)
            | K::OnBreach(_)
            | K::Judgment(_)
            | K::OfWhich(_)
            | K::InPerformanceOf(_)
            | K::DeniedBy { .. }
            | K::AdmittedBy { .. }
            | K::RejectedBy(_)
            | K::RecognisedBy(_)
            | K::Flag(_) => {
                let what = format!("`{}`", first.verb.value.name());
                words.out.push(say::clause(&what, clause.span));
            }
        }
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
