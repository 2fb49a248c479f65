//! A norm in words, for paragraphs that are shown without a verdict.

use super::phrase::text_of;
use crate::syntax::ast::{self, Clause, ClauseKind, Deadline, Modal};

/// `the parties should discuss “settlement” by Fri 2023-12-01`.
pub(super) fn norm_words(norm: &ast::Norm, clauses: &[Clause]) -> String {
    let acts: Vec<String> = norm.items.iter().map(|i| text_of(&i.act)).collect();
    let modal = match norm.modal.value {
        Modal::Should => "should",
        Modal::NeedNot => "need not",
        Modal::Will => "will",
        Modal::Must => "must",
        Modal::MustNot => "must not",
        Modal::May => "may",
    };
    let when: Vec<String> = clauses.iter().filter_map(|c| time_words(&c.kind)).collect();
    format!("{} {modal} {}{}", text_of(&norm.bearer), acts.join("; "), when.concat())
}

/// When, as far as a line that only shows has room for it: ` at Status`, ` by Fri 2023-12-01`.
fn time_words(clause: &ClauseKind) -> Option<String> {
    let ClauseKind::Deadline(deadline) = clause else { return None };
    match deadline {
        Deadline::At(hearing) => Some(format!(" at {}", text_of(hearing))),
        Deadline::By(ast::Point::Date(d)) => Some(format!(" by {}", crate::words::day(d.day))),
        Deadline::By(ast::Point::Event(p)) => Some(format!(" by {}", text_of(p))),
        _ => None,
    }
}
