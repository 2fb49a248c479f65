//! `closes this action administratively`, `removes this action from the active
//! caseload`: what an order makes of the action itself.

use super::phrase::PhraseResolver;
use super::tokens::{span_of, text};
use crate::model::ir::action::ActionChange;
use crate::model::ir::deemed::Deemed;
use crate::model::ir::deliverables::Deliverable;
use crate::model::ir::ids::COURT;
use crate::model::ir::object::{Act, Head, Object, Objects};
use crate::model::ir::verbs::Verbs;
use ordain_base::diag::codes::names as say;
use ordain_base::source::Span;
use ordain_syntax::ast::{DispositionVerb as V, Phrase, Token, TokenKind};

/// What means the action.
const ACTION: &[&str] = &["action", "case", "matter", "proceeding", "proceedings", "appeal"];

/// Of what it is taken out, and to what it goes back.
const CASELOAD: &[&str] = &[
    "from", "to", "on", "the", "this", "its", "Court's", "court's", "active", "inactive", "caseload", "docket",
    "calendar",
];

/// Said of the action itself, and of nothing else.
#[must_use]
pub fn is_of_action(verb: V) -> bool {
    matches!(
        verb,
        V::Closes
            | V::AdministrativelyCloses
            | V::Terminates
            | V::AdministrativelyTerminates
            | V::Reopens
            | V::Removes
            | V::Restores
    )
}

/// The act of the Court that it is; `None` where a word of it means nothing, which was reported.
pub(crate) fn resolve(words: &mut PhraseResolver<'_>, verb: V, object: Option<&Phrase>, span: Span) -> Option<Deemed> {
    let tokens = object.map_or(&[][..], |o| o.tokens.as_slice());
    let article = tokens.iter().take_while(|t| matches!(t.text.as_str(), "this" | "the" | "these")).count();
    let named = tokens.get(article).is_some_and(|t| ACTION.contains(&t.text.as_str()));
    let rest = tokens.get(article + 1..).unwrap_or_default();
    let odd = rest.iter().position(|t| !belongs(t)).filter(|at| !reserves(&rest[*at..]));
    match (named, odd) {
        (true, None) => {}
        (true, Some(at)) => {
            words.unknown(&rest[at..], &rest[at]);
            return None;
        }
        (false, _) => {
            let at = if tokens.is_empty() { span } else { span_of(tokens) };
            let said = text(tokens);
            words.out.push(match said.is_empty() {
                true => say::unknown_word(&said, at, Some("this action")),
                false => say::no_action(&format!("{}s", lemma(verb)), &said, at),
            });
            return None;
        }
    }
    let mut action = Object::empty(span);
    action.head = Deliverable::find("action").map(Head::Deliverable);
    let objects = Objects { list: vec![action], any: false };
    let act = Act { verb: words.declared.verbs.base(lemma(verb))?, objects, span };
    Some(Deemed::Act { actors: vec![COURT], act, day: None })
}

fn belongs(token: &Token) -> bool {
    token.kind == TokenKind::Word && CASELOAD.contains(&token.text.replace('’', "'").as_str())
}

/// `without prejudice to "the right of the parties to reopen"`: shown.
fn reserves(rest: &[Token]) -> bool {
    let word = |i: usize| rest.get(i).map_or("", |t| t.text.as_str());
    (word(0), word(1)) == ("without", "prejudice")
}

/// The lemma under which the verb is in the table.
const fn lemma(verb: V) -> &'static str {
    match verb {
        V::Terminates | V::AdministrativelyTerminates => "terminate",
        V::Reopens => "reopen",
        V::Removes => "remove",
        V::Restores => "restore",
        _ => "close",
    }
}

/// What an act of the record makes of the action, by its verb.
#[must_use]
pub fn done_to_action(verbs: &Verbs, act: &Act) -> Option<ActionChange> {
    let action = Deliverable::find("action").map(Head::Deliverable);
    if !act.objects.list.iter().any(|o| o.head.is_some() && o.head == action) {
        return None;
    }
    Some(match verbs.get(act.verb).lemma.as_str() {
        "close" => ActionChange::Closed,
        "terminate" => ActionChange::Terminated,
        "dismiss" => ActionChange::Dismissed,
        "reopen" => ActionChange::Reopened,
        "remove" => ActionChange::Removed,
        "restore" => ActionChange::Restored,
        _ => return None,
    })
}
