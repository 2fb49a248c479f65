//! What switches a duty, a permission, a prohibition or a disposition on or off.

mod atom;
mod cut;
pub(crate) mod forms;

use super::phrase::PhraseResolver;
use super::tokens::{self, text_of};
use crate::model::ir::condition::{Condition, Test, TestKind};
use ordain_base::source::Span;
use ordain_syntax::ast::{Choice, ClauseKind, Phrase, Tests};

/// The condition that a clause states: `None` where it states none, `Some(None)`
/// where a word of it means nothing, which was reported.
pub(crate) fn condition_of(
    words: &mut PhraseResolver<'_>,
    clause: &ClauseKind,
    span: Span,
) -> Option<Option<Condition>> {
    let ClauseKind::Condition { word, tests } = clause else { return None };
    let test = match tests {
        Tests::One(phrase) => resolve_test(words, phrase),
        Tests::List(which, items) => {
            let mut all = Vec::new();
            let mut whole = true;
            for item in items {
                match resolve_test(words, item) {
                    Some(test) => all.push(test),
                    None => whole = false,
                }
            }
            let text: Vec<&str> = all.iter().map(|t| t.text.as_str()).collect();
            let text = format!("{}: {}", which.value.name(), text.join("; "));
            let last = items.last().map_or(which.span, |i| i.span);
            let kind = TestKind::Group(which.value, all);
            whole.then(|| Test { text, span: which.span.to(last), kind })
        }
    };
    Some(test.map(|test| Condition { word: *word, text: test.text.clone(), test, span }))
}

/// One test, or several joined by `and` or by `or`.
fn resolve_test(words: &mut PhraseResolver<'_>, phrase: &Phrase) -> Option<Test> {
    let text = text_of(phrase);
    let (arms, joint) = cut::cut_into_arms(words, &phrase.tokens);
    if let [_] = arms.as_slice() {
        return atom::test_of(words, phrase);
    }
    let mut all = Vec::new();
    let mut whole = true;
    for arm in arms {
        let span = tokens::span_of(&arm);
        match atom::test_of(words, &Phrase { tokens: arm, span }) {
            Some(test) => all.push(test),
            None => whole = false,
        }
    }
    let which = if joint == "or" { Choice::Any } else { Choice::All };
    whole.then_some(Test { text, span: phrase.span, kind: TestKind::Group(which, all) })
}
