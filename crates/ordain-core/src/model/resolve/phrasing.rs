//! A provision in words, for paragraphs that are shown without a verdict.

use super::tokens::text_of;
use ordain_syntax::ast::{self, Clause, ClauseKind, Deadline, Modal};

/// `the parties should discuss “settlement” by Fri 2023-12-01`.
pub(crate) fn provision_words(provision: &ast::Provision, clauses: &[Clause]) -> String {
    let acts: Vec<String> = provision.items.iter().map(|i| text_of(&i.act)).collect();
    let modal = match provision.modal.value {
        Modal::Should => "should",
        Modal::NeedNot => "need not",
        Modal::Will => "will",
        Modal::Must => "must",
        Modal::MustNot => "must not",
        Modal::May => "may",
    };
    let when: Vec<String> = clauses.iter().filter_map(|c| time_words(&c.kind)).collect();
    format!("{} {modal} {}{}", text_of(&provision.bearer), acts.join("; "), when.concat())
}

/// `containing “settlement status”`: what a clause asks besides, in its own words.
pub(crate) fn term(clause: &ClauseKind) -> Option<String> {
    let quoted = |word: &str, q: &ast::Quoted| format!("{word} “{}”", q.value);
    Some(match clause {
        ClauseKind::About(q) => quoted("about", q),
        ClauseKind::OnlyFor(q) => quoted("only for", q),
        ClauseKind::SoThat(q) => quoted("so that", q),
        ClauseKind::Under(q) => quoted("under", q),
        ClauseKind::Manner(q) => format!("“{}”", q.value),
        ClauseKind::WithoutPrejudice(Some(q)) => quoted("without prejudice to", q),
        ClauseKind::WithoutPrejudice(None) => "without prejudice".to_owned(),
        ClauseKind::Containing(p) => format!("containing {}", text_of(p)),
        ClauseKind::Form(p) => format!("in {}", text_of(p)),
        ClauseKind::WithEach(p) => format!("with each {}", text_of(p)),
        _ => return None,
    })
}

/// When, as far as a line that only shows has room for it: ` at Status`, ` by Fri 2023-12-01`.
fn time_words(clause: &ClauseKind) -> Option<String> {
    let ClauseKind::Deadline(deadline) = clause else { return None };
    match deadline {
        Deadline::At(hearing) => Some(format!(" at {}", text_of(hearing))),
        Deadline::By(ast::Point::Date(d)) => Some(format!(" by {}", ordain_base::words::day(d.day))),
        Deadline::By(ast::Point::Event(p)) => Some(format!(" by {}", text_of(p))),
        _ => None,
    }
}
