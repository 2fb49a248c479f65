//! How, and not what: `as moot`, `under seal`, `directly or indirectly`.

use crate::model::ir::qualifier::{Qualifier, QualifierKind};
use crate::model::resolve::tokens::text;
use ordain_syntax::ast::Token;

/// The words at the start of `rest` that say how, and how many they are.
pub(super) fn way_at_start(rest: &[Token]) -> Option<(Qualifier, usize)> {
    let starts = |words: &[&str]| rest.iter().zip(words).filter(|(t, w)| t.text == **w).count() == words.len();
    // A sealed exhibit.
    if starts(&["under", "seal"]) {
        return Some((Qualifier::listed("sealed")?, 2));
    }
    const WAYS: &[&[&str]] = &[
        &["as", "moot"],
        &["with", "prejudice"],
        &["without", "prejudice"],
        &["directly", "or", "indirectly"],
        &["directly", "and", "indirectly"],
        &["directly"],
        &["indirectly"],
    ];
    let taken = WAYS.iter().find(|way| starts(way))?.len();
    Some((Qualifier::new(text(rest.get(..taken)?), QualifierKind::Shown), taken))
}
